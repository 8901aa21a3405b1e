"""What it usually takes to start, as BLS sorts it, in plain words: schooling, and training at work."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """One step of a ladder: its word in an address, the publisher's words, and ours."""

    key: str
    official: str
    words: Promise


SCHOOLING = [
    Step("none", "No formal educational credential", _("No diploma asked for")),
    Step("high-school", "High school diploma or equivalent", _("High school diploma or GED")),
    Step("some-college", "Some college, no degree", _("Some college, no degree")),
    Step("certificate", "Postsecondary nondegree award", _("Certificate after high school")),
    Step("associate", "Associate's degree", _("Associate’s degree")),
    Step("bachelor", "Bachelor's degree", _("Bachelor’s degree")),
    Step("master", "Master's degree", _("Master’s degree")),
    Step("doctor", "Doctoral or professional degree", _("Doctoral or professional degree")),
]
TRAINING = [
    Step("none", "None", _("None")),
    Step("month", "Short-term on-the-job training", _("Up to a month at work")),
    Step("year", "Moderate-term on-the-job training", _("One month to a year at work")),
    Step("longer", "Long-term on-the-job training", _("More than a year at work")),
    Step("apprenticeship", "Apprenticeship", _("Apprenticeship")),
    Step("residency", "Internship/residency", _("Internship or residency")),
]
_EXPERIENCE = {
    "None": _("None"),
    "Less than 5 years": _("Less than five years in a related job"),
    "5 years or more": _("Five years or more in a related job"),
}


def step_of(ladder: list[Step], official: str) -> Step | None:
    """The step that the publisher's words name; nothing for words that we do not know."""
    plain = official.replace("’", "'").strip().lower()
    return next((step for step in ladder if step.official.lower() == plain), None)


def in_words(ladder: list[Step], official: str) -> str:
    """The publisher's words in ours, or as they are."""
    step = step_of(ladder, official)
    return str(step.words) if step else official


def experience_in_words(official: str) -> str:
    """How long one works in a related job first."""
    return str(_EXPERIENCE.get(official, official))
