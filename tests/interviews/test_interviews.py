"""Real interviews: written down, changed, prepared, taken along in a calendar; by their person alone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from interviews.models import Interview, PreparationItem, QuestionToAsk, Worksheet
from interviews.preparing.asking.by_role import BY_ROLE
from interviews.preparing.asking.general import GENERAL
from interviews.preparing.next_step import warm_up_at
from interviews.preparing.research import TOPICS
from interviews.preparing.usual import USUAL, of_way
from plans.models import Goal
from tests.factories import make_role, make_target_role, make_user, make_work_setting
from tests.interviews.meetings import (
    TEN,
    make_application,
    make_bank_question,
    make_debrief,
    make_interview,
    make_note,
    make_past_interview,
)
from tests.jobsearch.factories import DAY
from tests.jobsearch.factories import make_application as begun

pytestmark = pytest.mark.django_db

LIST = "/my/interviews/"
ADD = "/my/interviews/add/"
NEXT_YEAR = timezone.localdate().year + 1


def page(client, name, interview):
    return client.get(reverse(f"interviews:{name}", args=[interview.pk]))


def post(client, name, thing, **data):
    return client.post(reverse(f"interviews:{name}", args=[thing.pk]), data)


def given(**fields):
    return {"employer": "Hill Pharmacy", "round": "1", "minutes": "45", "way": "on-site", **fields}


def errors(answer):
    return {name: [str(word) for word in words] for name, words in answer.context["form"].errors.items()}


@pytest.mark.parametrize(
    ("stage", "is_moved"),
    [
        ("saved", True),
        ("screening", True),
        ("quiet", True),
        ("interview", False),
        ("offer", False),
        ("rejected", False),
    ],
)
def test_an_interview_brings_its_application_to_that_stage_and_that_can_be_taken_back(
    as_seeker, seeker, stage, is_moved
):
    application = begun(owner=seeker, stage=stage)
    as_seeker.post(ADD, given(application=application.pk))

    application.refresh_from_db()
    assert application.stage == ("interview" if is_moved else stage)
    assert [line.on for line in application.changes.all()][-1] == (timezone.localdate() if is_moved else DAY)
    if is_moved:
        as_seeker.post(reverse("jobs:undo", args=[application.pk]))
        interview = application.interviews.get()
        post(as_seeker, "edit", interview, **given(application=application.pk, people="Ms. Lee"))
        application.refresh_from_db()
        assert (application.stage, interview.application) == (stage, application)


def test_an_interview_written_down_afterwards_moves_its_application_on_its_day(as_seeker, seeker):
    application = begun(owner=seeker, stage="applied", on=timezone.localdate() - timedelta(days=9))
    day = timezone.localdate() - timedelta(days=3)

    as_seeker.post(ADD, given(application=application.pk, day=day.isoformat(), hour="10:00"))

    assert application.changes.get(stage="interview").on == day


@pytest.fixture
def in_new_york(sign_in):
    user = make_user(time_zone="America/New_York")
    client = sign_in(user)
    session = client.session
    session["time_zone"] = user.time_zone
    session.save()
    return client


# ---- written down


def test_an_empty_list_teaches_what_it_is_for(as_seeker):
    assert "They want to meet you?" in as_seeker.get(LIST).content.decode()


def test_only_the_employer_must_be_known(as_seeker, seeker):
    answer = as_seeker.post(ADD, given())

    interview = Interview.objects.get()
    assert answer.url == interview.get_absolute_url()
    assert (interview.owner, interview.starts_at, interview.state) == (seeker, None, "planned")
    assert "Write down the day and the hour" in as_seeker.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("day", "hour", "instant"),
    [
        ("2027-03-13", "10:00", datetime(2027, 3, 13, 15, tzinfo=UTC)),
        ("2027-03-14", "10:00", datetime(2027, 3, 14, 14, tzinfo=UTC)),  # the clocks went forward that night
        ("2027-11-06", "9:30 AM", datetime(2027, 11, 6, 13, 30, tzinfo=UTC)),
        ("2027-11-07", "09:30", datetime(2027, 11, 7, 14, 30, tzinfo=UTC)),  # and back
    ],
)
def test_the_hour_is_the_one_on_the_wall_where_they_live(in_new_york, day, hour, instant):
    in_new_york.post(ADD, given(day=day, hour=hour))

    interview = Interview.objects.get()
    assert interview.starts_at == instant
    assert page(in_new_york, "edit", interview).context["form"].initial["day"] == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"employer": ""}, "employer", "Write who invites you."),
        ({"day": "2027-03-14", "hour": "02:30"}, "hour", "The clocks go forward that night"),
        ({"day": "2027-03-15"}, "hour", "Write both the day and the hour"),
        ({"hour": "10:00"}, "day", "Write both the day and the hour"),
        ({"day": "soon", "hour": "10:00"}, "day", "Write a whole date"),
        ({"day": "2027-03-15", "hour": "noonish"}, "hour", "Write the hour as 9:30"),
        ({"round": "0"}, "round", "greater than or equal to 1"),
        ({"minutes": "601"}, "minutes", "less than or equal to 600"),
        ({"minutes": "an hour"}, "minutes", "Write a whole number"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_kept(in_new_york, fields, field, words):
    answer = in_new_york.post(ADD, given(**fields))

    assert words in errors(answer)[field][0]
    assert all(value in answer.content.decode() for value in fields.values())
    assert not Interview.objects.exists()


def test_the_same_interview_is_not_kept_twice_unless_the_first_is_off(in_new_york):
    fields = given(day="2027-03-15", hour="10:00")
    in_new_york.post(ADD, fields)

    again = in_new_york.post(ADD, {**fields, "employer": "hill pharmacy"})
    Interview.objects.get().cancel()
    in_new_york.post(ADD, fields)

    assert "on your list already" in errors(again)["day"][0]
    assert Interview.objects.count() == 2


def test_the_role_they_aim_for_comes_first_and_is_chosen(as_seeker, seeker):
    make_role(title="Emergency helper")
    aim = make_target_role(seeker, role=make_role(title="Zoo helper")).role

    form = as_seeker.get(ADD).context["form"]

    assert form.initial["role"] == aim.pk
    assert [title for _pk, title in form.fields["role"].choices] == ["Another job", "Zoo helper", "Emergency helper"]


def test_an_application_fills_in_what_the_ad_says(as_seeker, seeker):
    application = make_application(seeker)

    form = as_seeker.get(f"{ADD}?application={application.pk}").context["form"]

    known = {name: form.initial[name] for name in ("application", "employer", "job_title", "place")}
    assert known == {
        "application": application.pk,
        "employer": "Hill Pharmacy",
        "job_title": "Pharmacy technician",
        "place": "Akron, OH",
    }


def test_saved_ads_are_offered_until_one_is_taken(as_seeker, seeker):
    application = make_application(seeker, title="Night technician")
    make_application(make_user(), title="Somebody else’s")

    offered = as_seeker.get(ADD).content.decode()
    taken = as_seeker.get(f"{ADD}?application={application.pk}").content.decode()

    assert f'href="{ADD}?application={application.pk}"' in offered
    assert "Somebody else’s" not in offered
    assert "From an ad you saved" not in taken


@pytest.mark.parametrize("value", ["other", "words", "999999"])
def test_an_application_that_is_not_theirs_does_not_exist(as_seeker, value):
    value = make_application(make_user()).pk if value == "other" else value

    assert as_seeker.get(f"{ADD}?application={value}").status_code == 404


# ---- changed


def test_a_change_raises_the_sequence_and_keeps_ticks(as_seeker, seeker):
    interview = make_interview(owner=seeker)
    post(as_seeker, "item_tick", interview, key="route", done="1")

    post(as_seeker, "edit", interview, **given(way="video"))
    on_video = page(as_seeker, "logistics", interview).content.decode()
    post(as_seeker, "edit", interview, **given(way="on-site"))

    interview.refresh_from_db()
    assert interview.sequence == 2
    assert "Try the route out" not in on_video
    assert page(as_seeker, "logistics", interview).context["page"].checklist.done == 1


@pytest.mark.parametrize(("days", "is_fine"), [(-2, True), (2, False), (None, False)])
def test_one_that_took_place_stays_in_the_past(as_seeker, seeker, days, is_fine):
    interview = make_past_interview(owner=seeker)
    make_debrief(interview)
    when = {} if days is None else {"day": timezone.localdate() + timedelta(days=days), "hour": "10:00"}

    answer = post(as_seeker, "edit", interview, **given(**when))

    assert (answer.status_code == 302) is is_fine
    assert is_fine or "its day has passed" in errors(answer)["day"][0]


def test_cancelled_and_taken_back(as_seeker, seeker):
    interview = make_interview(owner=seeker)

    post(as_seeker, "cancel", interview)
    off = page(as_seeker, "detail", interview).content.decode()
    post(as_seeker, "restore", interview)

    interview.refresh_from_db()
    assert "unless it takes place after all" in off
    assert (interview.state, interview.sequence) == ("planned", 2)


def test_the_next_round_brings_the_research_and_the_questions_that_were_not_answered(as_seeker, seeker):
    first = make_interview(owner=seeker, way="video", job_title="Technician")
    Worksheet.objects.create(interview=first, values="They answer the phone.")
    for text, heard in (("Who trains me?", ""), ("Why is it open?", "Someone left.")):
        QuestionToAsk.objects.create(interview=first, text=text, heard=heard)

    form = page(as_seeker, "next_round", first).context["form"]
    answer = post(as_seeker, "next_round", first, **given(round="2", way="video"))

    second = Interview.objects.exclude(pk=first.pk).get()
    assert (form.initial["round"], form.initial["way"], form.initial["job_title"]) == (2, "video", "Technician")
    assert answer.url == second.get_absolute_url()
    assert second.worksheet.values == "They answer the phone."
    assert [question.text for question in second.to_ask.all()] == ["Who trains me?"]


def test_deleting_asks_first_and_leaves_the_plan_to_its_person(as_seeker, seeker):
    interview = make_past_interview(owner=seeker)
    post(as_seeker, "debrief", interview, people="Ana Ortiz")

    asked = page(as_seeker, "delete", interview).content.decode()
    post(as_seeker, "delete", interview)

    goal = Goal.objects.get()
    assert "1 note" in asked
    assert not Interview.objects.exists()
    assert (goal.key, goal.link) == ("", "")
    assert {step.link for step in goal.steps.all()} == {""}


@pytest.mark.parametrize(("minutes", "place"), [(1, "coming"), (-1, "past")])
def test_the_list_turns_at_the_hour(as_seeker, seeker, minutes, place):
    interview = make_interview(owner=seeker, starts_at=timezone.now() + timedelta(minutes=minutes))

    context = as_seeker.get(LIST).context

    assert [[*context[name]] for name in ("coming", "past") if context[name]] == [[interview]]
    assert [*context[place]] == [interview]


# ---- led through time


@pytest.mark.parametrize(
    ("hours", "words"),
    [(-24 * 7, "Find out about them first"), (1, "Write down how it went")],
)
def test_what_is_next_stands_on_top(as_seeker, seeker, hours, words):
    interview = make_past_interview(owner=seeker, hours=hours)

    assert words in page(as_seeker, "detail", interview).context["step"].words


def test_step_by_step_until_everything_is_prepared(as_seeker, seeker):
    interview = make_interview(owner=seeker, way="phone")

    buttons = [page(as_seeker, "detail", interview).context["step"].button]
    Worksheet.objects.create(interview=interview, news="A second site.")
    buttons.append(page(as_seeker, "detail", interview).context["step"].button)
    for key in ("g0-0", "g0-1"):
        post(as_seeker, "to_ask_choose", interview, key=key)
    buttons.append(page(as_seeker, "detail", interview).context["step"].button)
    session = interview.sessions.create(owner=seeker, occasion="interview", started_at=timezone.now())
    session.answers.create(asked="Why?", position=0, given_at=timezone.now())
    buttons.append(page(as_seeker, "detail", interview).context["step"].button)
    for usual in (one for one in of_way("phone") if one.part != "there"):
        post(as_seeker, "item_tick", interview, key=usual.key, done="1")
    buttons.append(page(as_seeker, "detail", interview).context["step"].button)

    assert buttons == [
        "Open the worksheet",
        "Choose questions",
        "Practice for it",
        "Open the list",
        "Look at the warm-up",
    ]


def test_one_leaves_a_quarter_of_an_hour_and_the_way_before(seeker):
    interview = make_interview(owner=seeker, starts_at=TEN, travel_minutes=25)

    assert interview.leave_at == TEN - timedelta(minutes=40)
    interview.way = "phone"
    assert interview.leave_at is None


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("", []),
        ("Ana Ortiz", ["Ana Ortiz"]),
        ("Ana Ortiz, Mr. Lee and Dana; Ana Ortiz", ["Ana Ortiz", "Mr. Lee", "Dana"]),
        ("Sandy Anderson", ["Sandy Anderson"]),
    ],
)
def test_people_are_told_apart(people, names):
    assert Interview(people=people).people_names == names


# ---- research


def test_any_button_keeps_everything_that_was_typed_and_leads_back(as_seeker, seeker):
    interview = make_interview(owner=seeker)

    answer = post(as_seeker, "research", interview, values="Calm", news="New site", save="news")

    sheet = Worksheet.objects.get()
    assert (sheet.values, sheet.news) == ("Calm", "New site")
    assert answer.url.endswith("/research/#news")


def test_a_field_sent_alone_leaves_the_others_and_answers_without_a_page(as_seeker, seeker):
    interview = make_interview(owner=seeker)
    Worksheet.objects.create(interview=interview, values="Calm")

    answer = post(as_seeker, "research", interview, news="New site", quietly="1")

    sheet = Worksheet.objects.get()
    assert (answer.status_code, sheet.values, sheet.news) == (204, "Calm", "New site")


def test_too_much_is_refused_and_kept_on_the_page(as_seeker, seeker):
    answer = post(as_seeker, "research", make_interview(owner=seeker), values="x" * 3001)

    assert "3000" in errors(answer)["values"][0]
    assert "x" * 3001 in answer.content.decode()


def test_the_worksheet_shows_where_to_look_and_what_the_guide_knows(as_seeker, seeker):
    role = make_role(slug="pharmacy-technician", lead="Fills orders.")
    make_work_setting(role=role, name="Hospital", pace="Steady", hardest="The urgent dose")

    text = page(as_seeker, "research", make_interview(owner=seeker, role=role)).content.decode()

    assert all(str(place) in text for topic in TOPICS for place in topic.where if "’" not in str(place))
    assert all(word in text for word in ("Hospital", "The urgent dose", "Compounding", "Fills orders."))


def test_the_ad_stands_beside_the_worksheet(as_seeker, seeker):
    application = make_application(seeker, text="We want a <calm> voice.", link="https://jobs.example.org/1")

    text = page(as_seeker, "research", make_interview(owner=seeker, application=application)).content.decode()

    assert "We want a &lt;calm&gt; voice." in text
    assert 'href="https://jobs.example.org/1"' in text


# ---- things to see to


@pytest.mark.parametrize(
    ("way", "there", "not_there"),
    [
        ("on-site", {"route", "early", "greeting", "id", "i9", "phone-off"}, {"camera", "link", "number"}),
        ("video", {"camera", "link", "name-shown", "background", "charger", "second-way"}, {"route", "number"}),
        ("phone", {"quiet", "notes", "number"}, {"camera", "clothes", "eyes", "route"}),
    ],
)
def test_each_way_has_its_own_list(way, there, not_there):
    keys = {usual.key for usual in of_way(way)}

    assert there <= keys
    assert not keys & not_there


def test_every_usual_thing_says_why_and_has_a_key_of_its_own():
    assert all(str(usual.why) for usual in USUAL)
    assert len({usual.key for usual in USUAL}) == len(USUAL)


def test_ticked_and_unticked_in_one_row(as_seeker, seeker):
    interview = make_interview(owner=seeker)

    states = []
    for done in ("1", "", "1"):
        post(as_seeker, "item_tick", interview, key="route", done=done)
        states.append(PreparationItem.objects.get().done_at is not None)

    assert states == [True, False, True]


def test_what_is_no_usual_thing_changes_nothing(as_seeker, seeker):
    post(as_seeker, "item_tick", make_interview(owner=seeker), key="nonsense", done="1")

    assert not PreparationItem.objects.exists()


def test_own_things_are_added_ticked_and_taken_off(as_seeker, seeker):
    interview = make_interview(owner=seeker)

    empty = post(as_seeker, "item_add", interview, text=" ")
    post(as_seeker, "item_add", interview, text="Bus pass")
    item = PreparationItem.objects.get()
    post(as_seeker, "item_done", item, done="1")
    item.refresh_from_db()
    post(as_seeker, "item_delete", item)

    assert "Write what you want to see to." in errors(empty)["text"]
    assert item.done_at
    assert not PreparationItem.objects.exists()


def test_a_tick_on_the_warm_up_page_leads_back_there(as_seeker, seeker):
    interview = make_interview(owner=seeker)

    answer = post(as_seeker, "item_tick", interview, key="route", done="1", next="warm_up")

    assert answer.url == f"/my/interviews/{interview.pk}/warm-up/#open"


# ---- questions to ask


def test_there_are_enough_questions_for_anyone_and_for_each_of_the_twelve_roles():
    general = [str(text) for _title, texts in GENERAL for text in texts]
    own = {slug: len(texts) for slug, texts in BY_ROLE.items()}

    assert len(general) >= 25
    assert len(own) == 12
    assert all(4 <= number <= 8 for number in own.values())
    everything = general + [str(text) for texts in BY_ROLE.values() for text in texts]
    assert len(set(everything)) == len(everything)
    assert max(map(len, everything)) <= 300


def test_suggestions_of_the_role_come_first_and_go_when_chosen(as_seeker, seeker):
    interview = make_interview(owner=seeker, role=make_role(slug="emt", title="EMT"))

    before = page(as_seeker, "to_ask", interview).context["groups"][0]
    post(as_seeker, "to_ask_choose", interview, key="r-0")
    post(as_seeker, "to_ask_choose", interview, key="r-0")
    after = page(as_seeker, "to_ask", interview).context["groups"][0]

    assert before.title == "For this job: EMT"
    assert len(before.suggestions) - len(after.suggestions) == 1
    assert [question.text for question in interview.to_ask.all()] == [str(BY_ROLE["emt"][0])]


def test_own_questions_once_and_in_the_order_that_is_wanted(as_seeker, seeker):
    interview = make_interview(owner=seeker)
    for text in ("First?", "Second?", "Third?"):
        post(as_seeker, "to_ask", interview, text=text)
    again = post(as_seeker, "to_ask", interview, text="First?")
    first, _second, third = interview.to_ask.all()

    for question, to in ((third, "up"), (first, "up"), (first, "down")):
        post(as_seeker, "to_ask_move", question, to=to)

    assert errors(again)["text"] == ["This question is on your list already."]
    assert [question.text for question in interview.to_ask.all()] == ["Third?", "First?", "Second?"]


def test_what_they_said_is_kept_for_the_questions_that_were_sent(as_seeker, seeker):
    interview = make_interview(owner=seeker)
    one, two = (QuestionToAsk.objects.create(interview=interview, text=text, heard="old") for text in ("A?", "B?"))

    quiet = post(as_seeker, "heard", interview, **{f"heard-{one.pk}": "Dana trains", "quietly": "1"})
    long = post(as_seeker, "heard", interview, **{f"heard-{two.pk}": "x" * 1001})

    assert quiet.status_code == 204
    assert "Keep it under 1,000 letters" in long.content.decode()
    assert [question.heard for question in interview.to_ask.all()] == ["Dana trains", "old"]


# ---- calendar


def entries(client, interview):
    answer = page(client, "calendar", interview)
    assert "no-store" in answer["Cache-Control"]
    return {
        str(entry["uid"]).split("-", 1)[0] + str("thanks" in str(entry["uid"])): entry
        for entry in Calendar.from_ical(answer.content).walk("VEVENT")
    }


def test_the_file_holds_the_interview_and_the_last_moment_for_the_thanks(as_seeker, seeker):
    interview = make_interview(owner=seeker, starts_at=TEN, minutes=45, place="12 Hill St", travel_minutes=20)

    meeting, thanks = entries(as_seeker, interview).values()

    alarms = [alarm["trigger"].dt for alarm in meeting.walk("VALARM")]
    assert str(meeting["uid"]).startswith(f"interview-{interview.pk}@")
    assert (meeting["dtstart"].dt, meeting["dtend"].dt) == (TEN, TEN + timedelta(minutes=45))
    assert (str(meeting["location"]), int(meeting["sequence"])) == ("12 Hill St", 0)
    assert alarms == [timedelta(days=-1), timedelta(hours=-2), timedelta(minutes=-35)]
    assert thanks["dtstart"].dt == TEN + timedelta(hours=24, minutes=45)
    assert thanks.walk("VALARM")[0]["trigger"].dt == timedelta(hours=-22)


def test_a_moved_one_keeps_its_name_and_a_cancelled_one_is_taken_out(as_seeker, seeker):
    interview = make_interview(owner=seeker)
    before = [str(entry["uid"]) for entry in entries(as_seeker, interview).values()]

    interview.cancel()
    after = entries(as_seeker, interview).values()

    assert [str(entry["uid"]) for entry in after] == before
    assert {(str(entry["status"]), int(entry["sequence"])) for entry in after} == {("CANCELLED", 1)}
    assert page(as_seeker, "calendar", make_interview(owner=seeker, starts_at=None)).status_code == 404


def test_the_clock_of_the_zone_counts_for_the_evening_before():
    zone = ZoneInfo("America/New_York")
    starts = datetime(2027, 3, 14, 10, tzinfo=zone)

    assert warm_up_at(starts).astimezone(UTC) == datetime(2027, 3, 13, 23, tzinfo=UTC)


# ---- nobody else's

OF_INTERVIEW = [
    *("detail", "edit", "next_round", "cancel", "delete", "calendar", "research", "logistics", "to_ask"),
    *("warm_up", "debrief", "thanks", "follow_up"),
]
POSTS = ["restore", "warm_up_begin", "item_tick", "item_add", "to_ask_choose", "heard", "heard_from"]


def test_another_person_s_interview_does_not_exist(as_seeker):
    interview = make_past_interview()
    make_debrief(interview)
    item = PreparationItem.objects.create(interview=interview, text="Bus pass")
    question, note = QuestionToAsk.objects.create(interview=interview, text="A?"), make_note(interview)
    doors = [reverse(f"interviews:{name}", args=[interview.pk]) for name in [*OF_INTERVIEW, *POSTS]]
    doors += [reverse(f"interviews:item_{name}", args=[item.pk]) for name in ("done", "delete")]
    doors += [reverse(f"interviews:to_ask_{name}", args=[question.pk]) for name in ("move", "delete")]
    asked = interview.asked.create(question=make_bank_question(), text="Why us?")
    doors += [note.get_absolute_url()]
    doors += [reverse(f"interviews:asked_{name}", args=[asked.pk]) for name in ("own", "delete")]
    doors += [reverse(f"interviews:note_{name}", args=[note.pk]) for name in ("words", "sent", "unsent", "delete")]

    opened = {door for door in doors if as_seeker.post(door).status_code != 404} - {
        # takes no form
        reverse("interviews:detail", args=[interview.pk]),
        reverse("interviews:calendar", args=[interview.pk]),
        reverse("interviews:logistics", args=[interview.pk]),
        reverse("interviews:warm_up", args=[interview.pk]),
    }
    looked = {name for name in OF_INTERVIEW if page(as_seeker, name, interview).status_code != 404}

    assert (opened, looked) == (set(), set())


def test_looking_changes_nothing(as_seeker, seeker):
    interview = make_past_interview(owner=seeker)
    make_debrief(interview)
    note = make_note(interview)
    places = [reverse(f"interviews:{name}", args=[interview.pk]) for name in OF_INTERVIEW]

    with CaptureQueriesContext(connection) as queries:
        for place in [LIST, ADD, *places, note.get_absolute_url()]:
            assert as_seeker.get(place).status_code == 200

    written = {query["sql"].split()[0] for query in queries} & {"INSERT", "UPDATE", "DELETE", "REPLACE"}
    assert written == set()


@pytest.mark.parametrize("name", POSTS)
def test_what_changes_is_not_to_be_looked_at(as_seeker, seeker, name):
    assert page(as_seeker, name, make_interview(owner=seeker)).status_code == 405


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_max_num_queries):
    for hours in range(number):
        make_past_interview(owner=seeker, hours=hours, role=make_role())
        make_interview(owner=seeker, role=make_role())

    with django_assert_max_num_queries(8):
        as_seeker.get(LIST)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", ["detail", "to_ask", "logistics", "thanks", "debrief", "warm_up"])
def test_a_page_costs_the_same_with_more_around_it(as_seeker, seeker, name, number, django_assert_max_num_queries):
    interview = make_past_interview(owner=seeker, role=make_role())
    make_debrief(interview)
    for place in range(number):
        make_note(interview)
        PreparationItem.objects.create(interview=interview, text=f"Thing {place}")
        QuestionToAsk.objects.create(interview=interview, text=f"Question {place}?")
        interview.asked.create(question=make_bank_question(), text="Why us?")

    with django_assert_max_num_queries(19):
        page(as_seeker, name, interview)
