"""Renewal rules: what must be done to keep a credential, in dated versions that never change once published."""

from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guides.models import Confidence, Credential, Role, Source, State


class FrozenVersionError(Exception):
    """A published version was to be changed; the message says what to do instead."""


class RenewalRuleQuerySet(models.QuerySet["RenewalRule"]):
    """Rules by name."""

    def for_the_same(self, rule: "RenewalRule") -> Self:
        """Those for the same credential, or for the same role in the same state."""
        if rule.credential_id:
            return self.filter(credential=rule.credential_id)
        return self.filter(credential=None, role=rule.role_id, state=rule.state_id)


class RenewalRule(models.Model):
    """Whose rule it is: an issuer's for a credential, or a state's for a role."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=160)
    credential = models.ForeignKey(
        Credential, models.CASCADE, null=True, blank=True, related_name="renewal_rules", verbose_name=_("credential")
    )
    role = models.ForeignKey(
        Role, models.CASCADE, null=True, blank=True, related_name="renewal_rules", verbose_name=_("role")
    )
    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="renewal_rules", verbose_name=_("state")
    )

    objects = RenewalRuleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("renewal rule")
        constraints = [
            models.CheckConstraint(
                condition=Q(credential__isnull=False) | (Q(role__isnull=False) & Q(state__isnull=False)),
                name="renewal_rule_is_for_something",
                violation_error_message=_("Choose a credential, or a role and a state."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RenewalRuleVersionQuerySet(models.QuerySet["RenewalRuleVersion"]):
    """Versions by name."""

    def published(self) -> Self:
        """Those that count."""
        return self.filter(published_at__isnull=False)

    def for_the_same(self, rule: RenewalRule) -> Self:
        """Those of every rule for the same credential, or the same role in the same state."""
        return self.filter(rule__in=RenewalRule.objects.for_the_same(rule))

    def drafts(self) -> Self:
        """Those that do not count yet."""
        return self.filter(published_at__isnull=True)

    def due_by(self, day: date) -> Self:
        """Those that should be checked again by then."""
        return self.filter(review_by__lte=day)

    def in_force_on(self, day: date) -> Self:
        """Published ones that govern the day."""
        return self.published().filter(
            Q(in_force_until__isnull=True) | Q(in_force_until__gte=day), in_force_from__lte=day
        )


class RenewalRuleVersion(models.Model):
    """One version of a rule, as the engine reads it. A published one is frozen: a change is a new version."""

    class Anchor(models.TextChoices):
        """What the cycles are counted from."""

        EARNED = "earned", _("The day it was earned")
        END_OF_MONTH = "end-of-month", _("The end of the month it was earned in")
        FIXED = "fixed", _("A fixed day every year")
        FIXED_ODD = "fixed-odd", _("A fixed day in odd years")
        FIXED_EVEN = "fixed-even", _("A fixed day in even years")
        BIRTH_MONTH = "birth-month", _("The end of the month of birth")

    # A rule with versions stays, and so does what it is for: filed renewals rest on it.
    rule = models.ForeignKey(RenewalRule, models.PROTECT, related_name="versions", verbose_name=_("rule"))
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    in_force_from = models.DateField(_("in force from"))
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)
    body = models.JSONField(_("rule"), default=dict, help_text=_("The rule as `explain_renewal` reads it."))
    anchor = models.CharField(_("counted from"), max_length=12, choices=Anchor, default=Anchor.EARNED)
    anchor_month = models.PositiveSmallIntegerField(_("fixed month"), null=True, blank=True)
    anchor_day = models.PositiveSmallIntegerField(_("fixed day"), null=True, blank=True)
    renewal_fee = models.DecimalField(_("renewal fee, $"), max_digits=8, decimal_places=2, null=True, blank=True)
    late_fee = models.DecimalField(_("late fee, $"), max_digits=8, decimal_places=2, null=True, blank=True)
    reinstatement_fee = models.DecimalField(
        _("reinstatement fee, $"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    summary = models.TextField(_("in plain words"), max_length=1500, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="renewal_rules", verbose_name=_("source")
    )
    source_words = models.CharField(_("where in the source"), max_length=300, blank=True)
    as_of = models.CharField(_("source dates from"), max_length=60, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    review_by = models.DateField(_("review by"), null=True, blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
        editable=False,
    )

    objects = RenewalRuleVersionQuerySet.as_manager()

    class Meta:
        ordering = ["rule", "-in_force_from"]
        verbose_name = _("version of a renewal rule")
        verbose_name_plural = _("versions of renewal rules")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "number"],
                name="rule_version_number_once",
                violation_error_message=_("This rule has a version with that number."),
            ),
            models.CheckConstraint(
                condition=Q(in_force_until__isnull=True) | Q(in_force_until__gte=F("in_force_from")),
                name="rule_version_ends_after_it_begins",
                violation_error_message=_("The last day in force must not come before the first."),
            ),
            models.CheckConstraint(
                condition=~Q(anchor__startswith="fixed")
                | (Q(anchor_month__range=(1, 12)) & Q(anchor_day__range=(1, 31))),
                name="rule_version_fixed_day_is_given",
                violation_error_message=_("Give the fixed month and day."),
            ),
        ]

    def __str__(self) -> str:
        return _("%(rule)s, version %(number)s") % {"rule": self.rule, "number": self.number}

    @property
    def is_published(self) -> bool:
        """Whether people's hours are counted by it; then it is frozen."""
        return self.published_at is not None

    def publish(self, *, by: models.Model | None, at: datetime) -> None:
        """Let it count from now on, and never change again."""
        if self.is_published:
            raise FrozenVersionError(_("This version is published already."))
        self.published_at = at
        self.published_by_id = by.pk if by is not None else None
        self.save(update_fields=["published_at", "published_by"])

    def end(self, *, on: date) -> None:
        """Say on which day it was in force for the last time; that can be said once."""
        if self.in_force_until is not None:
            raise FrozenVersionError(_("This version has ended already."))
        self.in_force_until = on
        self.save(update_fields=["in_force_until"])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a draft; what people's hours were counted by stays."""
        if self.is_published:
            raise FrozenVersionError(_("A published version stays: end it, and publish the next one."))
        return super().delete(*args, **kwargs)
