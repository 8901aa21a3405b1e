"""Write, finish and amend notes. What is final is only added to."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.actions import notify, record
from accounts.models import User
from accounts.notices import Kind
from caseloads.actions.relating import named
from caseloads.models import NoteRevision, ServiceNote

State = ServiceNote.State


class NoteMovedError(Exception):
    """The note is not as it was on the page; the reason is a sentence, and `note` is how it stands."""

    def __init__(self, words: str, note: ServiceNote) -> None:
        super().__init__(words)
        self.note = note


@transaction.atomic
def save_draft(note: ServiceNote, *, seen: str, now: datetime) -> ServiceNote:
    """Keep the draft as it is in `note`; refused where it was saved in another window since `seen`, or is final."""
    if note._state.adding:
        note.made_at = note.saved_at = now
        note.save()
        return note
    there = ServiceNote.objects.select_for_update().get(pk=note.pk)
    if not there.is_draft:
        raise NoteMovedError(_("This note was finished in another window. Amend it there."), there)
    if seen != there.version:
        raise NoteMovedError(_("This note was changed in another window since. Below are both."), there)
    note.saved_at = now
    note.save(update_fields=["kind", "contact_on", "audience", "draft", "saved_at"])
    return note


@transaction.atomic
def finish(note: ServiceNote, *, seen: str, now: datetime) -> ServiceNote:
    """The draft becomes final: from now on it is amended, never rewritten."""
    kept = save_draft(note, seen=seen, now=now)
    text = kept.draft
    kept.state, kept.finished_at, kept.draft = State.FINAL, now, ""
    kept.save(update_fields=["state", "finished_at", "draft"])
    NoteRevision.objects.create(note=kept, number=1, text=text, made_at=now)
    _count_contact(kept)
    _written(kept, "note finished", kept.author)
    _tell_client(kept, _("%(name)s shares a note with you"), number=1)
    return kept


@transaction.atomic
def amend(note: ServiceNote, *, text: str, reason: str, audience: str, seen: int, now: datetime) -> NoteRevision:
    """Add what it says from now on. `seen` is the revision that was amended: a newer one refuses."""
    there = ServiceNote.objects.select_for_update().get(pk=note.pk)
    newest = there.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    if not there.is_final:
        raise NoteMovedError(_("Only a final note is amended."), there)
    if seen != newest:
        raise NoteMovedError(_("This note was amended in another window since. Below are both."), there)
    title = _("%(name)s amended a note that you read")
    if audience in there.wider() and audience != there.audience:
        title = _("%(name)s shares a note with you")
        there.audience = audience
        there.save(update_fields=["audience"])
    made = NoteRevision.objects.create(note=there, number=newest + 1, text=text, reason=reason, made_at=now)
    _written(there, "note amended", there.author)
    _tell_client(there, title, number=made.number)
    return made


@transaction.atomic
def mark_wrong(note: ServiceNote, *, by: User, reason: str, now: datetime) -> None:
    """It was entered in error: a stub with author, day and reason stays."""
    there = ServiceNote.objects.select_for_update().get(pk=note.pk)
    if not there.is_final:
        raise NoteMovedError(_("Only a final note can be marked so."), there)
    there.state, there.wrong_at, there.wrong_by, there.wrong_reason = State.ERROR, now, by, reason
    there.save(update_fields=["state", "wrong_at", "wrong_by", "wrong_reason"])
    _count_contact(there)
    _written(there, "note entered in error", by)


def _count_contact(note: ServiceNote) -> None:
    relationship = note.relationship
    relationship.last_contact_on = relationship.notes.latest_contact()
    relationship.save(update_fields=["last_contact_on"])


def _written(note: ServiceNote, action: str, actor: User | None) -> None:
    record(
        actor=actor,
        action=action,
        subject=note,
        person=note.relationship.client,
        detail={"audience": note.audience, "kind": note.kind},
    )


def _tell_client(note: ServiceNote, title: str, *, number: int) -> None:
    client = note.relationship.client
    if client and note.audience == ServiceNote.Audience.SHARED:
        notify(
            client,
            kind=Kind.CASEWORK,
            title=title % {"name": named(note.author)},
            link=f"{reverse('sharing:notes')}#n{note.pk}",
            key=f"case:{note.relationship_id}:note:{note.pk}:{number}",
        )
