"""The marks that a credit can bear and a rule can ask for: what it was about, for whom, how and where from.

A rule may use other marks too; they are then shown as they are written.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certifications.renewal.rules import Dimension

DIMENSIONS: Mapping[Dimension, Promise] = {
    Dimension.TOPIC: _("Topic"),
    Dimension.AUDIENCE: _("Written for"),
    Dimension.DELIVERY: _("How it was given"),
    Dimension.SOURCE: _("Where it comes from"),
}

MARKS: Mapping[Dimension, Mapping[str, Promise]] = {
    Dimension.TOPIC: {
        "law": _("Pharmacy law (ACPE topic 03)"),
        "state_law": _("Law of the state itself"),
        "safety": _("Patient or medication safety (ACPE topic 05)"),
        "hiv": _("HIV/AIDS"),
        "lgbtq": _("LGBTQ cultural competency"),
        "vaccines": _("Vaccines"),
        "compounding": _("Compounding"),
        "general": _("General (AAMA)"),
        "administrative": _("Administrative (AAMA)"),
        "clinical": _("Clinical (AAMA)"),
        "national": _("National component (NREMT)"),
        "local": _("State or local component (NREMT)"),
        "individual": _("Individual component (NREMT)"),
        "hiim": _("Health information (AHIMA domains)"),
    },
    Dimension.AUDIENCE: {
        "T": _("Technicians (number ends in T)"),
        "P": _("Pharmacists (number ends in P)"),
    },
    Dimension.DELIVERY: {
        "live": _("Live"),
        "self_study": _("Self-study"),
    },
    Dimension.SOURCE: {
        "college": _("College course"),
        "in_service": _("In-service training at work"),
        "aama": _("Approved by AAMA"),
        "ahima": _("From AHIMA or its associations"),
    },
}

LABELS: Mapping[str, Promise] = {tag: label for marks in MARKS.values() for tag, label in marks.items()}


def mark_label(tag: str) -> str:
    """A mark in words; one that is not among ours as it is written."""
    return str(LABELS.get(tag, tag))


def short_mark(tag: str) -> str:
    """A mark in words, without what stands in brackets behind it."""
    return mark_label(tag).partition(" (")[0]


def dimension_of(tag: str) -> Dimension | None:
    """What a mark speaks of, if it is one of ours."""
    return next((dimension for dimension, marks in MARKS.items() if tag in marks), None)
