"""Which version of a rule counts the hours for a credential, or why none can."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certifications.holding.governing import Governing, Rulebook
from certifications.models import HeldCredential
from certifications.renewal.entries import ReadingError
from certifications.renewal.reading import read_rule
from certifications.renewal.versions import NoVersionError, TwoVersionsError, version_for


class Trouble(StrEnum):
    """Why hours cannot be counted. All but the first are for an editor to mend."""

    NO_RULE = "no-rule"
    NO_VERSION = "no-version"
    TWO_VERSIONS = "two-versions"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Ruling:
    """The version that governs, or the trouble in its place."""

    governing: Governing | None = None
    trouble: Trouble | None = None

    @property
    def is_broken(self) -> bool:
        """Whether an editor has something to mend."""
        return self.trouble not in {None, Trouble.NO_RULE}


def ruling_on(book: Rulebook, held: HeldCredential, day: date) -> Ruling:
    """The version in force on the day in the nearest rule that has any; never a guess between two."""
    versions = book.nearest(held)
    if not versions:
        return Ruling(trouble=Trouble.NO_RULE)
    try:
        version = version_for(versions, day)
        return Ruling(Governing(version, read_rule(version.body)))
    except NoVersionError:
        return Ruling(trouble=Trouble.NO_VERSION)
    except TwoVersionsError:
        return Ruling(trouble=Trouble.TWO_VERSIONS)
    except ReadingError:
        return Ruling(trouble=Trouble.UNREADABLE)
