"""Fills the marks of compiled Markdown: facts with their source a tap away, terms, the reader's state."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guides.markup import OPEN, Segment, Tag, compile_text, fill
from guides.models import GlossaryTerm, State
from guides.page.facts import FactStore, FactView
from guides.page.notes import Margin

_HEADING = re.compile(r'<h3 id="([^"]+)">(.*?)</h3>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
# A whole phrase is not underlined: the word “source” after it leads to the note.
LONG_VALUE = 32
# A phrase must not stand apart from the mark that follows it, such as a value from its full stop.
_GAP = "\N{NO-BREAK SPACE}"


class Writer:
    """Writes the texts of one page; each term is explained once, where it first stands."""

    def __init__(self, facts: FactStore, state: State | None, terms: Iterable[GlossaryTerm]) -> None:
        self.facts = facts
        self.state = state
        self.terms = {term.slug: term for term in terms}
        self.explained: set[str] = set()
        self.language = get_language()

    def write(self, segment: Segment, margin: Margin) -> SafeString:
        """The segment's HTML with everything filled in; what belongs beside it goes into the margin."""
        for slug in segment.terms:
            if slug in self.terms and slug not in self.explained:
                self.explained.add(slug)
                margin.terms.append(self.terms[slug])
        linked, has_marked_heading = _with_links(segment.html, self.language)
        html = fill(linked, lambda tag: self._tag(tag, margin))
        # Compiled HTML went through the sanitiser, and what is filled in is escaped.
        return SafeString(_HEADING.sub(_linked_heading, html) if has_marked_heading else html)

    def short(self, text: str, margin: Margin) -> SafeString:
        """A short Markdown text, such as an answer or a step, with its marks filled."""
        parts = [self.write(segment, margin) for segment in compile_text(text).segments if not segment.block]
        return SafeString("".join(parts))

    def value(self, view: FactView, margin: Margin) -> SafeString:
        """One fact as a cell of a table shows it: there, second-hand figures say so as well."""
        return fact_cell(view, margin)

    def _tag(self, tag: Tag, margin: Margin) -> str:
        if tag.kind == "state":
            return escape(self.state.name if self.state else _("your state"))
        if tag.kind == "term":
            return self._term(tag)
        return _fact(self.facts.get(tag.key), margin) if tag.kind == "fact" else ""

    def _term(self, tag: Tag) -> str:
        term = self.terms.get(tag.key)
        words = escape(tag.words or (term.term if term else tag.key))
        return f'<a class="term" href="#t-{term.slug}">{words}</a>' if term else words


def fact_cell(view: FactView, margin: Margin) -> SafeString:
    """One fact as a cell of a table shows it; its source goes into the margin."""
    cell = _fact(view, margin, value=capfirst(view.value))
    if view.is_second_hand and not _doubt(view):
        cell += _mark(_("second-hand"))
    return SafeString(cell)  # escaped in _fact


def _fact(view: FactView | None, margin: Margin, *, value: str = "") -> str:
    if view is None:
        return f'<span class="fact fact--missing">{escape(_("not in our data"))}</span>'
    target = margin.add(view)
    shown = escape(value or view.value)
    if target and len(view.value) > LONG_VALUE:
        link = f'<a class="fact fact--after" href="#{target}">{escape(_("source"))}</a>'
        shown = f"{shown}{_GAP}({link})"
    elif target:
        shown = f'<a class="fact" href="#{target}">{shown}</a>'
    return shown + (_mark(doubt) if (doubt := _doubt(view)) else "")


def _doubt(view: FactView) -> str:
    return _("not confirmed") if view.is_low else _("past its check") if view.is_stale else ""


def _mark(words: str) -> str:
    return f'{_GAP}<span class="tag tag--should">{escape(words)}</span>'


@lru_cache(maxsize=4_000)
def _with_links(html: str, language: str) -> tuple[str, bool]:  # noqa: ARG001 -- the links' names are in it
    """The HTML with links to its headings; where a heading holds a mark, only filling it tells the link's name."""
    has_marked = any(OPEN in match[2] for match in _HEADING.finditer(html))
    return (html, True) if has_marked else (_HEADING.sub(_linked_heading, html), False)


def _linked_heading(match: re.Match[str]) -> str:
    name = escape(_("Link to this part: %s")) % _MARKUP.sub("", match[2])
    link = f'<a class="anchor" href="#{match[1]}"><span class="visually-hidden">{name}</span></a>'
    return f'<div class="headed">{match[0]}{link}</div>'
