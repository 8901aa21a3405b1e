"""Things to remember, and how well a person does."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.models import Source


class DrugName(models.Model):
    """A drug's generic and brand names, as cards to learn."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    generic = models.CharField(_("generic name"), max_length=80)
    brand = models.CharField(_("brand names"), max_length=120)
    drug_class = models.CharField(_("class"), max_length=120, blank=True)
    used_for = models.CharField(_("used for"), max_length=160, blank=True)
    note = models.CharField(_("worth knowing"), max_length=200, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="drug_names", verbose_name=_("source"))

    class Meta:
        ordering = ["generic"]
        verbose_name = _("drug name")

    def __str__(self) -> str:
        return self.generic


class CardQuerySet(models.QuerySet["Card"]):
    """Cards by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def due(self, now: datetime) -> Self:
        """Those to be seen again by now."""
        return self.filter(due_at__lte=now)


class Card(models.Model):
    """How well one person remembers one thing, as the fsrs scheduler keeps it."""

    class Kind(models.TextChoices):
        """What is on the card."""

        QUESTION = "question", _("Practice question")
        TERM = "term", _("Word of the trade")
        DRUG = "drug", _("Drug name")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_cards", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    key = models.SlugField(_("key"), max_length=60, help_text=_("Slug of the question, the term or the drug."))
    state = models.JSONField(_("memory"), default=dict)
    due_at = models.DateTimeField(_("due at"))

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("study card")
        constraints = [models.UniqueConstraint(fields=["owner", "kind", "key"], name="card_once_a_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
