"""What to suggest for one interview: the questions of its role first, then those for anyone, without what is chosen."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from guides.models import Role
from interviews.preparing.asking.by_role import BY_ROLE
from interviews.preparing.asking.general import GENERAL

# More than one can ask.
ENOUGH: Final = 5


@dataclass(frozen=True)
class Suggestion:
    """One question, with the key by which it is chosen."""

    key: str
    text: Promise


@dataclass(frozen=True)
class Group:
    """Suggestions about one thing."""

    title: str
    suggestions: tuple[Suggestion, ...]


def suggestions(role: Role | None) -> dict[str, Suggestion]:
    """All of them by key, those of the role first."""
    return {suggestion.key: suggestion for group in _groups(role) for suggestion in group.suggestions}


def groups_for(role: Role | None, *, chosen: Collection[str]) -> list[Group]:
    """The groups to choose from; what was chosen is left out, and so is a group that has nothing left."""
    left = (
        Group(group.title, tuple(one for one in group.suggestions if str(one.text) not in chosen))
        for group in _groups(role)
    )
    return [group for group in left if group.suggestions]


def _groups(role: Role | None) -> list[Group]:
    general = [
        Group(str(title), tuple(Suggestion(f"g{place}-{number}", text) for number, text in enumerate(texts)))
        for place, (title, texts) in enumerate(GENERAL)
    ]
    own = BY_ROLE.get(role.slug, ()) if role else ()
    if not own or role is None:
        return general
    title = _("For this job: %(role)s") % {"role": role.title}
    return [Group(title, tuple(Suggestion(f"r-{number}", text) for number, text in enumerate(own))), *general]
