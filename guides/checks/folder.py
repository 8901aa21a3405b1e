"""Checks a folder of content files before it is loaded: every text, against the folder and what is there already."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain

from guides.checks.lookup import GuideTargets, Lookup, guide_anchors
from guides.checks.texts import check_text
from guides.content_files import FileProblem, Folder, Where
from guides.content_files.entries import (
    FactEntry,
    ProjectionEntry,
    QuestionEntry,
    RoleEntry,
    RungEntry,
    SectionEntry,
    StepEntry,
    TermEntry,
    WagesEntry,
)

# Fields whose tags are filled in.
_MARKDOWN = {
    SectionEntry: ("body", "next_body"),
    StepEntry: ("body",),
    QuestionEntry: ("answer",),
    RungEntry: ("needs",),
}


class FolderLookup:
    """What texts of a folder may name: what the folder holds, then what `besides` knows."""

    def __init__(self, folder: Folder, *, besides: Lookup | None = None) -> None:
        self.folder = folder
        self.besides = besides
        self._guides: dict[str, GuideTargets] = {}

    @cached_property
    def facts(self) -> AbstractSet[str]:
        """Full keys of all facts."""
        own = {entry.key for entry in self.folder.of(FactEntry)}
        return own | self.besides.facts if self.besides else own

    @cached_property
    def terms(self) -> AbstractSet[str]:
        """Slugs of all glossary terms."""
        own = {entry.slug for entry in self.folder.of(TermEntry)}
        return own | self.besides.terms if self.besides else own

    @cached_property
    def _roles(self) -> dict[str, RoleEntry]:
        return {entry.slug: entry for entry in self.folder.of(RoleEntry)}

    @cached_property
    def _pay(self) -> dict[str, AbstractSet[str]]:
        return {
            entry.soc: {f"n{row.naics}" if row.naics else row.place for row in entry.rows}
            for entry in self.folder.of(WagesEntry)
        }

    @cached_property
    def _outlook(self) -> AbstractSet[str]:
        return {entry.soc for entry in self.folder.of(ProjectionEntry)}

    def guide(self, slug: str) -> GuideTargets | None:
        """The guide with that slug, or nothing."""
        if slug not in self._roles:
            return self.besides.guide(slug) if self.besides else None
        if slug not in self._guides:
            anchors = guide_anchors(
                [(part.slug, part.body) for part in self.folder.of(SectionEntry) if part.role == slug],
                questions=[entry.slug for entry in self.folder.of(QuestionEntry) if entry.role == slug],
                steps=[entry.slug for entry in self.folder.of(StepEntry) if entry.role == slug],
            )
            self._guides[slug] = GuideTargets(self._roles[slug].status == "published", anchors)
        return self._guides[slug]

    def pay_places(self, soc: str) -> AbstractSet[str]:
        """Places and industries that pay is known for."""
        if soc in self._pay:
            return self._pay[soc]
        return self.besides.pay_places(soc) if self.besides else frozenset()

    def has_outlook(self, soc: str) -> bool:
        """Whether the occupation has a projection."""
        return soc in self._outlook or (self.besides is not None and self.besides.has_outlook(soc))


def check_folder_texts(folder: Folder, *, besides: Lookup | None = None) -> Iterator[FileProblem]:
    """Everything that keeps the folder's texts from being published."""
    lookup = FolderLookup(folder, besides=besides)
    roles = {entry.slug: entry for entry in folder.of(RoleEntry)}
    for section in folder.of(SectionEntry):
        for problem in check_text(section.body, role=roles.get(section.role), lookup=lookup, prefix=section.slug):
            yield FileProblem(Where(section.where.file, section.body_line + problem.line - 1), problem.message)
    for entry, name, text in _short_texts(folder):
        for problem in check_text(text, role=roles.get(entry.role), lookup=lookup):
            yield FileProblem(entry.where, f"{name}: {problem.message}")


def _short_texts(folder: Folder) -> Iterator[tuple[StepEntry | QuestionEntry | RungEntry, str, str]]:
    """The Markdown that stands in role.yaml."""
    steps = ((entry, "body", entry.body) for entry in folder.of(StepEntry))
    questions = ((entry, "answer", entry.answer) for entry in folder.of(QuestionEntry))
    rungs = ((entry, "needs", entry.needs) for entry in folder.of(RungEntry))
    return chain(steps, questions, rungs)
