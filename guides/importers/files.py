"""Finds the files of an official release where they lie: single files, folders, .zip and .gz as downloaded."""

import gzip
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath, PurePosixPath
from typing import IO

from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused

LARGEST_FILE = 2 * 1024**3
MOST_FILES = 500
_KEPT_IN_MEMORY = 32 * 1024**2
_CHUNK = 1024**2
_DAMAGED = _("This file is damaged, or only a part of one. Download it again.")
_Opener = Callable[[], IO[bytes]]


@contextmanager
def reading(where: str) -> Iterator[None]:
    """Tell trouble with the bytes of a file as a problem of this file."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, NotImplementedError, RuntimeError) as error:
        raise refused(where, _DAMAGED) from error
    except OSError as error:
        raise refused(where, _("This cannot be read: %(why)s."), why=error) from error


@dataclass(frozen=True)
class DataFile:
    """One file: its own name, where it lies in words, and the way to its bytes."""

    name: str
    where: str
    opener: _Opener

    @contextmanager
    def open_whole(self) -> Iterator[IO[bytes]]:
        """Its bytes in any order, for readers that jump; what a packed file says of its own size is not believed."""
        with tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as whole:
            with reading(self.where), self.opener() as stream:
                size = 0
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > LARGEST_FILE:
                        raise self.too_large()
                    whole.write(chunk)
            whole.seek(0)
            yield whole

    def too_large(self) -> Exception:
        """The error for a file that has no end in sight."""
        return refused(
            self.where, _("This file is larger than %(most)d MB: none of a release is."), most=LARGEST_FILE >> 20
        )


def files_at(paths: Sequence[str]) -> list[DataFile]:
    """Every file at the paths; folders are looked into, and .zip files, which are never unpacked to disk."""
    found = [file for path in paths for file in _files_at(path)]
    if len(found) > MOST_FILES:
        raise refused(
            paths[0], _("There are more than %(most)d files here. Name the files to import."), most=MOST_FILES
        )
    return found


def _files_at(text: str) -> Iterator[DataFile]:
    path = Path(text)
    if text and path.is_dir():
        for entry in sorted(path.rglob("*")):
            if entry.is_file() and not _is_left_behind(entry.relative_to(path)):
                yield from _unpacked(entry, f"{path.resolve().name}/{entry.relative_to(path)}")
    elif path.is_file():
        yield from _unpacked(path, path.name)
    else:
        raise refused(text or "“”", _("There is no such folder or file."))


def _unpacked(path: Path, where: str) -> Iterator[DataFile]:
    suffix = path.suffix.lower()
    if suffix == ".zip":
        yield from _in_zip(path, where)
    elif suffix == ".gz":
        yield DataFile(path.stem, where, partial(_open_packed, path))
    else:
        yield DataFile(path.name, where, partial(_open_plain, path))


def _open_plain(path: Path) -> IO[bytes]:
    return path.open("rb")


def _open_packed(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb")  # type: ignore[return-value]  # a GzipFile reads like a file


def _in_zip(path: Path, where: str) -> Iterator[DataFile]:
    """The files of a .zip file under their last names; where their paths would lead to does not matter."""
    with reading(where), zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
    for member in members[: MOST_FILES + 1]:
        # Some programs write paths with the other stroke.
        inside = PurePosixPath(member.filename.replace("\\", "/"))
        if not _is_left_behind(inside):
            yield DataFile(inside.name, f"{where}/{inside.name}", partial(_open_member, path, member))


def _is_left_behind(inside: PurePath) -> bool:
    """Whether a system or a program put the file there for itself, and not who published the release."""
    return inside.name.startswith((".", "~$")) or "__MACOSX" in inside.parts


def _open_member(path: Path, member: zipfile.ZipInfo) -> IO[bytes]:
    archive = zipfile.ZipFile(path)
    stream = archive.open(member)
    # The archive itself may go: the stream keeps the file open until it is closed.
    archive.close()
    return stream
