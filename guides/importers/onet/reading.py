"""Reads a whole release out of one or several paths, or says in one sentence why it cannot be used."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guides.importers.files import DataFile
from guides.importers.onet import details, occupations, ratings
from guides.importers.onet.layout import COLUMNS, FILES, REQUIRED, Part
from guides.importers.onet.opening import OpenedPath, open_path
from guides.importers.onet.rows import Contents
from guides.importers.onet.table import FileReport, Table
from guides.importers.onet.version import Edition, edition_of
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused

READERS: Mapping[Part, Callable[[Table, Contents], None]] = {
    Part.OCCUPATIONS: occupations.read_occupations,
    Part.TASKS: details.read_tasks,
    Part.ZONE_NAMES: occupations.read_zone_names,
    Part.ZONES: occupations.read_zones,
    Part.INTERESTS: occupations.read_interests,
    Part.ELEMENTS: ratings.read_elements,
    Part.SKILLS: ratings.read_skills,
    Part.KNOWLEDGE: ratings.read_knowledge,
    Part.EDUCATION_NAMES: details.read_education_names,
    Part.EDUCATION: details.read_education,
    Part.TITLES: details.read_titles,
    Part.REPORTED: details.read_reported,
    Part.SOFTWARE: details.read_software,
    Part.RELATED: details.read_related,
}


@dataclass(frozen=True)
class Found:
    """A path with the release it holds."""

    path: OpenedPath
    edition: Edition


@dataclass
class Release:
    """What the paths hold together: the rows, and what became of every file."""

    main: Edition
    paths: list[Found]
    contents: Contents
    files: list[FileReport]
    absent: list[Part]
    halves: list[str]  # files whose other half is missing
    passed: list[DataFile] = field(default_factory=list)  # a newer path holds the same

    def editions(self) -> dict[Edition, dict[str, int]]:
        """Every release that rows were taken from, with its files and their rows."""
        by_version: dict[str, dict[str, int]] = defaultdict(dict)
        for file in self.files:
            by_version[file.version][file.name] = file.rows
        known = {found.edition.version: found.edition for found in reversed(self.paths)}
        return {known[version]: files for version, files in by_version.items()}

    def holes(self) -> dict[Part, int]:
        """How many occupations the release says nothing of, by subject; subjects that are absent are left out."""
        said, codes = self.contents, self.contents.occupations
        having: dict[Part, set[str]] = {
            Part.TASKS: {code for code, _number in said.tasks},
            Part.ZONES: {code for code, row in codes.items() if row.job_zone_id is not None},
            Part.INTERESTS: {code for code, row in codes.items() if row.realistic is not None},
            Part.SKILLS: {code for code, _element in said.skills},
            Part.KNOWLEDGE: {code for code, _element in said.knowledge},
            Part.EDUCATION: {code for code, _category in said.education},
            Part.SOFTWARE: {code for code, _name, _category in said.software},
        }
        return {part: len(codes) - len(some) for part, some in having.items() if part not in self.absent}


@dataclass(frozen=True)
class _Chosen:
    """The files that hold one subject, and the release they are from."""

    files: list[DataFile]
    edition: Edition


def read_release(paths: Iterable[str], *, tell: Callable[[FileReport], None]) -> Release:
    """Read and check everything; `tell` hears of each file when it has been read."""
    found = [Found(path, edition_of(path)) for path in map(open_path, paths)]
    main = _main(found)
    chosen, passed = _choose(found)
    contents, reports = Contents(), list[FileReport]()
    for part in READERS:
        for file in chosen[part].files if part in chosen else ():
            table = Table(file, chosen[part].edition.version, COLUMNS[part])
            READERS[part](table, contents)
            tell(table.report)
            reports.append(table.report)
    if not contents.tasks:
        raise refused("Task Statements.txt", _("None of its tasks belongs to an occupation of the release."))
    absent = [part for part in READERS if part not in chosen]
    return Release(main, found, contents, reports, absent, _halves(chosen), passed)


def _main(found: Sequence[Found]) -> Edition:
    """The release whose occupations are taken; every file that must be there is."""
    for part in REQUIRED:
        (name,) = FILES[part][0]
        holders = [one for one in found if name in one.path.files]
        if not holders:
            raise refused(name, _("This file is not in what you named, and nothing can be imported without it."))
        if len(holders) > 1:
            first, second = holders[:2]
            text = _("This is a whole release as “%(other)s” is. Name one of them, and beside it only what it lacks.")
            raise refused(second.path.name, text, other=first.path.name)
        if part is Part.OCCUPATIONS:
            main = holders[0].edition
    return main


def _choose(found: Sequence[Found]) -> tuple[dict[Part, _Chosen], list[DataFile]]:
    """For each subject the files of the newest release that has it, and the files that are passed over for it."""
    chosen: dict[Part, _Chosen] = {}
    passed: list[DataFile] = []
    for one in sorted(found, key=lambda one: one.edition.order, reverse=True):
        for part, files in _by_part(one.path).items():
            choice = chosen.setdefault(part, _Chosen([], one.edition))
            names = {file.name for file in choice.files}
            if names and (choice.edition.version != one.edition.version or names & {file.name for file in files}):
                passed += files
            else:
                choice.files.extend(files)
    return chosen, passed


def _by_part(path: OpenedPath) -> dict[Part, list[DataFile]]:
    """The files of a path by subject; both layouts at once are two releases in one folder."""
    by_part: dict[Part, list[DataFile]] = {}
    for part, layouts in FILES.items():
        there = [[path.files[name] for name in names if name in path.files] for names in layouts]
        holding = [files for files in there if files]
        if len(holding) > 1:
            text = _("This folder holds “%(other)s” as well: two releases lie in one another. Unpack each on its own.")
            raise refused(holding[1][0].where, text, other=holding[0][0].name)
        if holding:
            by_part[part] = holding[0]
    return by_part


def _halves(chosen: Mapping[Part, _Chosen]) -> list[str]:
    """Files that are missing although the other half of their subject is there."""
    missing: list[str] = []
    for part, choice in chosen.items():
        names = {file.name for file in choice.files}
        for layout in FILES[part]:
            if names & {*layout}:
                missing += [name for name in layout if name not in names]
    return missing
