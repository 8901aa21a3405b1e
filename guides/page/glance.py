"""The few figures that people compare jobs by."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from guides.models import Projection
from guides.occupations.training import SCHOOLING, in_words
from guides.page.facts import FactStore, FactView
from guides.page.money import count, openings_a_year, pay, percent, years
from guides.page.notes import Margin, Note, cite
from guides.page.pay_here import PayHere
from guides.page.reliable import are_jobs_sure, has_pay, instead_of_pay

# The first of these that the guide has says how long it takes to train, and what a day asks of the body.
TIME_FACTS = ("training.months", "start.time")
DAY_FACTS = ("day.asks", "posting.standing")
GLANCE_FACTS = (*TIME_FACTS, *DAY_FACTS)


@dataclass(frozen=True)
class Fig:
    """One figure: what it is, the figure itself, what to know about it. No figure means that we have none."""

    label: str
    value: str
    more: str = ""
    is_words: bool = False
    tag: str = ""
    instead: str = ""

    @property
    def no_value(self) -> str:
        """What to say where there is no figure."""
        return self.instead or _("not in our data")


@dataclass(frozen=True)
class Glance:
    """All the figures, with their sources."""

    figs: list[Fig]
    notes: tuple[Note, ...]


def glance(facts: FactStore) -> Glance:
    """Pay, jobs and openings from the statistics; time and what a day asks from the guide's own facts."""
    time, day = _first(facts, TIME_FACTS), _first(facts, DAY_FACTS)
    figs = [pay_fig(facts), jobs_fig(facts), openings_fig(facts.projection), _way_in(facts)]
    figs += (
        [_told(_("Time to train"), time), _told(_("What a day asks"), day)]
        if day
        else [_told(_("Time to train"), time)]
    )
    here, row = facts.wage_of.get(facts.here), facts.projection
    cited = [(here.source, here.as_of)] if here is not None else []
    cited += [(row.source, years(row.base_year, row.target_year))] if row is not None else []
    told = [view for view in (time, day) if view is not None]
    cited += [(view.source, view.as_of) for view in told if view.source is not None]
    doubts = Margin("b-glance", facts={view.key: view for view in told}).notes()
    return Glance(figs, (*doubts, *cite("b-glance", cited)))


def _first(facts: FactStore, keys: tuple[str, ...]) -> FactView | None:
    return next((view for key in keys if (view := facts.get(key)) is not None), None)


def pay_fig(facts: PayHere) -> Fig:
    """The middle pay where the reader lives, beside the nation's."""
    here, national = facts.wage_of.get(facts.here), facts.wage_of.get("US")
    label = _("Middle pay in %s") % facts.here_name
    if here is None or not has_pay(here):
        return Fig(label, "", instead=instead_of_pay(here))
    if here.year_median is None:
        return Fig(label, pay(here, "hour_median"), _("an hour; no yearly figure is released"))
    parts = [_("a year")]
    if here.hour_median is not None:
        parts.append(_("%s an hour") % pay(here, "hour_median"))
    more = ", ".join(parts)
    if here.place != "US" and national is not None and national.year_median:
        more = _("%(more)s; U.S. %(pay)s") % {"more": more, "pay": pay(national, "year_median")}
    return Fig(label, pay(here, "year_median"), more)


def jobs_fig(facts: PayHere) -> Fig:
    """How many jobs there are where the reader lives."""
    here, national = facts.wage_of.get(facts.here), facts.wage_of.get("US")
    label = _("Jobs in %s") % facts.here_name
    if here is None or here.employment is None:
        return Fig(label, "")
    if not are_jobs_sure(here):
        return Fig(label, "", instead=_("too few answers to be sure"))
    more = _("on payrolls, %s") % here.as_of
    if here.place != "US" and national is not None and national.employment:
        more = _("of %s in the U.S.") % count(national.employment)
    return Fig(label, count(here.employment), more)


def openings_fig(row: Projection | None) -> Fig:
    """How many openings come up a year, and how the number of jobs changes."""
    if row is None or row.openings is None:
        return Fig(_("Openings a year"), "")
    more = _("in the U.S., %s") % years(row.base_year, row.target_year)
    if row.change_percent is not None:
        more = _("%(more)s; jobs %(change)s") % {"more": more, "change": percent(row.change_percent, signed=True)}
    return Fig(_("Openings a year"), openings_a_year(row.openings), more)


def _way_in(facts: FactStore) -> Fig:
    row = facts.projection
    schooling = in_words(SCHOOLING, row.entry_education) if row and row.entry_education else ""
    more = _("typical schooling: %s") % f"{schooling[:1].lower()}{schooling[1:]}" if schooling else ""
    return Fig(_("Usual way in"), facts.role.way_in, more, is_words=True)


def _told(label: str, view: FactView | None) -> Fig:
    if view is None:
        return Fig(label, "")
    tag = _("not confirmed") if view.is_low else _("past its check") if view.is_stale else ""
    return Fig(label, capfirst(view.value), view.label, is_words=True, tag=tag)
