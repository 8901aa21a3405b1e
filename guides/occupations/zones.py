"""How much preparation a job takes, in plain words. Releases have four or five zones, and name them in jargon."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guides.models import JobZone


@dataclass(frozen=True)
class Preparation:
    """One zone: how long it takes in a few words, and what that time is made of."""

    short: str
    text: str


_WORDS: dict[int, tuple[Promise, Promise]] = {
    1: (
        _("Days to a few months"),
        _("Someone who does the job shows you how. Some employers ask for a high school diploma."),
    ),
    2: (
        _("Up to a year"),
        _("You learn at work, beside people who know the job. Most employers ask for a high school diploma."),
    ),
    3: (
        _("One to two years"),
        _("Vocational school, an associate’s degree or training at work. Some jobs here ask for a license exam."),
    ),
    4: (
        _("Several years"),
        _("Most jobs here ask for a four-year college degree, and for experience after it. Some ask for no degree."),
    ),
    5: (
        _("Many years"),
        _("Most jobs here ask for graduate school, and many for more than five years of experience on top."),
    ),
}


def preparation(zone: JobZone) -> Preparation:
    """The zone in our words; in those of the release where it has a zone that we do not know."""
    if zone.number in _WORDS:
        short, text = _WORDS[zone.number]
        return Preparation(str(short), str(text))
    return Preparation(zone.name, " ".join(part for part in (zone.education, zone.training) if part))
