"""How long an import takes, and how much memory: python bench/imports.py [--command import_onet] PATH…

Makes a database of its own (SQLite, or beside the one that DATABASE_URL names), imports the paths twice, prints
seconds and megabytes against the limits, and takes the database away again.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Gone with the process.
HOME = tempfile.TemporaryDirectory(prefix="bench-imports-")
os.environ["CAREERGUIDE_VAR"] = HOME.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection

MOST_SECONDS, MOST_MEGABYTES = 90, 600


def peak() -> float:
    """The most memory that this process has held, in megabytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(command: str, paths: list[str]) -> None:
    """Import into an empty database, then once more."""
    if command == "import_wages":
        # Pay belongs to places, and those come with the content.
        call_command("load_content", verbosity=0)
    print(f"{connection.vendor}, {peak():.0f} MB before")
    for which in ("first import", "the same again"):
        start = time.perf_counter()
        call_command(command, *paths)
        took = time.perf_counter() - start
        print(f"{which}: {took:.1f} s of {MOST_SECONDS}, peak {peak():.0f} MB of {MOST_MEGABYTES}")


def main() -> None:
    """Make a database, import, take it away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--command", default="import_onet")
    options = parser.parse_args()
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure(options.command, options.paths)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


if __name__ == "__main__":
    main()
