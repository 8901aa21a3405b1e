"""What the blocks of a guide show, each put together when its template asks for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from guides.models import (
    CareerRung,
    Credential,
    EntryStep,
    FrequentQuestion,
    Resource,
    Role,
    Source,
    State,
    WorkSetting,
)
from guides.page import outlook as outlooks
from guides.page.credentials import CredentialTable, LaterCredentials, credential_table, later_credentials
from guides.page.directory.links import WhereToLook, where_to_look
from guides.page.facts import FactStore
from guides.page.glance import Glance, glance
from guides.page.notes import Margin, Note
from guides.page.pay import PayPicture, SettingPay, no_pay, pay_picture, setting_pay
from guides.page.places import Place, all_places
from guides.page.settings import SettingTable, setting_table
from guides.page.state_pay import StatePay, state_pay
from guides.page.state_rules import StatePicture, StateRule, state_picture, state_rule
from guides.page.texts import Writer

T = TypeVar("T")
RESOURCES = {
    "associations": Resource.Kind.ASSOCIATION,
    "job-boards": Resource.Kind.JOB_BOARD,
    "programs": Resource.Kind.DIRECTORY,
    "education": Resource.Kind.EDUCATION,
    "regulators": Resource.Kind.OFFICIAL,
}


@dataclass(frozen=True)
class Told:
    """A row of the guide with its short text filled in."""

    row: EntryStep | CareerRung | FrequentQuestion
    html: SafeString

    @property
    def branches(self) -> list[str]:
        """The side ways of a rung."""
        lines = self.row.branches.splitlines() if isinstance(self.row, CareerRung) else []
        return [line.strip() for line in lines if line.strip()]


@dataclass(frozen=True)
class Outside:
    """Somewhere else worth going; unchecked where none of us looked, or could not confirm it."""

    resource: Resource
    is_unchecked: bool


class Blocks:
    """The blocks of one page. Rows are fetched once, and only where a block or a text needs them."""

    role: Role
    state: State | None
    today: date
    facts: FactStore
    writer: Writer
    blocks: frozenset[str] = frozenset()

    # ---- rows

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every state, D.C. and territory."""
        return self.facts.rows.get(("places",), all_places)

    @cached_property
    def _settings(self) -> list[WorkSetting]:
        return self._of_role("settings", self.role.settings.all)

    @cached_property
    def _steps(self) -> list[EntryStep]:
        return self._of_role("steps", self.role.steps.all)

    @cached_property
    def _rungs(self) -> list[CareerRung]:
        return self._of_role("rungs", self.role.rungs.all)

    @cached_property
    def _questions(self) -> list[FrequentQuestion]:
        return self._of_role("questions", self.role.questions.all)

    @cached_property
    def _credentials(self) -> list[Credential]:
        return self._of_role("credentials", self.role.credentials.all)

    @cached_property
    def _resources(self) -> list[Resource]:
        rows = Resource.objects.for_role(self.role)
        here = {None, self.state and self.state.pk}
        found: list[Resource] = self.facts.rows.get(("resources", self.role.pk), lambda: [*rows])
        return [place for place in found if place.state_id in here]

    def _of_role(self, name: str, rows: Callable[[], Iterable[T]]) -> list[T]:
        return self.facts.rows.get((name, self.role.pk), lambda: [*rows()])

    def short_texts(self) -> Iterator[str]:
        """Texts outside the sections that may hold tags, of the blocks that the guide shows."""
        if "steps" in self.blocks:
            yield from (step.body for step in self._steps)
        if "path" in self.blocks:
            yield from (rung.needs for rung in self._rungs)
        if "questions" in self.blocks:
            yield from (question.answer for question in self._questions)

    def touch_all(self) -> None:
        """Put together every block that cites a source, so that the list of sources is whole."""
        for block in ("steps", "path", "questions", "credentials", "more-credentials"):
            if block in self.blocks:
                getattr(self, block.replace("-", "_"))
        for row in (self.facts.wage_of.get("US"), self.facts.projection):
            if row is not None:
                self.facts.used[row.source.pk] = row.source

    def cited_by(self, blocks: Sequence[str]) -> Iterator[tuple[str, Source, str]]:
        """Sources that pictures of a section name anyway, so that its text need not: note, source, date."""
        for block in ("glance", "pay", "outlook"):
            picture = getattr(self, block) if block in blocks else None
            for note in picture.notes if picture is not None else ():
                yield from ((f"b-{block}", cited.source, cited.as_of) for cited in note.sources)

    # ---- figures

    @cached_property
    def glance(self) -> Glance:
        """The figures people compare."""
        return glance(self.facts)

    @cached_property
    def pay(self) -> PayPicture | None:
        """Pay here and in the U.S."""
        return pay_picture(self.facts)

    @property
    def no_pay(self) -> str:
        """What to say where there is no picture."""
        return no_pay(self.facts)

    @cached_property
    def pay_states(self) -> StatePay | None:
        """Pay in every state."""
        return state_pay(self.facts, self.places)

    @cached_property
    def pay_settings(self) -> SettingPay | None:
        """Pay in every setting."""
        return setting_pay(self.facts, self._settings)

    @cached_property
    def settings(self) -> SettingTable:
        """The settings side by side."""
        return setting_table(self.facts, self._settings)

    @cached_property
    def outlook(self) -> outlooks.Outlook | None:
        """Jobs now and then, and where openings come from."""
        return outlooks.outlook(self.facts.projection)

    # ---- rules and credentials

    @cached_property
    def state_rule(self) -> StateRule | None:
        """What the reader's state asks; nothing where no state is chosen."""
        return state_rule(self.role, self.state, self.today) if self.state else None

    @cached_property
    def state_picture(self) -> StatePicture:
        """How many places ask for what."""
        return self.facts.rows.get(("rules", self.role.pk, get_language()), lambda: state_picture(self.role))

    @cached_property
    def credentials(self) -> CredentialTable:
        """Those for people starting out."""
        return credential_table(self.facts, self.writer, [item for item in self._credentials if item.is_entry])

    @cached_property
    def more_credentials(self) -> LaterCredentials:
        """The later ones."""
        return later_credentials(self.facts, self.writer, [item for item in self._credentials if not item.is_entry])

    # ---- texts

    @cached_property
    def steps(self) -> tuple[list[Told], tuple[Note, ...]]:
        """The steps in, with their margin."""
        return self._told(self._steps, "body", "b-steps")

    @cached_property
    def path(self) -> tuple[list[Told], tuple[Note, ...]]:
        """The rungs, with their margin."""
        return self._told(self._rungs, "needs", "b-path")

    @cached_property
    def questions(self) -> tuple[list[Told], tuple[Note, ...]]:
        """Questions and answers, with their margin."""
        return self._told(self._questions, "answer", "b-questions")

    def _told(
        self, rows: Sequence[EntryStep | CareerRung | FrequentQuestion], name: str, base: str
    ) -> tuple[list[Told], tuple[Note, ...]]:
        margin = Margin(base)
        told = [Told(row, self.writer.short(getattr(row, name), margin)) for row in rows]
        return told, margin.notes()

    # ---- places outside

    @cached_property
    def associations(self) -> list[Outside]:
        """Where people of the trade meet."""
        return self._outside("associations")

    @cached_property
    def job_boards(self) -> list[Outside]:
        """Where jobs are posted."""
        return self._outside("job-boards")

    @cached_property
    def programs(self) -> list[Outside]:
        """Where programs are listed."""
        return self._outside("programs")

    @cached_property
    def education(self) -> list[Outside]:
        """Where continuing education is found and counted."""
        return self._outside("education")

    @cached_property
    def regulators(self) -> list[Outside]:
        """Who decides, or leads to who decides."""
        return self._outside("regulators")

    def _outside(self, block: str) -> list[Outside]:
        found = [row for row in self._resources if row.kind == RESOURCES[block]]
        # Those of the reader's state first, then those of this role, then those of any.
        found.sort(key=lambda row: (row.state_id is None, row.role_id is None))
        return [Outside(row, row.is_unchecked) for row in found]

    @cached_property
    def where_to_look(self) -> WhereToLook:
        """How many places of each kind the directory holds for this job, and the way to them."""
        return where_to_look(self.role, self.state, self._resources)
