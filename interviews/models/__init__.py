"""The nouns of interviews."""

from interviews.models.answer import Answer, Disagreement, Feedback, Recording
from interviews.models.interview import Debrief, Interview, PreparationItem, QuestionToAsk, ThankYouNote, Worksheet
from interviews.models.question import Competency, Question, QuestionCompetency
from interviews.models.repetition import QuestionCard
from interviews.models.reviewing import MentorLink, Rating, ReviewComment, ReviewRequest
from interviews.models.session import PracticeSession
from interviews.models.story import Story, StoryCompetency

__all__ = [
    "Answer",
    "Competency",
    "Debrief",
    "Disagreement",
    "Feedback",
    "Interview",
    "MentorLink",
    "PracticeSession",
    "PreparationItem",
    "Question",
    "QuestionCard",
    "QuestionCompetency",
    "QuestionToAsk",
    "Rating",
    "Recording",
    "ReviewComment",
    "ReviewRequest",
    "Story",
    "StoryCompetency",
    "ThankYouNote",
    "Worksheet",
]
