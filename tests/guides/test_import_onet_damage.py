"""Releases that cannot be used: each is refused with a sentence that says where, and nothing changes."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from guides.importers.files import MOST_FILES
from guides.importers.onet.opening import LARGEST
from guides.models import Occupation, Rating, Release, Source, Task
from tests.guides.onet_files import LEGACY, NEW, SKILLS, TASKS, as_file, import_onet, write_folder, write_zip

pytestmark = pytest.mark.django_db
NAME = "Task Statements.txt"


def state() -> list[object]:
    """What an import could have changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT one, token FROM guides_search_version ORDER BY one")
        versions = cursor.fetchall()
    models = (Occupation, Task, Rating, Release, Source)
    return [versions, *(sorted(model.objects.values_list(), key=str) for model in models)]


def refusal(*paths: Path | str) -> str:
    """The sentence that the command ends with; what is on the site must not change, and another import be as good."""
    before = state()
    with pytest.raises(CommandError) as refused:
        call_command("import_onet", *map(str, paths), stdout=io.StringIO())
    assert refused.value.returncode == 1
    assert state() == before
    return str(refused.value)


@pytest.fixture
def imported(tmp_path):
    """A site that holds a release already."""
    import_onet(write_folder(tmp_path / "before"))


@pytest.fixture
def release(tmp_path, imported) -> Callable[..., Path]:
    """Makes a folder in which one file is another."""

    def made(text: str | bytes, name: str = NAME) -> Path:
        return write_folder(tmp_path / "release", LEGACY | {name: text})

    return made


@pytest.mark.parametrize("name", ["Occupation Data.txt", "Task Statements.txt"])
def test_a_file_that_must_be_there(tmp_path, imported, name):
    sentence = "This file is not in what you named, and nothing can be imported without it. Nothing was changed."

    assert refusal(write_folder(tmp_path / "release", without=name)) == f"{name}: {sentence}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("|Task Type|", "|Kind|", "line 1: The column “Task Type” is missing."),
        ("|", ",", "line 1: The first line holds no columns with tabs between them. Is it the text release?"),
        ("|Core|81|08/2021|Incumbent", "|Core", "line 2: This line has 4 columns, and the first line has 7."),
        ("|Core|81", "|Core|81|x", "line 2: This line has 8 columns, and the first line has 7."),
        ("|1940|", "|19.4|", "line 3: “19.4” is not a whole number up to 999999999."),
        ("|1940|", "|٣|", "line 3: “٣” is not a whole number up to 999999999."),
        ("|1940|", "||", "line 3: “” is not a whole number up to 999999999."),
        ("|Order stock.|", "||", "line 3: A text is missing in this line."),
        ("Order stock.", "x" * 4001, "line 3: The cell under “Task” is longer than 4000 characters."),
        ("31-9095.00", "Pharmacy Aides", "line 4: “Pharmacy Aides” is not an O*NET-SOC code such as 29-2052.00."),
        ("Order", "Or\0der", "line 3: This holds signs that are no text. Download the file again."),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else None,
)
def test_a_damaged_line_is_named(release, old, new, said):
    assert refusal(release(TASKS.replace(old, new))) == f"release/{NAME}, {said} Nothing was changed."


@pytest.mark.parametrize("cell", ["7.5", "0.9", "NaN", "1e1", "five", "-1", "³", "1 2", "3,5"])
def test_a_rating_off_its_scale_is_no_rating(release, cell):
    text = SKILLS.replace("3.75", cell)

    said = refusal(release(text, "Skills.txt"))

    assert said == f"release/Skills.txt, line 2: “{cell}” is not a number from 1 to 5. Nothing was changed."


@pytest.mark.parametrize("cell", ["1", "5.00"])
def test_the_ends_of_a_scale_are_on_it(release, cell):
    import_onet(release(SKILLS.replace("3.75", cell), "Skills.txt"))

    assert Rating.objects.get(element="2.A.1.a").importance == float(cell)


def test_a_text_of_the_greatest_length_comes_in(release):
    import_onet(release(TASKS.replace("Order stock.", "x" * 4000)))

    assert Task.objects.get(number=1940).text == "x" * 4000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty."),
        (b" \r\n", "This file is empty."),
        (as_file(TASKS.splitlines()[0] + "\n"), "This file has a first line and no rows."),
        (
            b"<!DOCTYPE html>\n<html><body>Not found</body></html>",
            "This is a web page and not a data file. Download the file again.",
        ),
    ],
    ids=["empty", "blank", "no rows", "web page"],
)
def test_a_file_without_data(release, data, said):
    assert refusal(release(data)) == f"release/{NAME}: {said} Nothing was changed."


def test_a_file_in_another_encoding_is_refused_at_its_line(release):
    data = as_file(TASKS).replace(b"Order stock", b"Order caf\xe9 stock")

    said = f"release/{NAME}, line 3: This is not text in UTF-8. Download the file again. Nothing was changed."
    assert refusal(release(data)) == said


def test_a_file_in_utf_16_is_refused(release):
    assert f"{NAME}, line 1: This is not text in UTF-8." in refusal(release(TASKS.encode("utf-16")))


def test_tasks_of_another_release_altogether_are_refused(release):
    text = (
        "\n".join(line for line in TASKS.splitlines() if line.startswith("O*NET")) + "\n99-9999.00|1|Fly.|Core|1|x|y\n"
    )

    assert "None of its tasks belongs to an occupation of the release." in refusal(release(text))


@pytest.mark.parametrize(("strangers", "is_refused"), [(3, False), (4, True)])
def test_occupations_that_are_cut_off_are_missed_by_the_tasks(release, strangers, is_refused):
    more = "".join(f"29-205{number}.00|{number}|Fly.|Core|1|08/2021|Analyst\n" for number in range(3, 3 + strangers))
    folder = release(TASKS + more)

    if is_refused:
        said = "4 of its occupations are not in Occupation Data.txt: is one of the two files cut off?"
        assert refusal(folder) == f"release/{NAME}: {said} Nothing was changed."
    else:
        assert f"  29.3 {NAME}: 6 rows, passed over: 3 no such occupation" in import_onet(folder)


def test_a_last_line_without_an_end_is_told(release):
    lines = import_onet(release(as_file(TASKS).rstrip()))

    assert f"  29.3 {NAME}: 3 rows; 1 line without an end: the file may be cut off" in lines


def test_a_path_that_does_not_exist(tmp_path, imported):
    assert (
        refusal(tmp_path / "nowhere")
        == f"{tmp_path / 'nowhere'}: There is no such folder or file. Nothing was changed."
    )


def test_a_path_of_nothing(imported):
    assert refusal("") == "“”: There is no such folder or file. Nothing was changed."


def test_a_path_that_no_system_takes(imported):
    assert "This cannot be read:" in refusal("x" * 5000)


def test_a_folder_without_a_single_file_of_the_release(tmp_path, imported):
    folder = write_folder(tmp_path / "photos", {"holiday.txt": "Sun.\n", "places.csv": "Sun,Sea\n"})

    said = "photos: This holds no file of the O*NET text release, such as Occupation Data.txt. Nothing was changed."
    assert refusal(folder) == said


@pytest.mark.parametrize(
    ("name", "edition"), [("essential_skills.csv", "CSV"), ("Skills.xlsx", "Excel"), ("11_skills.sql", "SQL")]
)
def test_another_edition_is_refused_by_its_name(tmp_path, imported, name, edition):
    said = (
        f"This is the {edition} edition. Download the text edition, whose name ends in _text.zip. Nothing was changed."
    )

    folder = write_folder(tmp_path / "db_30_3", {name: "a,b\n"})
    assert refusal(folder) == f"db_30_3: {said}"
    assert refusal(folder / name) == f"{name}: {said}"
    assert refusal(write_zip(tmp_path / "db_30_3.zip", {name: "a,b\n"})) == f"db_30_3.zip: {said}"


# ---- .zip files


@pytest.mark.parametrize("kept", [0, 100, 0.5, 0.9])
def test_a_zip_that_was_cut_off(tmp_path, imported, kept):
    whole = write_zip(tmp_path / "db.zip").read_bytes()
    cut = tmp_path / "db_29_3_text.zip"
    cut.write_bytes(whole[: kept if isinstance(kept, int) else int(len(whole) * kept)])

    said = "This file is damaged, or only a part of one. Download it again. Nothing was changed."
    assert refusal(cut) == f"db_29_3_text.zip: {said}"


def test_a_zip_with_a_damaged_file_in_it(tmp_path, imported):
    path = write_zip(tmp_path / "db.zip")
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo(f"db_29_3_text/{NAME}").header_offset + 90
    data = bytearray(path.read_bytes())
    data[place] ^= 0xFF
    path.write_bytes(data)

    assert refusal(path).startswith(f"db.zip/{NAME}: This file is damaged, or only a part of one")


def test_a_web_page_saved_as_a_zip(tmp_path, imported):
    path = tmp_path / "db_29_3_text.zip"
    path.write_bytes(b"<!DOCTYPE html><title>Too many requests</title>")

    assert "This file is damaged, or only a part of one" in refusal(path)


def test_a_zip_whose_file_grows_without_end(tmp_path, imported):
    path = tmp_path / "db_29_3_text.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in LEGACY.items():
            archive.writestr(name, b"x" * (LARGEST + 1) if name == "Skills.txt" else as_file(text))

    said = "db_29_3_text.zip/Skills.txt: This file is larger than 32 MB: none of a release is. Nothing was changed."
    assert refusal(path) == said


def test_a_zip_of_too_many_files(tmp_path, imported):
    path = tmp_path / "db_29_3_text.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(MOST_FILES + 1):
            archive.writestr(f"{number}.txt", "")

    assert "There are more than 500 files here." in refusal(path)


def test_what_systems_leave_in_a_zip_and_strokes_of_another_kind_do_not_matter(tmp_path, imported):
    path = tmp_path / "db_29_3_text.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in LEGACY.items():
            archive.writestr(f"db_29_3_text\\{name}", as_file(text))
            archive.writestr(f"__MACOSX/db_29_3_text/{name}", b"\0")
            archive.writestr(f"db_29_3_text/~${name}", b"\0")

    assert "Nothing changed: the site held O*NET 29.3 already." in import_onet(path)


def test_names_that_lead_out_of_a_zip_lead_nowhere(tmp_path, imported):
    Occupation.objects.all().delete()

    import_onet(write_zip(tmp_path / "db.zip", inside="../../outside/"))

    assert Occupation.objects.count() == 3
    assert not [*tmp_path.parent.parent.glob("outside")]


# ---- which release


def test_a_folder_that_nothing_says_the_release_of(tmp_path, imported):
    folder = write_folder(tmp_path / "mine", without="Read Me.txt")

    said = "mine: Nothing says which release this is. Write it behind the path, as in “mine@29.0”. Nothing was changed."
    assert refusal(folder) == said


def test_a_read_me_that_says_another_release_than_the_one_who_imports(tmp_path, imported):
    folder = write_folder(tmp_path / "mine")

    said = "mine: Its Read Me says release 29.3, and you wrote 29.0. Nothing was changed."
    assert refusal(f"{folder}@29.0") == said


def test_two_whole_releases_at_once(tmp_path, imported):
    first, second = write_folder(tmp_path / "first"), write_folder(tmp_path / "second", NEW)

    said = "second: This is a whole release as “first” is. Name one of them, and beside it only what it lacks."
    assert refusal(first, second) == f"{said} Nothing was changed."


def test_two_releases_in_one_folder(tmp_path, imported):
    folder = write_folder(tmp_path / "both", LEGACY | NEW)

    said = "two releases lie in one another. Unpack each on its own."
    assert said in refusal(folder)


def test_two_releases_in_one_zip(tmp_path, imported):
    path = tmp_path / "both.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for inside in ("db_29_3_text", "db_30_3_text"):
            archive.writestr(f"{inside}/Occupation Data.txt", "")

    said = "both.zip/Occupation Data.txt: This file is there twice. Leave one release in the path. Nothing was changed."
    assert refusal(path) == said


def test_a_fault_in_the_last_file_changes_nothing_of_the_first(release):
    text = LEGACY["Related Occupations.txt"].replace("|2\n", "|second\n")

    said = refusal(release(text, "Related Occupations.txt"))

    assert said.startswith("release/Related Occupations.txt, line 3: “second” is not a whole number")
