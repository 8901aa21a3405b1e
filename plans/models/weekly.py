"""Goals of the week: a number, and what makes each one count. No streaks."""

from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from plans.models.deed import Deed, Doing

MOST_WEEKLY_GOALS = 4


class WeeklyGoalQuerySet(models.QuerySet["WeeklyGoal"]):
    """Weekly goals by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def current(self) -> Self:
        """Those that go on."""
        return self.filter(ended_on__isnull=True)

    def counted(self, first: date, last: date) -> Self:
        """With how many were seen done in these days (`deeds`), and how many were counted by hand (`by_hand`)."""
        of_them = Deed.objects.filter(owner=OuterRef("owner"), doing=OuterRef("doing")).between(first, last)
        deeds = of_them.order_by().values("doing").annotate(number=Count("pk")).values("number")
        ticks = WeeklyTick.objects.filter(goal=OuterRef("pk")).between(first, last)
        by_hand = ticks.order_by().values("goal").annotate(number=Count("pk")).values("number")
        return self.annotate(deeds=Coalesce(Subquery(deeds), 0), by_hand=Coalesce(Subquery(by_hand), 0))


class WeeklyGoal(models.Model):
    """So many a week, counted by what the app sees, or by hand."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="weekly_goals", verbose_name=_("person"), editable=False
    )
    title = models.CharField(_("goal"), max_length=120)
    # Empty means: counted by hand.
    doing = models.CharField(_("what counts"), max_length=20, choices=Doing, blank=True)
    times = models.PositiveSmallIntegerField(
        _("how many a week"), default=3, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    quality = models.CharField(_("what makes one count"), max_length=200, blank=True)
    begun_on = models.DateField(_("begun on"), editable=False)
    ended_on = models.DateField(_("ended on"), null=True, editable=False)

    objects = WeeklyGoalQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("weekly goal")

    def __str__(self) -> str:
        return self.title

    def end(self, *, on: date) -> None:
        """It is not for the coming weeks."""
        self.ended_on = on
        self.save(update_fields=["ended_on"])


class WeeklyTickQuerySet(models.QuerySet["WeeklyTick"]):
    """Ticks of weekly goals by name."""

    def between(self, first: date, last: date) -> Self:
        """Those of the days, both included."""
        return self.filter(on__range=(first, last))


class WeeklyTick(models.Model):
    """One more, counted by hand."""

    goal = models.ForeignKey(
        WeeklyGoal, models.CASCADE, related_name="ticks", verbose_name=_("weekly goal"), editable=False
    )
    on = models.DateField(_("on"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = WeeklyTickQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("tick of a weekly goal")
        verbose_name_plural = _("ticks of weekly goals")
        indexes = [models.Index(fields=["goal", "on"], name="weekly_tick_by_day")]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d} {self.goal}"
