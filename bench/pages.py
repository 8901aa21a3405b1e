"""Measure pages against a view that only says hello, on the same server in the same run: `make bench`.

Starts gunicorn by itself on a free port of this machine with the database of `make run`, asks from a few processes over
open connections, and stops. Requests a second depend on the machine; the ratios hardly do. CPU is what the server's
workers used for one request. “After an edit” changes a row before every request, so that nothing kept is good any more.
"""

import multiprocessing
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client

from accounts.models import User
from guides.models import Role, State

ASKERS, SECONDS, ROUNDS, EDITS = 4, 0.4, 12, 60
SLUG = "pharmacy-technician"
GUIDE = f"/guides/{SLUG}/"
TICK = os.sysconf("SC_CLK_TCK")


# ---- the server


@contextmanager
def server() -> Iterator[tuple[int, int]]:
    """The site as `make run` serves it, on a port of its own: port and process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "careerguide.wsgi", "--max-requests", "0"],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), "CAREERGUIDE_BIND": "127.0.0.1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def wait_for(port: int) -> None:
    """Come back when the site answers."""
    for _ in range(150):
        try:
            Asker(port).ask("/hello")
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The site did not start within half a minute. `make run` says why.")


def worker_seconds(master: int) -> float:
    """The CPU time that the server's workers have used."""
    workers = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    stats = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in workers)
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICK


# ---- asking


class Asker:
    """A connection that stays open; reads no more of an answer than it must, to leave the machine to the server."""

    def __init__(self, port: int, headers: str = "") -> None:
        self.port = port
        self.headers = f"Host: localhost:{port}\r\nAccept-Encoding: br, gzip\r\n{headers}\r\n"
        self.socket = self._connect()

    def _connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def ask(self, path: str) -> tuple[int, str]:
        """The status and the head of the answer, whose body is read to its end; like a browser, it connects again."""
        request = f"GET {path} HTTP/1.1\r\n{self.headers}".encode()
        try:
            return self._ask(request)
        except ConnectionError:
            self.socket = self._connect()
            return self._ask(request)

    def _ask(self, request: bytes) -> tuple[int, str]:
        self.socket.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _end, body = data.partition(b"\r\n\r\n")
        text = head.decode("latin-1")
        left = int(header(text, "Content-Length") or 0) - len(body)
        while left > 0:
            left -= len(self._more())
        return int(text.split(" ", 2)[1]), text

    def _more(self) -> bytes:
        if not (data := self.socket.recv(262_144)):
            raise ConnectionResetError("The server closed the connection.")
        return data


def header(head: str, name: str) -> str:
    """One header of an answer."""
    found = (line.partition(": ")[2] for line in head.split("\r\n") if line.lower().startswith(name.lower() + ":"))
    return next(found, "")


def keep_asking(port: int, path: str, headers: str, answers: "multiprocessing.Queue[tuple[int, int]]") -> None:
    """Ask for a moment; hands over how often, and the last status."""
    asker = Asker(port, headers)
    number, status, ends = 0, 0, time.monotonic() + SECONDS
    while time.monotonic() < ends:
        status, _head = asker.ask(path)
        number += 1
    answers.put((number, status))


# ---- measuring


@dataclass
class Measured:
    """One line of the table; the ratio is to the empty view, asked in turns with the page."""

    name: str
    status: int
    rate: float
    cpu: float
    ratio: float | None = None


def steady(name: str, port: int, master: int, path: str, headers: str = "") -> Measured:
    """As many requests as the server takes, in turns with the empty view: a busy machine is busy for both."""
    asker = Asker(port, headers)
    for _ in range(30):
        asker.ask(path)
    page, hello = Turn(port, master, path, headers), Turn(port, master, "/hello", "")
    for _ in range(ROUNDS):
        hello.take()
        page.take()
    ratio = page.rate / hello.rate
    return Measured(name, page.status, page.rate, page.cpu, ratio)


class Turn:
    """What the server did for one address, over all its turns."""

    def __init__(self, port: int, master: int, path: str, headers: str) -> None:
        self.port, self.master, self.path, self.headers = port, master, path, headers
        self.number, self.took, self.used, self.status = 0, 0.0, 0.0, 0

    def take(self) -> None:
        """Ask from several processes for a moment."""
        answers: multiprocessing.Queue[tuple[int, int]] = multiprocessing.Queue()
        given = (self.port, self.path, self.headers, answers)
        askers = [multiprocessing.Process(target=keep_asking, args=given) for _ in range(ASKERS)]
        used = worker_seconds(self.master)
        for each in askers:
            each.start()
        told = [answers.get() for _ in askers]
        for each in askers:
            each.join()
        self.used += worker_seconds(self.master) - used
        self.number += sum(count for count, _status in told)
        self.took += SECONDS
        self.status = told[0][1]

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.number / self.took

    @property
    def cpu(self) -> float:
        """Milliseconds a request."""
        return self.used / self.number * 1000


def one_by_one(
    name: str, port: int, master: int, paths: list[str], *, before: Callable[[], None] = lambda: None, headers: str = ""
) -> Measured:
    """One request after another, with something done before each."""
    asker = Asker(port, headers)
    status, spent, used = 0, 0.0, worker_seconds(master)
    for path in paths:
        before()
        began = time.monotonic()
        status, _head = asker.ask(path)
        spent += time.monotonic() - began
    used = worker_seconds(master) - used
    return Measured(name, status, len(paths) / spent, used / len(paths) * 1000)


def edit() -> None:
    """A change of content that changes nothing anyone sees: what was kept is old all the same."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE guides_role SET lead = lead WHERE slug = %s", [SLUG])


@contextmanager
def person() -> Iterator[str]:
    """Someone signed in, for the time of the run: their cookie as a header."""
    user = User.objects.create_user(email=f"bench-{secrets.token_hex(4)}@example.org", password=secrets.token_hex(16))
    client = Client()
    client.force_login(user)
    try:
        yield f"Cookie: {settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}\r\n"
    finally:
        client.logout()
        user.delete()


def pages(port: int, master: int) -> Iterator[Measured]:
    """Every line, the empty view first."""
    yield steady("hello, an empty view", port, master, "/hello")
    _status, head = Asker(port).ask(GUIDE)
    tag = header(head, "ETag")
    yield steady("guide, anonymous, kept", port, master, GUIDE)
    yield steady("guide, again with its ETag", port, master, GUIDE, f"If-None-Match: {tag}\r\n")
    with person() as cookie:
        yield steady("guide, signed in", port, master, GUIDE, cookie)
        yield one_by_one("guide, signed in, after an edit", port, master, [GUIDE] * EDITS, before=edit, headers=cookie)
    yield one_by_one("guide, after an edit", port, master, [GUIDE] * EDITS, before=edit)
    edit()
    states = [f"{GUIDE}?state={usps}" for usps in State.objects.values_list("usps", flat=True)]
    yield one_by_one("guide, first in each state", port, master, states)
    for name, path in OTHERS.items():
        yield steady(name, port, master, path)


OTHERS = {
    "search": "/guides/search/?q=pharmcy+technician",
    "all guides": "/guides/",
    "glossary": "/guides/glossary/",
    "a state": f"{GUIDE}states/oh/",
    "front page": "/",
    "style sheet": "/static/css/app.css",
}


def main() -> None:
    """Print one line a page."""
    if not Role.objects.filter(slug=SLUG).exists():
        sys.exit("The database holds no guide yet: start `make run` once, or load_content.")
    connection.close()
    with server() as (port, master):
        print(f"{'page':<34} {'status':>6} {'ratio':>6} {'a second':>9} {'CPU ms':>7}")
        for line in pages(port, master):
            ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
            print(f"{line.name:<34} {line.status:>6} {ratio:>6} {line.rate:>9.0f} {line.cpu:>7.2f}", flush=True)


if __name__ == "__main__":
    main()
