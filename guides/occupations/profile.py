"""Puts the profile of one occupation together, for one reader's state. Each part is fetched when it is asked for."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from guides.importers.onet.layout import Part
from guides.models import Element, Occupation, OutlookReason, Projection, Role, State
from guides.occupations.fields import field_of
from guides.occupations.guides_written import guides_by_code
from guides.occupations.interests import Interests, interests
from guides.occupations.neighbors import Near, Neighbors, near, neighbors
from guides.occupations.pay import OccupationPay, counted_as, group_of
from guides.occupations.ratings import Ratings, ratings
from guides.occupations.releases import Releases, releases
from guides.occupations.schooling import Schooling, schooling
from guides.occupations.software import Programs, programs
from guides.occupations.tasks import Tasks, tasks
from guides.occupations.titles import JobTitles, job_titles
from guides.page import outlook as outlooks
from guides.page.area_pay import AreaPay, area_pay
from guides.page.glance import Fig, jobs_fig, openings_fig, pay_fig
from guides.page.money import years
from guides.page.notes import Note, cite
from guides.page.pay import PayPicture, no_pay, pay_picture
from guides.page.places import Place, all_places
from guides.page.state_pay import StatePay, state_pay


@dataclass(frozen=True)
class PagePart:
    """One part of the page: where it stands and what it is called."""

    anchor: str
    title: str

    @property
    def template(self) -> str:
        """How it is drawn."""
        return f"occupations/parts/_{self.anchor}.html"


@dataclass
class Profile:
    """One occupation for one reader."""

    occupation: Occupation
    state: State | None
    now: datetime

    # ---- rows

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every state, D.C. and territory."""
        return all_places()

    @cached_property
    def releases(self) -> Releases:
        """The editions that the page rests on."""
        return releases()

    @cached_property
    def _near(self) -> list[Near]:
        return near(self.occupation)

    @cached_property
    def wages(self) -> OccupationPay:
        """Pay of the occupation and of those next door."""
        socs = [item.soc for item in self._near]
        return OccupationPay(self.occupation.soc, state=self.state, neighbors=socs)

    @cached_property
    def projection(self) -> Projection | None:
        """The outlook, of the broader group where the occupation is not counted by itself."""
        codes = [self.occupation.soc, group_of(self.occupation.soc)]
        rows = {row.soc: row for row in Projection.objects.filter(soc__in=codes).select_related("source")}
        return rows.get(counted_as(self.occupation.soc, rows))

    @cached_property
    def _guides(self) -> dict[str, Role]:
        return guides_by_code(self.now)

    # ---- head

    @property
    def field(self) -> str:
        """The field of work, in words."""
        return field_of(self.occupation.code)

    @cached_property
    def guide(self) -> Role | None:
        """The guide that we wrote about this occupation, or about another of the same SOC code."""
        return self._guides.get(self.occupation.code) or self._guides.get(self.occupation.soc)

    @cached_property
    def guide_next_door(self) -> Role | None:
        """Where we wrote none, the guide about the nearest occupation that has one."""
        found = (self._guides.get(item.code) or self._guides.get(item.soc) for item in self._near)
        return None if self.guide else next((role for role in found if role), None)

    @cached_property
    def figs(self) -> list[Fig]:
        """The figures that people compare."""
        figs = [pay_fig(self.wages), jobs_fig(self.wages), openings_fig(self.projection)]
        zone = self.schooling.zone
        return [*figs, Fig(_("Time to get ready"), zone.short if zone else "", is_words=True)]

    @cached_property
    def figs_notes(self) -> tuple[Note, ...]:
        """Where the figures come from."""
        here, row = self.wages.wage_of.get(self.wages.here), self.projection
        cited = [(here.source, here.as_of)] if here is not None else []
        cited += [(row.source, years(row.base_year, row.target_year))] if row is not None else []
        onet = self.releases.cited(Part.ZONES) if self.schooling.zone else []
        return cite("b-glance", [*cited, *onet])

    # ---- what the release says

    @cached_property
    def tasks(self) -> Tasks:
        """What people do."""
        return tasks(self.occupation)

    @cached_property
    def _ratings(self) -> dict[str, Ratings]:
        return ratings(self.occupation)

    @property
    def rated(self) -> list[tuple[str, str, Ratings]]:
        """Skills and knowledge, those that the release rates: a key, a heading, the rows."""
        both = [
            ("skill", _("Skills"), self._ratings[Element.Kind.SKILL]),
            ("knowledge", _("Knowledge"), self._ratings[Element.Kind.KNOWLEDGE]),
        ]
        return [(key, words, found) for key, words, found in both if found]

    @cached_property
    def software(self) -> Programs:
        """Programs they use."""
        return programs(self.occupation)

    @cached_property
    def schooling(self) -> Schooling:
        """How people get ready."""
        return schooling(self.occupation, self.projection)

    @cached_property
    def interests(self) -> Interests | None:
        """What the work is like."""
        return interests(self.occupation)

    @cached_property
    def related(self) -> Neighbors:
        """Occupations next door."""
        return neighbors(self._near, self.wages, self._guides)

    @cached_property
    def titles(self) -> JobTitles:
        """What the job is called."""
        return job_titles(self.occupation)

    # ---- pay and outlook

    @cached_property
    def pay(self) -> PayPicture | None:
        """Pay here and in the U.S."""
        return pay_picture(self.wages)

    @property
    def no_pay(self) -> str:
        """What to say where there is no picture."""
        return no_pay(self.wages)

    @cached_property
    def pay_states(self) -> StatePay | None:
        """Pay in every state."""
        return state_pay(self.wages, self.places)

    @cached_property
    def pay_areas(self) -> AreaPay | None:
        """Pay inside the reader's state."""
        return area_pay(self.wages.code, self.state) if self.state else None

    @cached_property
    def outlook(self) -> outlooks.Outlook | None:
        """Jobs now and then, and where openings come from."""
        return outlooks.outlook(self.projection)

    @property
    def group(self) -> str:
        """The broader group that pay or outlook stand for; empty where they are the occupation's own."""
        code = self.projection.soc if self.projection else self.occupation.soc
        found = {self.wages.code, code} - {"", self.occupation.soc}
        return next(iter(found), "")

    @cached_property
    def reasons(self) -> list[OutlookReason]:
        """Why BLS expects the occupation's share of jobs to change, all industries together first."""
        rows = OutlookReason.objects.filter(soc=self.projection.soc) if self.projection else []
        return sorted(rows, key=lambda row: (not row.industry_code.startswith("TE"), row.industry))

    # ---- margin

    @property
    def task_notes(self) -> tuple[Note, ...]:
        """Where the tasks come from."""
        return self.releases.cite("b-tasks", Part.TASKS)

    @property
    def rating_notes(self) -> tuple[Note, ...]:
        """Where the ratings come from."""
        return self.releases.cite("b-skills", Part.SKILLS, Part.KNOWLEDGE)

    @property
    def software_notes(self) -> tuple[Note, ...]:
        """Where the programs come from."""
        return self.releases.cite("b-software", Part.SOFTWARE)

    @property
    def schooling_notes(self) -> tuple[Note, ...]:
        """Where time and schooling come from."""
        onet = self.releases.cited(Part.ZONES, Part.EDUCATION)
        row = self.projection
        bls = [(row.source, years(row.base_year, row.target_year))] if row and self.schooling.usual else []
        return cite("b-schooling", [*onet, *bls])

    @property
    def interest_notes(self) -> tuple[Note, ...]:
        """Where the interests come from."""
        return self.releases.cite("b-interests", Part.INTERESTS)

    @property
    def related_notes(self) -> tuple[Note, ...]:
        """Where the list, and the pay in it, come from."""
        onet = self.releases.cited(Part.RELATED)
        national = self.wages.wage_of.get("US")
        bls = [(national.source, national.as_of)] if national is not None else []
        return cite("b-related", [*onet, *bls])

    # ---- contents

    @cached_property
    def parts(self) -> list[PagePart]:
        """The parts of the page that have something to say, in their order."""
        told = [
            ("glance", _("At a glance"), True),
            ("tasks", _("What people do"), True),
            ("skills", _("Skills and knowledge"), True),
            ("software", _("Software"), self.software.count),
            ("preparation", _("Getting ready"), self.schooling),
            ("interests", _("What the work is like"), self.interests),
            ("pay", _("Pay"), self.wages.wage_of),
            ("outlook", _("Outlook"), self.outlook),
            ("related", _("Occupations next door"), self._near),
            ("titles", _("Job titles"), self.titles.count),
            ("sources", _("Sources"), True),
        ]
        return [PagePart(anchor, title) for anchor, title, is_there in told if is_there]
