"""How the published facts stand: how many, how sure, how many past their check."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from guides.models import Confidence, Fact, StateRequirement


@dataclass(frozen=True)
class Standing:
    """Counts over facts and state rules together."""

    total: int
    high: int
    medium: int
    low: int
    stale: int


def standing(*, today: date) -> Standing:
    """Count facts and state rules by confidence, and those past their check on the day."""
    counts = {
        "total": Count("pk"),
        "high": Count("pk", filter=Q(confidence=Confidence.HIGH)),
        "medium": Count("pk", filter=Q(confidence=Confidence.MEDIUM)),
        "low": Count("pk", filter=Q(confidence=Confidence.LOW)),
        "stale": Count("pk", filter=Q(review_by__lt=today)),
    }
    facts, rules = Fact.objects.aggregate(**counts), StateRequirement.objects.aggregate(**counts)
    return Standing(**{name: facts[name] + rules[name] for name in counts})
