"""Documents: a resume or a cover letter, through all its versions."""

from typing import Literal, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guides.models import Occupation, Role


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def resumes(self) -> Self:
        """Resumes alone."""
        return self.filter(kind=Document.Kind.RESUME)


class Document(models.Model):
    """A resume or a cover letter. What it says is in its versions."""

    class Kind(models.TextChoices):
        """What it is."""

        RESUME = "resume", _("Resume")
        LETTER = "cover-letter", _("Cover letter")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="documents", verbose_name=_("person"), editable=False
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.RESUME)
    title = models.CharField(_("what you call it"), max_length=120)
    role = models.ForeignKey(
        Role,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("role it is for"),
        help_text=_("The review looks for what this work asks for."),
    )
    occupation = models.ForeignKey(
        Occupation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("occupation it is for"),
        help_text=_("For work that has no guide, where its profile was imported."),
    )
    resume = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("resume that goes with it"),
        help_text=_("The two are checked together: what contradicts, what is only repeated."),
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("document")
        constraints = [
            models.CheckConstraint(
                condition=Q(role__isnull=True) | Q(occupation__isnull=True),
                name="document_is_for_one_job",
                violation_error_message=_("Choose a job from the list, or write another one: not both."),
            ),
            models.CheckConstraint(
                condition=Q(resume__isnull=True) | Q(kind="cover-letter"),
                name="document_only_a_letter_has_a_resume",
                violation_error_message=_("Only a cover letter goes with a resume."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page with its newest version."""
        return reverse("resumes:detail", args=[self.pk])

    @property
    def job(self) -> Role | Occupation | None:
        """The work that it is for."""
        return self.role or self.occupation

    @property
    def engine_kind(self) -> Literal["resume", "cover-letter"]:
        """What it is, by the engine's names."""
        return "cover-letter" if self.is_letter else "resume"

    @property
    def is_letter(self) -> bool:
        """Whether it is a cover letter."""
        return self.kind == self.Kind.LETTER


class FindingAnswer(models.Model):
    """What the writer said to a finding; it holds for later versions too, where the same words stand."""

    class Answer(models.TextChoices):
        """What they said."""

        FIXED = "fixed", _("Fixed")
        NOT_FOR_ME = "not-for-me", _("Not for me")

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="answers", verbose_name=_("document"), editable=False
    )
    # `Finding.key` of the engine: the rule and the words, not the place.
    key = models.CharField(_("finding"), max_length=200, editable=False)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    made_at = models.DateTimeField(_("made at"), auto_now=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("answer to a finding")
        constraints = [models.UniqueConstraint(fields=["document", "key"], name="finding_answer_once_a_document")]

    def __str__(self) -> str:
        return f"{self.key}: {self.answer}"
