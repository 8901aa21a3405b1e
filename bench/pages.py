"""Measure pages against an empty view on the same server, as ratios: `make bench`.

Starts gunicorn by itself on a free port of this machine, with the database of `make run`, asks each address a fixed
number of times from a few threads, and stops. Requests a second depend on the machine; the ratios hardly do.
"""

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUESTS, THREADS, LONGEST = 400, 4, 20.0
PAGES = {
    "hello, an empty view": "/healthz",
    "guide, anonymous": "/guides/pharmacy-technician/",
    "guide, again with its ETag": "/guides/pharmacy-technician/",
    "search": "/guides/search/?q=pharmcy+technician",
    "glossary": "/guides/glossary/",
    "front page": "/",
    "style sheet": "/static/css/app.css",
}


def free_port() -> int:
    """A port that nobody serves."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server() -> Iterator[int]:
    """The site as `make run` serves it, on a port of its own."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "careerguide.wsgi"],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), "CAREERGUIDE_BIND": "127.0.0.1"},
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def wait_for(port: int) -> None:
    """Come back when the site answers."""
    for _ in range(150):
        try:
            ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/healthz", {})
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The site did not start within half a minute. `make run` says why.")


def ask(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    """The answer, read to its end so that the connection can be used again."""
    connection.request("GET", path, headers={"Accept-Encoding": "br, gzip", **headers})
    answer = connection.getresponse()
    answer.read()
    return answer


def measure(port: int, path: str, headers: dict[str, str]) -> tuple[float, list[float], set[int]]:
    """Requests a second, the seconds each took, and the statuses that came."""
    took: list[float] = []
    statuses: set[int] = set()
    ends = time.monotonic() + LONGEST

    def asker() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for _ in range(REQUESTS // THREADS):
            if time.monotonic() > ends:
                return
            began = time.perf_counter()
            statuses.add(ask(connection, path, headers).status)
            took.append(time.perf_counter() - began)

    threads = [threading.Thread(target=asker) for _ in range(THREADS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(took) / (time.perf_counter() - began), took, statuses


def main() -> None:
    """Print one line a page."""
    with server() as port:
        hello = 0.0
        print(f"{'page':<28} {'status':>8} {'ratio':>6} {'a second':>9} {'median ms':>10} {'p95 ms':>8}")
        for name, path in PAGES.items():
            first = ask(http.client.HTTPConnection("127.0.0.1", port, timeout=30), path, {})
            tag = first.getheader("ETag") if "ETag" in name else None
            if "ETag" in name and not tag:
                continue
            headers = {"If-None-Match": tag} if tag else {}
            measure(port, path, headers)  # both workers have seen it
            rate, took, statuses = measure(port, path, headers)
            hello = hello or rate
            middle, late = statistics.median(took) * 1000, sorted(took)[int(len(took) * 0.95)] * 1000
            shown = ",".join(map(str, sorted(statuses)))
            print(f"{name:<28} {shown:>8} {rate / hello:>6.2f} {rate:>9.0f} {middle:>10.1f} {late:>8.1f}")


if __name__ == "__main__":
    main()
