"""The exam that someone aims at, and the time they studied for it."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ExamTargetQuerySet(models.QuerySet["ExamTarget"]):
    """Exam targets by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(held__holder=user)


class ExamTarget(models.Model):
    """The day someone wants to sit an exam, and the hours a week they have."""

    held = models.OneToOneField(
        "certifications.HeldCredential",
        models.CASCADE,
        related_name="target",
        verbose_name=_("credential"),
        editable=False,
    )
    exam_on = models.DateField(_("exam on"))
    hours_a_week = models.DecimalField(_("hours a week"), max_digits=4, decimal_places=1)
    started_on = models.DateField(_("started on"))
    sequence = models.PositiveIntegerField(_("calendar sequence"), default=0, editable=False)

    objects = ExamTargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("exam target")
        constraints = [
            models.CheckConstraint(
                condition=Q(hours_a_week__gt=0) & Q(hours_a_week__lte=80),
                name="exam_target_hours_are_possible",
                violation_error_message=_("Hours a week must be more than 0 and at most 80."),
            ),
            models.CheckConstraint(
                condition=Q(exam_on__gt=F("started_on")),
                name="exam_target_lies_ahead",
                violation_error_message=_("Choose a day that is still to come."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held}, {self.exam_on}"

    def touch(self) -> None:
        """What calendars show of it has changed."""
        self.sequence += 1
        self.save(update_fields=["sequence"])


class StudyDoneQuerySet(models.QuerySet["StudyDone"]):
    """Time studied by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Time of one person."""
        return self.filter(target__held__holder=user)


class StudyDone(models.Model):
    """Time spent on a part of the exam; the plan counts it and moves what is left."""

    target = models.ForeignKey(ExamTarget, models.CASCADE, related_name="done", verbose_name=_("exam target"))
    on = models.DateField(_("on"))
    domain = models.SlugField(_("domain"), max_length=40)
    minutes = models.PositiveSmallIntegerField(_("minutes"))

    objects = StudyDoneQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("time studied")
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0) & Q(minutes__lte=1440),
                name="study_minutes_fit_in_a_day",
                violation_error_message=_("Minutes must be more than 0 and at most 1,440."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain}, {self.minutes}"
