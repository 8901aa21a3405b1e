"""What was done that someone may have to answer for. Written once and kept: the database refuses anything else."""

from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnlyError(Exception):
    """An entry of the record cannot be changed or taken out."""


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    """Entries by name; they can be read, not changed."""

    def by(self, user: models.Model) -> Self:
        """What one person did."""
        return self.filter(actor=user)

    def about(self, user: models.Model) -> Self:
        """What was done with one person's records, and which of them were opened."""
        return self.filter(person=user)

    def update(self, **fields: Any) -> NoReturn:  # noqa: ARG002
        """Refused."""
        raise AppendOnlyError("The record is only added to.")

    def delete(self) -> NoReturn:
        """Refused."""
        raise AppendOnlyError("The record is only added to.")


class AuditEvent(models.Model):
    """One entry. `subject` names a thing by kind and number ("person 12"), never by a person's name or address."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="audit_events",
        verbose_name=_("who"),
    )
    action = models.CharField(_("what"), max_length=60)
    subject = models.CharField(_("to what"), max_length=200)
    # Whose records they were, so that the person can read who opened or changed them.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("about whom"),
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    at = models.DateTimeField(_("when"))
    detail = models.JSONField(_("detail"), default=dict, blank=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("entry of the record")
        verbose_name_plural = _("record of actions")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["person", "-at"], name="audit_about_a_person")]

    def __str__(self) -> str:
        return f"{self.action}: {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Added once; a second save is refused."""
        if not self._state.adding:
            raise AppendOnlyError("The record is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        """Refused."""
        raise AppendOnlyError("The record is only added to.")
