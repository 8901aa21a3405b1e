"""Keep many courses at once: all of them, or none."""

from collections.abc import Sequence

from django.db import transaction

from certifications.models import CECredit, HeldCredential
from plans.actions import did_all
from plans.models import Deed, Doing


@transaction.atomic
def add_credits(found: Sequence[tuple[CECredit, Sequence[HeldCredential]]]) -> int:
    """Add the courses with what they serve; the number of courses."""
    kept = CECredit.objects.bulk_create([credit for credit, _helds in found])
    serves = CECredit.serves.through
    serves.objects.bulk_create(
        serves(cecredit=credit, heldcredential=held)
        for credit, (_credit, helds) in zip(kept, found, strict=True)
        for held in helds
    )
    if kept:
        deeds = [Deed(key=f"credit:{row.pk}", on=row.completed_on, title=row.title) for row in kept]
        did_all(kept[0].owner, Doing.CE_LOGGED, deeds)
    return len(kept)
