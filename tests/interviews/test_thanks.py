"""Notes to employers: made of parts, never out with a gap, one a person; and follow-ups, twice at most."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Interview, NoteToEmployer
from interviews.preparing.notes import letter
from interviews.preparing.page import page_of
from interviews.preparing.silence import follow_up_on
from plans.models import Step
from tests.interviews.meetings import TEN, make_debrief, make_interview, make_note, make_past_interview

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def interview(seeker):
    return make_past_interview(owner=seeker, job_title="Pharmacy technician")


@pytest.fixture
def note(interview):
    return make_note(interview, to="Ms. Ortiz")


def post(client, name, thing, **data):
    return client.post(reverse(f"interviews:{name}", args=[thing.pk]), data)


def text_of(note, **given):
    others = given.pop("others", [])
    for name, value in given.items():
        setattr(note, name, value)
    return letter(note, others, None)


def words(number):
    return " ".join(["word"] * number)


def open_steps():
    return {*Step.objects.filter(done_on=None).values_list("title", flat=True)}


# ---- the draft


def test_the_parts_make_a_note_of_the_right_length(note):
    text = text_of(note)

    assert text.is_ready
    assert not text.remarks
    assert 60 <= text.words <= 150
    assert all(
        part in text.text
        for part in ("Dear Ms. Ortiz", note.point, note.tie, "the pharmacy technician position at Hill Pharmacy")
    )
    assert text.text.endswith("Kind regards,\nSam Seeker")


def test_the_second_note_to_the_same_house_reads_differently(interview, note):
    second = make_note(interview, to="Mr. Lee")

    first, other = (text_of(one, others=[note, second]).text.split("\n\n")[1] for one in (note, second))

    assert first.split()[:3] != other.split()[:3]


@pytest.mark.parametrize(
    ("part", "gap"),
    [("point", "what you talked about"), ("tie", "what you would bring to it"), ("signed", "your name")],
)
def test_what_is_missing_stays_a_gap(note, part, gap):
    text = text_of(note, **{part: ""})

    assert text.gaps == (gap,)
    assert not text.is_ready
    assert [piece.text for paragraph in text.paragraphs for piece in paragraph if piece.is_gap] == [gap]


@pytest.mark.parametrize("gap", ["[name]", "____", "{their name}", "<point>", "XXX", "....."])
def test_a_gap_in_one_s_own_words_is_found_too(note, gap):
    assert len(text_of(note, body=f"Dear {gap}, thank you.").gaps) == 1


@pytest.mark.parametrize(
    "whole", ["Thanks … and see you.", "I’ll be there (Monday).", "Write to <sam@example.org>.", "A_B"]
)
def test_what_only_looks_like_a_gap_is_none(note, whole):
    assert text_of(note, body=whole).is_ready


def test_own_words_without_the_point_are_not_ready(note):
    assert text_of(note, body="Thank you for your time.", point="").gaps == ("what you talked about",)


@pytest.mark.parametrize(("count", "complaint"), [(59, "dashed off"), (60, ""), (150, ""), (151, "people skim")])
def test_sixty_to_a_hundred_and_fifty_words_are_right(note, count, complaint):
    remarks = text_of(note, body=words(count)).remarks

    assert [complaint in remark for remark in remarks] == ([True] if complaint else [])


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ("I really need this job.", "asks for mercy"),
        ("Sorry to bother you again.", "asks for mercy"),
        ("I would do anything.", "asks for mercy"),
        ("What about the salary?", "about pay"),
        ("I make $21 now.", "about pay"),
        ("Thanks! So good! See you!", "exclamation mark"),
        ("You paid attention to the details.", ""),
        ("Your team pays people respect.", ""),
        ("I need this kind of order around me.", ""),
        ("I was glad to meet you!", ""),
    ],
)
def test_no_begging_no_pay_no_shouting(note, sentence, complaint):
    remarks = text_of(note, body=f"{sentence} {words(60)}").remarks

    assert [complaint in remark for remark in remarks] == ([True] if complaint else [])


def test_the_same_point_in_two_notes_is_pointed_out(interview, note):
    second = make_note(interview, to="Mr. Lee", point=note.point.upper())

    assert "Another note of yours" in text_of(note, others=[second]).remarks[0]
    assert not text_of(note, others=[note]).remarks


@pytest.mark.parametrize(
    ("title", "inside"),
    [("Pharmacy technician", "pharmacy technician"), ("Pharmacy Technician", "Pharmacy Technician"), ("CNA", "CNA")],
)
def test_a_job_title_stands_in_the_sentence_as_a_word(note, title, inside):
    note.interview.job_title = title

    assert f"about the {inside} position at" in text_of(note).text


# ---- on the page


def test_with_a_gap_there_is_nothing_to_copy_and_the_reason_stands_in_words(as_seeker, note):
    NoteToEmployer.objects.update(tie="")

    page = as_seeker.get(note.get_absolute_url()).content.decode()

    assert '<button class="btn btn-primary" type="button" disabled aria-describedby="why-not">' in page
    assert "It has 1 gap." in page
    assert "data-copy=" not in page
    assert "mailto:" not in page
    assert "readonly" not in page


def test_without_a_gap_it_can_be_copied_or_opened_as_a_mail(as_seeker, note):
    page = as_seeker.get(note.get_absolute_url()).content.decode()

    assert 'data-copy="#text"' in page
    assert "mailto:?subject=Our%20talk%20about%20the%20pharmacy%20technician%20position&amp;body=Dear%20Ms." in page
    assert "Ready to send" in page


def test_parts_find_their_way_into_the_draft_but_not_over_one_s_own_words(as_seeker, note):
    parts = {"to": "Ms. Ortiz", "tie": note.tie, "signed": "Sam"}
    draft = as_seeker.get(note.get_absolute_url()).context["letter"].text

    post(as_seeker, "note_words", note, body=draft.replace("\n", "\r\n"))
    post(as_seeker, "note", note, **parts, point="the new robot in the back")
    from_parts = as_seeker.get(note.get_absolute_url()).context["letter"].text
    post(as_seeker, "note_words", note, body="Dear Ms. Ortiz, my own words.")
    post(as_seeker, "note", note, **parts, point="the line at five")
    own = as_seeker.get(note.get_absolute_url()).context["letter"].text
    post(as_seeker, "note_words", note, body="")
    back = as_seeker.get(note.get_absolute_url()).context["letter"].text

    assert "the new robot" in from_parts
    assert own == "Dear Ms. Ortiz, my own words."
    assert "the line at five" in back


@pytest.mark.parametrize("point", ["the job", "Everything.", "the interview", "staffing"])
def test_a_point_that_fits_any_interview_is_refused(as_seeker, note, point):
    answer = post(as_seeker, "note", note, to="Ms. Ortiz", point=point)

    assert "That could stand in any note" in answer.context["form"].errors["point"][0]
    assert point in answer.content.decode()


def test_one_note_of_thanks_a_person(as_seeker, interview, note):
    again = post(as_seeker, "thanks", interview, to="Dear ms. ortiz,")
    other = post(as_seeker, "thanks", interview, to="Mr. Lee")

    assert "begun already" in again.context["form"].errors["to"][0]
    assert other.url == NoteToEmployer.objects.get(to="Mr. Lee").get_absolute_url()
    assert NoteToEmployer.objects.get(to="Mr. Lee").signed == "Sam Seeker"


def test_before_the_interview_there_is_nobody_to_thank(as_seeker, seeker):
    coming = make_interview(owner=seeker)

    page = as_seeker.get(reverse("interviews:thanks", args=[coming.pk])).content.decode()
    post(as_seeker, "thanks", coming, to="Ms. Ortiz")

    assert "Come back right after it" in page
    assert not NoteToEmployer.objects.exists()


# ---- sent


def test_with_a_gap_it_was_not_sent(as_seeker, note):
    NoteToEmployer.objects.update(point="")

    answer = as_seeker.post(reverse("interviews:note_sent", args=[note.pk]), follow=True)

    note.refresh_from_db()
    assert note.sent_at is None
    assert "something is still missing in it" in answer.content.decode()


def test_what_was_sent_stays_as_it_was_and_finishes_its_step(as_seeker, interview):
    post(as_seeker, "debrief", interview, people="Ana Ortiz, Mr. Lee")
    note = NoteToEmployer.objects.get(to="Ana Ortiz")
    NoteToEmployer.objects.update(point="the new robot", tie="two years at a robot")

    before = open_steps()
    post(as_seeker, "note_sent", note)
    after = open_steps()
    post(as_seeker, "note", note, to="Someone else")
    post(as_seeker, "note_words", note, body="Other words")

    note.refresh_from_db()
    assert before - after == {"Thank-you note to Ana Ortiz"}
    assert note.to == "Ana Ortiz"
    assert "the new robot" in note.body


def test_not_sent_after_all_opens_the_step_again(as_seeker, interview):
    post(as_seeker, "debrief", interview, people="Ana Ortiz")
    NoteToEmployer.objects.update(point="the new robot", tie="two years at a robot")
    note = NoteToEmployer.objects.get()
    post(as_seeker, "note_sent", note)

    post(as_seeker, "note_unsent", note)

    assert "Thank-you note to Ana Ortiz" in open_steps()


def test_deleting_a_note_asks_first_and_takes_its_step_along(as_seeker, interview):
    post(as_seeker, "debrief", interview, people="Ana Ortiz")
    note = NoteToEmployer.objects.get()

    asked = as_seeker.get(reverse("interviews:note_delete", args=[note.pk])).content.decode()
    post(as_seeker, "note_delete", note)

    assert "Delete the note to Ana Ortiz?" in asked
    assert open_steps() == {"Follow up with Hill Pharmacy"}


@pytest.mark.parametrize(("hours", "is_late"), [(23, False), (25, True)])
def test_the_day_for_the_thanks_ends_after_twenty_four_hours(as_seeker, seeker, hours, is_late):
    interview = make_past_interview(owner=seeker, hours=hours)
    make_debrief(interview)
    make_note(interview)

    page = as_seeker.get(interview.get_absolute_url())

    assert page.context["page"].is_late_with_thanks is is_late
    assert ("A day has passed" in page.content.decode()) is is_late
    assert ('<span class="tag tag--should">not sent yet' in page.content.decode()) is is_late


def test_the_last_moment_is_a_day_after_the_end():
    interview = Interview(starts_at=TEN, minutes=45)

    assert interview.thank_by == TEN + timedelta(hours=24, minutes=45)


# ---- follow-ups


@pytest.mark.parametrize(
    ("named", "sent", "day"),
    [
        (None, [], date(2027, 3, 9)),  # a silent week
        (date(2027, 3, 5), [], date(2027, 3, 6)),  # the day after the one they named
        (None, [datetime(2027, 3, 10, 3, tzinfo=NEW_YORK)], date(2027, 3, 17)),
        # the day counts where the person lives: half past midnight in Greenwich is still the evening before
        (None, [datetime(2027, 3, 10, 0, 30, tzinfo=ZoneInfo("UTC"))], date(2027, 3, 16)),
        (None, [datetime(2027, 3, 10, tzinfo=NEW_YORK), datetime(2027, 3, 18, tzinfo=NEW_YORK)], None),
    ],
)
def test_when_to_ask_and_when_to_let_it_rest(seeker, named, sent, day):
    interview = make_interview(owner=seeker, starts_at=TEN)
    debrief = make_debrief(interview, hear_by_on=named)
    notes = [make_note(interview, kind="follow-up", sent_at=at) for at in sent]

    assert follow_up_on(interview, debrief, notes, zone=NEW_YORK) == day
    debrief.heard_on = date(2027, 3, 8)
    assert follow_up_on(interview, debrief, notes, zone=NEW_YORK) is None
    assert follow_up_on(interview, None, notes, zone=NEW_YORK) is None


@pytest.mark.parametrize(("days", "may"), [(6, False), (7, True)])
def test_a_week_of_silence_is_seven_days(seeker, days, may):
    interview = make_interview(owner=seeker, starts_at=TEN)
    make_debrief(interview)

    with timezone.override(NEW_YORK):
        page = page_of(interview, now=TEN + timedelta(days=days))
        assert page.may_follow_up is may


def silent_interview(seeker, *, days=8):
    interview = make_past_interview(owner=seeker, hours=24 * days, job_title="Technician")
    make_debrief(interview)
    return interview


def follow_up(client, interview, *, days_ago=0):
    """Write one and mark it as sent."""
    post(client, "follow_up", interview, to="Ms. Ortiz")
    note = NoteToEmployer.objects.follow_ups().get(sent_at=None)
    post(client, "note", note, to="Ms. Ortiz", point="how you train new people", signed="Sam")
    shown = client.get(note.get_absolute_url()).context["letter"]
    post(client, "note_sent", note)
    NoteToEmployer.objects.filter(pk=note.pk).update(sent_at=timezone.now() - timedelta(days=days_ago))
    return shown


def test_twice_and_then_it_rests(as_seeker, seeker):
    interview = silent_interview(seeker, days=16)

    first = follow_up(as_seeker, interview, days_ago=7)
    second = follow_up(as_seeker, interview)
    page = as_seeker.get(reverse("interviews:follow_up", args=[interview.pk])).content.decode()
    post(as_seeker, "follow_up", interview, to="Ms. Ortiz")

    assert all(60 <= text.words <= 150 and text.is_ready and not text.remarks for text in (first, second))
    assert first.text != second.text
    assert "Let it rest" in page
    assert NoteToEmployer.objects.follow_ups().count() == 2
    assert "You have asked twice" in as_seeker.get(interview.get_absolute_url()).context["step"].words


def test_the_second_waits_a_week_for_the_first(as_seeker, seeker):
    interview = silent_interview(seeker)
    follow_up(as_seeker, interview, days_ago=6)

    post(as_seeker, "follow_up", interview, to="Ms. Ortiz")

    assert NoteToEmployer.objects.follow_ups().count() == 1


def test_one_is_finished_before_another_begins(as_seeker, seeker):
    interview = silent_interview(seeker)

    for _time in range(2):
        post(as_seeker, "follow_up", interview, to="Ms. Ortiz")

    assert NoteToEmployer.objects.follow_ups().count() == 1


def test_the_day_they_named_stands_in_the_note(seeker):
    interview = make_interview(owner=seeker, starts_at=TEN)
    debrief = make_debrief(interview, hear_by_on=date(2027, 3, 5))
    note = make_note(interview, kind="follow-up", tie="I have passed the exam.")

    text = letter(note, [], debrief).text

    assert "You had named 5 March" in text
    assert "Since we met, I have passed the exam." in text


def test_who_heard_from_them_has_nothing_to_follow_up(as_seeker, seeker):
    interview = make_past_interview(owner=seeker)
    post(as_seeker, "debrief", interview)

    post(as_seeker, "heard_from", interview, done="1")
    heard = open_steps()
    page = as_seeker.get(interview.get_absolute_url()).context["step"]
    post(as_seeker, "heard_from", interview)

    interview.debrief.refresh_from_db()
    assert heard == {"Thank-you note to Hill Pharmacy"}
    assert page.button == "Add the next round"
    assert interview.debrief.heard_on is None
