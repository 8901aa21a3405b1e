"""Where people's files lie: private, and encrypted where the operator sets a key."""

from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

# Stands before what was encrypted, so that files from before a key was set can still be read.
_MARK = b"CGF1\n"


class PrivateStorage(FileSystemStorage):
    """Files on the disk, outside every address of the site.

    With keys, what is written is encrypted under the first, and what is read may have been encrypted under any: a new
    key is put first, and the old ones stay until no file needs them.
    """

    def __init__(self, *args: Any, keys: list[str] | None = None, **kwargs: Any) -> None:
        # Only their owner, the server, may read them.
        kwargs.setdefault("file_permissions_mode", 0o600)
        kwargs.setdefault("directory_permissions_mode", 0o700)
        super().__init__(*args, **kwargs)
        self._box = MultiFernet([_key(key) for key in keys]) if keys else None

    def _save(self, name: str, content: File[Any]) -> str:
        if self._box is None:
            return str(super()._save(name, content))  # type: ignore[misc]
        content.seek(0)
        data = content.read()
        sealed = self._box.encrypt(data if isinstance(data, bytes) else data.encode())
        return str(super()._save(name, ContentFile(_MARK + sealed)))  # type: ignore[misc]

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        file: File[Any] = super()._open(name, mode)  # type: ignore[misc]
        if file.read(len(_MARK)) != _MARK:
            file.seek(0)
            return file
        with file:
            sealed = file.read()
        if self._box is None:
            raise ImproperlyConfigured("This file is encrypted: set CAREERGUIDE_FILE_KEYS to the keys of this site.")
        try:
            return ContentFile(self._box.decrypt(sealed), name=name)
        except InvalidToken as error:
            raise ImproperlyConfigured("None of CAREERGUIDE_FILE_KEYS opens this file.") from error


def _key(text: str) -> Fernet:
    try:
        return Fernet(text)
    except ValueError as error:
        raise ImproperlyConfigured(
            "CAREERGUIDE_FILE_KEYS holds keys of 32 bytes in URL-safe base64, with commas between; make one with "
            "“manage.py make_file_key”."
        ) from error
