"""My certifications: added, changed, moved on and deleted by their holder alone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certifications.models import EvidenceFile, HeldCredential
from guides.models import Credential
from plans.models import Goal, Step
from tests.factories import (
    make_credential,
    make_evidence,
    make_exam,
    make_held,
    make_plan_step,
    make_role,
    make_rule,
    make_rule_version,
    make_state,
    make_state_requirement,
    make_target_role,
)

pytestmark = pytest.mark.django_db

LIST = "/my/certifications/"
ADD = "/my/certifications/add/"


@pytest.fixture
def cpht():
    return make_credential(slug="cpht", name="Certified Pharmacy Technician", abbreviation="CPhT", issuer="PTCB")


def add(client, query, **fields):
    return client.post(f"{ADD}?{query}", {"stage": "considering", **fields})


def errors(answer):
    return {name: [str(word) for word in words] for name, words in answer.context["form"].errors.items()}


# ---- add


def test_an_empty_list_teaches_what_it_is_for(as_seeker):
    page = as_seeker.get(LIST).content.decode()

    assert "even if you are only thinking about it" in page
    assert ADD in page


def test_one_of_the_catalogue_is_added_and_opened(as_seeker, seeker, cpht):
    answer = add(as_seeker, "credential=cpht", stage="certified", earned_on="2025-04-01", expires_on="2027-03-31")

    held = HeldCredential.objects.get()
    assert answer.url == held.get_absolute_url()
    assert (held.holder, held.credential, held.title) == (seeker, cpht, "CPhT, PTCB")
    assert (held.earned_on, held.expires_on, held.provenance) == (date(2025, 4, 1), date(2027, 3, 31), "self")


def test_a_state_s_registration_finds_its_own_name(as_seeker):
    role, ohio = make_role(slug="pharmacy-technician", title="Pharmacy technician"), make_state("OH")
    make_state_requirement(role=role, state=ohio)

    add(as_seeker, "role=pharmacy-technician&state=OH", name="Ohio: registration, pharmacy technician")

    held = HeldCredential.objects.get()
    assert (held.role, held.state, held.title) == (role, ohio, "Ohio: registration, pharmacy technician")


def test_the_form_for_a_state_proposes_the_name(as_seeker):
    make_state_requirement(
        role=make_role(slug="pharmacy-technician", title="Pharmacy technician"), state=make_state("OH")
    )

    page = as_seeker.get(f"{ADD}?role=pharmacy-technician&state=OH").content.decode()

    assert 'value="Ohio: registration, pharmacy technician"' in page


def test_any_other_is_added_by_its_name(as_seeker):
    add(as_seeker, "name=First+aid%2C+Red+Cross", name="First aid, Red Cross")

    assert HeldCredential.objects.get().title == "First aid, Red Cross"


def test_several_can_be_kept_at_once(as_seeker, cpht):
    make_credential(slug="excpt")

    add(as_seeker, "credential=cpht")
    add(as_seeker, "credential=excpt")

    assert HeldCredential.objects.count() == 2


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("credential=nothing", "We know no such credential"),
        ("credential=", "Choose a credential from the list"),
        ("role=nothing&state=ZZ", "Choose a job from the list"),
        ("role=&state=", "Choose the state that issued it"),
        ("name=", "Write its name"),
        ("name=" + "x" * 161, "Shorten the name to 160 characters; it has 161 now"),
    ],
)
def test_an_address_that_names_nothing_says_so(as_seeker, query, words):
    page = as_seeker.get(f"{ADD}?{query}").content.decode()

    assert words in page
    assert "Which one?" in page


def test_the_target_role_offers_its_own_credentials_first(as_seeker, seeker):
    role = make_role()
    make_target_role(seeker, role=role)
    make_credential(slug="mine", roles=(role,), is_entry=True)
    make_credential(slug="other", is_entry=True)

    offered = [credential.slug for credential in as_seeker.get(ADD).context["entry"]]

    assert offered == ["mine"]


@pytest.mark.parametrize("query", ["credential=cpht", "name=first+AID"])
def test_one_that_is_kept_already_is_opened_instead(as_seeker, seeker, cpht, query):
    held = make_held(holder=seeker, **({"credential": cpht} if "cpht" in query else {"name": "First aid"}))

    answer = as_seeker.get(f"{ADD}?{query}")

    assert answer.url == held.get_absolute_url()


def test_a_license_is_kept_once_for_each_state(as_seeker, seeker):
    licence = make_credential(slug="rn", kind=Credential.Kind.LICENCE)
    make_held(holder=seeker, credential=licence, state=make_state("OH"))
    make_state("TX")

    add(as_seeker, "credential=rn", state="TX")
    again = add(as_seeker, "credential=rn", state="OH")

    assert set(HeldCredential.objects.values_list("state", flat=True)) == {"OH", "TX"}
    assert errors(again)["__all__"] == ["You keep this credential for that state already. Change it there."]


def test_a_name_is_kept_once_whatever_its_case(as_seeker, seeker):
    make_held(holder=seeker, name="First aid")

    answer = add(as_seeker, "name=CPR", name="FIRST AID")

    assert errors(answer)["__all__"] == ["You keep one by this name already. Open it, or give this one another name."]
    assert HeldCredential.objects.count() == 1


# ---- enemy input


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"stage": "certified"}, {"earned_on": "Write the day on which you earned it."}),
        (
            {"stage": "certified", "earned_on": "1800-01-01"},
            {"earned_on": "Write a day from 1 January 1950 to"},
        ),
        ({"stage": "certified", "earned_on": "2026-02-30"}, {"earned_on": "Write a whole date, such as"}),
        ({"stage": "certified", "earned_on": "last tuesday"}, {"earned_on": "Write a whole date, such as"}),
        (
            {"stage": "certified", "earned_on": "2025-04-02", "expires_on": "2025-04-01"},
            {"expires_on": "The last day must not come before the day it was earned."},
        ),
        (
            {"stage": "certified", "earned_on": "2025-04-02", "expires_on": "9999-12-31"},
            {"expires_on": "Write a day from 1 January 1950 to 31 December 2099."},
        ),
        ({"earned_on": "2025-04-02"}, {"stage": "You wrote the day you earned it."}),
        ({"stage": "emperor"}, {"stage": "Select a valid choice."}),
        ({"stage": ""}, {"stage": "Choose how far you are."}),
        ({"number": "9" * 61}, {"number": "Ensure this value has at most 60 characters"}),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence_and_nothing_is_saved(as_seeker, cpht, fields, wrong):
    answer = add(as_seeker, "credential=cpht", note="Kept in the blue folder", **fields)

    found = errors(answer)
    assert {name: words[0][: len(wrong[name])] for name, words in found.items()} == wrong
    assert "Kept in the blue folder" in answer.content.decode()
    assert not HeldCredential.objects.exists()


def test_it_may_end_on_the_day_it_was_earned_and_be_earned_today(as_seeker, cpht):
    today = timezone.localdate().isoformat()

    add(as_seeker, "credential=cpht", stage="certified", earned_on=today, expires_on=today)

    assert HeldCredential.objects.count() == 1


def test_it_cannot_be_earned_tomorrow(as_seeker, cpht):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    answer = add(as_seeker, "credential=cpht", stage="certified", earned_on=tomorrow)

    assert "earned_on" in errors(answer)


# ---- change


def test_a_changed_last_day_raises_the_sequence_and_a_note_does_not(as_seeker, seeker):
    held = make_held(holder=seeker, earned_on=date(2025, 4, 1), expires_on=date(2027, 3, 31))
    fields = {"stage": "certified", "earned_on": "2025-04-01", "expires_on": "2027-03-31"}

    as_seeker.post(f"{held.get_absolute_url()}edit/", fields | {"note": "A word"})
    held.refresh_from_db()
    assert held.sequence == 0

    as_seeker.post(f"{held.get_absolute_url()}edit/", fields | {"expires_on": "2027-04-30"})
    held.refresh_from_db()
    assert (held.sequence, held.expires_on) == (1, date(2027, 4, 30))


def test_what_staff_saw_is_the_holder_s_own_word_again_once_it_is_changed(as_seeker, seeker):
    held = make_held(
        holder=seeker, earned_on=date(2025, 4, 1), number="1", provenance="evidence", seen_at=timezone.now()
    )

    as_seeker.post(f"{held.get_absolute_url()}edit/", {"stage": "certified", "earned_on": "2025-04-01", "number": "2"})

    held.refresh_from_db()
    assert (held.provenance, held.seen_at) == ("self", None)


def test_a_stage_is_moved_on_and_holding_it_asks_for_the_dates(as_seeker, seeker):
    held = make_held(holder=seeker)

    as_seeker.post(f"{held.get_absolute_url()}stage/", {"stage": "preparing"})
    asked = as_seeker.post(f"{held.get_absolute_url()}stage/", {"stage": "certified"})

    held.refresh_from_db()
    assert held.stage == "preparing"
    assert asked.url == f"{held.get_absolute_url()}edit/?stage=certified"
    assert as_seeker.get(asked.url).context["form"]["stage"].value() == "certified"


def test_a_stage_that_is_none_changes_nothing(as_seeker, seeker):
    held = make_held(holder=seeker)

    as_seeker.post(f"{held.get_absolute_url()}stage/", {"stage": "emperor"})

    held.refresh_from_db()
    assert held.stage == "considering"


def test_given_up_and_taken_up_again_keeps_its_dates(as_seeker, seeker):
    held = make_held(holder=seeker, earned_on=date(2025, 4, 1))

    for stage in ("given-up", "certified"):
        as_seeker.post(f"{held.get_absolute_url()}stage/", {"stage": stage})

    held.refresh_from_db()
    assert (held.stage, held.earned_on) == ("certified", date(2025, 4, 1))


# ---- the last day that the rule gives


def test_the_rule_s_last_day_is_proposed_and_taken_on_a_word(as_seeker, seeker):
    rule = make_rule()
    make_rule_version(rule=rule, body={"cycle_months": 24})
    held = make_held(holder=seeker, credential=rule.credential, earned_on=timezone.localdate() - timedelta(days=30))

    page = as_seeker.get(held.get_absolute_url())
    proposed = page.context["page"].proposed[0]
    as_seeker.post(f"{held.get_absolute_url()}end/")

    held.refresh_from_db()
    assert proposed > timezone.localdate() + timedelta(days=690)
    assert (held.expires_on, held.sequence) == (proposed, 1)


def test_without_a_rule_no_last_day_is_made_up(as_seeker, seeker):
    held = make_held(holder=seeker, earned_on=date(2025, 4, 1))

    page = as_seeker.get(held.get_absolute_url())
    as_seeker.post(f"{held.get_absolute_url()}end/")

    held.refresh_from_db()
    assert page.context["page"].proposed is None
    assert held.expires_on is None


# ---- delete


def test_deleting_asks_first_and_says_what_goes(as_seeker, seeker):
    held = make_held(holder=seeker)
    make_exam(held=held)
    make_evidence(held=held)

    page = as_seeker.get(f"{held.get_absolute_url()}delete/").content.decode()

    assert "1 certificate file" in page
    assert "1 exam" in page
    assert HeldCredential.objects.exists()


def test_deleting_takes_the_files_from_the_disk(as_seeker, seeker, django_capture_on_commit_callbacks):
    held = make_held(holder=seeker)
    stored = make_evidence(held=held).file

    with django_capture_on_commit_callbacks(execute=True):
        as_seeker.post(f"{held.get_absolute_url()}delete/")

    assert not HeldCredential.objects.exists()
    assert not EvidenceFile.objects.exists()
    assert not stored.storage.exists(stored.name)


# ---- plan


def test_its_steps_go_on_the_plan_once(as_seeker, seeker, cpht):
    held = make_held(holder=seeker, credential=cpht)

    for _time in range(2):
        as_seeker.post(f"{held.get_absolute_url()}plan/")

    assert Goal.objects.get().title == "Earn CPhT, PTCB"
    assert list(Step.objects.values_list("key", flat=True)) == ["rule", "eligible", "book", "study", "pass", "record"]


def test_every_step_leads_to_a_page(as_seeker, seeker, cpht):
    role = make_role()
    cpht.roles.add(role)
    make_target_role(seeker, role=role, state=make_state("OH"))
    as_seeker.post(f"{make_held(holder=seeker, credential=cpht).get_absolute_url()}plan/")

    answers = {step.link: as_seeker.get(step.link).status_code for step in Step.objects.all()}

    assert set(answers.values()) == {200}


@pytest.mark.parametrize(
    ("fields", "still_open"),
    [
        ({"number": "30100457"}, []),
        ({"expires_on": "2027-03-31"}, []),
        ({}, ["Write down the number and the last day"]),
        ({"number": "30100457", "note": "own step"}, ["Tell my manager"]),
    ],
)
def test_holding_it_reaches_the_goal_but_for_what_is_still_to_do(as_seeker, seeker, cpht, fields, still_open):
    held = make_held(holder=seeker, credential=cpht, stage="applied")
    as_seeker.post(f"{held.get_absolute_url()}plan/")
    if "note" in fields:
        make_plan_step(goal=Goal.objects.get(), title="Tell my manager")

    as_seeker.post(f"{held.get_absolute_url()}edit/", {"stage": "certified", "earned_on": "2026-03-31"} | fields)

    assert list(Step.objects.open().values_list("title", flat=True)) == still_open
    assert Goal.objects.open().exists() is bool(still_open)


def test_the_goal_of_what_is_deleted_stays_without_its_dead_links(as_seeker, seeker, cpht):
    held = make_held(holder=seeker, credential=cpht)
    as_seeker.post(f"{held.get_absolute_url()}plan/")

    as_seeker.post(f"{held.get_absolute_url()}delete/")

    goal = Goal.objects.get()
    assert (goal.key, goal.link) == ("", "")
    links = [step.link for step in goal.steps.exclude(link="")]
    assert len(links) == 2
    assert {as_seeker.get(link).status_code for link in links} == {200}


# ---- the cost of the list


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_list_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_max_num_queries):
    rule = make_rule()
    make_rule_version(rule=rule)
    make_held(holder=seeker, credential=rule.credential, expires_on=date(2027, 3, 31))
    HeldCredential.objects.bulk_create(
        HeldCredential(holder=seeker, name=f"Course {index}", stage="preparing") for index in range(number - 1)
    )

    with django_assert_max_num_queries(8):
        page = as_seeker.get(LIST).content.decode()

    assert page.count('class="own"') == number


@pytest.mark.parametrize("number", [1, 3, 30])
def test_a_page_costs_the_same_with_many_exams_and_files(as_seeker, seeker, number, django_assert_max_num_queries):
    held = make_held(holder=seeker)
    for _index in range(number):
        make_exam(held=held)
        make_evidence(held=held)

    with django_assert_max_num_queries(11):
        as_seeker.get(held.get_absolute_url())


# ---- whose they are


OWN = ["detail", "edit", "delete", "file_add", "exam_add", "share_add"]
OWN_POSTS = ["move", "accept_end", "plan", "edit", "delete", "file_add", "exam_add", "share_add"]


@pytest.mark.parametrize("name", OWN)
def test_another_person_s_credential_is_not_there(as_seeker, name):
    assert as_seeker.get(reverse(f"held:{name}", args=[make_held().pk])).status_code == 404


@pytest.mark.parametrize("name", OWN_POSTS)
def test_nobody_else_can_change_it(as_seeker, name):
    held = make_held()

    assert as_seeker.post(reverse(f"held:{name}", args=[held.pk]), {"stage": "given-up"}).status_code == 404

    held.refresh_from_db()
    assert held.stage == "considering"


def test_only_one_s_own_are_listed(as_seeker, seeker):
    make_held(holder=seeker, name="Mine")
    make_held(name="Somebody else's")

    page = as_seeker.get(LIST).content.decode()

    assert "Mine" in page
    assert "Somebody else" not in page


@pytest.mark.parametrize("name", ["list", "add", "calendar"])
def test_looking_writes_nothing(as_seeker, seeker, name, django_assert_max_num_queries):
    make_held(holder=seeker)
    before = HeldCredential.objects.values().get()

    assert as_seeker.get(reverse(f"held:{name}")).status_code == 200

    assert HeldCredential.objects.values().get() == before
