"""Rounds of questions: begin one, answer, flag, finish. Whatever is sent twice happens once."""

import random
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from certifications.actions.cards import remember_questions
from certifications.models import Attempt, PracticeSession
from certifications.models.practice import AttemptQuerySet
from certifications.rounds.bank import Bank
from certifications.study.selection import Candidate, drawn, drawn_paper
from plans.actions import did
from plans.models import Doing


@transaction.atomic
def start_practice(
    user: User, bank: Bank, *, domain: str, which: str, number: int, now: datetime
) -> PracticeSession | None:
    """A round of questions; None where there is none of this sort. One begun before and not touched goes."""
    User.objects.select_for_update().get(pk=user.pk)
    own = PracticeSession.objects.owned_by(user).open().filter(mode=PracticeSession.Mode.PRACTICE)
    own.filter(credential=bank.credential).exclude(attempts__answered_at__isnull=False).delete()
    chosen = drawn(bank.chosen(domain, which), number, random.SystemRandom())
    if not chosen:
        return None
    session = PracticeSession(owner=user, credential=bank.credential, domain=domain, started_at=now)
    return _begin(session, chosen)


@transaction.atomic
def start_mock(user: User, bank: Bank, *, now: datetime) -> PracticeSession | None:
    """A mock exam, or the one that is still open; None where we know too little to make one."""
    User.objects.select_for_update().get(pk=user.pk)
    open_ones = PracticeSession.objects.owned_by(user).open().filter(credential=bank.credential)
    running = open_ones.filter(mode=PracticeSession.Mode.MOCK).first()
    if running or not bank.paper:
        return running
    chosen = drawn_paper(bank.candidates, bank.paper.numbers, random.SystemRandom())
    session = PracticeSession(owner=user, credential=bank.credential, started_at=now, minutes=bank.minutes)
    session.mode = PracticeSession.Mode.MOCK
    return _begin(session, chosen)


def _begin(session: PracticeSession, chosen: list[Candidate]) -> PracticeSession:
    session.save()
    Attempt.objects.bulk_create(
        Attempt(session=session, question_id=row.pk, position=position, domain=row.domain)
        for position, row in enumerate(chosen, start=1)
    )
    return session


@transaction.atomic
def answer(session: PracticeSession, position: int, *, chosen: int, now: datetime) -> bool:
    """Keep an answer, and say whether it was kept.

    In practice the first answer stands, since its solution was shown. In a mock exam answers may change until the time
    is up; after it only a question still open takes one, which is kept and does not count.
    """
    session = PracticeSession.objects.select_for_update().select_related("owner").get(pk=session.pk)
    attempt = session.attempts.select_related("question").get(position=position)
    if not _may_answer(session, attempt, now):
        return False
    if attempt.answered_at is None:
        attempt.is_first = not _earlier(session.owner, attempt).exists()
    attempt.chosen, attempt.is_correct, attempt.answered_at = chosen, chosen == attempt.question.answer, now
    attempt.save(update_fields=["chosen", "is_correct", "answered_at", "is_first"])
    if not session.is_mock:
        _after_practice(session, attempt, now)
    return True


def _may_answer(session: PracticeSession, attempt: Attempt, now: datetime) -> bool:
    if session.is_finished:
        return False
    return attempt.answered_at is None or (session.is_mock and not session.is_over(now))


def _earlier(owner: User, attempt: Attempt) -> AttemptQuerySet:
    return Attempt.objects.owned_by(owner).answered().filter(question=attempt.question_id).exclude(pk=attempt.pk)


def _after_practice(session: PracticeSession, attempt: Attempt, now: datetime) -> None:
    if not attempt.is_correct:
        remember_questions(session.owner, [attempt.question.slug], now=now)
    if not session.attempts.filter(answered_at__isnull=True).exists():
        finish(session, now=now)


def flag(session: PracticeSession, position: int, *, on: bool) -> None:
    """Mark a question to look at again, or take the mark away wherever its person set it."""
    attempts = Attempt.objects.filter(session=session, position=position)
    if on:
        attempts.update(is_flagged=True)
    else:
        question = attempts.values("question_id")
        Attempt.objects.owned_by(session.owner).filter(question__in=question).update(is_flagged=False)


@transaction.atomic
def finish(session: PracticeSession, *, now: datetime) -> None:
    """Close a round; what was missed becomes a card. The first time counts."""
    session = PracticeSession.objects.select_for_update().select_related("owner").get(pk=session.pk)
    if session.is_finished:
        return
    session.finished_at = now
    session.save(update_fields=["finished_at"])
    missed = session.attempts.filter(is_correct=False).values_list("question__slug", flat=True)
    remember_questions(session.owner, [*missed], now=now)
    is_test = session.mode != PracticeSession.Mode.REVIEW
    if is_test and session.attempts.filter(answered_at__isnull=False).exists():
        on, title = timezone.localdate(now), str(session.credential)
        did(session.owner, Doing.EXAM_PRACTICED, f"round:{session.pk}", on=on, title=title)
