"""When something comes again, by how well it was remembered: the fsrs scheduler, with time as an argument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, Final, cast

from fsrs import Card, Rating, Scheduler
from fsrs.card import CardDict

# No random shift of the days: the same answers at the same times give the same days. Exams are nearer than a year.
# What is missed comes again within the sitting.
BY_MINUTES: Final = Scheduler(desired_retention=0.9, enable_fuzzing=False, maximum_interval=365)
# Nothing comes again before the next day, however it went.
BY_DAYS: Final = Scheduler(
    desired_retention=0.9, enable_fuzzing=False, maximum_interval=365, learning_steps=(), relearning_steps=()
)


class Grade(IntEnum):
    """How well something was remembered, in the person's own judgment."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True)
class Memory:
    """What the scheduler keeps of a card, ready for JSON, and when the card comes again."""

    state: dict[str, Any]
    due_at: datetime


def graded(state: Mapping[str, Any], grade: Grade, *, now: datetime, scheduler: Scheduler = BY_MINUTES) -> Memory:
    """The memory after an answer; an empty state is a card never seen."""
    card, _log = scheduler.review_card(_card(state, now), Rating(grade), now)
    return Memory(dict(card.to_dict()), card.due)


def waits(state: Mapping[str, Any], *, now: datetime) -> dict[Grade, timedelta]:
    """How long the card would stay away after each grade."""
    return {grade: graded(state, grade, now=now).due_at - now for grade in Grade}


def _card(state: Mapping[str, Any], now: datetime) -> Card:
    if state:
        return Card.from_dict(cast("CardDict", dict(state)))
    # A number of its own: the library would take one from the clock, and wait a moment for it.
    return Card(card_id=0, due=now)
