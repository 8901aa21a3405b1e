"""Reads a packed folder of content files, in memory and within limits."""

import stat
import zipfile
from typing import IO

from django.utils.translation import gettext as _

from guides.content_files.problems import ContentError, FileProblem, Where

LARGEST_PACKED = 5 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
MOST_FILES = 400
_SUFFIXES = (".yaml", ".md")


def files_packed(file: IO[bytes]) -> dict[str, str]:
    """The texts of a packed folder, by their path inside it; an error says why a file is not taken."""
    file.seek(0, 2)
    if file.tell() > LARGEST_PACKED:
        raise _refused(_("The file is larger than 5 MB. A guide has only texts: leave the rest out."))
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            texts = _texts(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _refused(
            _("This is not a .zip file that can be read: pack the folder again, without a password.")
        ) from error
    return _without_wrapper(texts)


def _refused(message: str, name: str = "") -> ContentError:
    return ContentError([FileProblem(Where(name or _("the packed folder")), message)])


def _texts(archive: zipfile.ZipFile) -> dict[str, str]:
    members = [member for member in archive.infolist() if not (member.is_dir() or _is_litter(member.filename))]
    if len(members) > MOST_FILES:
        raise _refused(_("The folder holds more than 400 files: a guide has fewer."))
    left = LARGEST_UNPACKED
    texts: dict[str, str] = {}
    for member in members:
        _check_member(member)
        if member.filename in texts:
            raise _refused(_("This file stands twice in the packed folder."), member.filename)
        # What a member says of its size may be false: never read more than is left.
        with archive.open(member) as opened:
            data = opened.read(left + 1)
        left -= len(data)
        if left < 0:
            raise _refused(_("The folder holds more than 20 MB of text: a guide has less."))
        texts[member.filename] = _decoded(data, member.filename)
    return texts


def _is_litter(name: str) -> bool:
    """What a desktop adds on its own."""
    parts = name.split("/")
    return "__MACOSX" in parts or parts[-1] in {".DS_Store", "Thumbs.db", "desktop.ini"}


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.filename
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise _refused(_("This path leads out of the folder."), name)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise _refused(_("Links to other files are not taken: put the file itself there."), name)
    if not name.endswith(_SUFFIXES):
        raise _refused(_("Only .yaml and .md files are taken: leave this one out."), name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _refused(_("This file is not text in UTF-8: save it as that."), name) from error


def _without_wrapper(texts: dict[str, str]) -> dict[str, str]:
    """The same files, when the folder itself was packed and not only what is in it."""
    tops = {name.partition("/")[0] for name in texts}
    if len(tops) == 1 and tops.isdisjoint({"roles", "wages"}) and all("/" in name for name in texts):
        return {name.partition("/")[2]: text for name, text in texts.items()}
    return texts
