"""The files of the O*NET text release that we use, under the names and columns of both layouts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guides.importers.problems import gettext_noop as _


class Part(StrEnum):
    """A subject of the release; since release 30.3 some have another file, or two."""

    OCCUPATIONS = _("occupations")
    TASKS = _("tasks")
    ZONE_NAMES = _("descriptions of the job zones")
    ZONES = _("job zones")
    INTERESTS = _("interests")
    ELEMENTS = _("descriptions of skills and knowledge")
    SKILLS = _("skills")
    KNOWLEDGE = _("knowledge")
    EDUCATION_NAMES = _("names of the levels of education")
    EDUCATION = _("education")
    TITLES = _("job titles")
    REPORTED = _("job titles that people in the job reported")
    SOFTWARE = _("software")
    RELATED = _("related occupations")


REQUIRED = (Part.OCCUPATIONS, Part.TASKS)

# For each subject, the files that hold it in one layout or in the other.
FILES: Mapping[Part, tuple[tuple[str, ...], ...]] = {
    Part.OCCUPATIONS: (("Occupation Data.txt",),),
    Part.TASKS: (("Task Statements.txt",),),
    Part.ZONE_NAMES: (("Job Zone Reference.txt",),),
    Part.ZONES: (("Job Zones.txt",),),
    Part.INTERESTS: (("Interests.txt",), ("Career Interest Types.txt",)),
    Part.ELEMENTS: (("Content Model Reference.txt",),),
    Part.SKILLS: (("Skills.txt",), ("Essential Skills.txt", "Transferable Skills.txt")),
    Part.KNOWLEDGE: (("Knowledge.txt",),),
    Part.EDUCATION_NAMES: (
        ("Education, Training, and Experience Categories.txt",),
        ("Education Categories.txt",),
    ),
    Part.EDUCATION: (("Education, Training, and Experience.txt",), ("Education.txt",)),
    Part.TITLES: (("Alternate Titles.txt",), ("Job Titles.txt",)),
    Part.REPORTED: (("Sample of Reported Titles.txt",),),
    Part.SOFTWARE: (("Technology Skills.txt",), ("Software Skills.txt",)),
    Part.RELATED: (("Related Occupations.txt",),),
}
READ_ME = "Read Me.txt"
KNOWN: Mapping[str, Part] = {name: part for part, layouts in FILES.items() for files in layouts for name in files}


@dataclass(frozen=True)
class Column:
    """A column under every name it has had, and the most characters that a cell of it may hold."""

    names: tuple[str, ...]
    most: int


def _column(*names: str, most: int = 20) -> Column:
    return Column(names, most)


_CODE = _column("O*NET-SOC Code")
_ELEMENT = _column("Element ID")
_ELEMENT_NAME = _column("Element Name", most=120)
_SCALE = _column("Scale ID")
_VALUE = _column("Data Value")
_SUPPRESS = _column("Recommend Suppress")
_LONG = 4_000
_RATED = (_CODE, _ELEMENT, _ELEMENT_NAME, _SCALE, _VALUE, _SUPPRESS, _column("Not Relevant"))

# The columns we read, in the order in which their cells are handed on.
COLUMNS: Mapping[Part, tuple[Column, ...]] = {
    Part.OCCUPATIONS: (_CODE, _column("Title", most=160), _column("Description", most=_LONG)),
    Part.TASKS: (_CODE, _column("Task ID"), _column("Task", most=_LONG), _column("Task Type", most=40)),
    Part.ZONE_NAMES: (
        _column("Job Zone"),
        _column("Name", most=120),
        _column("Experience", most=_LONG),
        _column("Education", most=_LONG),
        _column("Job Training", most=_LONG),
        _column("Examples", most=_LONG),
    ),
    Part.ZONES: (_CODE, _column("Job Zone")),
    Part.INTERESTS: (_CODE, _ELEMENT, _SCALE, _VALUE),
    Part.ELEMENTS: (_ELEMENT, _column("Description", most=_LONG)),
    Part.SKILLS: _RATED,
    Part.KNOWLEDGE: _RATED,
    Part.EDUCATION_NAMES: (_SCALE, _column("Category"), _column("Category Description", most=400)),
    Part.EDUCATION: (_CODE, _SCALE, _column("Category"), _VALUE, _SUPPRESS),
    Part.TITLES: (_CODE, _column("Alternate Title", "Job Title", most=160), _column("Short Title", most=60)),
    Part.REPORTED: (_CODE, _column("Reported Job Title", most=160)),
    Part.SOFTWARE: (
        _CODE,
        _column("Example", "Workplace Example", most=160),
        _column("Commodity Title", "Element Name", most=160),
        _column("Hot Technology"),
        _column("In Demand"),
    ),
    Part.RELATED: (
        _CODE,
        _column("Related O*NET-SOC Code"),
        _column("Relatedness Tier", most=40),
        _column("Index"),
    ),
}
