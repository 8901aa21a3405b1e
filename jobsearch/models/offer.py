"""What an employer offers."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobsearch.models.application import Application
from jobsearch.models.posting import Posting


class OfferQuerySet(models.QuerySet["Offer"]):
    """Offers by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(application__owner=user)

    def waiting(self) -> Self:
        """Those that a person has not answered."""
        return self.filter(application__stage=Application.Stage.OFFER)

    def to_answer(self) -> Self:
        """Those with a last day for the answer, the nearest first."""
        return self.waiting().filter(answer_by_on__isnull=False).order_by("answer_by_on", "pk")


class Offer(models.Model):
    """The terms of one offer, as far as they are known; what is empty is still to be asked."""

    class Paid(models.TextChoices):
        """Whether the employer pays for something."""

        YES = "yes", _("Yes")
        PARTLY = "partly", _("In part")
        NO = "no", _("No")

    application = models.OneToOneField(
        Application, models.CASCADE, related_name="offer", verbose_name=_("application"), editable=False
    )
    pay = models.DecimalField(
        _("pay"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    pay_per = models.CharField(_("for"), max_length=5, choices=Posting.Per, default=Posting.Per.HOUR)
    hours_a_week = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    shift = models.CharField(_("shift and weekends"), max_length=160, blank=True)
    setting = models.CharField(_("setting"), max_length=120, blank=True)
    commute_minutes = models.PositiveSmallIntegerField(
        _("minutes to get there"), null=True, blank=True, validators=[MaxValueValidator(600)]
    )
    ce_paid = models.CharField(_("continuing education paid"), max_length=6, choices=Paid, blank=True)
    certification_paid = models.CharField(_("certification paid"), max_length=6, choices=Paid, blank=True)
    benefits = models.TextField(_("benefits"), max_length=2000, blank=True)
    growth = models.TextField(_("room to grow"), max_length=2000, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    answer_by_on = models.DateField(_("answer by"), null=True, blank=True)
    notes = models.TextField(_("notes"), max_length=4000, blank=True)
    # For talking about pay; both are for the same time as the pay that is offered.
    ask_pay = models.DecimalField(
        _("what I ask for"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    least_pay = models.DecimalField(
        _("the least I would take"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    reasons = models.CharField(_("what I bring"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("offer")
        constraints = [
            models.CheckConstraint(
                condition=Q(ask_pay__isnull=True) | Q(least_pay__isnull=True) | Q(least_pay__lte=F("ask_pay")),
                name="offer_least_pay_up_to_ask",
                violation_error_message=_("The least you would take is above what you ask for. Swap them."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.application)

    def get_absolute_url(self) -> str:
        """Its page; an offer goes by the number of its application."""
        return reverse("offers:detail", args=[self.application_id])


class OfferQuestionQuerySet(models.QuerySet["OfferQuestion"]):
    """Questions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(offer__application__owner=user)

    def own(self) -> Self:
        """Those that a person wrote themselves."""
        return self.filter(key="")


class OfferQuestion(models.Model):
    """A question to ask before answering an offer: one of one's own, or one of the list that was asked."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="questions", verbose_name=_("offer"), editable=False)
    # Questions of the list carry its key; those of one's own carry none.
    key = models.CharField(_("key"), max_length=40, blank=True, editable=False)
    text = models.CharField(_("question"), max_length=200)
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    answer = models.CharField(_("what they said"), max_length=1000, blank=True)

    objects = OfferQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("question")
        constraints = [
            models.UniqueConstraint(fields=["offer", "key"], condition=~Q(key=""), name="offer_question_once_a_key")
        ]

    def __str__(self) -> str:
        return self.text
