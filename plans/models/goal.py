"""Goals and steps: what a person wants to reach, and what is next."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plans.models.deed import Doing


class GoalQuerySet(models.QuerySet["Goal"]):
    """Goals by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def open(self) -> Self:
        """Those not reached yet."""
        return self.filter(done_on__isnull=True)


class Goal(models.Model):
    """Something a person wants to reach. A goal that a part of the app began carries that part's own key."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="goals", verbose_name=_("person"), editable=False
    )
    title = models.CharField(_("goal"), max_length=160)
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("reached on"), null=True, blank=True, editable=False)
    link = models.CharField(_("place in the app"), max_length=300, blank=True, editable=False)
    key = models.CharField(_("key"), max_length=120, blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = [models.F("done_on").asc(nulls_first=True), models.F("due_on").asc(nulls_last=True), "pk"]
        verbose_name = _("goal")
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], condition=~Q(key=""), name="goal_once_a_key"),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="/"),
                name="goal_link_inside_the_app",
                violation_error_message=_("The link must lead to a page of this site."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def finish(self, *, on: date) -> None:
        """The goal is reached."""
        self.done_on = on
        self.save(update_fields=["done_on"])

    def reopen(self) -> None:
        """It was not reached after all."""
        self.done_on = None
        self.save(update_fields=["done_on"])


class StepQuerySet(models.QuerySet["Step"]):
    """Steps by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(goal__owner=user)

    def open(self) -> Self:
        """Those not done yet."""
        return self.filter(done_on__isnull=True)

    def due_by(self, day: date) -> Self:
        """Those to be done by the day."""
        return self.filter(due_on__lte=day)


class Step(models.Model):
    """One small thing to do towards a goal."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="steps", verbose_name=_("goal"), editable=False)
    title = models.CharField(_("step"), max_length=200)
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0, editable=False)
    hint = models.CharField(_("how to do it well"), max_length=300, blank=True, editable=False)
    # Done by doing it: so many deeds of the kind, counted from the day on which the step came onto the plan.
    doing = models.CharField(_("done by"), max_length=20, choices=Doing, blank=True)
    times = models.PositiveSmallIntegerField(_("how many times"), default=1)
    counts_from = models.DateField(_("counted from"), null=True, editable=False)
    link = models.CharField(_("place in the app"), max_length=300, blank=True, editable=False)
    key = models.CharField(_("key"), max_length=120, blank=True, editable=False)

    # How many such deeds there are, where a page has counted them.
    counted: int | None = None

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "position", "pk"]
        verbose_name = _("step")
        constraints = [
            models.UniqueConstraint(fields=["goal", "key"], condition=~Q(key=""), name="step_once_a_key"),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="/"),
                name="step_link_inside_the_app",
                violation_error_message=_("The link must lead to a page of this site."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def count_from(self, day: date, *, link: str) -> None:
        """Deeds of its kind count from the day, and the link leads to where they are done; kept with the next save."""
        self.counts_from = day if self.doing else None
        self.link = link if self.doing else self.link

    def finish(self, *, on: date) -> None:
        """The step is done."""
        self.done_on = on
        self.save(update_fields=["done_on"])

    def reopen(self) -> None:
        """It was not done after all."""
        self.done_on = None
        self.save(update_fields=["done_on"])
