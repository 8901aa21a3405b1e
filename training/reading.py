"""What the engine says of a marked answer."""

from interviews.feedback import coaching, topic
from interviews.feedback.result import Question
from interviews.feedback.words import words_of
from training.clauses import unpunctuated
from training.marked import Marked
from training.measuring import Case


def case_of(answer: Marked) -> Case:
    """What the engine says of an answer."""
    question = Question(answer.question, answer.kind)
    found = coaching.coach(question, answer.text, duration_s=answer.duration_s)
    bare = coaching.coach(question, unpunctuated(answer.text), duration_s=answer.duration_s)
    return Case(answer, found, bare, chance_of(question, answer))


def chance_of(question: Question, answer: Marked) -> float:
    """How likely the engine finds that the answer belongs to a question."""
    return topic.topic_of(question, coaching.kind_of(question), answer.text, words_of(answer.text)).chance
