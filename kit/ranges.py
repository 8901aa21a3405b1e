"""Files that are played in a page: whole, or the part that a player asks for when someone jumps."""

import re
from typing import IO

from django.core.files.storage import Storage
from django.http import Http404, HttpRequest, HttpResponse

_PARTIAL, _NOT_THERE = 206, 416
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def played_file(request: HttpRequest, storage: Storage, stored: str, *, media_type: str) -> HttpResponse:
    """The file for a player of our own pages, kept by no browser; 404 where it is gone.

    It is opened through its storage, so a part of an encrypted file is a part of what was encrypted.
    """
    try:
        with storage.open(stored, "rb") as file:
            response = _answer(request, file, file.size)
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Type"] = media_type
    response["Content-Disposition"] = "inline"
    response["Accept-Ranges"] = "bytes"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; media-src 'self'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _answer(request: HttpRequest, file: IO[bytes], size: int) -> HttpResponse:
    wanted = wanted_part(request.headers.get("Range", ""), size)
    # No answer of ours carries a mark that `If-Range` could name, so a file that it names is another one.
    if wanted is None or "If-Range" in request.headers:
        return HttpResponse(file.read())
    if not wanted:
        return HttpResponse(status=_NOT_THERE, headers={"Content-Range": f"bytes */{size}"})
    file.seek(wanted.start)
    where = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    return HttpResponse(file.read(len(wanted)), status=_PARTIAL, headers={"Content-Range": where})


def wanted_part(header: str, size: int) -> range | None:
    """The places that a `Range` header asks for: nothing in an empty range, all where it asks for no one part."""
    found = _RANGE.fullmatch(header.strip())
    if not found or header.strip() == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    start, end = int(first), min(int(last or size), size - 1)
    if last and int(last) < start:
        return None
    return range(start, end + 1)
