"""Importing pay: every layout it is published in, what a second import changes, and what a damaged file is told."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from guides.importers.wages.release import month_of
from guides.importers.wages.values import NotANumberError, figure
from guides.models import Area, AreaWage, Release, Source, State, WageEstimate
from tests.factories import make_source, make_state, make_wage
from tests.guides import official_pay as official
from tests.guides.official_pay import CELLS, FARGO, NATION, OHIO, PAY, REST, csv_file, flat_files, industry, workbook

pytestmark = pytest.mark.django_db
NATIONAL = f"occ_code,occ_title,{PAY}"
STATES = f"state_fips,area_name,occ_code,occ_title,{PAY}"


@pytest.fixture(autouse=True)
def states(db):
    for usps, fips, name in (("OH", "39", "Ohio"), ("ND", "38", "North Dakota"), ("MN", "27", "Minnesota")):
        make_state(usps, fips=fips, name=name)


def run(*paths, **options) -> str:
    out = StringIO()
    call_command("import_wages", *map(str, paths), stdout=out, **options)
    return out.getvalue()


def trouble_with(*paths, **options) -> str:
    """What the command says of files that cannot be used; nothing may have changed."""

    def everything():
        return [*WageEstimate.objects.values()], [*AreaWage.objects.values()], [*Release.objects.values()]

    before = everything()
    with pytest.raises(CommandError) as raised:
        run(*paths, **options)
    assert everything() == before
    return str(raised.value)


# ---- spreadsheets as downloaded


def test_a_spreadsheet_brings_in_pay_of_the_nation_of_states_of_industries_and_of_areas(tmp_path):
    file = workbook(
        tmp_path / "all_data_M_2025.xlsx",
        NATION,
        OHIO | {"A_MEDIAN": 43_000},
        industry("456100", "Health and Personal Care Retailers", A_MEDIAN=44_000),
        FARGO | {"A_MEDIAN": 46_000},
        REST | {"A_MEDIAN": 40_000},
    )

    run(file)

    rows = WageEstimate.objects.values_list("soc", "place", "naics", "industry", "year_median", "as_of", "source__key")
    assert {*rows} == {
        ("29-2052", "US", "", "", 45_750, "May 2025", "oews-2025"),
        ("29-2052", "OH", "", "", 43_000, "May 2025", "oews-2025"),
        ("29-2052", "US", "456100", "Health and Personal Care Retailers", 44_000, "May 2025", "oews-2025"),
    }
    assert {*AreaWage.objects.values_list("area", "year_median")} == {("0022020", 46_000), ("3900001", 40_000)}


def test_every_figure_of_a_row_comes_in(tmp_path):
    run(workbook(tmp_path / "national_M2025_dl.xlsx", NATION))

    row = WageEstimate.objects.get()
    assert (row.employment, row.employment_error, row.mean_error) == (471_680, Decimal("0.6"), Decimal("0.2"))
    assert (row.hour_p10, row.hour_p25, row.hour_median, row.hour_p75, row.hour_p90) == tuple(
        Decimal(text) for text in ("17.32", "18.20", "22.00", "24.04", "29.35")
    )
    assert (row.year_p10, row.year_p25, row.year_median, row.year_p75, row.year_p90) == (
        36_020, 37_850, 45_750, 49_990, 61_040,
    )  # fmt: skip


def test_areas_know_the_states_they_lie_in(tmp_path):
    run(workbook(tmp_path / "MSA_M2025_dl.xlsx", FARGO, REST))

    found = {area.name: (area.kind, {state.usps for state in area.states.all()}) for area in Area.objects.all()}
    assert found == {
        "Fargo, ND-MN": ("metro", {"ND", "MN"}),
        "Eastern Ohio nonmetropolitan area": ("other", {"OH"}),
    }


def test_a_figure_that_was_not_released_is_empty(tmp_path):
    run(workbook(tmp_path / "national_M2025_dl.xlsx", {"A_MEDIAN": "*", "TOT_EMP": "**", "H_MEDIAN": None}))

    row = WageEstimate.objects.get()
    assert (row.year_median, row.employment, row.hour_median) == (None, None, None)


def test_pay_at_the_top_of_the_scale_is_so_much_or_more(tmp_path):
    run(workbook(tmp_path / "national_M2025_dl.xlsx", {"A_PCT75": 230_000, "A_PCT90": "#", "H_PCT90": "#"}))

    row = WageEstimate.objects.get()
    assert (row.or_more, row.year_p90, row.hour_p90) == ("p90", 239_200, Decimal("115.00"))


def test_pay_at_the_top_is_never_less_than_the_point_below(tmp_path):
    run(workbook(tmp_path / "national_M2025_dl.xlsx", {"A_PCT75": 300_000, "A_PCT90": "#"}))

    assert WageEstimate.objects.get().year_p90 == 300_000


def test_a_zip_file_is_read_as_downloaded(tmp_path):
    file = official.zipped(tmp_path / "oesm25st.zip", workbook(tmp_path / "state_M2025_dl.xlsx", OHIO))

    run(file)

    assert WageEstimate.objects.get().place == "OH"


def test_sectors_and_industries_split_by_owner_are_passed_over_and_counted(tmp_path):
    said = run(
        workbook(
            tmp_path / "all_data_M_2025.xlsx",
            NATION,
            industry("62", "Health Care", "sector"),
            industry("622000", "Hospitals", "3-digit, ownership"),
            OHIO | industry("622000", "Hospitals", "3-digit"),
            {"AREA": "60", "AREA_TITLE": "Samoa", "AREA_TYPE": "3"},
        )
    )

    assert WageEstimate.objects.count() == 1
    assert "1 row passed over: a sector: a group of industries." in said
    assert "1 row passed over: an industry split by who owns the workplace." in said
    assert "1 row passed over: an industry within a state or area." in said
    assert "1 row passed over: a place that this site does not know." in said


def test_an_industry_published_at_two_levels_counts_once(tmp_path):
    both = [industry("327000", "Nonmetallic Mineral Products", group) for group in ("3-digit", "4-digit")]

    said = run(workbook(tmp_path / "all_data_M_2025.xlsx", *both))

    assert WageEstimate.objects.count() == 1
    assert "1 row passed over: the same as a row before." in said


def test_of_two_rows_that_differ_the_first_counts_and_the_import_says_so(tmp_path):
    said = run(workbook(tmp_path / "national_M2025_dl.xlsx", {"A_MEDIAN": 45_750}, {"A_MEDIAN": 45_760}))

    assert WageEstimate.objects.get().year_median == 45_750
    assert "1 row passed over: other than a row before" in said


# ---- CSV


def test_csv_files_are_read_packed_or_not(tmp_path):
    csv_file(tmp_path / "oews_2025_national.csv", NATIONAL, f"29-2052,Pharmacy Technicians,{CELLS}")
    csv_file(tmp_path / "oews_2025_state.csv.gz", STATES, f"39,Ohio,29-2052,Pharmacy Technicians,{CELLS}")
    csv_file(
        tmp_path / "oews_2025_industry.csv",
        f"naics,industry,occ_code,occ_title,{PAY}",
        f"55--56,Sector 55 - Management of Companies,29-2052,Pharmacy Technicians,{CELLS}",
    )
    csv_file(tmp_path / "areas.csv", "area_code,area_type,state_fips,area_name", '0022020,M,38,"Fargo, ND-MN"')
    csv_file(
        tmp_path / "oews_2025_metro.csv",
        f"area_type,area_code,area_name,occ_code,occ_title,{PAY}",
        f'M,0022020,"Fargo, ND-MN",29-2052,Pharmacy Technicians,{CELLS}',
    )

    said = run(tmp_path)

    places = {*WageEstimate.objects.values_list("place", "naics", "year_median")}
    assert places == {("US", "", 39_030), ("OH", "", 39_030), ("US", "55--56", 39_030)}
    assert AreaWage.objects.get().area_id == "0022020"
    assert "oews_2025_state.csv.gz: 1 row" in said
    assert {*Release.objects.get().files.values()} == {1}


def test_footnotes_of_a_csv_say_which_cells_stand_at_the_top(tmp_path):
    cells = "130,21.8,-,-,7.8,-,-,-,-,-,86290,235980,238000,-,-,0.060,1.89,a_p75:5;h_p90:8;a_p90:5"

    run(csv_file(tmp_path / "oews_2025_national.csv", NATIONAL, f"29-1022,Surgeons,{cells}"))

    row = WageEstimate.objects.get()
    assert (row.or_more, row.year_p75, row.year_p90, row.hour_p90) == ("p75 p90", 239_200, 239_200, None)


def test_files_that_name_no_year_need_to_be_told(tmp_path):
    file = csv_file(tmp_path / "national.csv", NATIONAL, f"29-2052,Pharmacy Technicians,{CELLS}")

    assert "No file says of which year it is." in trouble_with(file)
    assert "is not a month and a year" in trouble_with(file, period="2024")

    run(file, period="May 2024")

    assert WageEstimate.objects.get().as_of == "May 2024"


# ---- flat files


def test_flat_files_bring_in_the_same_rows(tmp_path):
    run(
        flat_files(
            tmp_path / "oe",
            ("N", "0000000", "000000", {}),
            ("S", "3900000", "000000", {"13": "43000"}),
            ("M", "0022020", "000000", {"13": "44000"}),
            ("N", "0000000", "456100", {"13": ("-", "8")}),
        )
    )

    rows = {*WageEstimate.objects.values_list("place", "naics", "industry", "year_median")}
    assert rows == {
        ("US", "", "", 39_030),
        ("OH", "", "", 43_000),
        ("US", "456100", "Health and Personal Care Retailers", None),
    }
    assert [(row.area.name, row.year_median) for row in AreaWage.objects.all()] == [("Fargo, ND-MN", 44_000)]
    assert Release.objects.get().version == "May 2025"


def test_flat_files_name_their_own_top_of_the_scale(tmp_path):
    run(flat_files(tmp_path / "oe", ("N", "0000000", "000000", {"15": ("-", "5  "), "10": ("-", "4, 5")})))

    row = WageEstimate.objects.get()
    assert (row.or_more, row.year_p90, row.hour_p90) == ("p90", 249_600, Decimal("120.00"))


def test_flat_files_leave_sectors_and_owners_out(tmp_path):
    said = run(
        flat_files(
            tmp_path / "oe",
            ("N", "0000000", "000000", {}),
            ("N", "0000000", "62--63", {}),
            ("N", "0000000", "622005", {}),
            ("S", "7800000", "000000", {}),
        )
    )

    assert WageEstimate.objects.count() == 1
    assert "1 row passed over: a sector" in said
    assert "1 row passed over: an industry split by who owns" in said
    assert "1 row passed over: a place that this site does not know" in said


def test_a_line_that_is_no_series_is_told(tmp_path):
    folder = flat_files(tmp_path / "oe", ("N", "0000000", "000000", {}))
    with (folder / "oe.data.0.Current").open("a") as file:
        file.write("LAUST010000000000003\t2025\tA01\t3.1\t\n")

    assert "oe.data.0.Current, line 19: “LAUST010000000000003” is not a series" in trouble_with(folder)


# ---- again, newer, older


def test_a_second_import_changes_nothing(tmp_path):
    file = workbook(tmp_path / "all_data_M_2025.xlsx", NATION, OHIO, FARGO, industry("456100", "Retailers"))
    run(file)
    before = [*WageEstimate.objects.values()], [*AreaWage.objects.values()], [*Release.objects.values()]

    said = run(file)

    assert "Nothing changed: the site held this pay of May 2025 already." in said
    assert ([*WageEstimate.objects.values()], [*AreaWage.objects.values()], [*Release.objects.values()]) == before


def test_the_same_month_again_changes_only_what_differs(tmp_path):
    run(workbook(tmp_path / "state_M2025_dl.xlsx", NATION, OHIO))
    kept = WageEstimate.objects.get(place="OH").pk

    said = run(workbook(tmp_path / "state_M2025_dl.xlsx", OHIO | {"A_MEDIAN": 43_210}))

    assert WageEstimate.objects.get(pk=kept).year_median == 43_210
    assert WageEstimate.objects.get(place="US").year_median == 45_750
    assert "1 changed" in said


def test_a_newer_month_takes_the_place_of_the_older_one_where_it_has_the_occupation(tmp_path):
    run(workbook(tmp_path / "a_M2025_dl.xlsx", OHIO, NATION, NATION | {"OCC_CODE": "29-1051"}))
    newer = {"A_MEDIAN": 47_000}

    said = run(workbook(tmp_path / "a_M2026_dl.xlsx", NATION | newer, sheet="national_M2026_dl"))

    rows = {*WageEstimate.objects.values_list("soc", "place", "year_median", "as_of")}
    assert rows == {
        ("29-2052", "US", 47_000, "May 2026"),
        ("29-1051", "US", 45_750, "May 2025"),
        ("29-2052", "OH", 45_750, "May 2025"),
    }
    assert "pay in the whole country: 1 row of May 2025 stays" in said
    assert {*Release.objects.values_list("version", flat=True)} == {"May 2025", "May 2026"}


def test_rows_of_the_older_month_that_the_newer_lacks_go_with_it(tmp_path):
    run(workbook(tmp_path / "a_M2025_dl.xlsx", industry("456100", "Retailers"), industry("622000", "Hospitals")))

    run(workbook(tmp_path / "a_M2026_dl.xlsx", industry("622000", "Hospitals"), sheet="nat4d_M2026_dl"))

    assert [*WageEstimate.objects.values_list("naics", "as_of")] == [("622000", "May 2026")]
    assert Release.objects.get().version == "May 2026"


def test_an_older_month_is_refused_unless_it_is_asked_for(tmp_path):
    run(workbook(tmp_path / "a_M2025_dl.xlsx", NATION))
    older = workbook(tmp_path / "a_M2024_dl.xlsx", NATION | {"A_MEDIAN": 43_460}, sheet="national_M2024_dl")

    assert "The site holds pay of May 2025, and this is of May 2024." in trouble_with(older)

    run(older, allow_older=True)

    assert [*WageEstimate.objects.values_list("year_median", "as_of")] == [(43_460, "May 2024")]


def test_an_industry_keeps_the_name_that_editors_gave_it(tmp_path):
    source = make_source(key="oews-2025", title="The survey, in our words")
    make_wage(naics="456100", industry="Drug stores", source=source)

    run(workbook(tmp_path / "nat4d_M2025_dl.xlsx", industry("456100", "Health and Personal Care Retailers")))

    row = WageEstimate.objects.get()
    assert (row.industry, row.year_median) == ("Drug stores", 45_750)
    assert Source.objects.get().title == "The survey, in our words"


def test_files_of_two_years_are_refused(tmp_path):
    run_of = [
        workbook(tmp_path / f"a_M{year}_dl.xlsx", NATION, sheet=f"national_M{year}_dl") for year in ("2024", "2025")
    ]

    assert "These files are of several years: May 2024, May 2025." in trouble_with(*run_of)


# ---- damaged files


def test_a_site_without_states_is_told_what_to_do_first(tmp_path):
    State.objects.all().delete()

    assert "Run load_content first." in trouble_with(workbook(tmp_path / "state_M2025_dl.xlsx", OHIO))


def test_a_file_that_does_not_exist_is_told(tmp_path):
    assert "There is no such folder or file." in trouble_with(tmp_path / "none.xlsx")


def test_a_folder_without_the_survey_is_told(tmp_path):
    (tmp_path / "notes.txt").write_text("nothing")

    assert "This holds no file of the wage survey" in trouble_with(tmp_path)


def test_a_missing_column_is_named(tmp_path):
    columns = [name for name in official.COLUMNS if name != "A_PCT25"]
    file = workbook(tmp_path / "state_M2025_dl.xlsx", OHIO, columns=columns)

    assert "state_M2025_dl.xlsx, state_M2025_dl, line 1: The column “a_p25” is missing." in trouble_with(file)


@pytest.mark.parametrize(
    ("without", "said"),
    [("AREA_TYPE", "area_type"), ("AREA", "area"), ("NAICS", "naics")],
)
def test_pay_of_a_place_or_an_industry_is_never_taken_for_that_of_the_country(tmp_path, without, said):
    names = [name for name in official.COLUMNS if name != without]
    path = workbook(tmp_path / "state_M2025_dl.xlsx", OHIO, columns=names)

    assert f"line 1: The column “{said}” is missing." in trouble_with(path)


def test_a_file_of_places_that_the_site_does_not_know_is_told(tmp_path):
    path = workbook(tmp_path / "state_M2025_dl.xlsx", OHIO | {"AREA": "98"})

    assert "No row of it can be used: all are of places that this site does not know" in trouble_with(path)


def test_a_line_without_end_is_told(tmp_path):
    path = csv_file(tmp_path / "2025.csv", NATIONAL, f"29-2052,{'x' * 100_000},{CELLS}")

    assert "2025.csv, line 2: This line has more than 100000 signs: none of a release has." in trouble_with(path)


def test_columns_go_by_their_names_in_letters_of_any_size(tmp_path):
    columns = [name.lower() for name in reversed(official.COLUMNS)]

    run(workbook(tmp_path / "state_M2025_dl.xlsx", OHIO, columns=columns))

    assert WageEstimate.objects.get().year_median == 45_750


def test_a_cut_spreadsheet_is_told(tmp_path):
    file = workbook(tmp_path / "state_M2025_dl.xlsx", OHIO)
    file.write_bytes(file.read_bytes()[:2_000])

    assert "This is not a spreadsheet that can be read, or only a part of one." in trouble_with(file)


def test_a_cut_zip_file_is_told(tmp_path):
    file = official.zipped(tmp_path / "oesm25st.zip", workbook(tmp_path / "state_M2025_dl.xlsx", OHIO))
    file.write_bytes(file.read_bytes()[:-200])

    assert "oesm25st.zip: This file is damaged, or only a part of one." in trouble_with(file)


def test_a_cut_gz_file_is_told(tmp_path):
    rows = [f"39,Ohio,29-{number},Occupation,{CELLS}" for number in range(1000, 3000)]
    file = csv_file(tmp_path / "oews_2025_state.csv.gz", STATES, *rows)
    file.write_bytes(file.read_bytes()[:-500])

    assert "This file is damaged, or only a part of one." in trouble_with(file)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("29-2052,Pharmacy Technicians,1,2,3", "line 3: This line has 5 cells, and the table has 20 columns."),
        (f"292052,Pharmacy Technicians,{CELLS}", "line 3: “292052” is not an occupation's code such as 29-2052."),
        (f"29-2052,Technicians,{CELLS.replace('39030', 'lots')}", "line 3: “lots” is not a number."),
        (f"29-2052,Technicians,{CELLS.replace('39030', '-39030')}", "line 3: “-39030” is not a number."),
        (f"29-2052,Technicians,{CELLS.replace('39030', '99999999999')}", "line 3: “99999999999” is not a number."),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, said):
    file = csv_file(tmp_path / "oews_2025_national.csv", NATIONAL, f"29-1051,Pharmacists,{CELLS}", line)

    assert f"oews_2025_national.csv, {said}" in trouble_with(file)


def test_text_that_is_not_utf_8_is_told(tmp_path):
    file = tmp_path / "oews_2025_national.csv"
    file.write_bytes(f"{NATIONAL}\r\n29-2052,Técnicos,{CELLS}\r\n".encode("latin-1"))

    assert "This is not text in UTF-8. Download the file again." in trouble_with(file)


def test_a_web_page_in_the_place_of_a_file_is_told(tmp_path):
    file = tmp_path / "oews_2025_national.csv"
    file.write_text("<!DOCTYPE html>\n<title>Access denied</title>\n")

    assert "This is a web page, not the file." in trouble_with(file)


def test_an_empty_file_is_told(tmp_path):
    file = tmp_path / "oews_2025_national.csv"
    file.write_text("")

    assert "This file is empty." in trouble_with(file)


def test_a_file_without_rows_is_told(tmp_path):
    assert "This file has a first line and no rows." in trouble_with(csv_file(tmp_path / "oews_2025.csv", NATIONAL))


def test_a_column_that_is_there_twice_is_told(tmp_path):
    file = csv_file(tmp_path / "oews_2025.csv", f"{NATIONAL},occ_code", f"29-2052,Technicians,{CELLS},29-2052")

    assert "The column “occ code” is there twice." in trouble_with(file)


# ---- values


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("employment", "1,470", 1_470),
        ("hour_median", "18.2", Decimal("18.20")),
        ("mean_error", "12", Decimal("12.0")),
        ("year_median", "*", None),
        ("year_median", "-", None),
        ("employment", "**", None),
    ],
)
def test_cells_become_values(name, text, value):
    assert figure(name, text) == value


@pytest.mark.parametrize("text", ["NaN", "1e5", "12.5.1", "Infinity", "１２"])
def test_a_cell_that_only_looks_like_a_number_is_none(text):
    with pytest.raises(NotANumberError):
        figure("year_median", text)


@pytest.mark.parametrize(
    ("text", "month"), [("May 2025", (2025, 5)), ("2025", (0, 0)), ("may 2025", (0, 0)), ("", (0, 0))]
)
def test_a_period_is_a_month_and_a_year(text, month):
    assert month_of(text) == month
