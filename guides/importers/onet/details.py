"""Reads tasks, education, job titles, software and related occupations."""

from collections.abc import Mapping

from guides.importers.onet.ratings import YES
from guides.importers.onet.rows import Contents, EducationRow, RelatedRow, SoftwareRow, TaskRow, TitleRow, put
from guides.importers.onet.table import Reason, Table
from guides.importers.problems import gettext_noop as _

MOST_SMALL = 32_767
MOST_TASK = 999_999_999
_EDUCATION = "RL"
# In a whole release there are none at all.
_MOST_STRANGERS = 3
_KINDS = {"core": "core", "supplemental": "supplemental"}
_TIERS = {"primary-short": "primary-short", "primary-long": "primary-long", "supplemental": "supplemental"}
# Our own words, for a release that comes without its list of levels.
LEVELS: Mapping[int, str] = {
    1: "Less than high school",
    2: "High school diploma or GED",
    3: "Certificate after high school",
    4: "Some college, no degree",
    5: "Associate degree",
    6: "Bachelor’s degree",
    7: "Certificate after a bachelor’s degree",
    8: "Master’s degree",
    9: "Certificate after a master’s degree",
    10: "First professional degree, such as law or medicine",
    11: "Doctorate",
    12: "Training after a doctorate",
}


def read_tasks(table: Table, contents: Contents) -> None:
    """What people do, and how central it is; the file and the one of the occupations must be of one release."""
    strangers: set[str] = set()
    for line, (code, cell, text, kind) in table.rows():
        if contents.holds(table, line, code):
            number = table.whole(line, cell, MOST_TASK)
            row = TaskRow(code, number, table.text(line, text), table.choice(kind, _KINDS))
            put(table, contents.tasks, (code, number), row)
        else:
            strangers.add(code)
    if len(strangers) > max(_MOST_STRANGERS, len(contents.occupations) // 10):
        text = _("%(number)d of its occupations are not in Occupation Data.txt: is one of the two files cut off?")
        raise table.refuse(0, text, number=len(strangers))


def read_education_names(table: Table, contents: Contents) -> None:
    """The levels of education in words."""
    for line, (scale, cell, name) in table.rows():
        if scale == _EDUCATION:
            put(table, contents.levels, table.whole(line, cell, MOST_SMALL), table.text(line, name))
        else:
            table.skip(Reason.OTHER_SCALE)


def read_education(table: Table, contents: Contents) -> None:
    """Who says that the job asks for which level of education."""
    names = contents.levels or LEVELS
    for line, (code, scale, cell, percent, suppress) in table.rows():
        if not contents.holds(table, line, code):
            continue
        if scale != _EDUCATION:
            table.skip(Reason.OTHER_SCALE)
        elif suppress == YES or not percent:
            table.skip(Reason.SUPPRESSED if suppress == YES else Reason.EMPTY)
        elif (category := table.whole(line, cell, MOST_SMALL)) not in names:
            table.skip(Reason.NO_NAME)
        else:
            row = EducationRow(code, category, names[category], table.number(line, percent, 0, 100))
            put(table, contents.education, (code, category), row)


def read_titles(table: Table, contents: Contents) -> None:
    """The names by which an occupation, or a job in it, goes."""
    for line, (code, title, short) in table.rows():
        if not contents.holds(table, line, code):
            continue
        if title:
            put(table, contents.titles, (code, title), TitleRow(code, title, short, is_reported=False))
            # Said twice, the short form may stand beside the second one alone.
            if short and not (row := contents.titles[code, title]).short:
                contents.titles[code, title] = row._replace(short=short)
        else:
            table.skip(Reason.EMPTY)


def read_reported(table: Table, contents: Contents) -> None:
    """The titles that people in the job gave: most are among the titles already, and are marked."""
    for line, (code, title) in table.rows():
        if not contents.holds(table, line, code):
            continue
        row = contents.titles.get((code, title)) or TitleRow(code, title, "", is_reported=False)
        if not title or row.is_reported:
            table.skip(Reason.REPEATED if title else Reason.EMPTY)
        else:
            contents.titles[code, title] = row._replace(is_reported=True)


def read_software(table: Table, contents: Contents) -> None:
    """The programs that people use."""
    for line, (code, name, category, hot, in_demand) in table.rows():
        if not contents.holds(table, line, code):
            continue
        if name:
            row = SoftwareRow(code, name, category, hot == YES, in_demand == YES)
            put(table, contents.software, (code, name, category), row)
        else:
            table.skip(Reason.EMPTY)


def read_related(table: Table, contents: Contents) -> None:
    """The occupations next door, nearest first."""
    for line, (code, other, tier, cell) in table.rows():
        if not (contents.holds(table, line, code) and contents.holds(table, line, other)):
            continue
        if code == other:
            table.skip(Reason.ITSELF)
        else:
            place = table.whole(line, cell, MOST_SMALL)
            row = RelatedRow(code, other, table.choice(tier, _TIERS), place)
            put(table, contents.related, (code, other), row)
