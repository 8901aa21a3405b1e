"""The parts of a comparison: a heading that says the finding, rows with a cell for each role, sources below."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from guides.models import Confidence, Section, Source, StateRequirement
from guides.page.compare import BODY, COST, START, TRAINING, Side
from guides.page.money import count, dollars, percent, years
from guides.page.notes import Margin, Note, cite
from guides.page.scale import Scale, scale_over
from guides.page.strip import Strip, points
from guides.page.texts import fact_cell

_Kind = Section.Kind


@dataclass(frozen=True)
class Item:
    """One line of a cell: words, an address where they lead somewhere, and what is said after them."""

    words: SafeString | str
    url: str = ""
    after: SafeString | str = ""

    @property
    def is_outside(self) -> bool:
        """Whether the address leads to another site."""
        return self.url.startswith("http")


@dataclass(frozen=True)
class Cell:
    """What is known of one role; no text and no items mean that we do not know."""

    role: str
    text: SafeString | str = ""
    more: str = ""
    mark: str = ""
    items: tuple[Item, ...] = ()
    unknown: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.text or self.items)


@dataclass(frozen=True)
class Row:
    """One thing compared."""

    label: str
    cells: list[Cell]
    is_number: bool = False


@dataclass(frozen=True)
class Part:
    """Rows that belong together, below a heading."""

    slug: str
    title: str
    rows: list[Row]
    notes: tuple[Note, ...] = ()
    strips: list[Strip] = field(default_factory=list)
    scale: Scale | None = None
    hint: str = ""


def parts(sides: Sequence[Side]) -> list[Part]:
    """Everything that is compared, in the order in which people ask."""
    makers: list[Callable[[Sequence[Side]], Part]] = [_pay, _way_in, _letters, _rule, _outlook, _work]
    return [make(sides) for make in makers]


def marks(values: Sequence[float | None]) -> list[str]:
    """“highest” and “lowest” beside the figures that are; nothing where there is nothing to compare."""
    known = {value for value in values if value is not None}
    if len(known) < 2:  # noqa: PLR2004 -- one figure, or the same one twice
        return ["" for _value in values]
    words = {max(known): _("highest"), min(known): _("lowest")}
    return [words.get(value, "") if value is not None else "" for value in values]


def _row(label: str, sides: Sequence[Side], tell: Callable[[Side], str]) -> Row:
    return Row(label, [Cell(side.role.title, tell(side)) for side in sides])


def _facts(label: str, sides: Sequence[Side], keys: Iterable[str], margin: Margin) -> Row:
    keys = tuple(keys)
    views = [(side, side.first(keys)) for side in sides]
    return Row(
        label,
        [
            Cell(side.role.title, fact_cell(view, margin), view.label) if view else Cell(side.role.title)
            for side, view in views
        ],
    )


def _links(sides: Sequence[Side], words: str, *kinds: str) -> Row:
    cells = [Cell(side.role.title, items=(Item(words, side.section_url(*kinds)),)) for side in sides]
    return Row(_("In the guide"), cells)


def _cited(base: str, found: Iterable[tuple[Source, str] | None]) -> tuple[Note, ...]:
    return cite(base, [pair for pair in found if pair is not None])


# ---- pay


def _pay(sides: Sequence[Side]) -> Part:
    known = [side.wage for side in sides if side.wage is not None]
    scale = scale_over(value for wage in known for value in points(wage).values())
    is_mixed = len({wage.place for wage in known}) > 1
    strips = [Strip(_named(side, is_mixed=is_mixed), side.wage, scale) for side in sides]
    middles = [side.wage.year_median if side.wage else None for side in sides]
    told = ["" for _side in sides] if is_mixed else marks(middles)
    rows = [
        Row(
            _("Middle pay a year"),
            [
                Cell(side.role.title, dollars(middle), side.here_name if is_mixed else "", mark)
                for side, middle, mark in zip(sides, middles, told, strict=True)
            ],
            is_number=True,
        ),
        *(_points(sides, label, point) for label, point in _points_told()),
        Row(
            _("Jobs"),
            [Cell(side.role.title, count(side.wage.employment) if side.wage else "") for side in sides],
            is_number=True,
        ),
        _links(sides, _("Pay by place and setting"), _Kind.PAY),
    ]
    notes = (*_starting_out(), *_cited("b-compare-pay", [(wage.source, wage.as_of) for wage in known]))
    return Part("pay", _pay_title(sides, is_mixed=is_mixed), rows, notes, strips, scale)


def _points_told() -> list[tuple[str, str]]:
    return [
        (_("Middle pay an hour"), "hour_median"),
        (_("Starting out: 1 in 10 earns under"), "year_p10"),
        (_("At the top: 1 in 10 earns over"), "year_p90"),
    ]


def _points(sides: Sequence[Side], label: str, point: str) -> Row:
    cells = [Cell(side.role.title, dollars(getattr(side.wage, point)) if side.wage else "") for side in sides]
    return Row(label, cells, is_number=True)


def _named(side: Side, *, is_mixed: bool) -> str:
    return f"{side.role.title}, {side.here_name}" if is_mixed else side.role.title


def _starting_out() -> tuple[Note, ...]:
    text = _(
        "The lowest tenth is as near as the survey comes to pay for beginners. It does not ask who is new. "
        "Pay is before tax; people who work for themselves are left out."
    )
    return (Note("aside", "b-compare-pay-start", title=_("Starting out?"), text=text),)


def _pay_title(sides: Sequence[Side], *, is_mixed: bool) -> str:
    known = [(side.wage.year_median, side) for side in sides if side.wage and side.wage.year_median]
    known.sort(key=lambda pair: -pair[0])
    if is_mixed or len(known) < 2:  # noqa: PLR2004 -- one figure alone
        return _("Pay")
    (most, top), (least, bottom) = known[0], known[-1]
    told = {"place": top.here_name, "pay": dollars(most), "top": top.role.plural, "apart": dollars(most - least)}
    if most == least:
        return _("In %(place)s all of them earn %(pay)s in the middle") % told
    words = _("In %(place)s %(top)s earn %(apart)s more in the middle than %(bottom)s")
    return words % {**told, "top": inside(top.role.plural), "bottom": inside(bottom.role.plural)}


def inside(name: str) -> str:
    """A name inside a sentence: “Pharmacy technicians” begins small there, “EMTs” does not."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


# ---- the way in


def _way_in(sides: Sequence[Side]) -> Part:
    margin = Margin("b-compare-way")
    rows = [
        _row(_("Usual way in"), sides, lambda side: side.role.way_in),
        _row(_("Typical schooling"), sides, lambda side: side.projection.entry_education if side.projection else ""),
        _row(_("Taught at work"), sides, lambda side: side.projection.training if side.projection else ""),
        _facts(_("Time to a first shift"), sides, START, margin),
        _facts(_("Training"), sides, TRAINING, margin),
        _facts(_("Cost of training"), sides, COST, margin),
        _links(sides, _("Steps from today"), _Kind.WAY_IN, _Kind.TRAINING),
    ]
    outlooks = [side.projection for side in sides]
    schooling = [(row.source, years(row.base_year, row.target_year)) if row else None for row in outlooks]
    return Part("way-in", _("Getting in"), rows, (*margin.notes(), *_cited("b-compare-school", schooling)))


# ---- credentials


def _letters(sides: Sequence[Side]) -> Part:
    margin = Margin("b-compare-letters")
    numbers = _row(_("Credentials for starting out"), sides, lambda side: str(len(side.letters) or ""))
    names = [Cell(side.role.title, items=tuple(_items(side, margin))) for side in sides]
    rows = [
        Row(_("How many"), numbers.cells, is_number=True),
        Row(_("Which, and the fee of the exam"), names),
        _links(sides, _("Side by side"), _Kind.CREDENTIALS),
    ]
    return Part("credentials", _("Credentials for starting out"), rows, margin.notes())


def _items(side: Side, margin: Margin) -> Iterable[Item]:
    for letters in side.letters:
        item = letters.credential
        name = f"{item.abbreviation or item.name}, {item.issuer}"
        fee = fact_cell(letters.fee, margin) if letters.fee is not None else _("fee not in our data")
        yield Item(name, item.issuer_url, fee)


# ---- the rule


def _rule(sides: Sequence[Side]) -> Part:
    state = sides[0].state
    if state is None:
        hint = _("Choose a state above. What you need before your first day changes at the state line.")
        return Part("rule", _("The rule in your state"), [], hint=hint)
    rows = [Row(_("%s asks for") % state.name, [_rule_cell(side, _kind) for side in sides])]
    if any(side.rule for side in sides):
        rows += [
            Row(_("National certification"), [_rule_cell(side, _national) for side in sides]),
            Row(_("Continuing education"), [_rule_cell(side, lambda rule: rule.ce) for side in sides]),
            Row(_("Who decides"), [_board_cell(side) for side in sides]),
        ]
    links = [Cell(side.role.title, items=(Item(_("%s on one page") % state.name, _state_url(side)),)) for side in sides]
    notes = (Note("aside", "b-compare-rule-check", title=_("Check with the board"), text=_board_words()),)
    return Part("rule", _("What %s asks") % state.name, [*rows, Row(_("Source and date"), links)], notes)


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


# ---- outlook


def _outlook(sides: Sequence[Side]) -> Part:
    rows = [side.projection for side in sides]
    changes = [row.change_percent if row else None for row in rows]
    openings = [row.openings if row else None for row in rows]
    told = zip(sides, changes, marks([float(x) if x is not None else None for x in changes]), strict=True)
    opened = zip(sides, openings, marks(openings), strict=True)
    cited = [(row.source, years(row.base_year, row.target_year)) if row else None for row in rows]
    return Part(
        "outlook",
        _outlook_title(sides),
        [
            Row(
                _("Change in jobs in ten years"),
                [Cell(side.role.title, percent(change, signed=True), mark=mark) for side, change, mark in told],
                is_number=True,
            ),
            Row(
                _("Openings a year, U.S."),
                [Cell(side.role.title, count(number), mark=mark) for side, number, mark in opened],
                is_number=True,
            ),
            _links(sides, _("The reasons both ways"), _Kind.OUTLOOK),
        ],
        _cited("b-compare-outlook", cited),
    )


def _outlook_title(sides: Sequence[Side]) -> str:
    known = [
        (side.projection.change_percent, side)
        for side in sides
        if side.projection and side.projection.change_percent is not None
    ]
    known.sort(key=lambda pair: -pair[0])
    if len(known) < 2 or known[0][0] <= 0 or known[0][0] == known[1][0]:  # noqa: PLR2004 -- one figure alone
        return _("Outlook")
    change, top = known[0]
    year = top.projection.target_year if top.projection else ""
    words = _("Jobs of %(top)s are expected to grow most, by %(change)s until %(year)s")
    return words % {"top": inside(top.role.plural), "change": percent(change), "year": year}


# ---- the work


def _work(sides: Sequence[Side]) -> Part:
    margin = Margin("b-compare-work")
    rows = [
        Row(_("Most jobs are in"), [_setting_cell(side) for side in sides]),
        *(_main(sides, label, name) for label, name in _setting_words()),
        _facts(_("What it asks of the body"), sides, BODY, margin),
        _row(_("Other settings"), sides, _others),
        _links(sides, _("A day, hour by hour"), _Kind.DAY, _Kind.WORK),
    ]
    text = _(
        "Pace, people, hours and the hardest part are our editors’ summary of the setting with the most jobs. "
        "Each guide compares all of them."
    )
    own = Note("aside", "b-compare-work-own", title=_("Whose words"), text=text)
    shares = [side.wages["US"] for side in sides if "US" in side.wages and side.main_setting]
    notes = (own, *margin.notes(), *_cited("b-compare-jobs", [(wage.source, wage.as_of) for wage in shares]))
    return Part("work", _("What a day asks of you"), rows, notes)


def _setting_words() -> list[tuple[str, str]]:
    return [
        (_("Pace there"), "pace"),
        (_("In front of you"), "people"),
        (_("Hours there"), "hours"),
        (_("Hardest part"), "hardest"),
    ]


def _main(sides: Sequence[Side], label: str, name: str) -> Row:
    return _row(label, sides, lambda side: getattr(side.main_setting, name, ""))


def _setting_cell(side: Side) -> Cell:
    setting, nation = side.main_setting, side.wages.get("US")
    if setting is None:
        return Cell(side.role.title)
    jobs = side.jobs_in(setting)
    share = jobs / nation.employment * 100 if jobs and nation is not None and nation.employment else 0
    more = _("%d%% of jobs, U.S.") % round(share) if share >= 1 else ""
    return Cell(side.role.title, capfirst(setting.name), more)


def _others(side: Side) -> str:
    main = side.main_setting
    return ", ".join(setting.name for setting in side.settings if setting is not main)
