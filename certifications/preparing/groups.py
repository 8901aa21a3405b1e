"""What study groups show: to everyone what they are for, to members what each of the others shares."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format

from accounts.models import User
from certifications.models import ExamOutline, ExamTarget, GroupMember, StudyGroup
from certifications.models.group import StudyGroupQuerySet
from certifications.preparing.outline import basis_among, outlines_of
from certifications.preparing.page import plan_of, progress_words
from guides.models import Credential


@dataclass(frozen=True)
class Choice:
    """One value of a filter, as a link."""

    value: str
    label: str
    is_on: bool


@dataclass(frozen=True)
class Found:
    """Filters by credential, state and month."""

    credentials: list[Choice]
    states: list[Choice]
    months: list[Choice]


@dataclass(frozen=True)
class MemberRow:
    """One member, with what they share and no more."""

    name: str
    is_me: bool
    founded: bool
    exam_on: date | None
    progress: str
    email: str


def filtered(groups: StudyGroupQuerySet, asked: dict[str, str]) -> StudyGroupQuerySet:
    """Groups of a credential, a state (those open to all states as well) and a month, as far as asked."""
    if asked["credential"]:
        groups = groups.filter(credential__slug=asked["credential"])
    if asked["state"]:
        groups = groups.filter(Q(state=asked["state"].upper()) | Q(state=None))
    if month := _month(asked["month"]):
        groups = groups.filter(exam_month=month)
    return groups


def filters(asked: dict[str, str]) -> Found:
    """The values that open groups have, in three queries."""
    rows = StudyGroup.objects.open().order_by()
    credentials = Credential.objects.filter(study_groups__in=rows).distinct().order_by("name")
    states = rows.filter(state__isnull=False).values_list("state_id", "state__name").distinct()
    months = rows.filter(exam_month__isnull=False).values_list("exam_month", flat=True).distinct()
    return Found(
        [Choice(row.slug, row.abbreviation or row.name, row.slug == asked["credential"]) for row in credentials],
        [Choice(usps, name, usps == asked["state"].upper()) for usps, name in sorted(states, key=lambda row: row[1])],
        [
            Choice(f"{day:%Y-%m}", date_format(day, "F Y"), f"{day:%Y-%m}" == asked["month"])
            for day in sorted(day for day in months if day)
        ],
    )


def members_of(group: StudyGroup, viewer: User, *, today: date) -> list[MemberRow]:
    """The members as each of them wants to be seen, in the same few queries for all."""
    members = [*group.members.present().select_related("user")]
    targets, outlines = _targets(group, members), outlines_of(group.credential)
    return [
        MemberRow(
            name=member.name,
            is_me=member.user_id == viewer.pk,
            founded=member.user_id == group.made_by_id,
            email=member.user.email if member.shares_email else "",
            **_study(member, targets.get(member.user_id), outlines, today),
        )
        for member in members
    ]


def _targets(group: StudyGroup, members: list[GroupMember]) -> dict[int, ExamTarget]:
    """The nearest exam of each who shares its date or how far they are."""
    sharing = [member.user_id for member in members if member.shares_date or member.shares_progress]
    rows = ExamTarget.objects.filter(held__holder__in=sharing, held__credential=group.credential)
    rows = rows.select_related("held__credential").prefetch_related("done").order_by("-exam_on")
    return {row.held.holder_id: row for row in rows}


def _study(member: GroupMember, target: ExamTarget | None, outlines: list[ExamOutline], today: date) -> dict[str, Any]:
    """The exam's day and the progress, each only if the member shares it."""
    if target is None:
        return {"exam_on": None, "progress": ""}
    basis = basis_among(outlines, exam_on=target.exam_on, today=today)
    progress = progress_words(plan_of(target, basis, target.done.all(), today=today))
    return {
        "exam_on": target.exam_on if member.shares_date else None,
        "progress": progress if member.shares_progress else "",
    }


def _month(words: str) -> date | None:
    try:
        return date.fromisoformat(f"{words}-01")
    except ValueError:
        return None
