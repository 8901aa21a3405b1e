"""A client and a team, from the first wish to the end, and who of the team is there for the client."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Team, TeamMembership, User


class RelationshipQuerySet(models.QuerySet["CounselingRelationship"]):
    """Relationships by name. Whatever staff see of clients starts from one of these words."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one client."""
        return self.filter(client=user)

    def open(self) -> Self:
        """Those that are asked for, go on or rest."""
        return self.filter(state__in=CounselingRelationship.OPEN)

    def active(self) -> Self:
        """Those that go on. In all other states the client's records are closed."""
        return self.filter(state=CounselingRelationship.State.ACTIVE)

    def counseled_by(self, user: User) -> Self:
        """Those that this person is assigned to today, as a counselor who is still in the team."""
        return self.filter(pk__in=_assigned(user), team__in=_teams(user))

    def supervised_by(self, user: User) -> Self:
        """Those of the teams that this person supervises today."""
        return self.filter(team__in=_supervised(user))

    def of_teams_of(self, user: User) -> Self:
        """Those of the teams that this person is in today."""
        return self.filter(team__in=_teams(user))

    def under(self, user: User) -> Self:
        """Those that this person counsels or supervises, in whatever state."""
        return self.filter(Q(team__in=_supervised(user)) | Q(pk__in=_assigned(user), team__in=_teams(user)))

    def visible_to(self, user: User) -> Self:
        """Those whose client this person may look at now; what of the client, consents say."""
        return self.active().under(user)

    def waiting_for(self, user: User) -> Self:
        """Those that somebody of the person's teams is asked to take, the longest wait first."""
        asked = self.filter(state=CounselingRelationship.State.REQUESTED)
        return asked.of_teams_of(user).order_by("asked_at", "pk")

    def once_held_by(self, user: User) -> Self:
        """Those that are over, of which this person was the counselor or is the supervisor: dates and reason only."""
        was = Assignment.objects.filter(counselor=user).values("relationship")
        ended = self.filter(state=CounselingRelationship.State.ENDED)
        return ended.filter(Q(pk__in=was, team__in=_teams(user)) | Q(team__in=_supervised(user)))


# Few rows that do not depend on the relationship: the database looks them up once.
def _teams(user: User) -> "models.QuerySet[TeamMembership, Any]":
    return TeamMembership.objects.open().held_by(user).values("team")


def _supervised(user: User) -> "models.QuerySet[TeamMembership, Any]":
    return TeamMembership.objects.open().held_by(user).supervisors().values("team")


def _assigned(user: User) -> "models.QuerySet[Assignment, Any]":
    return Assignment.objects.filter(counselor=user, ended_at__isnull=True).values("relationship")


class CounselingRelationship(models.Model):
    """One client with one team. It is begun by the client: by asking for it, or by accepting an invitation."""

    class State(models.TextChoices):
        """How far it has come."""

        REQUESTED = "requested", _("Asked for")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        ENDED = "ended", _("Ended")
        DECLINED = "declined", _("Declined")

    class EndReason(models.TextChoices):
        """Why it ended, as reports count it."""

        FOUND_WORK = "found-work", _("Found work")
        REACHED = "reached", _("Reached what was agreed")
        MOVED = "moved", _("Moved away")
        NO_CONTACT = "no-contact", _("No contact any more")
        CLIENT = "client", _("The client’s wish")
        OTHER = "other", _("Another reason")
        ERASED = "erased", _("The client deleted the account")

    OPEN = (State.REQUESTED, State.ACTIVE, State.PAUSED)

    # Empty once the client has deleted the account: what was counted stays, without them.
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="counseling_relationships",
        verbose_name=_("client"),
        editable=False,
    )
    team = models.ForeignKey(Team, models.PROTECT, related_name="counseling_relationships", verbose_name=_("team"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.REQUESTED, editable=False)
    wish = models.TextField(_("what you would like help with"), max_length=1000, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    started_at = models.DateTimeField(_("began at"), null=True, editable=False)
    paused_at = models.DateTimeField(_("paused at"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    # Kept beside the notes it is counted from, so that long lists can be ordered and filtered by it.
    last_contact_on = models.DateField(_("last contact"), null=True, editable=False)
    end_reason = models.CharField(_("why it ended"), max_length=10, choices=EndReason, blank=True)

    objects = RelationshipQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("counseling relationship")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["client", "team"],
                condition=Q(state__in=["requested", "active", "paused"]),
                name="relationship_open_once_a_client_and_team",
                violation_error_message=_("You and this team have begun already."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, end_reason="") | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="relationship_ends_with_a_day_and_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_at__isnull=False) | (~Q(state="ended") & Q(ended_at__isnull=True)),
                name="relationship_has_an_end_if_it_ended",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["requested", "declined", "ended"]) | Q(started_at__isnull=False),
                name="relationship_goes_on_since_a_day",
            ),
            models.CheckConstraint(
                condition=Q(started_at__isnull=True) | Q(started_at__gte=F("asked_at")),
                name="relationship_begins_after_it_was_asked_for",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state"], name="relationship_of_a_team"),
            models.Index(fields=["last_contact_on"], name="relationship_last_contact"),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.client or _('someone who left')}"

    def get_absolute_url(self) -> str:
        """The counselor's page of the client."""
        return reverse("clients:detail", args=[self.pk])

    @property
    def is_active(self) -> bool:
        """Whether consents hold."""
        return self.state == self.State.ACTIVE

    @property
    def is_paused(self) -> bool:
        """Whether everything is closed for a while."""
        return self.state == self.State.PAUSED

    @property
    def is_requested(self) -> bool:
        """Whether nobody of the team has answered yet."""
        return self.state == self.State.REQUESTED

    @property
    def is_open(self) -> bool:
        """Whether it can still go on."""
        return self.state in self.OPEN


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments by name."""

    def open(self) -> Self:
        """Those that hold."""
        return self.filter(ended_at__isnull=True)

    def of_members(self) -> Self:
        """Those of counselors who are in the team today."""
        memberships = TeamMembership.objects.open().filter(
            user=OuterRef("counselor"), team=OuterRef("relationship__team")
        )
        return self.filter(Exists(memberships))


class Assignment(models.Model):
    """The time in which one counselor is there for one client."""

    relationship = models.ForeignKey(
        CounselingRelationship, models.CASCADE, related_name="assignments", verbose_name=_("relationship")
    )
    counselor = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="counseling_assignments", verbose_name=_("counselor")
    )
    started_at = models.DateTimeField(_("from"))
    ended_at = models.DateTimeField(_("until"), null=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["started_at", "pk"]
        verbose_name = _("assignment")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "counselor"],
                condition=Q(ended_at__isnull=True),
                name="assignment_open_once_a_counselor",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="assignment_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["counselor", "ended_at"], name="assignment_of_a_counselor")]

    def __str__(self) -> str:
        return f"{self.counselor or '?'}, {self.started_at:%d %b %Y}"
