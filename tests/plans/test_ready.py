"""Ready plans: put on one's own plan with days, ticked off by what was done, moved when life happened."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.actions.readers import aim_for
from plans.actions import did
from plans.models import Deed, Doing, Goal, Step
from plans.ready import next_monday
from tests.factories import make_goal, make_plan_step, make_plan_template, make_role, make_template_step, make_user

pytestmark = pytest.mark.django_db

LIST = "/my/plan/templates/"
MONDAY = date(2027, 3, 1)


@pytest.fixture
def template():
    template = make_plan_template(slug="search", title="Find a job", weeks=8)
    make_template_step(template=template, key="save", title="Save two", week=1, doing=Doing.POSTING_SAVED, times=2)
    make_template_step(template=template, key="apply", title="Apply", week=3, place="letter", hint="One true thing.")
    make_template_step(template=template, key="think", title="Think", week=3)
    return template


def put(client, template, day=MONDAY, **fields):
    return client.post(f"{LIST}{template.slug}/", {"starts_on": day.isoformat(), **fields})


def rows(**conditions):
    return [*Step.objects.filter(**conditions).order_by("position").values_list("title", "due_on", "link", "doing")]


# ---- on the plan


def test_every_step_gets_its_day_its_place_and_what_ticks_it_off(as_seeker, seeker, template):
    put(as_seeker, template)

    goal = Goal.objects.get()
    assert (goal.owner, goal.title, goal.due_on, goal.key) == (
        seeker,
        "Find a job",
        date(2027, 4, 25),
        "template:search",
    )
    assert rows(goal=goal) == [
        ("Save two", date(2027, 3, 7), "/my/jobs/add/", "posting-saved"),
        ("Apply", date(2027, 3, 21), "/my/documents/letter/", ""),
        ("Think", date(2027, 3, 21), "", ""),
    ]
    assert goal.steps.get(key="apply").hint == "One true thing."


def test_the_days_are_shown_before_anything_is_put(as_seeker, template):
    page = put(as_seeker, template, show="1").content.decode()

    assert "by 21 March 2027" in page
    assert not Goal.objects.exists()


def test_it_begins_on_the_next_monday_unless_told_otherwise(as_seeker, template):
    assert as_seeker.get(f"{LIST}search/").context["starts_on"] == next_monday(timezone.localdate())
    assert [next_monday(MONDAY + timedelta(days=days)) - MONDAY for days in (0, 1, 6)] == [
        timedelta(0),
        timedelta(days=7),
        timedelta(days=7),
    ]


@pytest.mark.parametrize(("days", "fits"), [(-366, False), (-365, True), (730, True), (731, False)])
def test_a_plan_begins_within_reach(as_seeker, template, days, fits):
    answer = put(as_seeker, template, timezone.localdate() + timedelta(days=days))

    assert Goal.objects.exists() == fits
    assert fits or "Write a day from" in answer.context["form"].errors["starts_on"][0]


def test_the_same_plan_twice_is_noticed_and_after_it_is_reached_it_may_come_again(as_seeker, seeker, template):
    put(as_seeker, template)
    second = put(as_seeker, template)

    assert "on yours already" in str(as_seeker.get(second.url).content)
    assert "It is on your plan already" in as_seeker.get(f"{LIST}search/").content.decode()
    assert [goal.pk if goal else None for _one, goal in as_seeker.get(LIST).context["any_job"]] == [
        Goal.objects.get().pk
    ]

    as_seeker.post(reverse("plans:finish", args=[Goal.objects.get().pk]))
    put(as_seeker, template)

    assert [*Goal.objects.order_by("pk").values_list("key", flat=True)] == ["template:search", "template:search:2"]
    # Another person's plan is no hindrance.
    assert Goal.objects.owned_by(seeker).count() == 2


def test_a_slug_that_begins_alike_is_another_plan(as_seeker, template):
    put(as_seeker, template)
    other = make_template_step(template=make_plan_template(slug="search-again")).template

    put(as_seeker, other)

    assert Goal.objects.count() == 2


# ---- done by doing


def test_steps_are_ticked_off_by_what_is_done_from_the_day_it_was_put(as_seeker, seeker, template):
    today = timezone.localdate()
    did(seeker, Doing.POSTING_SAVED, "posting:0", on=today - timedelta(days=1))
    put(as_seeker, template, today + timedelta(days=7))
    found = []

    for number in (1, 2):
        did(seeker, Doing.POSTING_SAVED, f"posting:{number}", on=today)
        found.append(Step.objects.get(key="save").done_on)

    assert found == [None, today]


def test_of_a_plan_that_began_before_what_was_done_since_is_done(as_seeker, seeker, template):
    today = timezone.localdate()
    begun = today - timedelta(days=10)
    for days in (11, 10, 4, 2):
        Deed.objects.create(owner=seeker, doing="posting-saved", key=str(days), on=today - timedelta(days=days))
    Deed.objects.create(owner=make_user(), doing="posting-saved", key="other", on=today)

    put(as_seeker, template, begun)

    # The second of those since it began: the one on the day before does not count.
    assert Step.objects.get(key="save").done_on == today - timedelta(days=4)


# ---- the job


def test_places_lead_to_the_guide_of_the_job_and_without_one_to_all_guides(as_seeker, seeker):
    role = make_role(slug="helper")
    template = make_template_step(template=make_plan_template(slug="read"), place="guide", week=1).template

    links = [as_seeker.get(f"{LIST}read/").context["parts"][0].rows[0].link]
    aim_for(seeker, role)
    links.append(as_seeker.get(f"{LIST}{template.slug}/").context["parts"][0].rows[0].link)

    assert links == ["/guides/", "/guides/helper/"]


def test_plans_of_ones_own_job_come_first_and_those_that_nobody_may_see_not_at_all(as_seeker, seeker):
    own, other, draft = make_role(slug="own"), make_role(slug="other"), make_role(slug="draft", status="draft")
    aim_for(seeker, own)
    for role in (own, other, draft, None):
        make_template_step(template=make_plan_template(slug=f"for-{role.slug if role else 'any'}", role=role))
    make_template_step(template=make_plan_template(slug="kept-back", is_published=False))
    make_plan_template(slug="without-steps")

    context = as_seeker.get(LIST).context

    found = {name: [one.slug for one, _goal in context[name]] for name in ("own", "any_job", "others")}
    assert found == {"own": ["for-own"], "any_job": ["for-any"], "others": ["for-other"]}
    assert [as_seeker.get(f"{LIST}{slug}/").status_code for slug in ("for-draft", "kept-back", "nowhere")] == [404] * 3


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    for _one in range(number):
        template = make_template_step().template
        make_goal(owner=seeker, key=f"template:{template.slug}")

    as_seeker.get(LIST)
    with django_assert_num_queries(7):
        as_seeker.get(LIST)


# ---- open to all


def test_strangers_read_the_plans_of_a_job_and_are_led_to_an_account(client, template):
    role = make_role(slug="helper")
    make_template_step(template=make_plan_template(slug="become", title="Become a helper", role=role), place="guide")
    make_template_step(template=make_plan_template(slug="elsewhere", role=make_role(slug="other")))

    page = client.get("/guides/helper/plans/").content.decode()

    assert "Become a helper" in page and "Find a job" in page and "elsewhere" not in page
    assert "/accounts/signup/?next=/my/plan/templates/become/" in page
    assert 'href="/guides/helper/"' in page
    assert client.get("/guides/nowhere/plans/").status_code == 404


def test_the_page_for_strangers_follows_what_editors_change(client, template):
    make_role(slug="helper")
    client.get("/guides/helper/plans/")

    template.title = "Find a better job"
    template.save()

    assert "Find a better job" in client.get("/guides/helper/plans/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_for_strangers_costs_the_same_at_any_length(as_seeker, number, django_assert_num_queries):
    make_role(slug="helper")
    for _one in range(number):
        make_template_step(place="guide")

    as_seeker.get("/guides/helper/plans/")
    with django_assert_num_queries(9):
        as_seeker.get("/guides/helper/plans/")


# ---- moving


@pytest.fixture
def goal(seeker):
    goal = make_goal(owner=seeker, title="Find a job", due_on=date(2027, 4, 25))
    make_plan_step(goal=goal, title="Done", due_on=date(2027, 3, 1), done_on=date(2027, 3, 2))
    make_plan_step(goal=goal, title="Next", due_on=date(2027, 3, 7))
    make_plan_step(goal=goal, title="Later", due_on=date(2027, 3, 21))
    make_plan_step(goal=goal, title="Some day")
    return goal


def days_of(goal):
    goal.refresh_from_db()
    return [*goal.steps.order_by("position").values_list("due_on", flat=True), goal.due_on]


@pytest.mark.parametrize(
    ("fields", "shift"),
    [({"weeks": "2"}, 14), ({"starts_on": "2027-04-01"}, 31), ({"starts_on": "2027-02-22"}, -7)],
)
def test_what_is_open_moves_and_what_is_done_stays(as_seeker, goal, fields, shift):
    by = timedelta(days=shift)

    as_seeker.post(f"/my/plan/{goal.pk}/move/", fields)

    moved = [date(2027, 3, 7) + by, date(2027, 3, 21) + by, None, date(2027, 4, 25) + by]
    assert days_of(goal) == [date(2027, 3, 1), *moved]


def test_moved_days_are_shown_first(as_seeker, goal):
    page = as_seeker.post(f"/my/plan/{goal.pk}/move/", {"weeks": "2", "show": "1"}).content.decode()

    assert "by 21 March 2027" in page and "by 4 April 2027" in page
    assert days_of(goal)[1] == date(2027, 3, 7)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Fill in one of the two"),
        ({"weeks": "2", "starts_on": "2027-04-01"}, "Fill in one of the two"),
        ({"weeks": "0"}, "Write a number of weeks from 1 to 104"),
        ({"weeks": "105"}, "Write a number of weeks from 1 to 104"),
        ({"weeks": "soon"}, "Write a whole number of weeks"),
        ({"starts_on": "2027-03-01"}, "due in that week already"),
        ({"starts_on": "2099-12-31"}, "no calendar of ours"),
    ],
)
def test_what_cannot_be_moved_is_told(as_seeker, goal, fields, words):
    before = days_of(goal)

    page = as_seeker.post(f"/my/plan/{goal.pk}/move/", fields).content.decode()

    assert words in page
    assert days_of(goal) == before


def test_without_any_day_there_is_nothing_to_move(as_seeker, seeker):
    step = make_plan_step(goal=make_goal(owner=seeker))

    answer = as_seeker.post(f"/my/plan/{step.goal_id}/move/", {"weeks": "2"})

    assert "Nothing that is open here has a day" in answer.content.decode()


def test_a_goal_of_another_person_or_one_that_is_reached_is_not_moved(as_seeker, seeker, sign_in):
    reached = make_goal(owner=seeker, due_on=MONDAY, done_on=MONDAY)

    assert as_seeker.get(f"/my/plan/{reached.pk}/move/").status_code == 404
    assert sign_in(make_user()).get(f"/my/plan/{make_goal(owner=seeker).pk}/move/").status_code == 404
