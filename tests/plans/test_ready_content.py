"""The plans that we ship, how they are loaded, and how editors keep them."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from guides.content_files import CONTENT as GUIDES
from guides.content_files import files_below
from plans.content_files import CONTENT, read_plans
from plans.content_files.entries import PlanTemplateEntry
from plans.models import Doing, PlanTemplate, TemplateStep
from plans.places import PLACES, WHERE_DONE, Where
from tests.certifications.small_rules import swap
from tests.factories import make_credential, make_role, make_template_step

pytestmark = pytest.mark.django_db

FOLDER = read_plans(files_below(CONTENT))
ROLES = {path.name for path in (GUIDES / "roles").iterdir()}
EMPTY = re.compile(r"\b(rewarding|dynamic|crucial|dream job|passionate|seamless|essential|please)\b|!|—", re.IGNORECASE)
SMALL = """\
- slug: become
  title: Become a helper
  summary: From nothing to a first shift.
  weeks: 4
  steps:
    - {key: read, week: 1, title: Read the guide, hint: All of it., place: guide}
    - {key: earn, week: 4, title: Earn it, place: "credential:letters", doing: credential-earned}
"""


@pytest.fixture
def folder(tmp_path):
    make_role(slug="helper")
    make_credential(slug="letters")
    (tmp_path / "helper.yaml").write_text(SMALL)
    return tmp_path


def load(folder, **options) -> list[str]:
    out = StringIO()
    call_command("load_content", plans=folder, stdout=out, stderr=out, **options)
    return out.getvalue().splitlines()


def steps() -> list[tuple[str, int, str, str, int]]:
    return [*TemplateStep.objects.order_by("position").values_list("key", "week", "place", "doing", "times")]


# ---- what we ship


def test_the_files_can_be_read_and_are_for_jobs_that_have_a_guide():
    templates = FOLDER.of(PlanTemplateEntry)

    assert FOLDER.problems == []
    assert {template.role for template in templates} == {"", *ROLES}
    assert {template.slug for template in templates if template.role == "pharmacy-technician"} == {
        "become-certified",
        "retail-to-hospital",
        "lead-in-two-years",
        "sterile-compounding",
        "pharmacy-school",
    }


def test_every_shipped_step_says_why_and_how_without_empty_words():
    texts = [text for name, text in files_below(CONTENT).items()]
    hints = [len(hint) for text in texts for hint in re.findall(r'hint: "([^"]*)"', text)]
    steps = sum(text.count("{key: ") for text in texts)

    assert [found[0] for text in texts if (found := EMPTY.search(text))] == []
    assert len(hints) == steps and min(hints) >= 50


def test_what_comes_with_the_application_is_loaded_once():
    for role in ROLES:
        make_role(slug=role)
    for slug in {*re.findall(r"credential:([a-z0-9-]+)", "".join(files_below(CONTENT).values()))}:
        make_credential(slug=slug)

    number = len(FOLDER.of(PlanTemplateEntry))

    assert load(CONTENT)[0] == f"Loaded {number} items: {number} new, 0 changed, 0 unchanged; 0 conflicts."
    assert load(CONTENT)[0] == f"Loaded {number} items: 0 new, 0 changed, {number} unchanged; 0 conflicts."


def test_every_place_leads_to_an_address():
    where = Where.of(make_role(slug="helper"))
    names = {*PLACES, *WHERE_DONE.values()}

    assert [name for name in names if not where.url(name).startswith("/")] == []
    assert [name for name in names if not Where().url(name).startswith("/")] == []
    assert {*WHERE_DONE} == {*Doing.values}


def test_a_part_of_the_guide_is_found_by_its_kind_and_a_credential_that_is_gone_leads_to_all():
    role = make_role(slug="helper")
    role.sections.create(kind="growing", slug="what-next", title="What next", body="")
    make_credential(slug="letters")

    where = Where.of(role)

    assert where.url("guide-growing") == "/guides/helper/#what-next"
    assert where.url("guide-training") == "/guides/helper/"
    assert where.url("credential:letters") == "/certifications/letters/"
    assert where.url("credential:gone") == "/certifications/"


# ---- loading


def test_a_plan_comes_in_with_its_steps_and_their_history(folder):
    load(folder)

    template = PlanTemplate.objects.get()
    assert (template.slug, template.role.slug, template.weeks, template.is_published) == ("become", "helper", 4, True)
    assert steps() == [("read", 1, "guide", "", 1), ("earn", 4, "credential:letters", "credential-earned", 1)]
    assert [step.history.get().history_change_reason for step in template.steps.all()] == ["Loaded from files"] * 2


def test_a_changed_file_changes_steps_in_place(folder):
    load(folder)
    kept = TemplateStep.objects.get(key="read").pk

    swap(folder, "helper.yaml", "week: 1, title: Read the guide", "week: 2, title: Read it all")
    swap(folder, "helper.yaml", "key: earn", "key: won")

    assert load(folder)[0].startswith("Loaded 1 item: 0 new, 1 changed")
    assert [key for key, *_rest in steps()] == ["read", "won"]
    read = TemplateStep.objects.get(pk=kept)
    assert (read.week, read.title, read.history.count()) == (2, "Read it all", 2)
    assert TemplateStep.history.filter(key="earn", history_type="-").exists()


@pytest.mark.parametrize("change", ["title", "step"])
def test_an_editors_change_stands_and_a_conflict_is_told(folder, change):
    load(folder)
    if change == "title":
        PlanTemplate.objects.update(title="Mine")
    else:
        TemplateStep.objects.filter(key="read").update(title="Mine")

    assert load(folder)[0].endswith("1 as an editor left them, 0 unchanged; 0 conflicts.")
    swap(folder, "helper.yaml", "weeks: 4", "weeks: 5")
    assert "plan-template:become was changed by an editor" in "\n".join(load(folder))
    assert PlanTemplate.objects.get().weeks == 4

    load(folder, take_file=["plan-template:become"])
    assert (PlanTemplate.objects.get().weeks, PlanTemplate.objects.get().title) == (5, "Become a helper")


def test_a_plan_that_is_gone_from_the_files_goes(folder):
    load(folder)
    (folder / "helper.yaml").write_text("")

    assert "1 removed" in load(folder)[0]
    assert not PlanTemplate.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("place: guide", "place: nowhere", "read: there is no place “nowhere”."),
        ("credential:letters", "credential:gone", "“gone” does not exist"),
        ("week: 4, title: Earn", "week: 5, title: Earn", "earn: choose a week from 1 to 4."),
        ("week: 1", "week: one", "read, week: write a whole number, not “one”."),
        ("key: earn", "key: read", "read: the key stands twice."),
        ("doing: credential-earned", "doing: flying", "earn, doing: Value 'flying' is not a valid choice."),
        ("hint: All of it.", "tip: All of it.", "the key “tip” is unknown"),
        ("place: guide}", "place: guide, doing: credential-earned}", "Write how many in all, more than 1."),
        ("slug: become", "slug: Become it", "slug: Enter a valid"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_loaded(folder, old, new, words):
    swap(folder, "helper.yaml", old, new)
    out = StringIO()

    with pytest.raises(CommandError):
        call_command("load_content", plans=folder, stdout=out, stderr=out)

    assert words in out.getvalue()
    assert "helper.yaml, line" in out.getvalue()
    assert not PlanTemplate.objects.exists()


# ---- at the desk


def fields(template, *rows, **changed) -> dict[str, str]:
    """What the page of a template sends, with a row for each step."""
    sent = {"title": template.title, "slug": template.slug, "summary": "Why.", "weeks": "8", "position": "0"}
    sent |= {"is_published": "on", "steps-TOTAL_FORMS": str(len(rows)), "steps-INITIAL_FORMS": "0", **changed}
    for number, row in enumerate(rows):
        usual = {"title": "Step", "key": f"k{number}", "week": "1", "times": "1", "position": "0"}
        sent |= {f"steps-{number}-{name}": value for name, value in (usual | row).items()}
    return sent


def test_editors_add_steps_with_places_and_deeds(groups, as_editor):
    template = make_template_step().template
    template.steps.all().delete()
    page = reverse("admin:plans_plantemplate_change", args=[template.pk])

    assert "My documents" in as_editor.get(page).content.decode()
    as_editor.post(page, fields(template, {"place": "documents", "doing": "resume-reviewed"}, {"week": "8"}))

    assert steps() == [("k0", 1, "documents", "resume-reviewed", 1), ("k1", 8, "", "", 1)]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"week": "9"}], "k0: choose a week from 1 to 8."),
        ([{"doing": "applied", "times": "3"}, {"doing": "applied", "times": "3"}], "k1: an earlier step counts"),
        ([], "Add at least one step."),
        ([{"times": "0"}], "write how many times, 1 or more"),
    ],
)
def test_the_desk_says_what_is_wrong_with_the_steps(groups, as_editor, rows, words):
    template = make_template_step().template
    template.steps.all().delete()
    page = reverse("admin:plans_plantemplate_change", args=[template.pk])

    answer = as_editor.post(page, fields(template, *rows))

    assert words in answer.content.decode()
    assert not steps()


def test_a_single_step_is_checked_beside_the_others_and_keeps_its_history(groups, as_editor):
    first = make_template_step(key="three", doing="applied", times=3, week=1)
    later = make_template_step(template=first.template, key="six", doing="applied", times=6, week=2)
    page = reverse("admin:plans_templatestep_change", args=[later.pk])
    sent = {"title": "Six", "key": "six", "week": "2", "doing": "applied", "position": "0"}

    answers = [as_editor.post(page, {**sent, "times": times}) for times in ("3", "4")]

    assert "more than 3" in answers[0].content.decode()
    assert answers[1].status_code == 302
    assert as_editor.get(reverse("admin:plans_templatestep_history", args=[later.pk])).status_code == 200
    assert as_editor.get(reverse("admin:plans_templatestep_add")).status_code == 403


def test_what_is_kept_back_stays_on_peoples_plans(groups, as_editor):
    template = make_template_step().template

    as_editor.post(
        reverse("admin:plans_plantemplate_changelist"), {"action": "take_back", "_selected_action": [template.pk]}
    )

    template.refresh_from_db()
    assert not template.is_published


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_of_a_template_costs_the_same_at_any_length(groups, as_editor, number, django_assert_max_num_queries):
    first = make_template_step()
    for _one in range(number - 1):
        make_template_step(template=first.template)

    with django_assert_max_num_queries(16):
        as_editor.get(reverse("admin:plans_plantemplate_change", args=[first.template_id]))
