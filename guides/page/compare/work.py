"""What a day asks of you."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from guides.models import Section
from guides.page.compare.cells import Cell, Part, Row, facts, links, row
from guides.page.compare.sides import BODY, Side
from guides.page.notes import Margin, Note


def work(sides: Sequence[Side]) -> Part:
    """The setting with the most jobs, and what it is like."""
    margin = Margin("b-compare-work")
    rows = [
        Row(_("Most jobs are in"), [_setting_cell(side) for side in sides]),
        *(_main(sides, label, name) for label, name in _setting_words()),
        facts(_("What it asks of the body"), sides, BODY, margin),
        row(_("Other settings"), sides, _others),
        links(sides, _("A day, hour by hour"), Section.Kind.DAY, Section.Kind.WORK),
    ]
    text = _(
        "Pace, people, hours and the hardest part are our editors’ summary of the setting with the most jobs. "
        "Each guide compares all of them."
    )
    own = Note("aside", "b-compare-work-own", title=_("Whose words"), text=text)
    for side in sides:
        if "US" in side.wages and side.main_setting:
            margin.cite(side.wages["US"].source, side.wages["US"].as_of)
    return Part("work", _("The work"), _("What a day asks of you"), rows, (own, *margin.notes()))


def _setting_words() -> list[tuple[str, str]]:
    return [
        (_("Pace there"), "pace"),
        (_("In front of you"), "people"),
        (_("Hours there"), "hours"),
        (_("Hardest part"), "hardest"),
    ]


def _main(sides: Sequence[Side], label: str, name: str) -> Row:
    return row(label, sides, lambda side: getattr(side.main_setting, name, ""))


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
