"""Everything that the feedback page of one answer shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from django.utils.translation import gettext as _

from interviews.feedback import ENGINE, carrying
from interviews.feedback.comparing import compare
from interviews.feedback.result import Badge, Repeated
from interviews.feedback.result import Feedback as Result
from interviews.feedback.skeletons import SKELETONS, Step
from interviews.models import Answer, Feedback, Rating, ReviewComment
from interviews.page import pictures
from interviews.page.annotated import Stretch, annotated
from interviews.page.delivery import Delivery, delivery_of
from interviews.page.notes import Notes, notes_of
from interviews.page.parts import PartShown, parts_of
from interviews.page.program import program_words
from interviews.page.ratings import SideBySide, side_by_side
from interviews.page.saying import say

_UNREAD = {"empty", "one-word", "not-english"}
_STORIES = {"behavioural", "weakness", "strength", None}


@dataclass(frozen=True)
class FeedbackPage:
    """One answer that was given, and what is said about it. `shown` says which marks the answer carries."""

    answer: Answer
    feedback: Feedback
    result: Result
    notes: Notes
    ratings: SideBySide
    # Those with feedback, and the one that was begun and is still being written.
    tries: Sequence[Answer]
    begun: Answer | None
    shown: str

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The answer with its marks."""
        return annotated(self.answer.text, self.result.spans, self.notes.marks(self.shown))

    @cached_property
    def parts(self) -> list[PartShown]:
        """The four parts in words."""
        return parts_of(self.result)

    @cached_property
    def shares(self) -> list[pictures.Share]:
        """How the words are spread over the parts."""
        return pictures.shares_of(self.result)

    @property
    def length(self) -> pictures.Range:
        """How long it is."""
        return pictures.length_of(self.result)

    @property
    def pace(self) -> pictures.Range | None:
        """How fast it was said, where that is known."""
        return pictures.pace_of(self.result)

    @cached_property
    def delivery(self) -> Delivery:
        """Fillers and hedges."""
        return delivery_of(self.answer.text, self.result, duration_s=self.answer.duration_s)

    @property
    def steps(self) -> list[tuple[str, bool]]:
        """The three steps of the badge, and which one it is."""
        return [(str(label), value == self.feedback.badge) for value, label in Feedback.Badge.choices]

    @property
    def badge_words(self) -> str:
        """What the step means."""
        return _badge_words(self.result.badge)

    @property
    def skeleton(self) -> list[Step]:
        """The order in which such a question is best answered."""
        steps = SKELETONS.get(self.result.kind, ()) if self.result.kind else ()
        return [Step(_(step.name), _(step.prompt)) for step in steps]

    @property
    def repeated(self) -> Sequence[Repeated]:
        """Words used again and again."""
        return self.result.repeated

    @property
    def follow_ups(self) -> list[str]:
        """What may be asked next."""
        return [*self.answer.question.follow_ups] if self.answer.question else []

    @cached_property
    def points(self) -> list[pictures.Try]:
        """The tries as points; none for a single one, or where the four parts are not what the question is about."""
        if len(self.tries) < 2 or self.result.kind not in _STORIES:  # noqa: PLR2004 -- a line needs two points
            return []
        rows = [(each.pk, each.attempt, each.feedback) for each in self.tries]
        told = [
            (pk, number, str(feedback.get_badge_display()), feedback.result.get("has", {}))
            for pk, number, feedback in rows
        ]
        return pictures.tries_of(told, here=self.answer.pk)

    @property
    def lines(self) -> list[tuple[pictures.Try, pictures.Try]]:
        """The lines from point to point."""
        return [*pairwise(self.points)]

    @property
    def points_words(self) -> str:
        """The picture of the tries in words."""
        return pictures.tries_words(self.points)

    @cached_property
    def before(self) -> Answer | None:
        """The try before this one."""
        return next((each for each in reversed(self.tries) if each.attempt < self.answer.attempt), None)

    @cached_property
    def changes(self) -> list[str]:
        """What is different since the try before, in words."""
        if self.before is None:
            return []
        return [say(said) for said in compare(carrying.from_plain(self.before.feedback.result), self.result)]

    @property
    def is_unread(self) -> bool:
        """Whether there was nothing that the program could read: then it shows neither parts nor a badge."""
        return self.result.limit in _UNREAD

    @property
    def is_outdated(self) -> bool:
        """Whether the program reads differently since."""
        return self.feedback.engine != ENGINE

    @property
    def is_very_long(self) -> bool:
        """Whether it is far longer than an answer in an interview."""
        return self.result.limit == "very-long"


def page_of(
    answer: Answer,
    *,
    tries: Sequence[Answer],
    comments: Sequence[ReviewComment],
    ratings: Sequence[Rating],
    shown: str,
) -> FeedbackPage:
    """Put together what is stored about an answer that has feedback; `tries` are all at the same question."""
    result, untrue = carrying.from_plain(answer.feedback.result), [*answer.disagreements.all()]
    return FeedbackPage(
        answer=answer,
        feedback=answer.feedback,
        result=result,
        notes=notes_of(answer.text, result, untrue=untrue, comments=comments),
        ratings=side_by_side(ratings, program_words(result, {one.code for one in untrue})),
        tries=[each for each in tries if hasattr(each, "feedback")],
        begun=next((each for each in tries if not each.is_given and (each.text or each.parts)), None),
        shown=shown,
    )


def _badge_words(badge: Badge) -> str:
    return {
        "draft": _("Raw material. Do the next step, then say it again."),
        "getting-there": _("The main parts are there. One more round makes it easy to believe."),
        "interview-ready": _("You can say this in the room. Say it aloud a few times, in other words each time."),
    }[badge]
