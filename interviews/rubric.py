"""The one rubric for speakers, mentors, counselors and partners: five dimensions with words at 1, 3 and 5."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STEPS: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Dimension:
    """One thing that is rated; `key` is the field of `Rating`. 2 and 4 lie between the words."""

    key: str
    name: Promise
    low: Promise
    middle: Promise
    high: Promise

    def words(self, step: int) -> Promise:
        """What a step means."""
        return {
            1: self.low,
            2: _("between 1 and 3"),
            3: self.middle,
            4: _("between 3 and 5"),
        }.get(step, self.high)


RUBRIC: Final = (
    Dimension(
        "on_question",
        _("Answers the question"),
        _("Talks about something else, or never gets there."),
        _("Answers it, after a detour or in part."),
        _("Answers what was asked, soon and in full."),
    ),
    Dimension(
        "one_event",
        _("One specific event"),
        _("Claims or habits; no day that one could picture."),
        _("A real event, but when, where or who stays vague."),
        _("One event that one could retell: when, where, who, what was at stake."),
    ),
    Dimension(
        "own_actions",
        _("Own actions and reasons"),
        _("What the team did, or what one ought to do."),
        _("One step of one’s own, without the reason for it."),
        _("Several steps of one’s own, in order, with the reasons."),
    ),
    Dimension(
        "outcome",
        _("Outcome and learning"),
        _("Stops before the end."),
        _("Says that it went well, and little more."),
        _("A clear end: a number, what someone said, or what is different since."),
    ),
    Dimension(
        "delivery",
        _("Delivery and length"),
        _("Hard to follow: a line or two, or it goes on and on."),
        _("One can follow it; too long, too short, or many fillers."),
        _("Easy to follow: one to two minutes, and it comes to an end."),
    ),
)
