"""Opens a release where it lies: a folder, or the .zip file as downloaded. Nothing is ever unpacked to disk."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from guides.importers.onet.layout import KNOWN, READ_ME
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused

LARGEST_ZIP = 200 * 1024 * 1024
# The largest file that we read has about 6 MB.
LARGEST_FILE = 32 * 1024 * 1024
MOST_ENTRIES = 1_000
_NAMES = {name.casefold(): name for name in (*KNOWN, READ_ME)}
_OTHER_EDITIONS = {".csv": "CSV", ".xlsx": "Excel", ".json": "JSON", ".sql": "SQL"}
_VERSION = r"\d{1,3}(?:\.\d{1,3})+"
_NAMED = re.compile(rf"^(?P<path>.+)@(?P<version>{_VERSION})$")
_DAMAGED = _("This is not a .zip file that can be read, or only a part of one. Download it again.")


@dataclass(frozen=True)
class DataFile:
    """One file of a release under its official name; its bytes are read when they are asked for."""

    name: str
    where: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class OpenedPath:
    """A folder or a .zip file, the files in it that we use, and how many others it holds."""

    name: str
    files: dict[str, DataFile]
    others: int
    said: str = ""  # the version that was written behind the path


def open_path(text: str) -> OpenedPath:
    """Open a path as it was typed; `folder@29.0` says which release a folder without a Read Me is."""
    named = _NAMED.match(text)
    path, said = (Path(named["path"]), named["version"]) if named and not Path(text).exists() else (Path(text), "")
    try:
        if not path.exists():
            raise refused(str(path), _("There is no such folder or file."))
        if path.suffix.lower() in _OTHER_EDITIONS:
            raise _other_edition(path.name, path.suffix)
        found = _in_folder(path) if path.is_dir() else _in_zip(path)
    except (OSError, ValueError) as error:
        raise refused(text, _("This cannot be read: %(why)s."), why=error) from error
    return _opened(path.name or str(path), found, said)


def _in_folder(path: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """The files of a folder, or of the folders in it when there are none."""
    entries = sorted(path.iterdir())
    files = [entry for entry in entries if entry.is_file()]
    if not any(file.name.casefold() in _NAMES for file in files):
        files += [file for entry in entries if entry.is_dir() for file in sorted(entry.iterdir()) if file.is_file()]
    return [(file.name, partial(_read_file, file)) for file in files]


def _read_file(path: Path) -> bytes:
    where = f"{path.parent.name}/{path.name}"
    try:
        with path.open("rb") as opened:
            return _limited(opened.read(LARGEST_FILE + 1), where)
    except OSError as error:
        raise refused(where, _("This cannot be read: %(why)s."), why=error) from error


def _in_zip(path: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """The files of a .zip file, wherever in it they lie; where their names would lead to does not matter."""
    if path.stat().st_size > LARGEST_ZIP:
        raise refused(path.name, _("This file is larger than %(most)d MB: no text release is."), most=LARGEST_ZIP >> 20)
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError) as error:
        raise refused(path.name, _DAMAGED) from error
    if len(members) > MOST_ENTRIES:
        raise refused(
            path.name, _("This file holds more than %(most)d files: no text release does."), most=MOST_ENTRIES
        )
    return [(_last(member), partial(_read_member, path, member)) for member in members]


def _last(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).name


def _read_member(path: Path, member: zipfile.ZipInfo) -> bytes:
    where = f"{path.name}/{_last(member)}"
    try:
        # What a member says of its size may be false: never read more than the limit.
        with zipfile.ZipFile(path) as archive, archive.open(member) as opened:
            return _limited(opened.read(LARGEST_FILE + 1), where)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise refused(where, _DAMAGED) from error


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST_FILE:
        raise refused(name, _("This file is larger than %(most)d MB: none of a release is."), most=LARGEST_FILE >> 20)
    return data


def _opened(name: str, found: Iterable[tuple[str, Callable[[], bytes]]], said: str) -> OpenedPath:
    files: dict[str, DataFile] = {}
    others: list[str] = []
    for given, read in found:
        official = _NAMES.get(given.casefold())
        if official is None:
            others.append(given)
        elif official in files:
            raise refused(f"{name}/{official}", _("This file is there twice. Leave one release in the path."))
        else:
            files[official] = DataFile(official, f"{name}/{official}", read)
    if not files.keys() & KNOWN.keys():
        raise _nothing_known(name, others)
    return OpenedPath(name, files, len(others), said)


def _nothing_known(name: str, others: list[str]) -> Exception:
    """What to say of a path without a single file that we use."""
    suffixes = {Path(other).suffix.lower() for other in others} & _OTHER_EDITIONS.keys()
    if suffixes:
        return _other_edition(name, min(suffixes))
    return refused(name, _("This holds no file of the O*NET text release, such as Occupation Data.txt."))


def _other_edition(name: str, suffix: str) -> Exception:
    edition = _OTHER_EDITIONS[suffix.lower()]
    said = _("This is the %(edition)s edition. Download the text edition, whose name ends in _text.zip.")
    return refused(name, said, edition=edition)
