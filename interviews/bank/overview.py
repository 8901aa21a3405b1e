"""The bank at a glance: how many questions each job has, and what questions want to find out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from guides.models import Role, Section
from interviews.content_files.folder import GENERAL
from interviews.models import Competency, Question


@dataclass(frozen=True)
class Job:
    """A job with its questions, and the part of its guide about interviews."""

    role: Role
    count: int
    section: str

    @property
    def guide_url(self) -> str:
        """Where its guide speaks of interviews; empty where it does not."""
        return f"{self.role.get_absolute_url()}#{self.section}" if self.section else ""


@dataclass(frozen=True)
class Told:
    """A competency, with how many of the questions for any job ask about it."""

    competency: Competency
    count: int

    @property
    def url(self) -> str:
        """Where these questions stand."""
        return f"{reverse('bank:role', args=[GENERAL])}?competency={self.competency.slug}#list"


@dataclass(frozen=True)
class Overview:
    """What the first page of the bank shows."""

    jobs: list[Job]
    general: int
    told: list[Told]

    @property
    def total(self) -> int:
        """All questions of the bank that readers meet."""
        return self.general + sum(job.count for job in self.jobs)


def with_questions(now: datetime) -> QuerySet[Role]:
    """The jobs whose guides readers may see and that the bank has questions for, each with their number, `asked`."""
    shown = Q(interview_questions__owner__isnull=True, interview_questions__is_published=True)
    counted = Role.objects.published(now).annotate(asked=Count("interview_questions", filter=shown))
    return counted.filter(asked__gt=0).order_by("position", "title")


def jobs(now: datetime) -> list[Job]:
    """The jobs with their questions."""
    roles: list[Any] = [*with_questions(now)]
    sections = interview_sections([role.pk for role in roles])
    return [Job(role, role.asked, sections.get(role.pk, "")) for role in roles]


def interview_sections(roles: list[int]) -> dict[int, str]:
    """By role, the anchor of the part of its guide that is about interviews."""
    found = Section.objects.filter(role__in=roles, kind=Section.Kind.INTERVIEW).order_by("-position")
    return dict(found.values_list("role", "slug"))


def overview(now: datetime) -> Overview:
    """The whole bank."""
    shown = Q(places__question__owner__isnull=True, places__question__is_published=True)
    counted = Count("places", filter=shown & Q(places__question__role__isnull=True))
    told = [Told(row, row.asked) for row in Competency.objects.annotate(asked=counted).order_by("position", "name")]
    return Overview(jobs(now), Question.objects.bank().of(None).count(), told)
