"""What changes offers."""

from datetime import date

from django.db import transaction

from jobsearch.actions.staging import move
from jobsearch.models import Application, Offer

_STAGES = Application.Stage
# From these an offer brings the application to “offer”; what was answered or withdrawn stays where it is.
_EARLIER = (*Application.BEFORE_APPLYING, *Application.WAITING, _STAGES.QUIET)


@transaction.atomic
def keep_offer(offer: Offer, *, today: date) -> Offer:
    """Keep its terms; a new one brings its application to the stage of an offer."""
    is_new = offer.pk is None
    offer.save()
    if is_new and offer.application.stage in _EARLIER:
        move(offer.application, _STAGES.OFFER, on=today)
    return offer
