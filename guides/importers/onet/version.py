"""Which release a path holds."""

import re
from dataclasses import dataclass

from guides.importers.onet.layout import READ_ME
from guides.importers.onet.opening import OpenedPath
from guides.importers.onet.table import decoded
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused

_IN_READ_ME = re.compile(r"O\*NET\W{0,3}\s*(\d{1,3}(?:\.\d{1,3})+)", re.IGNORECASE)
_RELEASED = re.compile(r"^\s*([A-Z][a-z]{2,8} \d{4}) Release\b")
# Such as db_29_3_text.zip, or a folder called onet_29_0.
_IN_NAME = re.compile(r"(?:^|[^0-9])(\d{2})[_.](\d{1,2})(?![0-9])")


@dataclass(frozen=True)
class Edition:
    """A release by its number and, where its Read Me says so, its month."""

    version: str
    released: str = ""

    @property
    def order(self) -> tuple[int, ...]:
        """The number, so that 30.10 comes after 30.3."""
        return tuple(int(part) for part in self.version.split("."))


def edition_of(path: OpenedPath) -> Edition:
    """The Read Me decides, then what was written behind the path, then its name."""
    read = _from_read_me(path)
    if read and path.said and read.version != path.said:
        text = _("Its Read Me says release %(read)s, and you wrote %(said)s.")
        raise refused(path.name, text, read=read.version, said=path.said)
    if read or path.said:
        return read or Edition(path.said)
    named = _IN_NAME.search(path.name)
    if named:
        return Edition(f"{named[1]}.{named[2]}")
    text = _("Nothing says which release this is. Write it behind the path, as in “%(example)s”.")
    raise refused(path.name, text, example=f"{path.name}@29.0")


def _from_read_me(path: OpenedPath) -> Edition | None:
    file = path.files.get(READ_ME)
    if file is None:
        return None
    lines = decoded(file).splitlines()[:10]
    version = next((found[1] for line in lines if (found := _IN_READ_ME.search(line))), "")
    released = next((found[1] for line in lines if (found := _RELEASED.search(line))), "")
    return Edition(version, released) if version else None
