"""Speech written down by a program of the operator's choice, started for each recording with its file as argument.

The site brings no such program and no model, and sends nothing anywhere: docs/practice.md says how to set one up.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _

from interviews.audio import MP4, OGG, WEBM
from interviews.models.answer import LONGEST

# Proxies give up on an answer after a minute.
LONGEST_WAIT_S: Final = 50.0
_LARGEST_OUTPUT = 4 * LONGEST
_ENDINGS = {kind.media_type: kind.endings[0] for kind in (WEBM, MP4, OGG)}
_one_at_a_time = threading.Lock()


class NotWrittenError(Exception):
    """There is no text, and the reason is a sentence for the speaker."""


def is_on() -> bool:
    """Whether the operator named a program."""
    return bool(settings.TRANSCRIBE)


def written_down(recording: File[bytes], media_type: str, *, seconds: float = LONGEST_WAIT_S) -> str:
    """What the program hears in the recording. One in each process of the server, for it needs a processor core."""
    if not _one_at_a_time.acquire(blocking=False):
        raise NotWrittenError(_("Another recording is being written down. Try again in a minute."))
    try:
        with tempfile.TemporaryDirectory(prefix="careerguide-speech-") as folder:
            return _heard(Path(folder), recording, _ENDINGS.get(media_type, "bin"), seconds)
    finally:
        _one_at_a_time.release()


def _heard(folder: Path, recording: File[bytes], ending: str, seconds: float) -> str:
    sound, words = folder / f"answer.{ending}", folder / "words.txt"
    with sound.open("xb") as copy, recording.open("rb") as source:
        shutil.copyfileobj(source, copy)
    status = _run([*settings.TRANSCRIBE, str(sound)], folder, words, seconds)
    if status is None:
        raise NotWrittenError(_("That took too long. Write this answer down yourself, or record a shorter one."))
    with words.open("rb") as output:
        text = output.read(_LARGEST_OUTPUT).decode("utf-8", "replace")
    plain = "".join(letter for letter in text if letter.isprintable() or letter in "\n\t").strip()[:LONGEST]
    if status or not plain:
        raise NotWrittenError(_("No words came out of it. Listen whether you can be heard, or write it down yourself."))
    return plain


def _run(command: list[str], folder: Path, words: Path, seconds: float) -> int | None:
    """The program's exit status; None where its time was over. It learns no secret of the site."""
    with words.open("xb") as output:
        try:
            program = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env={name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ} | {"HOME": str(folder)},
                start_new_session=True,
            )
        except OSError as error:
            raise NotWrittenError(
                _(
                    "The program that writes down speech does not start. Write it down yourself, and "
                    "tell whoever runs this site."
                )
            ) from error
        try:
            return program.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(program)


def _end(program: "subprocess.Popen[bytes]") -> None:
    """It and whatever it started: they are a session of their own."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()
