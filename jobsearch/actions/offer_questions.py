"""Keep what was asked about an offer."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from jobsearch.models import Offer, OfferQuestion
from jobsearch.offers.questions import Line


@transaction.atomic
def keep_questions(offer: Offer, said: Iterable[tuple[Line, bool, str]], *, own: str, today: date) -> None:
    """Keep ticks and answers, and add one question of one's own. Whoever notes an answer has asked."""
    for line, asked, answer in said:
        asked_on = (line.asked_on or today) if asked or (answer and answer != line.answer) else None
        if (asked_on, answer) != (line.asked_on, line.answer):
            _keep(offer, line, asked_on, answer)
    if own:
        OfferQuestion.objects.create(offer=offer, text=own)


def _keep(offer: Offer, line: Line, asked_on: date | None, answer: str) -> None:
    values = {"asked_on": asked_on, "answer": answer}
    if line.own is not None:
        offer.questions.filter(pk=line.own).update(**values)
    elif asked_on or answer:
        OfferQuestion.objects.update_or_create(
            offer=offer, key=line.name, defaults=values, create_defaults={**values, "text": str(line.text)[:200]}
        )
    else:
        offer.questions.filter(key=line.name).delete()
