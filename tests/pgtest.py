"""`pytest --pg`: the suite on PostgreSQL, on a server of its own or on the one that TEST_DATABASE_URL names.

Settings are read before any fixture runs, so the server starts when pytest imports this plugin.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_MISSING = (
    "The tests on PostgreSQL need its programs (Debian, Ubuntu: apt install postgresql; macOS: brew install postgresql)"
    " or TEST_DATABASE_URL with a server whose user may create databases."
)
# Fixtures that bring a database with them; those that rest on these are listed with them.
_DATABASE = {"db", "transactional_db", "django_db_setup", "django_db_reset_sequences", "live_server"}
# Tests whose values reach the database's own language: all of their cases run on both.
_EVERY_CASE = ("tests/guides/test_search", "tests/guides/test_version", "tests/certifications/test_publishing")
_stop: Callable[[], None] | None = None


def find_programs() -> Path | None:
    """The folder with the newest initdb and pg_ctl on this machine."""
    packaged = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True
    )
    on_path = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    return next((folder for folder in packaged + on_path if (folder / "pg_ctl").exists()), None)


def start(programs: Path) -> tuple[str, Callable[[], None]]:
    """A server in a temporary folder that listens on a socket there; its address, and what stops it."""
    # A socket's path holds about 100 bytes, so the folder lies right under /tmp.
    home = tempfile.mkdtemp(prefix="cg", dir="/tmp")
    become: dict[str, Any] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        account = pwd.getpwnam("postgres")
        os.chown(home, account.pw_uid, account.pw_gid)
        become = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, *arguments],
            check=True,
            cwd="/",
            env={"PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home},
            stdout=subprocess.DEVNULL,
            **become,
        )

    run("initdb", "-D", f"{home}/data", "-U", "careerguide", "-A", "trust", "--no-sync", "-E", "UTF8")
    quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    options = f"-c listen_addresses= -k {home} {quick}"
    run("pg_ctl", "-s", "-w", "-D", f"{home}/data", "-l", f"{home}/log", "-o", options, "start")

    def stop() -> None:
        run("pg_ctl", "-s", "-m", "immediate", "-D", f"{home}/data", "stop")
        shutil.rmtree(home)

    return f"postgresql://careerguide@{home.replace('/', '%2F')}/postgres", stop


def pytest_addoption(parser: pytest.Parser) -> None:
    """Make the option known; it was acted on at import."""
    parser.addoption("--pg", action="store_true", help="run on PostgreSQL instead of SQLite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what asks no database: a second run of it would show nothing new."""
    if not config.getoption("--pg"):
        return
    asks = [item for item in items if _asks_a_database(item)]
    ends = {item.nodeid for cases in _by_test(asks).values() for item in (cases[0], cases[-1])}
    ends |= {item.nodeid for item in asks if item.nodeid.startswith(_EVERY_CASE)}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in ends])
    items[:] = [item for item in items if item.nodeid in ends]


def _by_test(items: list[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """The cases of each test: the second database takes the first and the last, for the values are the same there."""
    tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return tests


def _asks_a_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or bool(_DATABASE & {*getattr(item, "fixturenames", ())})


def pytest_unconfigure() -> None:
    """Stop the server that was started for this run."""
    if _stop:
        _stop()


# Workers of a parallel run inherit the environment, the address in it included.
if "--pg" in sys.argv and "PYTEST_XDIST_WORKER" not in os.environ:
    if given := os.environ.get("TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = given
    elif (folder := find_programs()) is None:
        raise pytest.UsageError(_MISSING)
    else:
        os.environ["DATABASE_URL"], _stop = start(folder)
