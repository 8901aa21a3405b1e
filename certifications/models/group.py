"""Study groups: people heading for the same exam, who see of each other what each one shares."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guides.models import Credential, State


class StudyGroupQuerySet(models.QuerySet["StudyGroup"]):
    """Groups by name."""

    def open(self) -> Self:
        """Those that still take people."""
        return self.filter(closed_at__isnull=True)

    def with_member(self, user: models.Model) -> Self:
        """Those that a person is in."""
        return self.filter(members__user=user, members__left_at__isnull=True)

    def visible_to(self, user: models.Model) -> Self:
        """Open ones, and closed ones for those who are in them."""
        inside = self.model.objects.with_member(user).values("pk")
        return self.filter(Q(closed_at__isnull=True) | Q(pk__in=inside))

    def counted(self) -> Self:
        """Each with the number of people in it, as `size`; the latest first."""
        size = models.Count("members", filter=Q(members__left_at__isnull=True))
        return self.annotate(size=size).order_by("-made_at", "-pk")


class StudyGroup(models.Model):
    """A group for one credential, perhaps of one state, with a month in mind."""

    credential = models.ForeignKey(
        Credential, models.CASCADE, related_name="study_groups", verbose_name=_("credential")
    )
    state = models.ForeignKey(State, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("state"))
    name = models.CharField(_("name"), max_length=80)
    about = models.TextField(_("when and how you meet"), max_length=800, blank=True)
    exam_month = models.DateField(_("exam month"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("begun by"),
        editable=False,
    )
    made_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)

    objects = StudyGroupQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("study group")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("study:group", args=[self.pk])

    @property
    def is_closed(self) -> bool:
        """Whether it takes nobody any more."""
        return self.closed_at is not None

    def close(self, *, at: datetime) -> None:
        """It takes nobody any more; who is in it still sees it. The first time counts."""
        if self.closed_at is None:
            self.closed_at = at
            self.save(update_fields=["closed_at"])

    def hand_to(self, user: models.Model) -> None:
        """Someone else looks after it from now on."""
        self.made_by_id = user.pk
        self.save(update_fields=["made_by"])


class GroupMemberQuerySet(models.QuerySet["GroupMember"]):
    """Members by name."""

    def present(self) -> Self:
        """Those who have not left."""
        return self.filter(left_at__isnull=True)


class GroupMember(models.Model):
    """One person in a group, the name they go by there, and what they let the others see."""

    group = models.ForeignKey(StudyGroup, models.CASCADE, related_name="members", verbose_name=_("group"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_groups", verbose_name=_("person")
    )
    name = models.CharField(_("name in the group"), max_length=40)
    shares_date = models.BooleanField(_("my exam date"), default=False)
    shares_progress = models.BooleanField(_("how much of my plan is done"), default=False)
    shares_email = models.BooleanField(_("my e-mail address"), default=False)
    joined_at = models.DateTimeField(_("joined at"), auto_now_add=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True, editable=False)

    objects = GroupMemberQuerySet.as_manager()

    class Meta:
        ordering = ["joined_at"]
        verbose_name = _("member of a study group")
        verbose_name_plural = _("members of study groups")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"], condition=Q(left_at__isnull=True), name="member_once_a_group"
            )
        ]

    def __str__(self) -> str:
        return self.name
