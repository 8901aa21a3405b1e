"""What counselors write down about their work with a client: a draft, then final; amended, never rewritten."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from caseloads.models.relationship import CounselingRelationship

LONGEST = 20_000


class NoteQuerySet(models.QuerySet["ServiceNote"]):
    """Notes by name. Lists, counts, searches and files of notes all start from one of these words."""

    def readable_by(self, staff: User) -> Self:
        """Those that this person may read now: their own, and what is for the team and no draft any more."""
        visible = CounselingRelationship.objects.visible_to(staff)
        for_team = ~Q(state=ServiceNote.State.DRAFT) & ~Q(audience=ServiceNote.Audience.PRIVATE)
        return self.filter(Q(author=staff) | for_team, relationship__in=visible)

    def written_by(self, staff: User) -> Self:
        """Those that this person wrote, and whose client they still see."""
        return self.filter(author=staff, relationship__in=CounselingRelationship.objects.visible_to(staff))

    def told_to(self, client: models.Model) -> Self:
        """Those that the client reads."""
        return self.final().filter(relationship__client=client, audience=ServiceNote.Audience.SHARED)

    def drafts(self) -> Self:
        """Those still being written."""
        return self.filter(state=ServiceNote.State.DRAFT)

    def final(self) -> Self:
        """Those that stand."""
        return self.filter(state=ServiceNote.State.FINAL)

    def latest_contact(self) -> date | None:
        """The last day on which somebody of the team and the client were in touch."""
        found: date | None = self.final().filter(kind__in=ServiceNote.CONTACTS).aggregate(day=Max("contact_on"))["day"]
        return found


class ServiceNote(models.Model):
    """One note. What it says is in its revisions once it is final."""

    class Kind(models.TextChoices):
        """What it is about."""

        MEETING = "meeting", _("Meeting")
        PHONE = "phone", _("Phone call")
        VIDEO = "video", _("Video call")
        WRITTEN = "written", _("E-mail or message")
        WORKSHOP = "workshop", _("Workshop")
        MISSED = "missed", _("Missed appointment")
        OTHERS = "others", _("Talk with an employer or school")
        FILE = "file", _("Note for the file")

    class Audience(models.TextChoices):
        """Who reads it once it is final."""

        TEAM = "team", _("The team")
        SHARED = "shared", _("The client and the team")
        PRIVATE = "private", _("Only me")

    class State(models.TextChoices):
        """How far it has come."""

        DRAFT = "draft", _("Draft")
        FINAL = "final", _("Final")
        ERROR = "error", _("Entered in error")

    # Kinds in which the client was really in touch.
    CONTACTS = (Kind.MEETING, Kind.PHONE, Kind.VIDEO, Kind.WRITTEN, Kind.WORKSHOP)
    # From narrow to wide: what is final can be opened further, and not taken from who has read it.
    WIDTHS = (Audience.PRIVATE, Audience.TEAM, Audience.SHARED)

    relationship = models.ForeignKey(
        CounselingRelationship, models.PROTECT, related_name="notes", verbose_name=_("relationship"), editable=False
    )
    author = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="service_notes", verbose_name=_("author"), editable=False
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.MEETING)
    contact_on = models.DateField(_("day"))
    audience = models.CharField(_("who can read it"), max_length=7, choices=Audience, default=Audience.TEAM)
    state = models.CharField(_("state"), max_length=5, choices=State, default=State.DRAFT, editable=False)
    # While it is a draft; afterwards its words are in the revisions.
    draft = models.TextField(_("note"), max_length=LONGEST, blank=True)
    made_at = models.DateTimeField(_("made at"))
    saved_at = models.DateTimeField(_("saved at"), editable=False)
    finished_at = models.DateTimeField(_("finished at"), null=True, editable=False)
    wrong_at = models.DateTimeField(_("entered in error since"), null=True, editable=False)
    wrong_reason = models.CharField(_("what is wrong with it"), max_length=300, blank=True, editable=False)
    wrong_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name=_("marked by"), editable=False
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-contact_on", "-pk"]
        verbose_name = _("service note")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", finished_at__isnull=True)
                | (~Q(state="draft") & Q(finished_at__isnull=False)),
                name="note_is_finished_since_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(state="error", wrong_at__isnull=False) | (~Q(state="error") & Q(wrong_at__isnull=True)),
                name="note_is_wrong_since_a_moment",
            ),
            models.CheckConstraint(condition=Q(state="draft") | Q(draft=""), name="note_that_is_final_has_no_draft"),
        ]
        indexes = [models.Index(fields=["relationship", "-contact_on"], name="note_of_a_client")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.contact_on:%d %b %Y}"

    def get_absolute_url(self) -> str:
        """Where its author goes on with it, or where it is read."""
        return reverse("clients:note_edit" if self.is_draft else "clients:note", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.state == self.State.DRAFT

    @property
    def is_final(self) -> bool:
        """Whether it stands."""
        return self.state == self.State.FINAL

    @property
    def is_wrong(self) -> bool:
        """Whether it was entered in error."""
        return self.state == self.State.ERROR

    @property
    def is_private(self) -> bool:
        """Whether its author alone reads it."""
        return self.audience == self.Audience.PRIVATE

    @property
    def version(self) -> str:
        """Which save of the draft this is, so that a page can tell whether it was saved elsewhere since."""
        return self.saved_at.isoformat()

    @property
    def words(self) -> str:
        """What it says now."""
        return next((revision.text for revision in reversed(self.revisions.all())), self.draft)

    def wider(self) -> "list[ServiceNote.Audience]":
        """The audiences that it can still be opened to, its own first."""
        return list(self.WIDTHS[self.WIDTHS.index(self.Audience(self.audience)) :])


class NoteRevision(models.Model):
    """What a note says since then, and why it was amended. Only added to; erasing a person empties the words."""

    note = models.ForeignKey(ServiceNote, models.PROTECT, related_name="revisions", verbose_name=_("note"))
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("note"), max_length=LONGEST)
    reason = models.CharField(_("why it is amended"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        ordering = ["number"]
        verbose_name = _("revision of a note")
        verbose_name_plural = _("revisions of notes")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["note", "number"], name="note_revision_number_once"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason="") | Q(text=""), name="note_is_amended_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.note}, {self.number}"
