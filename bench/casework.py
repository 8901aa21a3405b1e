"""What the pages of counselors cost: python bench/casework.py [--rounds 12] [--seekers 200 10000] [--counselors 4 40]

Makes databases of its own (SQLite, or beside the one that DATABASE_URL names), fills one with a few made-up clients and
one with many (`manage.py sample_data`), and prints for every page the queries and the least CPU of many rounds, both of
the whole answer with its middleware. It ends with an error where a page costs more than it may, or more queries with
many clients than with few.
"""

import argparse
import os
import sys
import tempfile
import time
from http import HTTPStatus
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Gone with the process.
HOME = tempfile.TemporaryDirectory(prefix="bench-casework-")
os.environ["CAREERGUIDE_VAR"] = HOME.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from careerguide.sample import DOMAIN, make_sample
from caseloads.models import CounselingRelationship, Scope
from tests.factories import make_role, make_state

settings.ALLOWED_HOSTS = ["testserver"]
MOST_MS = 40


def pages_of(counselor: User) -> dict[str, tuple[str, str]]:
    """Who opens what: the name of each page, with its person and address."""
    mine = CounselingRelationship.objects.counseled_by(counselor).order_by("pk")
    # One who opened everything: what is open decides how much is looked up.
    everything = mine.annotate(open=Count("consents")).filter(open=len(Scope.values))
    pk = everything.values_list("pk", flat=True).first()
    return {
        "clients": ("counselor1", "/clients/"),
        "clients, needs me": ("counselor1", "/clients/?needs=any"),
        "clients, search": ("counselor1", "/clients/?q=Seeker+1"),
        "clients, by name, page 3": ("counselor1", "/clients/?order=name&page=3"),
        "a team's clients": ("supervisor1", "/clients/"),
        "one client": ("counselor1", f"/clients/{pk}/"),
        "their certifications": ("counselor1", f"/clients/{pk}/certifications/"),
        "their notes": ("counselor1", f"/clients/{pk}/notes/"),
    }


def measure(seekers: int, counselors: int, rounds: int) -> dict[str, tuple[int, float]]:
    """Queries and milliseconds of every page, with so many people."""
    old = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        for number in range(3):
            make_role(slug=f"role-{number}", title=f"Role {number}")
        make_state("OH")
        make_sample(seekers=seekers, counselors=counselors, password="for a benchmark only", now=timezone.now())  # noqa: S106
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        browsers = {}
        for name in ("counselor1", "supervisor1"):
            browsers[name] = Client()
            browsers[name].force_login(User.objects.get(email=f"{name}@{DOMAIN}"))
        pages = pages_of(User.objects.get(email=f"counselor1@{DOMAIN}"))
        return {name: _cost(browsers[who], address, rounds) for name, (who, address) in pages.items()}
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


def _cost(browser: Client, address: str, rounds: int) -> tuple[int, float]:
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        answer = browser.get(address)
        queries = len(seen)
    if answer.status_code != HTTPStatus.OK:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    times = []
    for _round in range(rounds):
        begun = time.process_time()
        browser.get(address)
        times.append(time.process_time() - begun)
    return queries, min(times) * 1000


def main() -> int:
    """Measure few and many, print both, and say whether every page keeps its bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seekers", type=int, nargs=2, default=[200, 10_000])
    parser.add_argument("--counselors", type=int, nargs=2, default=[4, 40])
    given = parser.parse_args()
    few, many = (measure(*pair, given.rounds) for pair in zip(given.seekers, given.counselors, strict=True))
    print(f"{'page':28}{'queries':>16}{'CPU ms':>20}")
    good = True
    for name, (queries, milliseconds) in many.items():
        kept = queries == few[name][0] and milliseconds <= MOST_MS
        good &= kept
        print(
            f"{name:28}{few[name][0]:>7} → {queries:<6}{few[name][1]:>10.1f} → {milliseconds:<7.1f}"
            f"{'' if kept else '  too much'}"
        )
    return 0 if good else 1


if __name__ == "__main__":
    call_command("check", verbosity=0)
    sys.exit(main())
