"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from interviews.actions.recordings import remove_recordings
from interviews.models import (
    Answer,
    AskedQuestion,
    Debrief,
    Disagreement,
    Feedback,
    Interview,
    MentorLink,
    NoteToEmployer,
    PracticeSession,
    PreparationItem,
    Question,
    QuestionCard,
    QuestionToAsk,
    Rating,
    Recording,
    ReviewComment,
    ReviewRequest,
    Story,
    StoryCompetency,
    Worksheet,
)
from interviews.preparing.research import FIELDS

_DIMENSIONS = Rating.DIMENSIONS


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person, but for secret addresses; recordings are named, not packed in."""
    return {"practice": _practice(user), "people": _people(user), "interviews": _interviews(user)}


def _practice(user: User) -> dict[str, Any]:
    sessions = PracticeSession.objects.owned_by(user)
    answers = Answer.objects.owned_by(user)
    return {
        "sessions": [
            *sessions.values(
                *("pk", "mode", "occasion", "role__slug", "competency__slug", "interview_id"),
                *("started_at", "finished_at"),
            )
        ],
        "answers": [
            *answers.values(
                *("pk", "session_id", "question__slug", "asked", "kind", "position", "attempt", "text", "parts"),
                *("is_spoken", "duration_s", "story_id", "notes", "started_at", "saved_at", "given_at", "skipped_at"),
            )
        ],
        "feedback": [
            *Feedback.objects.owned_by(user).values(
                "answer_id", "engine", "result", "badge", "quality", "next_step", "made_at"
            )
        ],
        "not_true": [
            *Disagreement.objects.filter(answer__in=answers).values("answer_id", "code", "quote", "engine", "made_at")
        ],
        "recordings": [
            *Recording.objects.filter(answer__in=answers).values(
                "answer_id", "media_type", "size", "duration_s", "filler_taps", "made_at"
            )
        ],
        "questions": [
            *Question.objects.owned_by(user).values(
                *("pk", "kind", "text", "role__slug", "looking_for", "tip", "cue_phrases", "follow_ups"),
            )
        ],
        "stories": [
            *Story.objects.owned_by(user).values(
                *("pk", "title", "situation", "task", "action", "result", "learning", "made_at", "changed_at"),
            )
        ],
        "what_stories_show": [
            *StoryCompetency.objects.filter(story__owner=user).values("story_id", "competency__slug")
        ],
        "cards": [*QuestionCard.objects.owned_by(user).values("question__slug", "state", "due_at")],
    }


def _people(user: User) -> dict[str, Any]:
    on_mine = {"answer__session__owner": user}
    return {
        "requests": [
            *ReviewRequest.objects.owned_by(user).values(
                *("pk", "answer_id", "message", "state", "verdict", "asked_at", "claimed_at", "returned_at"),
                *("closed_at", "due_on"),
            )
        ],
        "mentor_links": [
            *MentorLink.objects.owned_by(user).values(
                "answer_id", "label", "with_recording", "made_at", "expires_at", "revoked_at"
            )
        ],
        "comments": [
            *ReviewComment.objects.shown_to_speaker()
            .filter(**on_mine)
            .values("answer_id", "author_name", "body", "quote", "made_at", "resolved_at")
        ],
        "comments_written": [*ReviewComment.objects.filter(author=user).values("body", "quote", "made_at")],
        "ratings": [
            *Rating.objects.shown_to_speaker()
            .filter(**on_mine)
            .values("answer_id", "rater", "author_name", *_DIMENSIONS, "made_at")
        ],
        "ratings_given": [*Rating.objects.filter(author=user).values("rater", *_DIMENSIONS, "made_at")],
    }


def _interviews(user: User) -> dict[str, Any]:
    mine = {"interview__owner": user}
    return {
        "interviews": [
            *Interview.objects.owned_by(user).values(
                *("pk", "application_id", "employer", "job_title", "role__slug", "round", "starts_at", "minutes"),
                *("way", "travel_minutes", "place", "people", "notes", "state", "made_at"),
            )
        ],
        "research": [*Worksheet.objects.filter(**mine).values("interview_id", *FIELDS, "changed_at")],
        "to_see_to": [*PreparationItem.objects.owned_by(user).values("interview_id", "key", "text", "done_at")],
        "to_ask": [*QuestionToAsk.objects.owned_by(user).values("interview_id", "text", "heard", "position")],
        "debriefs": [
            *Debrief.objects.owned_by(user).values(
                *("interview_id", "went_well", "was_hard", "learned", "next_step", "hear_by_on", "heard_on", "made_at")
            )
        ],
        "asked": [*AskedQuestion.objects.owned_by(user).values("interview_id", "question__slug", "text", "position")],
        "notes": [
            *NoteToEmployer.objects.owned_by(user).values(
                "interview_id", "kind", "to", "point", "tie", "signed", "body", "sent_at", "made_at"
            )
        ],
    }


def erase(user: User) -> None:
    """All of it goes, recordings on the disk too. What they said about others' answers stays, unnamed."""
    remove_recordings(Recording.objects.filter(answer__session__owner=user))
    ReviewRequest.objects.owned_by(user).delete()
    PracticeSession.objects.owned_by(user).delete()
    Interview.objects.owned_by(user).delete()
    Story.objects.owned_by(user).delete()
    QuestionCard.objects.owned_by(user).delete()
    Question.objects.owned_by(user).delete()
    # Deleting writes into the history as well.
    Question.history.filter(owner=user).delete()
