"""What happens with an introduction: it gets its first words, and it counts once it can be said."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from jobsearch.models import Pitch
from jobsearch.models.message import LONGEST_PARTS
from jobsearch.wording import Parts, PitchCheck, check_pitch, draft_pitch
from plans.actions import did
from plans.models import Doing


def begin_pitch(pitch: Pitch, facts: Mapping[str, str]) -> Pitch:
    """Save it with the first words for its listeners; what is known stands in them."""
    parts = draft_pitch(pitch.audience, {"me": pitch.owner.name, **facts}, gettext)
    for name, longest in LONGEST_PARTS.items():
        setattr(pitch, name, getattr(parts, name)[:longest])
    pitch.save()
    return pitch


@transaction.atomic
def keep_pitch(pitch: Pitch, *, on: date) -> None:
    """Save it. It counts as written once there is no blank left in it, and once only."""
    pitch.save()
    if checked_pitch(pitch).is_ready:
        did(pitch.owner, Doing.PITCH_WRITTEN, f"pitch:{pitch.pk}", on=on, title=pitch.title)


def words_of(pitch: Pitch) -> str:
    """What is said: the writer's own wording, or what the parts make."""
    return pitch.text or parts_of(pitch).text()


def parts_of(pitch: Pitch) -> Parts:
    """Its parts, as the engine takes them."""
    return Parts(pitch.who, pitch.proof, pitch.seeking, pitch.question)


def checked_pitch(pitch: Pitch) -> PitchCheck:
    """What is to be said about the introduction as it stands."""
    return check_pitch(words_of(pitch), pitch.audience)
