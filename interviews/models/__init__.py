"""The nouns of interviews."""

from interviews.models.afterwards import AskedQuestion, Debrief, NoteToEmployer
from interviews.models.answer import Answer, Disagreement, Feedback, Recording
from interviews.models.interview import Interview
from interviews.models.preparing import PreparationItem, QuestionToAsk, Worksheet
from interviews.models.question import Competency, Question, QuestionCompetency
from interviews.models.repetition import QuestionCard
from interviews.models.reviewing import MentorLink, Rating, ReviewComment, ReviewRequest
from interviews.models.session import PracticeSession
from interviews.models.story import Story, StoryCompetency

__all__ = [
    "Answer",
    "AskedQuestion",
    "Competency",
    "Debrief",
    "Disagreement",
    "Feedback",
    "Interview",
    "MentorLink",
    "NoteToEmployer",
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
    "Worksheet",
]
