"""What is compared beside the cost: who may apply, the exam, its parts, keeping it, the rule in the reader's state."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.catalogue.kinds import WORDS
from certifications.catalogue.page import EXAM, RENEWAL
from certifications.catalogue.side import Side
from guides.models import Confidence, StateRequirement
from guides.page.compare.cells import Cell, Item, Part, Row
from guides.page.money import percent
from guides.page.notes import Margin, Note
from guides.page.texts import fact_cell


def parts(sides: Sequence[Side]) -> list[Part]:
    """Everything that is compared, in the order in which people ask."""
    return [_apply(sides), _exam(sides), *_outlines(sides), _renewal(sides), _rule(sides)]


def _apply(sides: Sequence[Side]) -> Part:
    margin = Margin("b-compare-apply")
    rows = [
        Row(_("In full"), [Cell(side.name, side.credential.name) for side in sides]),
        Row(_("Kind"), [Cell(side.name, str(WORDS[side.credential.kind].one)) for side in sides]),
        Row(_("For the job"), [_jobs(side) for side in sides]),
        _facts("eligibility", _("Who may apply"), sides, margin),
        Row(_("Check it"), [_check(side) for side in sides]),
    ]
    return Part("apply", _("Who may apply"), _("Who may apply"), rows, margin.notes())


def _exam(sides: Sequence[Side]) -> Part:
    margin = Margin("b-compare-exam")
    rows = [_facts(key, "", sides, margin) for key in EXAM]
    return Part("exam", _("The exam"), _("The exam"), [row for row in rows if row.label], margin.notes())


def _outlines(sides: Sequence[Side]) -> list[Part]:
    """The parts of the exams, each in its own words: no two bodies cut the same cake."""
    if not any(side.outline for side in sides):
        return []
    margin = Margin("b-compare-outline")
    rows = [
        Row(_("Outline"), [Cell(side.name, side.outline.since if side.outline else "") for side in sides]),
        Row(_("Parts and their shares"), [_shares(side) for side in sides]),
    ]
    for side in sides:
        if side.outline:
            side.outline.cite(margin)
    return [Part("outline", _("What it holds"), _("What each exam holds"), rows, margin.notes())]


def _renewal(sides: Sequence[Side]) -> Part:
    margin = Margin("b-compare-renewal")
    rows = [_facts(key, "", sides, margin) for key in RENEWAL]
    return Part("renewal", _("Keeping it"), _("Keeping it"), [row for row in rows if row.label], margin.notes())


def _rule(sides: Sequence[Side]) -> Part:
    state = sides[0].state
    if state is None:
        hint = _("Choose a state above: some ask for a national certification, and a few name one of them.")
        return Part("rule", _("The rule"), _("The rule in your state"), [], hint=hint)
    text = _("The page of the state names source and date, and how sure we are; the board has the last word.")
    notes = (Note("aside", "b-compare-rule-check", title=_("Check with the board"), text=text),)
    rows = [
        Row(_("National certification"), [_national(side) for side in sides]),
        Row(_("In its words, shortened"), [_national_detail(side) for side in sides]),
        Row(_("Source and date"), [_state_page(side) for side in sides]),
    ]
    return Part("rule", _("The rule"), _("What %s asks") % state.name, rows, notes)


def _facts(key: str, label: str, sides: Sequence[Side], margin: Margin) -> Row:
    """A row of the credentials' own facts; its label is theirs. A row without any is left out by its empty label."""
    labels = [fact.label for side in sides if (fact := side.facts.get(key)) is not None]
    cells = []
    for side in sides:
        view = side.view(key)
        cells.append(Cell(side.name, fact_cell(view, margin) if view is not None else ""))
    return Row(label or (labels[0] if labels else ""), cells)


def _jobs(side: Side) -> Cell:
    return Cell(side.name, items=tuple(Item(role.title, role.get_absolute_url()) for role in side.roles))


def _check(side: Side) -> Cell:
    number = len(side.ways)
    words = ngettext("%d way: check it", "%d ways: check them", number) % number if number else _("Its page")
    address = reverse("certifications:detail", args=[side.credential.slug])
    return Cell(side.name, items=(Item(words, f"{address}#apply"),))


def _shares(side: Side) -> Cell:
    if side.outline is None:
        return Cell(side.name)
    items = tuple(Item(f"{percent(share.domain.weight)} {share.domain.name}") for share in side.outline.shares)
    return Cell(side.name, items=items)


def _is_told(rule: StateRequirement | None) -> bool:
    return rule is not None and rule.confidence != Confidence.LOW


def _national(side: Side) -> Cell:
    if side.rule is None:
        return Cell(side.name, unknown=_("no rule on file"))
    if not _is_told(side.rule) or side.rule.national == StateRequirement.National.UNKNOWN:
        return Cell(side.name, unknown=_("not confirmed"))
    return Cell(side.name, str(side.rule.get_national_display()))


def _national_detail(side: Side) -> Cell:
    told = side.rule.national_detail if side.rule is not None and _is_told(side.rule) else ""
    return Cell(side.name, told, unknown=_("nothing more on file"))


def _state_page(side: Side) -> Cell:
    if side.state is None or not side.roles:
        return Cell(side.name, unknown=_("no rule on file"))
    address = reverse("guides:state", args=[side.roles[0].slug, side.state.usps.lower()])
    return Cell(side.name, items=(Item(_("%s on one page") % side.state.name, address),))
