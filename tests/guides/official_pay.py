"""Small files of the wage survey in the layouts in which it is published."""

import gzip
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

COLUMNS = [
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "NAICS_TITLE",
    "I_GROUP",
    "OWN_CODE",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "TOT_EMP",
    "EMP_PRSE",
    "JOBS_1000",
    "LOC_QUOTIENT",
    "PCT_TOTAL",
    "PCT_RPT",
    "H_MEAN",
    "A_MEAN",
    "MEAN_PRSE",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
    "HOURLY",
]
NATION = {"AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US"}
OHIO = {"AREA": "39", "AREA_TITLE": "Ohio", "AREA_TYPE": "2", "PRIM_STATE": "OH"}
FARGO = {"AREA": "22020", "AREA_TITLE": "Fargo, ND-MN", "AREA_TYPE": "4", "PRIM_STATE": "ND"}
REST = {"AREA": "3900001", "AREA_TITLE": "Eastern Ohio nonmetropolitan area", "AREA_TYPE": "6", "PRIM_STATE": "OH"}
_USUAL = NATION | {
    "NAICS": "000000", "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry", "OWN_CODE": "1235",
    "OCC_CODE": "29-2052", "OCC_TITLE": "Pharmacy Technicians", "O_GROUP": "detailed",
    "TOT_EMP": 471680, "EMP_PRSE": 0.6, "H_MEAN": 22.41, "A_MEAN": 46620, "MEAN_PRSE": 0.2,
    "H_PCT10": 17.32, "H_PCT25": 18.2, "H_MEDIAN": 22, "H_PCT75": 24.04, "H_PCT90": 29.35,
    "A_PCT10": 36020, "A_PCT25": 37850, "A_MEDIAN": 45750, "A_PCT75": 49990, "A_PCT90": 61040,
}  # fmt: skip


def industry(naics: str, title: str, group: str = "4-digit", **cells):
    """A row about one industry."""
    return {"NAICS": naics, "NAICS_TITLE": title, "I_GROUP": group, **cells}


def workbook(
    path: Path, *rows: dict[str, Any], columns: Iterable[str] = COLUMNS, sheet: str = "state_M2025_dl"
) -> Path:
    """A spreadsheet as downloaded, with a page that explains the fields."""
    book = Workbook()
    page = book.active
    page.title = sheet
    names = [*columns]
    page.append(names)
    for row in rows:
        page.append([(_USUAL | row).get(name.upper()) for name in names])
    book.create_sheet("Field Descriptions").append(["Field", "Description", "and more"])
    book.save(path)
    return path


def csv_file(path: Path, columns: str, *rows: str) -> Path:
    """A CSV file; packed where its name says so."""
    text = "".join(f"{line}\r\n" for line in (columns, *rows))
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


PAY = (
    "employment,emp_prse,h_mean,a_mean,mean_prse,h_p10,h_p25,h_median,h_p75,h_p90,a_p10,a_p25,a_median,a_p75,a_p90,"
    "jobs_per_1000,location_quotient,footnotes"
)
CELLS = "8510,2.5,19.89,41360,0.9,15.20,17.66,18.77,22.24,23.92,31620,36730,39030,46260,49760,4.028,1.33,"


def zipped(path: Path, *files: Path) -> Path:
    """The files as they come, one folder deep in a .zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.write(file, f"oesm25st/{file.name}")
    return path


_FIGURES = {
    "01": "8510", "02": "2.5", "03": "19.89", "04": "41360", "05": "0.9", "06": "15.20", "07": "17.66", "08": "18.77",
    "09": "22.24", "10": "23.92", "11": "31620", "12": "36730", "13": "39030", "14": "46260", "15": "49760",
    "16": "4.028", "17": "1.33",
}  # fmt: skip


def flat_files(folder: Path, *rows: tuple[str, str, str, dict[str, Any]], year: str = "2025") -> Path:
    """The flat files: each row is a kind of area, an area, an industry, and figures that are not as usual.

    A figure is a value, or a value and its footnotes.
    """
    lines = ["series_id                     \tyear\tperiod\t       value\tfootnote_codes"]
    for letter, area, naics, other in rows:
        for code, usual in _FIGURES.items():
            told = other.get(code, usual)
            value, notes = told if isinstance(told, tuple) else (told, "")
            series = f"OEU{letter}{area}{naics}292052{code}"
            lines.append(f"{series:30}\t{year}\tA01\t{value:>12}\t{notes}")
    texts = {
        "oe.data.0.Current": lines,
        "oe.area": [
            "state_code\tarea_code\tareatype_code\tarea_name",
            "00\t0000000\tN\tNational",
            "39\t3900000\tS\tOhio",
            "38\t0022020\tM\tFargo, ND-MN",
        ],
        "oe.industry": [
            "industry_code\tindustry_name\tdisplay_level\tselectable\tsort_sequence",
            "000000\tCross-Industry, Private, Federal, State, and Local\t0\tT\t1",
            "456100\tHealth and Personal Care Retailers\t4\tT\t2",
        ],
        "oe.footnote": [
            "footnote_code\tfootnote_text",
            "5\tThis wage is equal to or greater than $120.00 per hour or $249,600 per year.",
        ],
        "oe.release": ["release_code\tdescription", f"{year}A01\tMay {year}"],
    }
    folder.mkdir(exist_ok=True)
    for name, told_lines in texts.items():
        (folder / name).write_text("".join(f"{line}\r\n" for line in told_lines), encoding="utf-8", newline="")
    return folder
