"""What the app keeps about a person: in the download, and gone with the account, files too."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from careerguide.personal_data import export
from interviews import models, personal_data
from tests.factories import make_role, make_user
from tests.interviews.meetings import make_bank_question, make_debrief, make_interview, make_note

pytestmark = pytest.mark.django_db

TOKEN = "a-secret-token-that-opens-an-answer"
# What belongs to the bank, and not to anyone.
OF_NOBODY = {"Competency", "QuestionCompetency"}


def everything_of(user):
    """Something in every table of the app; the name of the recording's file."""
    now = timezone.now()
    competency = models.Competency.objects.get_or_create(slug="care", defaults={"name": "Care"})[0]
    interview = make_interview(owner=user, employer="Hidden Valley", role=make_role())
    make_debrief(interview, went_well="Hidden joy")
    make_note(interview, to="Hidden boss")
    models.Worksheet.objects.create(interview=interview, values="Hidden values")
    models.PreparationItem.objects.create(interview=interview, text="Hidden bus pass")
    models.QuestionToAsk.objects.create(interview=interview, text="Hidden question?")
    own = make_bank_question(owner=user, text="Hidden own question?")
    own.places.create(competency=competency)
    models.AskedQuestion.objects.create(interview=interview, question=own, text="Hidden as asked")
    session = models.PracticeSession.objects.create(owner=user, occasion="quick", started_at=now)
    story = models.Story.objects.create(owner=user, title="Hidden story")
    models.StoryCompetency.objects.create(story=story, competency=competency)
    answer = session.answers.create(asked="Why?", position=0, text="Hidden answer", story=story, question=own)
    models.Feedback.objects.create(
        answer=answer, engine="1", result={"note": "Hidden note"}, badge="draft", quality=1, next_step="expand"
    )
    models.Disagreement.objects.create(answer=answer, code="expand", quote="Hidden quote", engine="1")
    recording = models.Recording(answer=answer, media_type="audio/webm", size=3, made_at=now)
    recording.file.save("said.webm", ContentFile(b"abc"))
    models.QuestionCard.objects.create(owner=user, question=make_bank_question(), due_at=now)
    request = models.ReviewRequest.objects.create(
        asked_by=user, answer=answer, message="Hidden message", returned_at=now
    )
    link = models.MentorLink.objects.create(
        answer=answer, label="Hidden mentor", token=TOKEN + str(user.pk), expires_at=now + timedelta(days=7)
    )
    models.ReviewComment.objects.create(answer=answer, request=request, author_name="Mo", body="Hidden comment")
    five = dict.fromkeys(models.Rating.DIMENSIONS, 3)
    models.Rating.objects.create(answer=answer, rater="mentor", link=link, author_name="Mo", made_at=now, **five)
    return recording.file.name


def left():
    """How many rows each table of the app holds, history included, but for what is nobody's."""
    found = {model.__name__: model.objects.count() for model in apps.get_app_config("interviews").get_models()}
    return {
        name: number for name, number in found.items() if number and name.removeprefix("Historical") not in OF_NOBODY
    }


def test_the_download_holds_every_table_and_no_secret(seeker):
    everything_of(seeker)

    data = export(seeker, now=timezone.now())["interviews"]

    text = json.dumps(data, default=str)
    parts = {name: rows for part in data.values() for name, rows in part.items()}
    assert {name for name, rows in parts.items() if not rows} == {"comments_written", "ratings_given"}
    assert TOKEN not in text
    for word in (
        *("Valley", "joy", "boss", "values", "bus pass", "question?", "own question?", "as asked", "story", "answer"),
        *("note", "quote", "message", "mentor", "comment"),
    ):
        assert f"Hidden {word}" in text


def test_the_download_holds_nothing_of_others(seeker):
    everything_of(make_user())

    text = json.dumps(personal_data.export(seeker), default=str)

    assert "Hidden" not in text


def test_erasing_takes_everything_files_and_history_too(seeker, django_capture_on_commit_callbacks):
    file = everything_of(seeker)
    bank = {"Question": 1, "HistoricalQuestion": 1}

    assert default_storage.exists(file)
    with django_capture_on_commit_callbacks(execute=True):
        personal_data.erase(seeker)

    assert not default_storage.exists(file)
    assert left() == bank


def test_erasing_leaves_what_others_have_and_what_was_said_about_it_unnamed(seeker):
    other = make_user()
    file = everything_of(other)
    before = left()
    models.ReviewComment.objects.update(author=seeker)
    models.Rating.objects.update(author=seeker)

    written = personal_data.export(seeker)["people"]
    personal_data.erase(seeker)
    seeker.delete()

    assert (len(written["comments_written"]), len(written["ratings_given"])) == (1, 1)
    assert left() == before
    assert default_storage.exists(file)
    assert models.ReviewComment.objects.get().author is None
