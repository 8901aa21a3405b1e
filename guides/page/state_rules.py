"""What the reader's state asks, or the picture of all states where none is chosen."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Confidence, Role, State, StateRequirement
from guides.page.notes import Note

_Kind = StateRequirement.Kind
_ASKS = {
    _Kind.REGISTRATION: gettext_lazy("%s asks you to register"),
    _Kind.LICENCE: gettext_lazy("%s asks for a license"),
    _Kind.CERTIFICATION: gettext_lazy("%s asks for its own certification, apart from the national one"),
    _Kind.PERMIT: gettext_lazy("%s asks for a permit"),
    _Kind.NONE: gettext_lazy("We found nothing that %s asks for"),
    _Kind.CHANGING: gettext_lazy("%s is bringing a rule in"),
}
_COUNTED = {
    _Kind.REGISTRATION: gettext_lazy("keep a register"),
    _Kind.LICENCE: gettext_lazy("give a license"),
    _Kind.CERTIFICATION: gettext_lazy("give a certification of their own"),
    _Kind.PERMIT: gettext_lazy("give a permit"),
    _Kind.CHANGING: gettext_lazy("are bringing a rule in"),
    _Kind.NONE: gettext_lazy("ask for none of these, as far as we found"),
}


@dataclass(frozen=True)
class StateRule:
    """One state's rule as the page tells it. What we could not confirm is never told as an answer."""

    state: State
    requirement: StateRequirement | None
    title: str
    is_unsure: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class StatePicture:
    """How many places ask for what."""

    total: int
    kinds: list[tuple[int, str]]
    national: int


def state_rule(role: Role, state: State, today: date) -> StateRule:
    """The state's rule for the role, with its doubts and sources beside it."""
    rule = StateRequirement.objects.filter(role=role, state=state).first()
    if rule is None:
        return StateRule(state, None, _("We have no rule for %s yet") % state.name, is_unsure=True, notes=())
    is_unsure = rule.confidence == Confidence.LOW
    title = _("We could not confirm what %s asks") if is_unsure else str(_ASKS[_Kind(rule.kind)])
    return StateRule(state, rule, title % state.name, is_unsure, notes=(*_doubt(rule, today), _source(rule)))


def _doubt(rule: StateRequirement, today: date) -> tuple[Note, ...]:
    if rule.confidence == Confidence.LOW:
        text = _("Our sources are weak or differ. Ask the board before you count on any of it.")
        return (Note("unsure", "b-state-rule-unsure", title=_("Not confirmed"), text=text),)
    if rule.review_by is not None and rule.is_stale(today):
        text = _("This should have been read again by %(day)s. Ask the board before you count on it.") % {
            "day": date_format(rule.review_by, "j F Y")
        }
        return (Note("stale", "b-state-rule-stale", title=_("Due for a check"), text=text),)
    return ()


def _source(rule: StateRequirement) -> Note:
    dated = _("From %s.") % rule.as_of if rule.as_of else _("The sources carry no date.")
    checked = _("We looked on %s.") % date_format(rule.checked_on, "j F Y") if rule.checked_on else ""
    kind = {
        Confidence.HIGH: _("Seen at the official source."),
        Confidence.MEDIUM: _("Second-hand; the sources agree."),
        Confidence.LOW: "",
    }[Confidence(rule.confidence)]
    named = rule.sources if rule.sources.endswith(".") else f"{rule.sources}."
    text = " ".join(part for part in (named, dated, kind, checked) if part)
    return Note("source", "b-state-rule-sources", title=_("Source"), text=text)


def state_picture(role: Role) -> StatePicture:
    """How many places ask for what, for readers who have not chosen one."""
    rows = [*StateRequirement.objects.filter(role=role).order_by().values_list("kind", "national")]
    kinds = Counter(kind for kind, _national in rows)
    counted = [(kinds[kind], str(words)) for kind, words in _COUNTED.items() if kinds[kind]]
    national = sum(national == StateRequirement.National.YES for _kind, national in rows)
    return StatePicture(len(rows), sorted(counted, reverse=True), national)
