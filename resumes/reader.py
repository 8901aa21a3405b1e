"""The cage: strangers' files are read by a helper process that forks one limited child for each file.

The web worker keeps one helper. It has the readers imported and knows no secrets. For every file it forks a child that
may use so much memory and time, write no file, and leaves nothing behind; a crash ends the child alone. The module
imports nothing of Django, because the helper serves from it, too.
"""

import gc
import json
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from resumes.review.carrying import from_plain, to_plain
from resumes.review.document import ReadDocument
from resumes.review.reading import guard
from resumes.review.reading.refusals import refusal
from resumes.review.troubles import UnreadableError

ROOT = Path(__file__).resolve().parent.parent
# How long a request waits for its turn, and for an answer beyond the child's own limit.
_PATIENCE = 15.0
_GRACE = 3.0
_LARGEST_ANSWER = 16 * 1024 * 1024
_LENGTH = struct.Struct(">I")
_CHUNK = 65536


@dataclass(frozen=True)
class Limits:
    """What a child may use."""

    memory: int = 600 * 1024 * 1024
    cpu_seconds: int = 8
    wall_seconds: float = 12.0


Read = Callable[[bytes, str], ReadDocument]
_USUAL = Limits()
# With -I neither the folder nor the environment says where modules come from.
_SERVE = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from resumes.reader import serve; serve()"


def read_caged(data: bytes, name: str) -> ReadDocument:
    """Read the file in the cage; raises `UnreadableError` whatever happens to the child."""
    guard.check_size(data)
    return _cage.read(data, name)


def start() -> None:
    """Start the helper of this process before the first file comes."""
    _cage.start()


class Cage:
    """One helper, used by one thread at a time."""

    def __init__(
        self, command: Sequence[str] = (sys.executable, "-I", "-c", _SERVE), *, patience: float = _PATIENCE
    ) -> None:
        self._command = command
        self._patience = patience
        self._lock = threading.Lock()
        self._helper: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def start(self) -> None:
        """Start the helper unless it runs."""
        with self._lock:
            self._running()

    def read(self, data: bytes, name: str) -> ReadDocument:
        """One file."""
        if not self._lock.acquire(timeout=self._patience):
            raise refusal("busy")
        try:
            answer = json.loads(self._ask(_framed(name.encode("utf-8", "replace")) + _framed(data)))
        finally:
            self._lock.release()
        if "code" in answer:
            raise UnreadableError(answer["code"], answer["message"])
        return from_plain(answer)

    def stop(self) -> None:
        """End the helper."""
        with self._lock:
            self._end()

    def _ask(self, request: bytes) -> bytes:
        """Send a request; a helper that was gone already is replaced, one that goes meanwhile is not asked again."""
        for _ in range(2):
            requests, answers = self._running()
            try:
                requests.write(request)
                requests.flush()
            except OSError:
                self._end()
                continue
            answer = _received(answers.fileno(), time.monotonic() + Limits.wall_seconds + _GRACE)
            if answer is not None:
                return answer
            self._end()
            break
        raise refusal("died")

    def _running(self) -> tuple[IO[bytes], IO[bytes]]:
        """The pipes to the helper of this process; one that was started before a fork belongs to another."""
        if self._helper is None or self._owner != os.getpid() or self._helper.poll() is not None:
            self._owner = os.getpid()
            self._helper = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={"PATH": os.environ.get("PATH", os.defpath), "OPENBLAS_NUM_THREADS": "1"},
                cwd=ROOT,
                # Ctrl-C is for the server; the helper leaves when the worker has left.
                start_new_session=True,
            )
        if self._helper.stdin is None or self._helper.stdout is None:
            raise refusal("died")
        return self._helper.stdin, self._helper.stdout

    def _end(self) -> None:
        if self._helper and self._owner == os.getpid():
            self._helper.kill()
            self._helper.communicate()
        self._helper = None


_cage = Cage()


# ---- what goes through the pipes


def _framed(data: bytes) -> bytes:
    return _LENGTH.pack(len(data)) + data


def _received(handle: int, until: float) -> bytes | None:
    """A framed answer; None where the helper went or keeps silent."""
    head = _exactly(handle, _LENGTH.size, until)
    return _exactly(handle, _LENGTH.unpack(head)[0], until) if head else None


def _has_something(handle: int, until: float) -> bool:
    """Wait for bytes, or for the end of the pipe. Other than `select.select`, `poll` knows handles beyond 1024."""
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    return bool(poll.poll(max(0.0, until - time.monotonic()) * 1000))


def _exactly(handle: int, length: int, until: float) -> bytes | None:
    parts = bytearray()
    while len(parts) < length:
        part = os.read(handle, min(length - len(parts), _CHUNK)) if _has_something(handle, until) else b""
        if not part:
            return None
        parts += part
    return bytes(parts)


# ---- the helper's side


def serve(read: Read | None = None, limits: Limits = _USUAL) -> None:
    """Answer requests until the web worker is gone."""
    read = read or _imported_reader()
    # What the children share with the helper is not copied because the collector looks at it.
    gc.collect()
    gc.freeze()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while (name := _next(requests)) is not None and (data := _next(requests)) is not None:
        answers.write(_framed(_read_in_child(read, data, name.decode(), limits)))
        answers.flush()


def _imported_reader() -> Read:
    from resumes.review import reading  # noqa: PLC0415 -- with its libraries, in the helper only

    reading.warm()
    return reading.read


def _next(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_LENGTH.size)
    return pipe.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else None


def _read_in_child(read: Read, data: bytes, name: str, limits: Limits) -> bytes:
    """Fork, wait, and answer for a child that cannot answer itself."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receive)
            _bind(limits)
            _write(send, _answer(read, data, name))
        finally:
            os._exit(0)
    os.close(send)
    answer, is_late = _gather(receive, time.monotonic() + limits.wall_seconds)
    os.close(receive)
    if is_late:
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if is_late or status or not answer:
        has_ended_late = is_late or (os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGALRM})
        return _trouble(refusal("time" if has_ended_late else "died"))
    return answer


def _gather(handle: int, until: float) -> tuple[bytes, bool]:
    """Everything that the child writes, and whether it took too long."""
    parts = bytearray()
    while len(parts) <= _LARGEST_ANSWER:
        if not _has_something(handle, until):
            return b"", True
        part = os.read(handle, _CHUNK)
        if not part:
            return bytes(parts), False
        parts += part
    return b"", True


def _bind(limits: Limits) -> None:
    """Bounds for this process. A system that does not know one of them goes without it."""
    gc.disable()
    for what, bounds in (
        (resource.RLIMIT_AS, (limits.memory, limits.memory)),
        # A soft limit below the hard one, so that the end can be told from a crash.
        (resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1)),
        (resource.RLIMIT_FSIZE, (0, 0)),
        (resource.RLIMIT_CORE, (0, 0)),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, bounds)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # Should the helper be killed, the child does not outlive its time.
    signal.alarm(int(limits.wall_seconds) + 1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1):
        # No library may read the next request, or write into an answer.
        os.dup2(nothing, handle)


def _answer(read: Read, data: bytes, name: str) -> bytes:
    try:
        return json.dumps(to_plain(read(data, name))).encode()
    except UnreadableError as trouble:
        return _trouble(trouble)
    except MemoryError:
        return _trouble(refusal("memory"))
    except Exception:  # noqa: BLE001 -- whatever a library raises, the person gets a sentence
        return _trouble(refusal("damaged"))


def _trouble(error: UnreadableError) -> bytes:
    return json.dumps({"code": error.code, "message": error.message}).encode()


def _write(handle: int, answer: bytes) -> None:
    while answer:
        answer = answer[os.write(handle, answer) :]
    os.close(handle)
