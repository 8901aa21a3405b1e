"""Content files beside imported figures: the import stands, without a conflict, until a file is of a later edition."""

import pytest
from django.core.management import call_command

from guides.models import Projection, Release, Source, WageEstimate
from tests.factories import make_release
from tests.guides.official_pay import NATION, OHIO, industry, workbook
from tests.guides.small_content import change, load, small_folder, swap

pytestmark = pytest.mark.django_db
WAGES, OUTLOOK = "wages/29-2052.yaml", "projections.yaml"


@pytest.fixture
def folder(tmp_path):
    """Content whose pay is from the same survey as the import."""
    made = small_folder(tmp_path / "content")
    swap(made, "sources.yaml", "key: bls", "key: oews-2025")
    for file in (WAGES, OUTLOOK, "roles/helper/facts.yaml"):
        path = made / file
        path.write_text(path.read_text().replace("source: bls", "source: oews-2025"))
    load(made)
    return made


@pytest.fixture
def imported(folder, tmp_path):
    """The same content after an import of pay, which has more rows and other figures."""
    file = workbook(tmp_path / "all_data_M_2025.xlsx", NATION, OHIO, industry("622000", "Hospitals"))
    call_command("import_wages", file, verbosity=0)
    return folder


def pay() -> set[tuple[str, str, int | None, str]]:
    return {*WageEstimate.objects.values_list("place", "naics", "year_median", "as_of")}


def test_loading_after_an_import_leaves_its_figures_and_lists_no_conflict(imported):
    before = pay()

    said = load(imported)

    assert pay() == before
    assert "1 with imported figures" in said
    assert "0 conflicts" in said


def test_a_file_that_changes_within_the_same_edition_does_not_undo_the_import(imported):
    before = pay()
    swap(imported, WAGES, "45750", "45760")

    first, second = load(imported), load(imported)

    assert pay() == before
    assert "0 conflicts" in first
    assert "0 conflicts" in second


def test_a_file_of_a_later_edition_takes_the_place_of_the_import(imported):
    swap(imported, WAGES, "as_of: May 2025", "as_of: May 2026")

    said = load(imported)

    assert {as_of for _place, _naics, _pay, as_of in pay()} == {"May 2026"}
    assert "1 changed" in said


def test_imported_figures_stay_when_the_file_goes(imported):
    before = pay()
    text = "---\nkind: pay\ntitle: Pay\n---\nAsk.\n"

    said = load(change(imported, {WAGES: None, "roles/helper/sections/020-pay.md": text}))

    assert pay() == before
    assert "0 conflicts" in said


def test_the_file_wins_where_someone_says_so(imported):
    load(imported, take_file=["wages:29-2052"])

    assert ("US", "622000") not in {row[:2] for row in pay()}


def test_an_untouched_table_still_follows_its_file(folder):
    make_release(kind=Release.Kind.WAGES, version="May 2025", source=Source.objects.get(key="oews-2025"))
    swap(folder, WAGES, "45750", "45760")

    said = load(folder)

    assert WageEstimate.objects.get(place="US", naics="").year_median == 45_760
    assert "1 changed" in said


def test_an_editors_change_without_any_import_is_still_a_conflict(folder):
    WageEstimate.objects.filter(place="US", naics="").update(year_median=1)
    swap(folder, WAGES, "45750", "45760")

    assert "1 conflict" in load(folder)


def test_an_imported_outlook_stands(folder):
    Projection.objects.update(jobs_base=500_000)
    make_release(kind=Release.Kind.PROJECTIONS, version="2024–34", source=Source.objects.get(key="oews-2025"))
    swap(folder, OUTLOOK, "jobs_base: 1000", "jobs_base: 1001")

    said = load(folder)

    assert Projection.objects.get().jobs_base == 500_000
    assert "0 conflicts" in said


def test_a_source_that_an_import_made_takes_the_words_of_the_file(folder):
    source = Source.objects.create(key="oews-2026", title="As the import names it")
    make_release(kind=Release.Kind.WAGES, version="May 2026", source=source)
    text = (folder / "sources.yaml").read_text()

    said = load(change(folder, {"sources.yaml": f"{text}- {{key: oews-2026, title: As our file names it}}\n"}))

    source.refresh_from_db()
    assert source.title == "As our file names it"
    assert "0 conflicts" in said
