"""Importing the outlook: the workbook and its tables as CSV, what a second import changes, and damaged files."""

from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from openpyxl import Workbook

from guides.models import OutlookReason, Projection, Release
from tests.factories import make_projection

pytestmark = pytest.mark.django_db


def headers(base: int) -> dict[str, list[str]]:
    """The columns of the tables of an edition."""
    target, span = base + 10, f"{base}–{(base + 10) % 100}"
    matrix = f"{base} National Employment Matrix"
    start = [f"{matrix} title", f"{matrix} code", "Occupation type", f"Employment, {base}", f"Employment, {target}"]
    change = [f"Employment change, numeric, {span}", f"Employment change, percent, {span}"]
    year = f"{span} annual average"
    return {
        "Table 1.2": [
            *start, f"Employment distribution, percent, {base}", f"Employment distribution, percent, {target}", *change,
            f"Percent self employed, {base}", f"Occupational openings, {year}", f"Median annual wage, dollars, {base}[1]",
            "Typical education needed for entry", "Work experience in a related occupation",
            "Typical on-the-job training needed to attain competency in the occupation",
        ],
        "Table 1.10": [
            *start, *change, f"Labor force exit rate, {year}", f"Occupational transfer rate, {year}",
            f"Total occupational separations rate, {year}", f"Labor force exits, {year}",
            f"Occupational transfers, {year}", f"Total occupational separations, {year}", f"Occupational openings, {year}",
        ],
        "Table 1.12": [
            f"{matrix} occupation title", f"{matrix} occupation code", f"{matrix} industry title",
            f"{matrix} industry code", "Factors affecting occupational utilization",
        ],
    }  # fmt: skip


TECHNICIANS = [
    "Pharmacy technicians", "29-2052", "Line item", 490.4, 521.8, 0.3, 0.3, 31.5, 6.4, "—", 49, 43460,
    "High school diploma or equivalent", "None", "Moderate-term on-the-job training",
]  # fmt: skip
FIELD = ["Healthcare occupations", "29-0000", "Summary", 10067.5, 10794.4, 5.9, 6.2, 726.9, 7.2, 4, 634.9, 83090, "—", "—", "—"]  # fmt: skip
LEAVING = ["Pharmacy technicians", "29-2052", "Line item", 490.4, 521.8, 31.5, 6.4, 3.7, 5.3, 9.1, 18.9, 27, 45.9, 49]
REASON = [
    "Pharmacy technicians",
    "29-2052",
    "Pharmacies",
    "456110",
    "Productivity change - share increases as they do.",
]


def workbook(path: Path, tables: dict[str, list[list[Any]]], base: int = 2024) -> Path:
    """The workbook as downloaded: a list of contents, and notes below the tables."""
    book = Workbook()
    book.active.append(["Occupation.xlsx contents"])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.append([f"{name} Projections of occupations"])
        sheet.append(headers(base)[name])
        for row in rows:
            sheet.append(row)
        sheet.append(["Footnotes:"])
        sheet.append(["Source: Employment Projections program"])
    book.save(path)
    return path


@pytest.fixture
def occupation_xlsx(tmp_path):
    return workbook(
        tmp_path / "occupation.xlsx",
        {"Table 1.2": [FIELD, TECHNICIANS], "Table 1.10": [LEAVING], "Table 1.12": [REASON]},
    )


def csv_file(path: Path, header: list[str], *rows: list[Any]) -> Path:
    lines = [",".join(f'"{cell}"' for cell in row) for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(*paths, **options) -> str:
    out = StringIO()
    call_command("import_projections", *map(str, paths), stdout=out, **options)
    return out.getvalue()


def everything():
    return [[*model.objects.values()] for model in (Projection, OutlookReason, Release)]


def trouble_with(*paths, **options) -> str:
    """What the command says of files that cannot be used; nothing may have changed."""
    before = everything()
    with pytest.raises(CommandError) as raised:
        run(*paths, **options)
    assert everything() == before
    return str(raised.value)


# ---- what comes in


def test_the_workbook_brings_in_jobs_openings_and_schooling_in_persons(occupation_xlsx):
    run(occupation_xlsx)

    row = Projection.objects.get(soc="29-2052")
    assert (row.base_year, row.target_year, row.jobs_base, row.jobs_target) == (2024, 2034, 490_400, 521_800)
    assert (row.change_percent, row.openings, row.exits, row.transfers) == (Decimal("6.4"), 49_000, 18_900, 27_000)
    assert (row.entry_education, row.training, row.experience) == (
        "High school diploma or equivalent", "Moderate-term on-the-job training", "None",
    )  # fmt: skip
    assert (row.is_summary, row.source.key) == (False, "ep-2024-34")


def test_a_group_of_occupations_is_marked_and_has_no_schooling(occupation_xlsx):
    said = run(occupation_xlsx)

    row = Projection.objects.get(soc="29-0000")
    assert (row.is_summary, row.jobs_base, row.entry_education, row.exits) == (True, 10_067_500, "", None)
    assert "1 row stands for a group of occupations." in said


def test_reasons_come_in_as_published(occupation_xlsx):
    run(occupation_xlsx)

    reason = OutlookReason.objects.get()
    assert (reason.soc, reason.industry_code, reason.industry) == ("29-2052", "456110", "Pharmacies")
    assert reason.text == "Productivity change - share increases as they do."


def test_tables_as_csv_bring_in_the_same(tmp_path, occupation_xlsx):
    tables = headers(2024)
    folder = tmp_path / "tables"
    folder.mkdir()
    csv_file(folder / "table_1_2.csv", tables["Table 1.2"], FIELD, TECHNICIANS)
    csv_file(folder / "table_1_10.csv", tables["Table 1.10"], LEAVING)
    csv_file(folder / "table_1_12.csv", tables["Table 1.12"], REASON)
    run(folder)
    before = everything()[:2]

    said = run(occupation_xlsx)

    assert everything()[:2] == before
    assert "Nothing changed: the site held the projections 2024–34 already." in said


def test_a_table_given_twice_is_passed_over(tmp_path, occupation_xlsx):
    table = csv_file(tmp_path / "table_1_10.csv", headers(2024)["Table 1.10"], LEAVING)

    assert "1 row passed over: the same as a row before." in run(occupation_xlsx, table)


def test_missing_tables_are_told_and_what_is_here_of_them_stands(tmp_path, occupation_xlsx):
    run(occupation_xlsx)

    said = run(workbook(tmp_path / "alone.xlsx", {"Table 1.2": [FIELD, TECHNICIANS]}))

    assert "Table 1.10, separations and openings, is not among the files." in said
    assert "Table 1.12, factors affecting occupational utilization, is not among the files." in said
    assert Projection.objects.get(soc="29-2052").exits == 18_900
    assert OutlookReason.objects.count() == 1


# ---- again, newer, older


def test_a_second_import_changes_nothing(occupation_xlsx):
    run(occupation_xlsx)
    before = everything()

    said = run(occupation_xlsx)

    assert everything() == before
    assert "Nothing changed" in said


def test_a_newer_edition_takes_the_place_of_the_older_one(tmp_path, occupation_xlsx):
    run(occupation_xlsx)
    newer = {"Table 1.2": [[*TECHNICIANS[:3], 500, 530, *TECHNICIANS[5:]]]}

    run(workbook(tmp_path / "newer.xlsx", newer, base=2025))

    rows = [*Projection.objects.values_list("soc", "base_year", "target_year", "jobs_base", "exits")]
    assert rows == [("29-2052", 2025, 2035, 500_000, None)]
    assert Release.objects.get().version == "2025–35"


def test_an_older_edition_is_refused_unless_it_is_asked_for(tmp_path, occupation_xlsx):
    run(occupation_xlsx)
    older = workbook(tmp_path / "older.xlsx", {"Table 1.2": [TECHNICIANS]}, base=2023)

    assert "The site holds projections from 2024 on, and these are the older 2023–33." in trouble_with(older)

    run(older, allow_older=True)

    assert Projection.objects.get().base_year == 2023


def test_rows_of_an_older_edition_that_came_otherwise_go(occupation_xlsx):
    make_projection(soc="99-9999", base_year=2023, target_year=2033)

    run(occupation_xlsx)

    assert not Projection.objects.filter(soc="99-9999").exists()


# ---- damaged files


def test_a_file_without_table_1_2_is_told(tmp_path):
    assert "Table 1.2, occupational projections, is missing." in trouble_with(
        workbook(tmp_path / "occupation.xlsx", {"Table 1.10": [LEAVING]})
    )


def test_a_missing_column_is_named(tmp_path):
    header, rows = headers(2024)["Table 1.2"], TECHNICIANS
    place = header.index("Occupational openings, 2024–34 annual average")
    table = csv_file(tmp_path / "t.csv", header[:place] + header[place + 1 :], rows[:place] + rows[place + 1 :])

    assert "t.csv, line 1: The column “occupational openings” is missing." in trouble_with(table)


def test_tables_of_two_editions_are_refused(tmp_path, occupation_xlsx):
    other = csv_file(tmp_path / "table_1_10.csv", headers(2023)["Table 1.10"], LEAVING)

    assert "These tables are of several editions." in trouble_with(occupation_xlsx, other)


def test_reasons_of_another_edition_are_refused(tmp_path, occupation_xlsx):
    other = csv_file(tmp_path / "table_1_12.csv", headers(2023)["Table 1.12"], REASON)

    assert "These tables are of several editions." in trouble_with(occupation_xlsx, other)


@pytest.mark.parametrize(
    ("place", "cell", "said"),
    [
        (1, "292052", "“292052” is not an occupation's code such as 29-2052."),
        (3, "many", "“many” is not a number."),
        (3, "-490.4", "“-490.4” is no number of people."),
        (12, "x" * 81, "A text of this line is longer than 80 signs."),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, place, cell, said):
    row = [*TECHNICIANS]
    row[place] = cell
    table = csv_file(tmp_path / "table_1_2.csv", headers(2024)["Table 1.2"], FIELD, row)

    assert f"table_1_2.csv, line 3: {said}" in trouble_with(table)


def test_an_occupation_may_shrink(tmp_path):
    row = [*TECHNICIANS]
    row[8] = "-6.4"

    run(csv_file(tmp_path / "table_1_2.csv", headers(2024)["Table 1.2"], row))

    assert Projection.objects.get().change_percent == Decimal("-6.4")


def test_a_cut_workbook_is_told(occupation_xlsx):
    occupation_xlsx.write_bytes(occupation_xlsx.read_bytes()[:3_000])

    assert "This is not a spreadsheet that can be read, or only a part of one." in trouble_with(occupation_xlsx)


def test_a_web_page_in_the_place_of_a_workbook_is_told(tmp_path):
    file = tmp_path / "occupation.xlsx"
    file.write_text("<!DOCTYPE html><title>Access denied</title>")

    assert "This is not a spreadsheet that can be read" in trouble_with(file)
