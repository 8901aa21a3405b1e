"""Versions: what a document said at one time, never changed afterwards."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobsearch.models import Application, Posting
from resumes.models.document import Document
from resumes.review.carrying import from_plain, to_plain
from resumes.review.document import ReadDocument

# Troubles of a moment and of a busy machine: the same file may be read well the next time.
PASSING_TROUBLES = frozenset({"busy", "time", "died"})


class VersionQuerySet(models.QuerySet["Version"]):
    """Versions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(document__owner=user)

    def readable(self) -> Self:
        """Those whose text is known."""
        return self.filter(read_at__isnull=False, trouble_code="")

    def to_hold_against(self, posting: Posting) -> Self:
        """Of each resume the newest one, and the newest one that was tailored to the ad; these come first."""
        same = Version.objects.readable().filter(document=OuterRef("document")).order_by("-number").values("pk")
        newest = Q(pk=Subquery(same[:1])) | Q(pk=Subquery(same.filter(posting=posting)[:1]))
        chosen = self.readable().filter(newest, document__kind=Document.Kind.RESUME)
        is_tailored = Case(When(posting=posting, then=0), default=1, output_field=models.IntegerField())
        return chosen.order_by(is_tailored, "-made_at", "-pk")


class Version(models.Model):
    """One version. A file is kept before it is read; what could not be read says why."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="versions", verbose_name=_("document"), editable=False
    )
    number = models.PositiveIntegerField(_("number"), editable=False)
    posting = models.ForeignKey(
        Posting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="versions",
        verbose_name=_("tailored to"),
        editable=False,
    )
    made_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="+", verbose_name=_("made from"), editable=False
    )
    # Where it came from: "upload", "paste", "edit", "restore", "import", "draft".
    origin = models.CharField(_("origin"), max_length=10, editable=False)
    note = models.CharField(_("what changed"), max_length=200, blank=True)

    file = models.FileField(_("file"), upload_to="documents/%Y/%m/", blank=True, editable=False)
    file_name = models.CharField(_("file name"), max_length=120, blank=True, editable=False)
    media_type = models.CharField(_("media type"), max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), default=0, editable=False)

    # The normalized text, and its lines and layout as `resumes.review.carrying` writes them.
    text = models.TextField(_("text"), blank=True, editable=False)
    reading = models.JSONField(_("reading"), default=dict, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, editable=False)
    trouble_code = models.CharField(_("code of the trouble"), max_length=40, blank=True, editable=False)
    trouble = models.CharField(_("trouble"), max_length=400, blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("version")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once_a_document"),
            models.CheckConstraint(condition=Q(trouble_code="") | Q(text=""), name="version_with_trouble_has_no_text"),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"

    def get_absolute_url(self) -> str:
        """The page with its review."""
        return reverse("resumes:version", args=[self.document_id, self.number])

    @property
    def is_readable(self) -> bool:
        """Whether its text is known."""
        return self.read_at is not None and not self.trouble_code

    @property
    def can_be_read_again(self) -> bool:
        """Whether its file is there and the reason why it was not read may be gone."""
        return bool(self.file) and not self.is_readable and self.trouble_code in {"", *PASSING_TROUBLES}

    @property
    def read_document(self) -> ReadDocument:
        """What was read, as the engine takes it."""
        return from_plain({**self.reading, "text": self.text})

    def keep_reading(self, document: ReadDocument, *, at: datetime) -> None:
        """It was read; the text is kept once, beside the rest."""
        plain = to_plain(document)
        self.text, self.reading, self.read_at = plain.pop("text"), plain, at
        self.trouble_code = self.trouble = ""
        self.save(update_fields=["text", "reading", "read_at", "trouble_code", "trouble"])

    def keep_trouble(self, *, code: str, message: str, at: datetime) -> None:
        """The file could not be read; it stays, with the reason."""
        self.trouble_code, self.trouble, self.read_at = code, message, at
        self.save(update_fields=["trouble_code", "trouble", "read_at"])


class SentVersionQuerySet(models.QuerySet["SentVersion"]):
    """Sent versions by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(version__document__owner=user)


class SentVersion(models.Model):
    """The very version that went with an application."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="sent_versions", verbose_name=_("application"), editable=False
    )
    version = models.ForeignKey(Version, models.CASCADE, related_name="sent", verbose_name=_("version"), editable=False)
    sent_on = models.DateField(_("sent on"))

    objects = SentVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_on", "-pk"]
        verbose_name = _("sent version")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "version"],
                name="sent_version_once_an_application",
                violation_error_message=_("This version is recorded for that application already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} ({self.sent_on})"
