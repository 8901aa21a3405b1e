"""Cards to remember by: new ones, and what happens when one is graded."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from certifications.models import Card
from certifications.rounds.cards import FROM_BRAND, Deck
from kit.memory import Grade, graded

# A few at a time: all of them come back within minutes.
BATCH = 10


def remember_questions(user: User, slugs: Iterable[str], *, now: datetime) -> None:
    """Make cards of missed questions; what is a card already keeps its memory."""
    add_cards(user, Card.Kind.QUESTION, slugs, now=now)


def add_cards(user: User, kind: Card.Kind, keys: Iterable[str], *, now: datetime) -> None:
    """New cards, due at once; the ones that exist stay as they are."""
    Card.objects.bulk_create((Card(owner=user, kind=kind, key=key, due_at=now) for key in keys), ignore_conflicts=True)


def begin_deck(user: User, deck: Deck, *, now: datetime) -> int:
    """Begin the next few cards of a deck, and say how many; drug names are asked both ways."""
    keys = deck.keys[:BATCH]
    if deck.kind == Card.Kind.DRUG:
        longest = Card._meta.get_field("key").max_length or 0
        keys += [key + FROM_BRAND for key in keys if len(key + FROM_BRAND) <= longest]
    add_cards(user, Card.Kind(deck.kind), keys, now=now)
    return len(keys)


@transaction.atomic
def grade_card(user: User, pk: int, grade: Grade, *, seen: str, now: datetime) -> bool:
    """Note how well a card was remembered; a form sent twice, or from a page that was left open, changes nothing."""
    card = Card.objects.owned_by(user).select_for_update().get(pk=pk)
    if card.due_at.isoformat() != seen:
        return False
    memory = graded(card.state, grade, now=now)
    card.state, card.due_at = memory.state, memory.due_at
    card.save(update_fields=["state", "due_at"])
    return True
