"""Which version of a rule governs a cycle: the one in force on its last day, and never a guess."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """Anything in force from a day, until a day or further notice."""

    @property
    def in_force_from(self) -> date:
        """The first day."""

    @property
    def in_force_until(self) -> date | None:
        """The last day, if there is one."""


Version = TypeVar("Version", bound=Dated)


class NoVersionError(LookupError):
    """No version is in force on the day."""

    def __init__(self, day: date) -> None:
        self.day = day
        super().__init__(f"No version of the rule is in force on {day:%-d %B %Y}.")


class TwoVersionsError(LookupError):
    """Several versions claim the day."""

    def __init__(self, day: date, versions: Iterable[Dated]) -> None:
        self.day = day
        self.versions = tuple(versions)
        super().__init__(f"{len(self.versions)} versions of the rule are in force on {day:%-d %B %Y}.")


def in_force(version: Dated, day: date) -> bool:
    """Whether the version governs the day; its first and its last day belong to it."""
    return version.in_force_from <= day and (version.in_force_until is None or day <= version.in_force_until)


def version_for(versions: Iterable[Version], ends_on: date) -> Version:
    """The one version that governs a cycle which ends on the day."""
    found = [version for version in versions if in_force(version, ends_on)]
    if not found:
        raise NoVersionError(ends_on)
    if len(found) > 1:
        raise TwoVersionsError(ends_on, found)
    return found[0]
