"""Keep what is being written, put its parts together, and skip: an older page never overwrites a newer text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from interviews.actions.finishing import finish_if_through
from interviews.models import Answer, Story
from interviews.models.answer import LONGEST
from interviews.parts import merged


class DraftError(Exception):
    """The draft cannot be kept as it was sent. `answer` is how it stands; `seen` the save that its person now sees."""

    def __init__(self, answer: Answer, words: str, *, seen: str | None = None) -> None:
        super().__init__(words)
        self.answer, self.seen = answer, seen


class StaleDraftError(DraftError):
    """The answer was changed on another page since this one was opened."""


class GivenAlreadyError(DraftError):
    """The answer was handed in, and stays as it is."""


class NothingSaidError(DraftError):
    """There are no words to give feedback on."""


class TwoTextsError(DraftError):
    """There are words in the answer and in the boxes, and nobody said how they go together."""


class TooLongError(DraftError):
    """Put together it would be longer than an answer may be."""


@dataclass(frozen=True)
class Draft:
    """What someone has written so far. `seen` is the save that their page showed."""

    text: str
    parts: Mapping[str, str] = field(default_factory=dict)
    seen: str = ""
    is_spoken: bool = False
    duration_s: int | None = None


@transaction.atomic
def save_draft(answer: Answer, draft: Draft, *, now: datetime) -> Answer:
    """Keep the draft. What was saved elsewhere in the meantime is not overwritten unseen."""
    kept = locked(answer)
    is_same = (kept.text, kept.parts) == (draft.text, draft.parts)
    if is_same and (kept.is_spoken, kept.duration_s) == (draft.is_spoken, draft.duration_s):
        return kept
    if kept.is_given:
        raise GivenAlreadyError(kept, _("This answer was handed in already and stays as it is. You can try it again."))
    if not is_same and kept.version != draft.seen:
        words = _("This answer was changed on another page of yours. What you typed here is not saved yet.")
        raise StaleDraftError(kept, words, seen=kept.version)
    kept.text, kept.parts, kept.saved_at = draft.text, dict(draft.parts), now
    kept.is_spoken, kept.duration_s = draft.is_spoken, draft.duration_s
    kept.started_at = kept.started_at or now
    if draft.text or draft.parts:
        kept.skipped_at = None
    kept.save()
    return kept


def put_together(answer: Answer, draft: Draft, *, now: datetime) -> Answer:
    """Move what stands in the boxes to the end of the answer."""
    kept = save_draft(answer, draft, now=now)
    text = "\n\n".join(part for part in (kept.text, merged(kept.kind, kept.parts)) if part)
    return _with_text(kept, text, now=now, parts={})


def tell_story(answer: Answer, draft: Draft, story: Story, *, now: datetime) -> Answer:
    """Put a story from the bank at the end of the answer, and note that it is told."""
    kept = save_draft(answer, draft, now=now)
    kept.story = story
    text = "\n\n".join(part for part in (kept.text, story.text) if part)
    return _with_text(kept, text, now=now, parts=kept.parts)


def _with_text(kept: Answer, text: str, *, now: datetime, parts: Mapping[str, str]) -> Answer:
    if len(text) > LONGEST:
        words = _("Together that is longer than an answer may be. Shorten one of them first; both are kept.")
        raise TooLongError(kept, words, seen=kept.version)
    kept.text, kept.parts, kept.saved_at, kept.skipped_at = text, dict(parts), now, None
    kept.save()
    return kept


@transaction.atomic
def skip(answer: Answer, draft: Draft, *, now: datetime) -> Answer:
    """Go past a question for now; what was written stays."""
    kept = save_draft(answer, draft, now=now)
    kept.skipped_at = now
    kept.save(update_fields=["skipped_at"])
    finish_if_through(kept.session, now=now)
    return kept


def locked(answer: Answer) -> Answer:
    """The answer as it stands, kept from others until the end of the transaction."""
    return Answer.objects.select_for_update(of=("self",)).select_related("session__owner", "question").get(pk=answer.pk)
