"""The boxes in which an answer may be written part by part, after the skeleton of its type."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.utils.translation import gettext as _

from interviews.feedback.result import Kind
from interviews.feedback.skeletons import SKELETONS, Step


@dataclass(frozen=True)
class Part:
    """One box, in the reader's language."""

    key: str
    name: str
    prompt: str

    @property
    def field(self) -> str:
        """What its field is called."""
        return f"part-{self.key}"


def _key(step: Step) -> str:
    return step.name.lower().replace(" ", "-")


def parts_for(kind: str) -> list[Part]:
    """The parts of an answer to this type of question; those of a story where the type is unknown."""
    steps = SKELETONS.get(cast("Kind", kind), SKELETONS["behavioural"])
    return [Part(_key(step), _(step.name), _(step.prompt)) for step in steps]


def merged(kind: str, parts: Mapping[str, str]) -> str:
    """The boxes one after the other, as one would tell it."""
    keys = [part.key for part in parts_for(kind)]
    # Boxes that this type does not have any more come last: nothing written is lost.
    rest = [key for key in parts if key not in keys]
    return "\n\n".join(text for key in (*keys, *rest) if (text := parts.get(key, "").strip()))
