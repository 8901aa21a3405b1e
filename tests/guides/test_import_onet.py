"""Importing the O*NET database: what comes in, in either layout, and what a second import does."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.management.base import CommandError
from django.utils import timezone

from guides.models import (
    EducationShare,
    Element,
    JobZone,
    Occupation,
    OccupationTitle,
    Rating,
    RelatedOccupation,
    Release,
    Software,
    Source,
    Task,
)
from guides.search import index
from guides.search.results import find
from tests.guides.onet_files import (
    ELEMENTS,
    LEGACY,
    NEW,
    OCCUPATIONS,
    READ_ME,
    SKILLS,
    TASKS,
    ZONE_NAMES,
    ZONES,
    import_onet,
    write_folder,
    write_zip,
)

pytestmark = pytest.mark.django_db
TECH, PHARMACIST, AIDE = "29-2052.00", "29-1051.00", "31-9095.00"
TABLES: list[Any] = [
    Occupation,
    JobZone,
    Element,
    Task,
    Rating,
    EducationShare,
    OccupationTitle,
    Software,
    RelatedOccupation,
]


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row with its number, and what the releases say."""
    rows = {model.__name__: [*model.objects.order_by("pk").values_list()] for model in TABLES}
    return rows | {"Release": [*Release.objects.order_by("pk").values_list()]}


def said() -> dict[str, list[tuple[object, ...]]]:
    """What the rows say, whatever their numbers and their release."""
    fields = {
        model: [f.attname for f in model._meta.concrete_fields if f.attname not in {"id", "release_id"}]
        for model in TABLES
    }
    return {model.__name__: sorted(model.objects.values_list(*names), key=str) for model, names in fields.items()}


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path / "release")


def test_everything_of_the_older_layout_comes_in(folder):
    import_onet(folder)

    tech = Occupation.objects.get(code=TECH)
    assert (tech.title, tech.soc, tech.job_zone_id) == ("Pharmacy Technicians", "29-2052", 3)
    assert (tech.realistic, tech.conventional, tech.social) == (Decimal("4.06"), Decimal("6.50"), None)
    assert [*Task.objects.values_list("occupation", "number", "text", "kind").order_by("pk")] == [
        (TECH, 1939, "Receive refill requests.", "core"),
        (TECH, 1940, "Order stock.", "supplemental"),
        (AIDE, 7, "Answer telephones.", ""),
    ]
    assert [*Element.objects.values_list("number", "kind", "name", "description")] == [
        ("2.A.1.a", "skill", "Reading Comprehension", "Understanding written sentences."),
        ("2.B.3.d", "skill", "Installation", ""),
        ("2.C.5.a", "knowledge", "Medicine and Dentistry", ""),
    ]
    assert [*EducationShare.objects.values_list("occupation", "category", "name", "percent")] == [
        (TECH, 2, "High School Diploma", Decimal("61.50")),
        (TECH, 3, "Post-Secondary Certificate", Decimal("30.50")),
    ]
    assert [*OccupationTitle.objects.values_list("occupation", "title", "short", "is_reported")] == [
        (TECH, "Pharm Tech", "PT", True),
        (TECH, "Pharmacy Clerk", "PC", False),
        (AIDE, "Counter Clerk", "", True),
    ]
    assert [*Software.objects.values_list("name", "category", "is_hot", "is_in_demand")] == [
        ("Microsoft Excel", "Spreadsheet software", True, False)
    ]
    assert [*RelatedOccupation.objects.values_list("occupation", "other", "tier", "place")] == [
        (TECH, AIDE, "primary-short", 1),
        (TECH, PHARMACIST, "supplemental", 2),
    ]
    zone = JobZone.objects.get(number=5)
    assert (zone.name, zone.training, zone.examples) == ("Job Zone Five", "Little.", "Lawyers.")


def test_ratings_leave_out_what_is_suppressed_and_the_level_of_what_is_not_relevant(folder):
    import_onet(folder)

    # Rounded to two places; the level is suppressed, or not relevant; a suppressed importance takes its level along.
    assert [*Rating.objects.order_by("element").values_list("occupation", "element", "importance", "level")] == [
        (TECH, "2.A.1.a", Decimal("3.75"), Decimal("3.12")),
        (TECH, "2.B.3.d", Decimal("1.00"), None),
        (TECH, "2.C.5.a", Decimal("4.11"), None),
    ]


def test_both_layouts_say_the_same(folder, tmp_path):
    import_onet(folder)
    older = said()
    import_onet(write_folder(tmp_path / "new", NEW))

    assert said() == older
    assert Release.objects.get().version == "30.3"


def test_a_packed_release_is_as_good_as_a_folder(folder, tmp_path):
    import_onet(folder)
    as_folder = said()
    Occupation.objects.all().delete()

    import_onet(write_zip(tmp_path / "db_29_3_text.zip"))

    assert said() == as_folder


def test_a_folder_in_the_folder_is_found(tmp_path):
    write_folder(tmp_path / "unpacked" / "db_29_3_text")

    import_onet(tmp_path / "unpacked")

    assert Occupation.objects.count() == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: data.replace(b"\r\n", b"\n").rstrip(b"\n"),
        lambda data: data + b"\r\n\r\n",
    ],
    ids=["byte order mark", "plain line ends", "no end of the last line", "blank lines at the end"],
)
def test_every_way_to_end_lines_is_read(folder, change):
    file = folder / "Task Statements.txt"
    file.write_bytes(change(file.read_bytes()))

    import_onet(folder)

    assert Task.objects.count() == 3


def test_columns_go_by_their_headers(tmp_path):
    turned = "\n".join("|".join(reversed(line.split("|"))) for line in OCCUPATIONS.splitlines())

    import_onet(write_folder(tmp_path / "release", LEGACY | {"Occupation Data.txt": turned}))

    assert Occupation.objects.get(code=TECH).title == "Pharmacy Technicians"


def test_quotes_and_letters_of_other_languages_stand_as_they_are(tmp_path):
    text = TASKS + '29-2052.00|9|"Sig" codes: café, 5″ × 8″.|Core|1|08/2021|Incumbent\n'

    import_onet(write_folder(tmp_path / "release", LEGACY | {"Task Statements.txt": text}))

    assert Task.objects.get(number=9).text == '"Sig" codes: café, 5″ × 8″.'


def test_job_zones_have_whatever_numbers_the_release_gives_them(tmp_path):
    zones, names = ZONES.replace("|3|", "|7|"), ZONE_NAMES.replace("3|Job Zone Three", "0|Job Zone Nought")

    import_onet(write_folder(tmp_path / "release", LEGACY | {"Job Zones.txt": zones, "Job Zone Reference.txt": names}))

    assert [*JobZone.objects.values_list("number", "name")] == [
        (0, "Job Zone Nought"),
        (5, "Job Zone Five"),
        (7, "Job Zone 7"),
    ]
    assert Occupation.objects.get(code=TECH).job_zone_id == 7


def test_levels_of_education_have_names_of_ours_where_the_release_brings_none(tmp_path):
    name = "Education, Training, and Experience Categories.txt"

    import_onet(write_folder(tmp_path / "release", without=name))

    assert [*EducationShare.objects.values_list("name", flat=True)] == [
        "High school diploma or GED",
        "Certificate after high school",
    ]


def test_the_two_files_that_must_be_there_are_enough(tmp_path):
    files = {name: LEGACY[name] for name in ("Read Me.txt", "Occupation Data.txt", "Task Statements.txt")}

    lines = import_onet(write_folder(tmp_path / "release", files))

    assert Occupation.objects.count() == 3
    (absent,) = [line for line in lines if line.startswith("Not among the files: ")]
    assert "skills" in absent
    assert "related occupations" in absent


def test_rows_of_occupations_that_do_not_exist_are_counted_and_left_out(tmp_path):
    text = TASKS + "99-9999.00|1|Fly.|Core|1|08/2021|Incumbent\n29-2052.00|1939|Again.|Core|1|08/2021|Incumbent\n"

    lines = import_onet(write_folder(tmp_path / "release", LEGACY | {"Task Statements.txt": text}))

    assert "  29.3 Task Statements.txt: 5 rows, passed over: 1 no such occupation; 1 said before" in lines
    assert Task.objects.count() == 3


def test_a_type_of_task_that_is_not_known_is_told_and_left_open(tmp_path):
    text = TASKS.replace("|Supplemental|", "|Emerging|")

    lines = import_onet(write_folder(tmp_path / "release", LEGACY | {"Task Statements.txt": text}))

    told = "  29.3 Task Statements.txt: 3 rows; 1 of a kind that we do not know, taken as not stated"
    assert told in lines
    assert Task.objects.get(number=1940).kind == ""


def test_files_without_use_and_holes_are_told(folder):
    lines = import_onet(folder)

    assert "1 file has no use here." in lines
    (holes,) = [line for line in lines if line.startswith("Occupations without: ")]
    assert "job zones (1)" in holes
    assert "tasks (1)" in holes


# ---- several paths


def test_each_path_keeps_its_own_release(tmp_path):
    main = write_folder(tmp_path / "main", without="Skills.txt")
    rebuilt = write_folder(tmp_path / "onet_29_0_rebuilt", {"Skills.txt": SKILLS})

    import_onet(main, rebuilt)

    assert Rating.objects.count() == 3
    by_version = {release.version: release for release in Release.objects.all()}
    assert by_version["29.0"].files == {"Skills.txt": 5}
    assert "Skills.txt" not in by_version["29.3"].files
    assert by_version["29.3"].files["Task Statements.txt"] == 3
    assert by_version["29.3"].released == "May 2025"
    assert {release.source.key for release in by_version.values()} == {"onet-29-0", "onet-29-3"}
    assert Occupation.objects.get(code=TECH).release == by_version["29.3"]


def test_the_newer_file_wins_in_whatever_order_the_paths_are_named(tmp_path):
    main = write_folder(tmp_path / "main")
    older = write_folder(tmp_path / "onet_29_0", {"Skills.txt": SKILLS.replace("3.75", "2.00")})

    lines = import_onet(older, main)

    assert "Passed over for a newer file: onet_29_0/Skills.txt." in lines
    assert Rating.objects.get(element="2.A.1.a").importance == Decimal("3.75")
    assert Release.objects.get().version == "29.3"


def test_half_of_the_skills_is_told(tmp_path):
    lines = import_onet(write_folder(tmp_path / "new", NEW, without="Transferable Skills.txt"))

    assert "Only one of two files is there: “Transferable Skills.txt” is missing." in lines


def test_halves_of_one_release_may_lie_in_two_paths(tmp_path):
    main = write_folder(tmp_path / "main", NEW, without="Transferable Skills.txt")
    other = write_folder(tmp_path / "db_30_3", {"Transferable Skills.txt": NEW["Transferable Skills.txt"]})

    import_onet(main, other)

    assert {*Rating.objects.values_list("element", flat=True)} >= {"2.A.1.a", "2.B.3.d"}


@pytest.mark.parametrize(
    ("name", "written", "version"),
    [
        ("db_28_2_text", "", "28.2"),
        ("onet-30.1", "", "30.1"),
        ("mine", "@29.0", "29.0"),
        ("db_28_2_text", "@29.0", "29.0"),
    ],
)
def test_a_folder_without_a_read_me_goes_by_its_name_or_by_what_is_written_behind_it(tmp_path, name, written, version):
    folder = write_folder(tmp_path / name, without="Read Me.txt")

    import_onet(f"{folder}{written}")

    assert Release.objects.get().version == version


# ---- a second import


def test_a_second_import_leaves_every_row_as_it_is(folder):
    import_onet(folder)
    before = everything()

    lines = import_onet(folder)

    assert everything() == before
    assert lines[-1] == "Nothing changed: the site held O*NET 29.3 already."


def test_a_row_that_somebody_changed_becomes_what_the_release_says_again(folder):
    import_onet(folder)
    before = said()
    Task.objects.filter(number=1939).update(text="Something else.")
    Software.objects.all().delete()
    OccupationTitle.objects.create(occupation_id=TECH, title="Wizard")

    lines = import_onet(folder)

    assert said() == before
    assert lines[-1] == "The site holds O*NET 29.3 now."


def test_a_newer_release_takes_the_place_of_an_older_one(folder, tmp_path):
    import_onet(folder)
    numbers = {task.number: task.pk for task in Task.objects.all()}
    files = NEW | {
        "Occupation Data.txt": OCCUPATIONS.replace("31-9095.00|Pharmacy Aides", "31-9099.00|Helpers"),
        "Task Statements.txt": TASKS.replace("Order stock.", "Order stock by phone.").replace("31-9095", "31-9099"),
    }

    lines = import_onet(write_folder(tmp_path / "new", files))

    assert {*Occupation.objects.values_list("code", flat=True)} == {TECH, PHARMACIST, "31-9099.00"}
    assert {task.number: task.pk for task in Task.objects.filter(occupation=TECH)} == {
        1939: numbers[1939],
        1940: numbers[1940],
    }
    assert Task.objects.get(number=1940).text == "Order stock by phone."
    assert {*Release.objects.values_list("version", flat=True)} == {"30.3"}
    assert [line for line in lines if " occupations " in line and "related" not in line] == [
        "  occupations                     3  1 new, 2 changed, 1 removed"
    ]


def test_what_the_newer_paths_lack_goes_and_is_told(folder, tmp_path):
    import_onet(folder)

    lines = import_onet(write_folder(tmp_path / "less", without="Knowledge.txt"))

    assert not Rating.objects.filter(element__kind="knowledge").exists()
    assert "Not among the files: knowledge." in lines
    assert "  ratings of knowledge            0  1 removed" in lines


def test_an_older_release_is_refused_unless_it_is_asked_for(folder, tmp_path):
    import_onet(folder)
    before = everything()
    older = write_folder(tmp_path / "older", LEGACY | {"Read Me.txt": READ_ME.replace("29.3", "29.2")})

    with pytest.raises(CommandError, match=r"holds O\*NET 29\.3, and this is the older 29\.2"):
        import_onet(older)

    assert everything() == before
    import_onet(older, allow_older=True)
    assert Release.objects.get().version == "29.2"


def test_release_ten_comes_after_release_nine(folder, tmp_path):
    import_onet(write_folder(tmp_path / "nine", LEGACY | {"Read Me.txt": READ_ME.replace("29.3", "29.9")}))

    import_onet(write_folder(tmp_path / "ten", LEGACY | {"Read Me.txt": READ_ME.replace("29.3", "29.10")}))

    assert Release.objects.get().version == "29.10"


def test_a_source_that_is_described_already_stays_as_it_is(folder):
    Source.objects.create(key="onet-29-3", title="O*NET", note="Our own words.")

    import_onet(folder)

    source = Source.objects.get(key="onet-29-3")
    assert (source.title, source.note) == ("O*NET", "Our own words.")
    assert Release.objects.get().source == source


def test_occupations_are_found_by_a_search_once_they_are_imported(folder):
    index.memory()

    import_onet(folder)

    assert "Pharmacists" in str(find("pharmacists", now=timezone.now()))


@pytest.mark.parametrize("tasks", [1, 200])
def test_an_import_asks_as_often_whatever_the_number_of_rows(tmp_path, tasks, django_assert_max_num_queries):
    text = TASKS + "".join(f"29-1051.00|{100 + n}|Do {n}.|Core|1|08/2021|Incumbent\n" for n in range(tasks))
    folder = write_folder(
        tmp_path / "release", LEGACY | {"Task Statements.txt": text, "Content Model Reference.txt": ELEMENTS}
    )

    with django_assert_max_num_queries(100):
        import_onet(folder)
