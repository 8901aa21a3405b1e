"""Notices to a person, and which kinds they want where."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.notices import Kind

# A mail that could not be sent for this long would be old news.
MAIL_WITHIN = timedelta(days=3)


class NotificationQuerySet(models.QuerySet["Notification"]):
    """Notices by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those to one person."""
        return self.filter(user=user)

    def shown(self) -> Self:
        """Those that belong on the person's page."""
        return self.filter(in_app=True)

    def unread(self) -> Self:
        """Those on the page that the person has not marked as read."""
        return self.shown().filter(read_at__isnull=True)

    def to_mail(self, now: datetime) -> Self:
        """Those whose mail is still to be sent, to people who can sign in and still want it."""
        switched_off = NotificationPreference.objects.filter(
            user=OuterRef("user"), kind=OuterRef("kind"), by_email=False
        )
        return self.filter(
            ~Exists(switched_off),
            by_email=True,
            emailed_at__isnull=True,
            made_at__gt=now - MAIL_WITHIN,
            user__is_active=True,
        )


class Notification(models.Model):
    """Something a person should know, told once: `key` names the event, so telling it again changes nothing."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=40, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"), max_length=2000, blank=True)
    link = models.CharField(_("link"), max_length=300, blank=True, help_text=_("A path of this site, such as /my/."))
    key = models.CharField(_("key"), max_length=150)
    made_at = models.DateTimeField(_("made at"))
    in_app = models.BooleanField(_("on the page"), default=True)
    by_email = models.BooleanField(_("by e-mail"), default=False)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    emailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("notice")
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once_a_person_and_event"),
            models.CheckConstraint(
                # Two slashes would lead to another site.
                condition=Q(link="") | (Q(link__startswith="/") & ~Q(link__startswith="//")),
                name="notice_link_stays_here",
                violation_error_message=_("The link must be a path of this site, such as /my/."),
            ),
        ]
        indexes = [models.Index(fields=["user", "read_at"], name="notice_unread")]

    def __str__(self) -> str:
        return self.title

    def mark_read(self, *, at: datetime) -> None:
        """The person has seen it; the first time counts."""
        if self.read_at is None:
            self.read_at = at
            self.save(update_fields=["read_at"])


class NotificationPreferenceQuerySet(models.QuerySet["NotificationPreference"]):
    """Switches by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(user=user)


class NotificationPreference(models.Model):
    """Where a person wants one kind of notice. No row means both: on the page and by e-mail."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notification_preferences", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=40, choices=Kind)
    in_app = models.BooleanField(_("on the page"), default=True)
    by_email = models.BooleanField(_("by e-mail"), default=True)

    objects = NotificationPreferenceQuerySet.as_manager()

    class Meta:
        ordering = ["kind"]
        verbose_name = _("notice switch")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="switch_once_a_person_and_kind")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
