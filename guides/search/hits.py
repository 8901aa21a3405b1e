"""What a page of answers shows: guides, texts, and how many of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import apnumber
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.models import Role, Section, StateRequirement, WageEstimate
from guides.search.fulltext import MARK_END, MARK_START, Found

# What stands before a question's own anchor on a guide's page.
QUESTION_ANCHOR = "q-"
# Parts of a guide that people jump to.
_JUMPS = [Section.Kind.PAY, Section.Kind.WAY_IN, Section.Kind.CREDENTIALS, Section.Kind.STATE, Section.Kind.INTERVIEW]
_RULE_WORDS = 30


@dataclass(frozen=True)
class GuideHit:
    """A guide that fits: by which of its other names, what it pays, and where to go in it."""

    role: Role
    called: str = ""
    middle_pay: int | None = None
    jumps: Sequence[Section] = ()


@dataclass(frozen=True)
class TextHit:
    """A text that answers, and where it stands."""

    kind: str
    title: str
    url: str
    snippet: SafeString
    role: Role | None = None


@dataclass(frozen=True)
class OccupationHit:
    """An occupation that fits: by which of its other names, what it pays, or the words in its text."""

    code: str
    title: str
    called: str = ""
    middle_pay: int | None = None
    snippet: SafeString | None = None

    @property
    def url(self) -> str:
        """The profile's address."""
        return reverse("occupations:detail", args=[self.code])


@dataclass(frozen=True)
class Results:
    """What was found for a question."""

    asked: str
    guides: Sequence[GuideHit] = ()
    occupations: Sequence[OccupationHit] = ()
    passages: Sequence[TextHit] = ()
    terms: Sequence[TextHit] = ()
    credentials: Sequence[TextHit] = ()
    places: Sequence[TextHit] = ()
    mended: str = ""  # the question with its slips put right, where it had any
    is_by_text: bool = False  # the guide was chosen for what it says, not for its name
    is_partial: bool = False  # no text holds all the words
    is_job_first: bool = False  # an occupation's name answers the question better than any guide's
    hints: Sequence[str] = ()  # names that look a little like the question

    def __bool__(self) -> bool:
        texts = self.passages or self.terms or self.credentials or self.places
        return bool(self.guides or self.occupations or texts)

    @property
    def counts(self) -> str:
        """How much was found of what, in words: “one guide, eight passages and two words of the trade”."""
        guides, passages = len(self.guides), len(self.passages)
        terms, credentials = len(self.terms), len(self.credentials)
        jobs, places = len(self.occupations), len(self.places)
        parts = [
            (guides, ngettext("%(number)s guide", "%(number)s guides", guides)),
            (jobs, ngettext("%(number)s job profile", "%(number)s job profiles", jobs)),
            (passages, ngettext("%(number)s passage", "%(number)s passages", passages)),
            (terms, ngettext("%(number)s word of the trade", "%(number)s words of the trade", terms)),
            (credentials, ngettext("%(number)s credential", "%(number)s credentials", credentials)),
            (places, ngettext("%(number)s place to go", "%(number)s places to go", places)),
        ]
        return get_text_list([words % {"number": apnumber(number)} for number, words in parts if number], _("and"))


def guide_hits(found: Sequence[tuple[Role, str]]) -> list[GuideHit]:
    """Guides with the name each was found by, their pay, and the first one's parts; two queries at any length."""
    if not found:
        return []
    wages = WageEstimate.objects.filter(soc__in={role.soc for role, _called in found}, place="US", naics="")
    pay = dict(wages.sure().values_list("soc", "year_median"))
    first, _name = found[0]
    jumps = list(Section.objects.filter(role=first, kind__in=_JUMPS).exclude(body="").only("title", "slug"))
    return [GuideHit(role, called, pay.get(role.soc), jumps if role is first else ()) for role, called in found]


def text_hit(found: Found, roles: Mapping[int, Role]) -> TextHit:
    """A text that was found, as a link with its words marked."""
    role = roles.get(found.role_id) if found.role_id else None
    return TextHit(found.kind, found.title, _url(found, role), marked(found.snippet), role)


def rule_hit(rule: StateRequirement) -> TextHit:
    """What one state asks, as a link to all of it."""
    words = Truncator(f"{rule.get_kind_display()}. {rule.detail}").words(_RULE_WORDS, truncate=" …")
    address = reverse("guides:state", args=[rule.role.slug, rule.state.usps.lower()])
    return TextHit("state", _("The rule in %(state)s") % {"state": rule.state.name}, address, marked(words), rule.role)


def marked(snippet: str) -> SafeString:
    """A snippet as HTML, with what was searched for marked."""
    safe = escape(snippet).replace(MARK_START, "<mark>").replace(MARK_END, "</mark>")
    # Escaped above; nothing but the two marks was put in.
    return mark_safe(safe)  # noqa: S308


def _url(found: Found, role: Role | None) -> str:
    if found.kind == "place":
        return reverse("places:detail", args=[found.anchor])
    if role is None:
        return f"{reverse('guides:glossary')}#{found.anchor}"
    if found.kind == "credential":
        # A page of the house above: known by its name, where it is there.
        try:
            return reverse("certifications:detail", args=[found.anchor])
        except NoReverseMatch:
            return role.get_absolute_url()
    anchor = f"{QUESTION_ANCHOR}{found.anchor}" if found.kind == "question" else found.anchor
    return f"{role.get_absolute_url()}#{anchor}" if anchor else role.get_absolute_url()
