"""An answer as it is written: kept while it is typed, put together, skipped, handed in."""

import pytest

from interviews.actions import drafting
from interviews.actions.drafting import Draft, save_draft
from interviews.models import Answer, Feedback
from interviews.models.answer import LONGEST
from tests.factories import make_user
from tests.interviews.factories import NOON, make_answer, make_given, make_question, make_session, make_story

pytestmark = pytest.mark.django_db
STORY = "The line was long. I counted the tablets again and told the pharmacist. Nobody had to come back."


@pytest.fixture
def answer(seeker):
    return make_answer(seeker)


def at(answer, part=""):
    return f"/my/practice/answers/{answer.pk}/{part}"


def kept(answer):
    return Answer.objects.select_related("session").get(pk=answer.pk)


# ---- the page


def test_in_practice_the_help_is_at_hand_and_live_there_is_a_clock_instead(as_seeker, seeker):
    question = make_question(looking_for="Your own part.", tip="Name the day.")
    story = make_story(seeker, title="The long line")
    practice = make_answer(seeker, question=question)
    live = make_answer(session=make_session(seeker, mode="live"), question=question)

    with_help, without = (as_seeker.get(at(one)).content.decode() for one in (practice, live))

    for words in ("Your own part.", "Name the day.", "In which order to tell it", 'name="part-situation"'):
        assert words in with_help
        assert words not in without
    assert "data-clock-up" in without
    assert "data-clock-up" not in with_help
    assert story.title not in without


def test_the_boxes_follow_the_type_of_the_question(as_seeker, seeker):
    page = as_seeker.get(at(make_answer(seeker, question=make_question(kind="about-you")))).content.decode()

    assert [name in page for name in ("part-present", "part-past", "part-future", "part-situation")] == [
        True,
        True,
        True,
        False,
    ]


def test_an_answer_whose_question_is_gone_can_still_be_given(as_seeker, seeker):
    answer = make_answer(seeker, question=None)

    assert "Why us?" in as_seeker.get(at(answer)).content.decode()
    as_seeker.post(at(answer, "give/"), {"text": STORY})
    assert kept(answer).is_given


# ---- drafts


def test_a_draft_is_kept_as_it_is_typed_and_stands_there_again(as_seeker, answer):
    said = as_seeker.post(at(answer, "save/"), {"text": "It was\r\nMonday", "part-task": "Mine"}).json()

    assert said["said"].startswith("Saved at")
    assert said["seen"] == kept(answer).version
    assert (kept(answer).text, kept(answer).parts) == ("It was\nMonday", {"task": "Mine"})
    page = as_seeker.get(at(answer)).content.decode()
    assert "It was\nMonday" in page
    assert said["seen"] in page


def test_a_button_saves_without_script(as_seeker, answer):
    page = as_seeker.post(at(answer), {"text": "So far.", "do": "save"}, follow=True).content.decode()

    assert "Saved. You can close the page" in page
    assert "So far." in page


def test_an_older_page_does_not_overwrite_a_newer_text(as_seeker, answer):
    first = as_seeker.post(at(answer, "save/"), {"text": "One", "seen": ""}).json()["seen"]
    as_seeker.post(at(answer, "save/"), {"text": "One and two", "seen": first})

    refused = as_seeker.post(at(answer, "save/"), {"text": "One or none", "seen": first})
    page = as_seeker.post(at(answer), {"text": "One or none", "seen": first, "do": "save"})

    assert refused.status_code == 409
    assert refused.json() == {
        "said": "This answer was changed on another page of yours. What you typed here is not saved yet.",
        "seen": kept(answer).version,
        "text": "One and two",
    }
    assert kept(answer).text == "One and two"
    words = page.content.decode()
    for shown in ("One or none", "One and two", "The other text, as it is kept now"):
        assert shown in words


def test_whoever_has_read_both_texts_may_save_over_the_other(as_seeker, answer):
    as_seeker.post(at(answer, "save/"), {"text": "Theirs", "seen": ""})
    page = as_seeker.post(at(answer), {"text": "Mine", "seen": "", "do": "save"})

    as_seeker.post(at(answer), {"text": "Mine", "seen": page.context["form"]["seen"].value(), "do": "save"})

    assert kept(answer).text == "Mine"


def test_the_same_text_sent_twice_is_no_trouble(as_seeker, answer):
    for _time in range(2):
        assert as_seeker.post(at(answer, "save/"), {"text": "Same", "seen": ""}).status_code == 200


@pytest.mark.parametrize(("length", "status"), [(LONGEST, 200), (LONGEST + 1, 422)])
def test_what_is_too_long_is_refused_with_its_length_and_kept_on_the_page(as_seeker, answer, length, status):
    text = "a" * length

    saved = as_seeker.post(at(answer, "save/"), {"text": text})
    page = as_seeker.post(at(answer), {"text": text, "do": "save", "seen": kept(answer).version}, follow=True)

    assert saved.status_code == status
    assert text in page.content.decode()
    assert ("This one has 20,001" in page.content.decode()) == (status == 422)
    assert len(kept(answer).text) == (length if status == 200 else 0)


@pytest.mark.parametrize("seconds", ["0", "901", "soon"])
def test_seconds_that_make_no_sense_are_asked_for_again(as_seeker, answer, seconds):
    page = as_seeker.post(at(answer), {"text": "So far.", "duration_s": seconds, "is_spoken": "on"})

    assert "seconds" in str(page.context["form"].errors["duration_s"])
    assert "So far." in page.content.decode()


def test_looking_writes_nothing(as_seeker, answer):
    before = Answer.objects.values().get(pk=answer.pk)

    as_seeker.get(at(answer))

    assert Answer.objects.values().get(pk=answer.pk) == before


# ---- parts and stories


def test_the_parts_move_into_the_answer_in_the_order_of_telling(as_seeker, answer):
    parts = {"part-result": "It held.", "part-situation": "Monday.", "part-action": "I called."}

    as_seeker.post(at(answer), {"text": "First:", "do": "merge", **parts})

    assert (kept(answer).text, kept(answer).parts) == ("First:\n\nMonday.\n\nI called.\n\nIt held.", {})


def test_parts_that_do_not_fit_any_more_stay_in_their_boxes(as_seeker, answer):
    page = as_seeker.post(at(answer), {"text": "a" * 19_999, "part-task": "Mine.", "do": "merge"})

    assert "Together that is longer" in page.content.decode()
    assert kept(answer).parts == {"task": "Mine."}
    assert page.context["form"]["seen"].value() == kept(answer).version


def test_a_story_from_the_bank_is_told_after_what_stands_there(as_seeker, seeker, answer):
    story = make_story(seeker, situation="Monday.", action="I called.")

    as_seeker.post(at(answer), {"text": "Yes.", "do": "story", "story": story.pk})

    assert (kept(answer).text, kept(answer).story) == ("Yes.\n\nMonday.\n\nI called.", story)


def test_another_person_s_story_is_refused(as_seeker, answer):
    page = as_seeker.post(at(answer), {"text": "Yes.", "do": "story", "story": make_story().pk})

    assert "not in your bank any more" in page.content.decode()
    assert kept(answer).text == ""


# ---- skipping


def test_skipping_keeps_what_was_written_and_leads_to_the_next_open_question(as_seeker, seeker):
    session = make_session(seeker)
    first, second, third = (make_answer(session=session, position=position) for position in (1, 2, 3))

    to_third = as_seeker.post(at(second, "skip/"), {"text": "Later."})
    to_first = as_seeker.post(at(third, "skip/"))
    to_session = as_seeker.post(at(first, "skip/"))

    assert [answer["Location"] for answer in (to_third, to_first, to_session)] == [
        at(third),
        at(first),
        session.get_absolute_url(),
    ]
    assert kept(second).text == "Later."
    assert kept(first).session.is_finished


def test_writing_takes_a_skip_back(as_seeker, seeker):
    answer = make_answer(seeker, skipped_at=NOON)

    as_seeker.post(at(answer, "save/"), {"text": "After all"})

    assert kept(answer).skipped_at is None


# ---- handing in


def test_an_answer_is_handed_in_with_its_feedback_and_the_last_one_ends_the_session(as_seeker, seeker):
    session = make_session(seeker)
    first, second = (make_answer(session=session, position=position) for position in (1, 2))

    answer = as_seeker.post(at(first, "give/"), {"text": f" {STORY} "})
    assert answer["Location"] == kept(first).get_absolute_url()
    assert not kept(first).session.is_finished
    as_seeker.post(at(second, "give/"), {"text": STORY, "is_spoken": "on", "duration_s": "60"})

    assert (kept(first).text, kept(first).feedback.engine != "") == (STORY, True)
    assert (kept(second).duration_s, kept(second).session.is_finished) == (60, True)


def test_boxes_alone_are_put_together_when_handed_in(as_seeker, answer):
    as_seeker.post(at(answer, "give/"), {"part-action": "I called.", "part-situation": "Monday."})

    assert (kept(answer).text, kept(answer).parts, kept(answer).is_given) == ("Monday.\n\nI called.", {}, True)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " \n "}, "There are no words here yet."),
        ({"text": "Yes.", "part-task": "Mine."}, "There are words in the boxes as well."),
        ({"text": "a" * (LONGEST + 1)}, "This one has 20,001"),
        ({"part-task": "a" * 15_000, "part-action": "b" * 5_000}, "Together the boxes are longer"),
    ],
)
def test_what_cannot_be_handed_in_is_explained_and_stays_on_the_page(as_seeker, answer, fields, words):
    page = as_seeker.post(at(answer, "give/"), fields).content.decode()

    assert words in page
    assert all(text.strip() in page for text in fields.values())
    assert not kept(answer).is_given
    assert not Feedback.objects.exists()


def test_an_older_page_does_not_hand_in_over_a_newer_text(as_seeker, answer):
    as_seeker.post(at(answer, "save/"), {"text": "The newer text"})

    page = as_seeker.post(at(answer, "give/"), {"text": "An older text", "seen": ""})

    assert "The newer text" in page.content.decode()
    assert not kept(answer).is_given


def test_what_was_handed_in_stays_as_it_is(as_seeker, answer):
    as_seeker.post(at(answer, "give/"), {"text": STORY})
    given = kept(answer)

    twice = as_seeker.post(at(answer, "give/"), {"text": STORY, "seen": ""})
    changed = as_seeker.post(at(answer, "give/"), {"text": "Other words", "seen": given.version})
    saved = as_seeker.post(at(answer, "save/"), {"text": "Other words", "seen": given.version})

    assert twice["Location"] == given.get_absolute_url()
    assert "handed in already" in changed.content.decode()
    assert "Other words" in changed.content.decode()
    assert saved.status_code == 409
    assert (kept(answer).text, kept(answer).given_at) == (STORY, given.given_at)
    assert as_seeker.get(at(answer))["Location"] == given.get_absolute_url()


def test_a_draft_that_was_saved_since_it_was_read_is_stale(answer):
    save_draft(answer, Draft("One"), now=NOON)

    with pytest.raises(drafting.StaleDraftError) as trouble:
        save_draft(answer, Draft("Two"), now=NOON)

    assert trouble.value.seen == kept(answer).version


def test_answers_of_others_do_not_exist(as_seeker):
    theirs, given = make_answer(), make_given(make_user())

    found = {as_seeker.post(at(theirs, part), {"text": "x"}).status_code for part in ("", "save/", "give/", "skip/")}

    assert found | {as_seeker.get(at(theirs)).status_code, as_seeker.get(at(given)).status_code} == {404}
    assert kept(theirs).text == ""


@pytest.mark.parametrize("number", [3, 30])
def test_the_page_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    session = make_session(seeker)
    answer = make_answer(session=session, question=make_question(about=("accuracy", "safety")))
    for index in range(number):
        make_given(session=session, position=index + 2)
        make_story(seeker, shows=("accuracy",))

    with django_assert_num_queries(10):
        as_seeker.get(at(answer))
