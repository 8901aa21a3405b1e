"""What happens to one item, given its digests in the file, in the database, and as last loaded."""

from enum import Enum, auto


class Outcome(Enum):
    """What becomes of an item."""

    NEW = auto()  # only the file has it: make the row
    SAME = auto()  # file and row agree
    TAKE = auto()  # the file changed, the row did not: change the row
    KEEP = auto()  # an editor changed the row, the file did not: let it stand
    BOTH = auto()  # both changed: the editor's stands, and it is told
    FOREIGN = auto()  # an editor made it, and now a file has it too: the editor's stands, and it is told
    IMPORTED = auto()  # an import of official data brought other figures: they stand
    DELETED = auto()  # an editor deleted the row: it stays deleted
    DELETED_AND_CHANGED = auto()  # and the file changed since: it is told
    FROZEN = auto()  # the file changed a row that may not change any more: it stays, and it is told
    REMOVE = auto()  # gone from the files, untouched in the database: delete the row
    GONE_BUT_EDITED = auto()  # gone from the files, but an editor changed the row: it stands, and it is told once
    FORGET = auto()  # gone from both

    @property
    def keeps_loaded(self) -> bool:
        """Whether the digest as last loaded stays what it was."""
        return self in {Outcome.BOTH, Outcome.FOREIGN, Outcome.DELETED_AND_CHANGED, Outcome.FROZEN}


def decide(*, file: str | None, row: str | None, loaded: str | None) -> Outcome:
    """The outcome for one item; nothing stands for “not there”."""
    if file is None:
        return _gone(row, loaded)
    if row is None:
        return _without_row(file, loaded)
    if row == file:
        return Outcome.SAME
    if loaded is None:
        return Outcome.FOREIGN
    if row == loaded:
        return Outcome.TAKE
    return Outcome.KEEP if file == loaded else Outcome.BOTH


def _without_row(file: str, loaded: str | None) -> Outcome:
    if loaded is None:
        return Outcome.NEW
    return Outcome.DELETED if file == loaded else Outcome.DELETED_AND_CHANGED


def _gone(row: str | None, loaded: str | None) -> Outcome:
    if row is None or loaded is None:
        return Outcome.FORGET
    return Outcome.REMOVE if row == loaded else Outcome.GONE_BUT_EDITED
