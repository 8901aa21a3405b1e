"""Roles: the jobs that guides are written about."""

import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.words import not_reserved


class WrongStatusError(Exception):
    """The guide cannot go from where it is to where it was sent."""


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles by name."""

    def published(self, now: datetime) -> Self:
        """Guides that readers may see: published, or scheduled for a moment that has come."""
        return self.filter(Q(status=Role.Status.PUBLISHED) | Q(status=Role.Status.SCHEDULED, publish_at__lte=now))

    def scheduled(self) -> Self:
        """Guides that come out, or came out, by themselves at a moment."""
        return self.filter(status=Role.Status.SCHEDULED)

    def due_for_publication(self, now: datetime) -> Self:
        """Scheduled guides whose moment has come."""
        return self.filter(status=Role.Status.SCHEDULED, publish_at__lte=now)


class Role(models.Model):
    """A job as people speak of it; its sections make up the guide."""

    class Status(models.TextChoices):
        """How far the guide is on its way to readers."""

        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("In review")
        SCHEDULED = "scheduled", _("Scheduled")
        PUBLISHED = "published", _("Published")

    slug = models.SlugField(
        _("slug"),
        max_length=60,
        unique=True,
        validators=[not_reserved],
        help_text=_("The last part of the guide's address, such as pharmacy-technician. Links break when it changes."),
        error_messages={"unique": _("Another role has this slug. Choose another, or edit that role.")},
    )
    title = models.CharField(_("title"), max_length=80)
    plural = models.CharField(_("plural"), max_length=80)
    lead = models.CharField(
        _("lead"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences under the title: what this person does."),
    )
    onet_soc = models.CharField(
        _("O*NET-SOC code"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^\d\d-\d{4}\.\d\d$", _("Use the form 29-2052.00."))],
        help_text=_("Joins the role to occupation data. The first seven characters find its pay and outlook."),
    )
    way_in = models.CharField(
        _("usual way in"), max_length=80, blank=True, help_text=_("In a few words: “Diploma, then learn at work”.")
    )
    art = models.SlugField(
        _("illustration"), max_length=40, blank=True, help_text=_("Name of a drawing in the site's art file.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    published_at = models.DateTimeField(_("first published at"), null=True, blank=True, editable=False)

    objects = RoleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "title"]
        verbose_name = _("role")
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="scheduled") | Q(publish_at__isnull=False),
                name="role_scheduled_has_a_moment",
                violation_error_message=_("Give the day and hour at which the guide is to be published."),
            ),
        ]

    NEXT = {
        Status.DRAFT: {Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED},
        Status.REVIEW: {Status.DRAFT, Status.SCHEDULED, Status.PUBLISHED},
        Status.SCHEDULED: {Status.DRAFT, Status.REVIEW, Status.PUBLISHED},
        Status.PUBLISHED: {Status.DRAFT},
    }

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The guide's address."""
        return reverse("guides:detail", args=[self.slug])

    @property
    def soc(self) -> str:
        """The SOC code that wage and outlook tables use, such as 29-2052; empty when unknown."""
        return self.onet_soc[:7]

    def is_public(self, now: datetime) -> bool:
        """Whether readers may see the guide at that moment."""
        if self.status == self.Status.SCHEDULED:
            return self.publish_at is not None and self.publish_at <= now
        return self.status == self.Status.PUBLISHED

    def move_to(self, status: Status, *, at: datetime) -> None:
        """Take the guide to another status, or say why it cannot go there."""
        if status not in self.NEXT[self.Status(self.status)]:
            raise WrongStatusError(
                _("A guide that is %(now)s cannot become %(next)s.")
                % {"now": self.get_status_display().lower(), "next": self.Status(status).label.lower()}
            )
        if status == self.Status.SCHEDULED and (self.publish_at is None or self.publish_at <= at):
            raise WrongStatusError(_("Give a moment that is still to come, then schedule the guide."))
        self.status = status
        if status == self.Status.PUBLISHED and self.published_at is None:
            self.published_at = at
        self.save(update_fields=["status", "published_at"])


class RoleTitle(models.Model):
    """Another name that people search the role by."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="titles", verbose_name=_("role"))
    title = models.CharField(_("title"), max_length=120)
    is_shown = models.BooleanField(
        _("shown under the title"),
        default=False,
        help_text=_("Readers see “also called …”. Leave it off for words that are only searched."),
    )

    class Meta:
        ordering = ["-is_shown", "title"]
        verbose_name = _("other title")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "title"],
                name="role_title_once_a_role",
                violation_error_message=_("This title is in the list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class RelatedRole(models.Model):
    """A job next door, and why someone might look at it."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="related", verbose_name=_("role"))
    title = models.CharField(_("title"), max_length=80)
    soc = models.CharField(
        _("SOC code"), max_length=7, blank=True, help_text=_("Such as 29-2055; shows the middle pay.")
    )
    why = models.CharField(_("why"), max_length=200)
    target = models.ForeignKey(
        Role,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="related_from",
        verbose_name=_("guide"),
        help_text=_("Linked once that guide is published."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "title"]
        verbose_name = _("related role")

    def __str__(self) -> str:
        return self.title


def _new_token() -> str:
    return secrets.token_urlsafe(24)


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """Preview links by name."""

    def open(self, now: datetime) -> Self:
        """Links that still open the draft."""
        return self.filter(expires_at__gt=now, revoked_at__isnull=True)


class PreviewLink(models.Model):
    """Opens one unpublished guide to whoever holds the link, until it ends or is taken back."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="preview_links", verbose_name=_("role"))
    token = models.CharField(_("token"), max_length=64, unique=True, default=_new_token, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("ends at"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("preview link")

    def __str__(self) -> str:
        return f"{self.role}, until {self.expires_at:%d %b %Y}"
