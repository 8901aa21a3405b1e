"""The answers that progress is made of, as plain values."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from accounts.models import User
from guides.models import Role
from interviews.models import Answer, QuestionCompetency, Rating
from interviews.progress.reading import Try
from interviews.returning import UNREAD

# Older ones say little about today, and stay in the sessions.
MOST = 300


def seen_answers(user: User) -> QuerySet[Answer]:
    """Answers whose feedback was opened: it is shown after a rating of oneself, or without one."""
    rated = Exists(Rating.objects.filter(answer=OuterRef("pk"), rater=Rating.Rater.SELF))
    given = Answer.objects.owned_by(user).given().filter(feedback__isnull=False)
    return given.filter(Q(unrated_at__isnull=False) | Q(rated))


def narrowed(answers: QuerySet[Answer], role: Role | None, days: int | None, *, now: datetime) -> QuerySet[Answer]:
    """Those for a role, given in the last days."""
    if role:
        answers = answers.filter(Q(session__role=role) | Q(question__role=role))
    return answers.filter(given_at__gt=now - timedelta(days=days)) if days else answers


def tries_of(answers: QuerySet[Answer]) -> list[Try]:
    """The newest of them, in one query."""
    places = QuestionCompetency.objects.filter(question=OuterRef("question")).order_by("position", "pk")
    rows = answers.annotate(
        main=Coalesce(Subquery(places.values("competency__slug")[:1]), Value("")),
        badge=F("feedback__badge"),
        next_step=F("feedback__next_step"),
        limit=KeyTextTransform("limit", "feedback__result"),
    )
    columns = ("pk", "question_id", "asked", "main", "badge", "next_step", "given_at", "limit")
    newest = rows.order_by("-given_at", "-pk").values_list(*columns)[:MOST]
    return [Try(*row[:-1]) for row in newest if row[-1] not in UNREAD]
