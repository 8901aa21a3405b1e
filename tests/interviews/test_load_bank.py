"""Loading competencies and questions: an editor's change wins, and what people added is left alone."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guides.actions.loading.report import admin_place
from guides.models import LoadedContent
from interviews.models import Competency, Question
from tests.certifications.small_rules import swap
from tests.factories import make_role, make_user
from tests.interviews.small_bank import bank_folder, load_bank

pytestmark = pytest.mark.django_db

HELPER = "questions/helper.yaml"


@pytest.fixture
def folder(tmp_path):
    make_role(slug="helper")
    return bank_folder(tmp_path)


@pytest.fixture
def loaded(folder):
    load_bank(folder)
    return folder


def check() -> Question:
    return Question.objects.get(slug="helper-check")


def slugs(question: Question) -> list[str]:
    return [place.competency.slug for place in question.places.all()]


def add_competency(slug: str) -> None:
    """As an editor would, at the end."""
    check().places.create(competency=Competency.objects.get(slug=slug), position=90)


def test_everything_comes_in(loaded):
    question = check()

    assert (question.role.slug, question.kind, question.text) == ("helper", "knowledge", "How do you check a label?")
    assert (question.looking_for, question.tip) == ("A method.", "Name the steps in order.")
    assert (question.cue_phrases, question.follow_ups) == (["I compare", "against the order"], ["And when it is busy?"])
    assert slugs(question) == ["teamwork", "accuracy"]
    assert question.history.get().history_change_reason == "Loaded from files"
    assert [*Question.objects.order_by("slug").values_list("slug", "role__slug", "is_published", "position")] == [
        ("g-yourself", None, True, 10),
        ("helper-check", "helper", True, 10),
        ("helper-mistake", "helper", False, 20),
    ]
    assert [*Competency.objects.values_list("slug", "prototypes")] == [
        ("accuracy", ["I counted twice.", "I read it back."]),
        ("teamwork", []),
    ]


def test_a_second_time_nothing_changes(loaded):
    assert load_bank(loaded) == ["Loaded 5 items: 0 new, 0 changed, 5 unchanged; 0 conflicts."]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("competencies: [teamwork, accuracy]", "competencies: [accuracy, teamwork]", ["accuracy", "teamwork"]),
        ("competencies: [teamwork, accuracy]", "competencies: [accuracy]", ["accuracy"]),
    ],
)
def test_another_order_in_the_file_is_a_change(loaded, old, new, expected):
    swap(loaded, HELPER, old, new)

    said = load_bank(loaded)

    assert slugs(check()) == expected
    assert said == ["Loaded 5 items: 0 new, 1 changed, 4 unchanged; 0 conflicts."]


def test_what_an_editor_changed_stays(loaded):
    Question.objects.filter(slug="helper-check").update(tip="An editor's tip.")

    said = load_bank(loaded)

    assert check().tip == "An editor's tip."
    assert said == ["Loaded 5 items: 0 new, 0 changed, 1 as an editor left them, 4 unchanged; 0 conflicts."]


@pytest.mark.parametrize(
    ("settle", "order"),
    [({}, ["teamwork", "accuracy", "care"]), ({"take_file": ["interview-question:helper-check"]}, ["accuracy"])],
)
def test_a_competency_that_an_editor_added_stays_unless_the_file_is_taken(loaded, settle, order):
    Competency.objects.create(slug="care", name="Care", description="Care.")
    add_competency("care")
    swap(loaded, HELPER, "[teamwork, accuracy]", "[accuracy]")

    said = load_bank(loaded, **settle)

    assert slugs(check()) == order
    conflict = (
        f"  interview-question:helper-check was changed by an editor ({admin_place(Question, check().pk)}) and in "
    )
    assert [line.startswith(conflict) for line in said[1:]] == ([] if settle else [True, False])


def test_a_conflict_can_be_settled_for_the_editor(loaded):
    Question.objects.filter(slug="helper-check").update(tip="An editor's tip.")
    swap(loaded, HELPER, "Name the steps", "Say the steps")

    load_bank(loaded, keep_edit=["interview-question:helper-check"])

    assert load_bank(loaded)[0].endswith("0 conflicts.")
    assert check().tip == "An editor's tip."


def test_a_question_that_is_gone_from_the_file_goes_with_its_competencies(loaded):
    text = (loaded / HELPER).read_text()
    (loaded / HELPER).write_text(text[text.index("- slug: helper-mistake") :])

    said = load_bank(loaded)

    assert said == ["Loaded 4 items: 0 new, 0 changed, 1 removed, 4 unchanged; 0 conflicts."]
    assert not Question.objects.filter(slug="helper-check").exists()


def test_questions_that_people_added_are_left_alone(loaded):
    own = Question.objects.create(owner=make_user(), slug="own-1", kind="motivation", text="Why us?")

    said = load_bank(loaded)

    assert Question.objects.get(owner__isnull=False) == own
    assert said[0].endswith("5 unchanged; 0 conflicts.")


def test_guides_alone_leave_questions_alone(loaded, tmp_path_factory):
    call_command("load_content", path=tmp_path_factory.mktemp("guides"), verbosity=0)

    assert Question.objects.count() == 3


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (HELPER, "kind: knowledge", "kind: puzzle", "line 1: kind: Value 'puzzle' is not a valid choice."),
        (HELPER, "teamwork, accuracy", "teamwok", "line 1: “teamwok” does not exist: there is no such competency."),
        (HELPER, "teamwork, accuracy", "", "line 1: competencies: name at least one, the main one first."),
        (HELPER, "teamwork, accuracy", "accuracy, accuracy", "line 1: competencies: “accuracy” stands twice."),
        (
            HELPER,
            "slug: helper-mistake",
            "slug: g-yourself",
            "line 11: “g-yourself” stands twice: it is at questions/general.yaml",
        ),
        (HELPER, "  text: How do you check a label?\n", "", "line 1: “text” is missing."),
        (HELPER, "looking_for", "loking_for", "line 5: The key “loking_for” is unknown. Did you mean “looking_for”?"),
        (HELPER, "follow_ups: [And when it is busy?]", "follow_ups: And?", "line 10: follow_ups: write a list here"),
        (HELPER, "I compare", "I" * 201, "line 1: cue_phrases: Write one phrase a line"),
        ("competencies.yaml", "name: Teamwork", f"name: {'T' * 81}", "line 5: name: Ensure this value has at most 80"),
    ],
)
def test_a_broken_file_is_told_by_file_and_line(folder, name, old, new, problem):
    swap(folder, name, old, new)
    err = StringIO()

    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_content", interviews=folder, stderr=err)

    assert f"{name}, {problem}" in err.getvalue()
    assert not LoadedContent.objects.exists()


def test_a_file_for_a_role_that_is_not_there_is_told(folder):
    (folder / HELPER).rename(folder / "questions/helpr.yaml")
    (folder / "notes.txt").write_text("")
    err = StringIO()

    with pytest.raises(CommandError):
        call_command("load_content", interviews=folder, stderr=err)

    assert err.getvalue().splitlines() == [
        "notes.txt: No file of this name belongs here: see docs/content.md for the layout.",
        "questions/helpr.yaml, line 1: “helpr” does not exist: there is no such role.",
        "questions/helpr.yaml, line 11: “helpr” does not exist: there is no such role.",
    ]
