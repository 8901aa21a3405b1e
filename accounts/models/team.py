"""Teams, and who is in them: the staff roles of counselors and supervisors follow from it."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Team(models.Model):
    """People who work together, such as the counselors of one center."""

    name = models.CharField(
        _("name"), max_length=120, unique=True, error_messages={"unique": _("Another team has this name already.")}
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("team")

    def __str__(self) -> str:
        return self.name


class TeamMembershipQuerySet(models.QuerySet["TeamMembership"]):
    """Memberships by name."""

    def open(self) -> Self:
        """Memberships that hold today: begun, and not ended yet."""
        today = timezone.localdate()
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today), started_on__lte=today)

    def held_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(user=user)

    def of_team(self, team: Team) -> Self:
        """Those in one team."""
        return self.filter(team=team)

    def counselors(self) -> Self:
        """Those that make a counselor."""
        return self.filter(role=TeamMembership.Role.COUNSELOR)

    def supervisors(self) -> Self:
        """Those that make a supervisor."""
        return self.filter(role=TeamMembership.Role.SUPERVISOR)


class TeamMembership(models.Model):
    """One person's time in one team. It is ended, never deleted, so records keep who was responsible."""

    class Role(models.TextChoices):
        """What the person does in the team."""

        COUNSELOR = "counselor", _("Counselor")
        SUPERVISOR = "supervisor", _("Supervisor")

    team = models.ForeignKey(Team, models.PROTECT, related_name="memberships", verbose_name=_("team"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="team_memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.COUNSELOR)
    started_on = models.DateField(_("from"), default=timezone.localdate)
    ended_on = models.DateField(
        _("ended on"), null=True, blank=True, help_text=_("The first day without the role. Empty while it holds.")
    )

    objects = TeamMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["team", "-started_on"]
        verbose_name = _("membership")
        constraints = [
            models.UniqueConstraint(
                fields=["team", "user"],
                condition=Q(ended_on__isnull=True),
                name="membership_open_once_a_team_and_person",
                violation_error_message=_("This person is in the team already. End that membership first."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="membership_ends_after_it_starts",
                violation_error_message=_("The end cannot come before the start."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=["counselor", "supervisor"]),
                name="membership_role_is_known",
                violation_error_message=_("Choose counselor or supervisor."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display().lower()}"

    def end(self, *, on: date) -> None:
        """The role ends with that day: it is the first day without it."""
        self.ended_on = on
        self.save(update_fields=["ended_on"])
