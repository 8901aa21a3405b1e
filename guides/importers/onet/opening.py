"""Finds the files of a release where it lies: in a folder, or in the .zip file as downloaded."""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guides.importers.files import DataFile, files_at, reading
from guides.importers.onet.layout import KNOWN, READ_ME
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused

# The largest file that we read has about 6 MB; each is read at once.
LARGEST = 32 * 1024 * 1024
_NAMES = {name.casefold(): name for name in (*KNOWN, READ_ME)}
_OTHER_EDITIONS = {".csv": "CSV", ".xlsx": "Excel", ".json": "JSON", ".sql": "SQL"}
_NAMED = re.compile(r"^(?P<path>.+)@(?P<version>\d{1,3}(?:\.\d{1,3})+)$")


def _plain(stem: str) -> str:
    """The name of a file without what editions change: “11_job_zones” is “job zones”."""
    return " ".join(re.findall(r"[a-z]+", stem.lower()))


_SUBJECTS = {_plain(Path(name).stem) for name in KNOWN}


@dataclass(frozen=True)
class OpenedPath:
    """A folder or a .zip file, the files in it that we use, and how many others it holds."""

    name: str
    files: dict[str, DataFile]
    others: int
    said: str = ""  # the version that was written behind the path


def open_path(text: str) -> OpenedPath:
    """Open a path as it was typed; `folder@29.0` says which release a folder without a Read Me is."""
    try:
        named = None if Path(text).exists() else _NAMED.match(text)
        path, said = (named["path"], named["version"]) if named else (text, "")
        found = files_at([path])
    except (OSError, ValueError) as error:
        raise refused(text, _("This cannot be read: %(why)s."), why=error) from error
    return _opened(Path(path).resolve().name, found, said)


def _opened(name: str, found: Iterable[DataFile], said: str) -> OpenedPath:
    files: dict[str, DataFile] = {}
    others: list[str] = []
    for file in found:
        official = _NAMES.get(file.name.casefold())
        if official is None:
            others.append(file.name)
        elif official in files:
            raise refused(f"{name}/{official}", _("This file is there twice. Leave one release in the path."))
        else:
            files[official] = dataclasses.replace(file, name=official)
    if not files.keys() & KNOWN.keys():
        raise _nothing_known(name, others)
    return OpenedPath(name, files, len(others), said)


def _nothing_known(name: str, others: list[str]) -> Exception:
    """What to say of a path without a single file that we use."""
    for other in map(Path, others):
        edition = _OTHER_EDITIONS.get(other.suffix.lower())
        if edition and _plain(other.stem) in _SUBJECTS:
            text = _("This is the %(edition)s edition. Download the text edition, whose name ends in _text.zip.")
            return refused(name, text, edition=edition)
    return refused(name, _("This holds no file of the O*NET text release, such as Occupation Data.txt."))


def read_bytes(file: DataFile) -> bytes:
    """All of a file; what a packed file says of its own size is not believed."""
    with reading(file.where), file.opener() as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        text = _("This file is larger than %(most)d MB: none of a release is.")
        raise refused(file.where, text, most=LARGEST >> 20)
    return data
