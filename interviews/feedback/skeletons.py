"""The order in which each kind of question is best answered, with a blank prompt for each part; no model answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interviews.feedback.result import Kind
from kit.said import gettext_noop as _


@dataclass(frozen=True)
class Step:
    """One part of an answer: its name and a prompt. Both are to be translated by whoever shows them."""

    name: str
    prompt: str


SKELETONS: Final[Mapping[Kind, tuple[Step, ...]]] = {
    "behavioural": (
        Step(_("Situation"), _("Where were you, when, and who was there? One or two sentences.")),
        Step(_("Task"), _("What was yours to do or to solve?")),
        Step(_("Action"), _("What did you do, step by step, and why? This is the longest part.")),
        Step(_("Result"), _("How did it end? A number, what someone said, or what is different since.")),
    ),
    "situational": (
        Step(_("Notice"), _("What would you see first, and what would you check?")),
        Step(_("Priority"), _("What comes first, and why?")),
        Step(_("Steps"), _("What would you do, in order, and whom would you ask?")),
        Step(_("Check"), _("How would you know that it worked, and who would hear of it?")),
    ),
    "knowledge": (
        Step(_("Steps"), _("How is it done, in order?")),
        Step(_("Named checks"), _("Which checks, tools or rules keep it right?")),
        Step(_("One example"), _("Once when you did it, or saw it done.")),
    ),
    "about-you": (
        Step(_("Present"), _("What do you do now, in one sentence?")),
        Step(_("Past"), _("What led you here? One or two things that matter for this job.")),
        Step(_("Future"), _("Why this job, here, now?")),
    ),
    "motivation": (
        Step(_("Known fact"), _("One true thing about this employer or this work.")),
        Step(_("Fit"), _("What in your own past goes with it?")),
        Step(_("Contribution"), _("What will you bring to them?")),
    ),
    "strength": (
        Step(_("Claim"), _("One strength that this job needs.")),
        Step(_("Proof"), _("One time when it showed.")),
        Step(_("Link"), _("Where it will help in this job.")),
    ),
    "weakness": (
        Step(_("Event"), _("One true time when it showed.")),
        Step(_("Own it"), _("Your part in it, without excuses.")),
        Step(_("Fix"), _("What you did about it.")),
        Step(_("New habit"), _("What you do differently since then.")),
    ),
}
