"""How people get in: schooling and training, the letters, what the state asks."""

from collections.abc import Callable, Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from guides.models import Confidence, Section, StateRequirement
from guides.occupations.training import SCHOOLING, Step, in_words
from guides.occupations.training import TRAINING as AT_WORK
from guides.page.compare.cells import Cell, Item, Part, Row, facts, links, row
from guides.page.compare.sides import COST, START, TRAINING, Side
from guides.page.money import years
from guides.page.notes import Margin, Note
from guides.page.texts import fact_cell


def way_in(sides: Sequence[Side]) -> Part:
    """Schooling, training, time and cost."""
    margin = Margin("b-compare-way")
    rows = [
        row(_("Usual way in"), sides, lambda side: side.role.way_in),
        row(_("Typical schooling"), sides, lambda side: _ladder(side, SCHOOLING, "entry_education")),
        row(_("Taught at work"), sides, lambda side: _ladder(side, AT_WORK, "training")),
        facts(_("Time to a first shift"), sides, START, margin),
        facts(_("Training"), sides, TRAINING, margin),
        facts(_("Cost of training"), sides, COST, margin),
        links(sides, _("Steps from today"), Section.Kind.WAY_IN, Section.Kind.TRAINING),
    ]
    for outlook in filter(None, (side.projection for side in sides)):
        margin.cite(outlook.source, years(outlook.base_year, outlook.target_year))
    return Part("way-in", _("Getting in"), _("Getting in"), rows, margin.notes())


def _ladder(side: Side, steps: list[Step], name: str) -> str:
    return in_words(steps, getattr(side.projection, name)) if side.projection else ""


def letters(sides: Sequence[Side]) -> Part:
    """The credentials for people starting out."""
    margin = Margin("b-compare-letters")
    numbers = row(_("Credentials for starting out"), sides, lambda side: str(len(side.letters) or ""))
    names = [Cell(side.role.title, items=tuple(_items(side, margin))) for side in sides]
    rows = [
        Row(_("How many"), numbers.cells, is_number=True),
        Row(_("Which, and the fee of the exam"), names),
        links(sides, _("Side by side"), Section.Kind.CREDENTIALS),
    ]
    return Part("credentials", _("Credentials"), _("Credentials for starting out"), rows, margin.notes())


def _items(side: Side, margin: Margin) -> Iterable[Item]:
    for letters in side.letters:
        item = letters.credential
        fee = fact_cell(letters.fee, margin) if letters.fee is not None else _("fee not in our data")
        yield Item(item.letters_and_issuer, item.issuer_url, fee)


def rule(sides: Sequence[Side]) -> Part:
    """What the reader's state asks."""
    state = sides[0].state
    if state is None:
        hint = _("Choose a state above. What you need before your first day changes at the state line.")
        return Part("rule", _("The rule"), _("The rule in your state"), [], hint=hint)
    rows = [Row(_("%s asks for") % state.name, [_rule_cell(side, _kind) for side in sides])]
    if any(side.rule for side in sides):
        rows += [
            Row(_("National certification"), [_rule_cell(side, _national) for side in sides]),
            Row(_("Continuing education"), [_rule_cell(side, lambda rule: rule.ce) for side in sides]),
            Row(_("Who decides"), [_board_cell(side) for side in sides]),
        ]
    links = [Cell(side.role.title, items=(Item(_("%s on one page") % state.name, _state_url(side)),)) for side in sides]
    notes = (Note("aside", "b-compare-rule-check", title=_("Check with the board"), text=_board_words()),)
    return Part("rule", _("The rule"), _("What %s asks") % state.name, [*rows, Row(_("Source and date"), links)], notes)


def _board_words() -> str:
    return _(
        "Rules change. The page of the state names source and date, and how sure we are; "
        "the board or office that decides has the last word."
    )


def _state_url(side: Side) -> str:
    return reverse("guides:state", args=[side.role.slug, side.state.usps.lower()]) if side.state else ""


def _kind(rule: StateRequirement) -> str:
    return str(rule.get_kind_display())


def _national(rule: StateRequirement) -> str:
    unknown = rule.national == StateRequirement.National.UNKNOWN
    return _("Not confirmed") if unknown else str(rule.get_national_display())


def _rule_cell(side: Side, tell: Callable[[StateRequirement], str]) -> Cell:
    """What could not be confirmed is not told as an answer."""
    if side.rule is None:
        return Cell(side.role.title, unknown=_("no rule on file"))
    if side.rule.confidence == Confidence.LOW:
        return Cell(side.role.title, unknown=_("not confirmed"))
    return Cell(side.role.title, tell(side.rule))


def _board_cell(side: Side) -> Cell:
    if side.rule is None:
        return Cell(side.role.title, unknown=_("no rule on file"))
    return Cell(side.role.title, items=(Item(side.rule.board, side.rule.board_url),))
