"""A person's wish that their account be erased, and the days in which they can take it back."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ErasureRequestQuerySet(models.QuerySet["ErasureRequest"]):
    """Wishes by name."""

    def open(self) -> Self:
        """Those neither taken back nor done."""
        return self.filter(cancelled_at__isnull=True, done_at__isnull=True, user__isnull=False)

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(user=user)

    def due(self, now: datetime) -> Self:
        """Open ones whose days are over."""
        return self.open().filter(due_at__lte=now)


class ErasureRequest(models.Model):
    """Asked for, and then either taken back or carried out. What stays afterwards names nobody."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="erasure_requests",
        verbose_name=_("person"),
    )
    asked_at = models.DateTimeField(_("asked at"))
    due_at = models.DateTimeField(_("to be erased at"))
    cancelled_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    done_at = models.DateTimeField(_("erased at"), null=True, blank=True)

    objects = ErasureRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("wish to be erased")
        verbose_name_plural = _("wishes to be erased")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(cancelled_at__isnull=True, done_at__isnull=True),
                name="erasure_open_once_a_person",
                violation_error_message=_("This account is to be erased already."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(done_at__isnull=True),
                name="erasure_taken_back_or_done",
                violation_error_message=_("An erasure is either taken back or done."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%d %b %Y}"

    def cancel(self, *, at: datetime) -> None:
        """The person keeps the account."""
        self.cancelled_at = at
        self.save(update_fields=["cancelled_at"])
