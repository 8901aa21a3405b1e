"""A small O*NET release that tests start from and change, in the layout before release 30.3 and in the one since."""

import zipfile
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from django.core.management import call_command

# Columns are written with bars for tabs; the files get the line ends of the official ones.
READ_ME = "O*NET 29.3 Database\nMay 2025 Release\n----------------\n"
OCCUPATIONS = """\
O*NET-SOC Code|Title|Description
29-2052.00|Pharmacy Technicians|Prepare medications under the direction of a pharmacist.
29-1051.00|Pharmacists|Dispense drugs.
31-9095.00|Pharmacy Aides|Record drugs delivered to the pharmacy.
"""
TASKS = """\
O*NET-SOC Code|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source
29-2052.00|1939|Receive refill requests.|Core|81|08/2021|Incumbent
29-2052.00|1940|Order stock.|Supplemental|81|08/2021|Incumbent
31-9095.00|7|Answer telephones.|n/a|n/a|08/2021|Analyst
"""
_RATED = (
    "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound"
    "|Recommend Suppress|Not Relevant|Date|Domain Source\n"
)
_READING = """\
29-2052.00|2.A.1.a|Reading Comprehension|IM|3.75|8|0.16|3.42|4.07|N|n/a|08/2021|Analyst
29-2052.00|2.A.1.a|Reading Comprehension|LV|3.12|8|0.16|3.42|4.07|N|N|08/2021|Analyst
"""
_INSTALLING = """\
29-2052.00|2.B.3.d|Installation|IM|1.00|8|0|1|1|N|n/a|08/2021|Analyst
29-2052.00|2.B.3.d|Installation|LV|0.00|8|0|0|0|N|Y|08/2021|Analyst
29-1051.00|2.B.3.d|Installation|IM|1.12|8|0|1|1|Y|n/a|08/2021|Analyst
"""
SKILLS = _RATED + _READING + _INSTALLING
KNOWLEDGE = (
    _RATED
    + """\
29-2052.00|2.C.5.a|Medicine and Dentistry|IM|4.1050|30|0.19|3.4|4.5|n/a|n/a|08/2021|Incumbent
29-2052.00|2.C.5.a|Medicine and Dentistry|LV|4.60|30|0.19|3.4|4.5|Y|N|08/2021|Incumbent
29-1051.00|2.C.5.a|Medicine and Dentistry|LV|6.00|30|0.19|3.4|4.5|N|N|08/2021|Incumbent
29-1051.00|2.C.5.a|Medicine and Dentistry|IM|4.90|30|0.19|3.4|4.5|Y|n/a|08/2021|Incumbent
"""
)
ZONES = """\
O*NET-SOC Code|Job Zone|Date|Domain Source
29-2052.00|3|08/2021|Analyst
29-1051.00|5|08/2021|Analyst
"""
ZONE_NAMES = """\
Job Zone|Name|Experience|Education|Job Training|Examples|SVP Range
3|Job Zone Three|Some.|Vocational school.|One or two years.|Electricians.|(6.0 to < 7.0)
5|Job Zone Five|Much.|Graduate school.|Little.|Lawyers.|(8.0 and above)
"""
INTERESTS = """\
O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source
29-2052.00|1.B.1.a|Realistic|OI|4.06|11/2023|Machine Learning
29-2052.00|1.B.1.f|Conventional|OI|6.50|11/2023|Machine Learning
29-2052.00|1.B.1.g|First Interest High-Point|IH|6.00|11/2023|Machine Learning
"""
_EDUCATION = (
    "O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|N|Standard Error|Lower CI Bound"
    "|Upper CI Bound|Recommend Suppress|Date|Domain Source\n"
)
_REQUIRED = """\
29-2052.00|2.D.1|Required Level of Education|RL|2|61.50|31|0|n/a|n/a|N|08/2021|Incumbent
29-2052.00|2.D.1|Required Level of Education|RL|3|30.50|31|0|n/a|n/a|n/a|08/2021|Incumbent
29-2052.00|2.D.1|Required Level of Education|RL|12|8.00|31|0|n/a|n/a|Y|08/2021|Incumbent
"""
_TRAINED = "29-2052.00|3.A.1|Related Work Experience|RW|1|20.00|31|0|n/a|n/a|N|08/2021|Incumbent\n"
_EDUCATION_NAMES = """\
Element ID|Element Name|Scale ID|Category|Category Description
2.D.1|Required Level of Education|RL|2|High School Diploma
2.D.1|Required Level of Education|RL|3|Post-Secondary Certificate
"""
_TITLES = """\
29-2052.00|Pharm Tech|PT|02
29-2052.00|Pharmacy Clerk|n/a|02
29-2052.00|Pharmacy Clerk|PC|08
"""
REPORTED = """\
O*NET-SOC Code|Reported Job Title|Shown in My Next Move
29-2052.00|Pharm Tech|Y
31-9095.00|Counter Clerk|N
"""
RELATED = """\
O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index
29-2052.00|31-9095.00|Primary-Short|1
29-2052.00|29-1051.00|Supplemental|2
"""
ELEMENTS = """\
Element ID|Element Name|Description
2.A.1.a|Reading Comprehension|Understanding written sentences.
"""
_SAME = {
    "Read Me.txt": READ_ME,
    "Occupation Data.txt": OCCUPATIONS,
    "Task Statements.txt": TASKS,
    "Knowledge.txt": KNOWLEDGE,
    "Job Zones.txt": ZONES,
    "Job Zone Reference.txt": ZONE_NAMES,
    "Sample of Reported Titles.txt": REPORTED,
    "Related Occupations.txt": RELATED,
    "Content Model Reference.txt": ELEMENTS,
}
LEGACY = _SAME | {
    "Skills.txt": SKILLS,
    "Interests.txt": INTERESTS,
    "Education, Training, and Experience.txt": _EDUCATION + _REQUIRED + _TRAINED,
    "Education, Training, and Experience Categories.txt": _EDUCATION_NAMES,
    "Alternate Titles.txt": "O*NET-SOC Code|Alternate Title|Short Title|Source(s)\n" + _TITLES,
    "Technology Skills.txt": """\
O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand
29-2052.00|Microsoft Excel|43232110|Spreadsheet software|Y|N
""",
    "Work Styles.txt": "O*NET-SOC Code|Element ID\n29-2052.00|1.C.1.a\n",
}
NEW = _SAME | {
    "Read Me.txt": READ_ME.replace("29.3", "30.3").replace("2025", "2026"),
    "Essential Skills.txt": _RATED + _READING,
    "Transferable Skills.txt": _RATED + _INSTALLING,
    "Career Interest Types.txt": INTERESTS,
    "Education.txt": _EDUCATION + _REQUIRED,
    "Education Categories.txt": _EDUCATION_NAMES,
    "Training and Experience.txt": _EDUCATION + _TRAINED,
    "Job Titles.txt": "O*NET-SOC Code|Job Title|Short Title|Source(s)\n" + _TITLES,
    "Software Skills.txt": """\
O*NET-SOC Code|Workplace Example|Element ID|Element Name|Hot Technology|In Demand
29-2052.00|Microsoft Excel|5.A.1|Spreadsheet software|Y|N
""",
}


def as_file(text: str) -> bytes:
    """The text as the official files have it: tabs, and line ends of two signs."""
    return text.replace("|", "\t").replace("\n", "\r\n").encode()


def write_folder(folder: Path, files: Mapping[str, str | bytes] = LEGACY, *, without: str = "") -> Path:
    """A folder that holds the files; text is written as the official files are, bytes as they stand."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        if name != without:
            (folder / name).write_bytes(text if isinstance(text, bytes) else as_file(text))
    return folder


def write_zip(path: Path, files: Mapping[str, str] = LEGACY, *, inside: str = "db_29_3_text/") -> Path:
    """The files packed, in a folder as in the official download."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(inside + name, as_file(text))
    return path


def import_onet(*paths: Path | str, **options: bool) -> list[str]:
    """Import, and hand back the lines that the command printed."""
    out = StringIO()
    call_command("import_onet", *map(str, paths), stdout=out, **options)
    return out.getvalue().splitlines()
