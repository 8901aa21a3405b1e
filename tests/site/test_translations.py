"""Every word that people read goes through gettext."""

import re

from tests.site.test_templates import OURS, text_of, without_comments

# Translated already; not words; the name of a class; a search as people type it.
_TRANSLATED = re.compile(
    r"\{%\s*blocktrans(?:late)?\b.*?\{%\s*endblocktrans(?:late)?\s*%\}|<(script|style|svg)\b.*?</\1>"
    r"|\{% block (?:body_?class|coltype) %\}.*?\{% endblock %\}|<a href=\"[^\"]*\?q=[^\"]*\">.*?</a>",
    re.DOTALL,
)
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_MARKUP = re.compile(r"<!?[a-z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>|<!--.*?-->|&#?\w+;", re.DOTALL | re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:aria-label|placeholder|title|alt)=(\"[^\"]*\"|'[^']*')")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Names, and what is typed as it stands.
_NAMES = {"CareerGuide", "Markdown", "CPhT", "careerguide", "test", "demo", "com", "example", "org", "www", "https"}


def bare_words(text: str) -> set[str]:
    """Words of a template that no translator will see."""
    left = _TAGS.sub(" ", _TRANSLATED.sub(" ", without_comments(text)))
    spoken = " ".join(found[1] for found in _SPOKEN.finditer(left))
    return set(_WORD.findall(_MARKUP.sub(" ", left) + spoken)) - _NAMES


def test_no_template_holds_a_bare_word():
    bare = {name: words for name in OURS if name.endswith(".html") and (words := bare_words(text_of(name)))}

    assert bare == {}


def test_a_bare_word_is_seen():
    assert bare_words('<p title="Save">Hello {% translate "there" %}</p>') == {"Save", "Hello"}


def test_translated_words_and_markup_are_passed_over():
    page = """<p class="lead" title="{% translate 'Save' %}">{% blocktranslate trimmed %}Hello <b>you</b>{% endblocktranslate %}
    {{ name }} &amp; {% url 'home' %}</p>{# a note #}"""

    assert bare_words(page) == set()
