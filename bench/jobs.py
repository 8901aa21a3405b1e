"""What the lists of a job search cost: python bench/jobs.py [--rounds 15] [--rows 20 2000]

Makes a database of its own (SQLite, or beside the one that DATABASE_URL names), and in it a person with 20 applications
and one with 2,000, each with half as many contacts and the rest that belongs to a search. For every list page it prints
the queries and the least CPU of many rounds, both of the whole answer with its middleware, and takes the database away.
It ends with an error where a page costs more than it may, or more queries for a long search than for a short one.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Gone with the process.
HOME = tempfile.TemporaryDirectory(prefix="bench-jobs-")
os.environ["CAREERGUIDE_VAR"] = HOME.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from interviews.models import Interview
from jobsearch.models import (
    Alert,
    Application,
    Contact,
    Event,
    EventItem,
    FollowUp,
    Interaction,
    Message,
    Offer,
    Posting,
    SearchActivity,
    StageChange,
)
from kit.csv_tables import csv_text
from plans.models import Deed, Doing, Goal, Step

MOST_MS, MOST_QUERIES = 40, 12
PAGES = {
    "my page": "/my/",
    "jobs, list": "/my/jobs/",
    "jobs, all": "/my/jobs/?show=all",
    "jobs, search": "/my/jobs/?show=all&q=night",
    "jobs, board": "/my/jobs/board/",
    "log of a week": "/my/jobs/log/",
    "numbers": "/my/jobs/numbers/",
    "people": "/my/contacts/",
    "people, due": "/my/contacts/?show=due",
    "messages": "/my/outreach/",
    "events": "/my/events/",
    "offers": "/my/offers/",
    "alerts": "/my/alerts/",
    "plan": "/my/plan/",
    "interviews": "/my/interviews/",
}
_FEW = 10
_S = Application.Stage
_STAGES = (_S.SAVED, _S.PREPARING, _S.APPLIED, _S.APPLIED, _S.SCREENING, _S.INTERVIEW, _S.OFFER, _S.REJECTED, _S.QUIET)
_WORDS = (
    "pharmacy",
    "technician",
    "night",
    "retail",
    "hospital",
    "sterile",
    "lead",
    "clinic",
    "mail",
    "trainee",
    "float",
)


@dataclass(frozen=True)
class Cost:
    """What one page costs."""

    queries: int
    milliseconds: float


def search_of(number: int) -> User:
    """Someone with so many applications, over a year or so, and half as many contacts."""
    chance, today = random.Random(number), timezone.localdate()
    user = User.objects.create_user(email=f"search-{number}@example.org", password="for a benchmark only")  # noqa: S106
    postings = Posting.objects.bulk_create(
        Posting(
            owner=user,
            title=f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {n}",
            employer=f"Employer {n % 300}",
            place="Columbus, OH",
            text=" ".join(chance.choices(_WORDS, k=300)),
            source=chance.choice(Posting.Source.values),
        )
        for n in range(number)
    )
    days = [today - timedelta(days=1 + n * 365 // number) for n in range(number)]
    made = Application.objects.bulk_create(
        _application(posting, _STAGES[n % len(_STAGES)], day, today)
        for n, (posting, day) in enumerate(zip(postings, days, strict=True))
    )
    _log_of(made, days)
    _people_of(user, made, chance)
    _rest_of(user, made)
    return user


def _application(posting: Posting, stage: str, day: date, today: date) -> Application:
    return Application(
        owner=posting.owner,
        posting=posting,
        stage=stage,
        applied_on=None if stage in Application.BEFORE_APPLYING else day,
        way="online",
        last_on=day,
        next_action="Ask how it stands",
        next_on=today + timedelta(days=(today - day).days % 15 - 5),
    )


def _log_of(made: Sequence[Application], days: Sequence[date]) -> None:
    lines = [
        StageChange(application=one, stage=stage, on=day)
        for one, day in zip(made, days, strict=True)
        for stage in dict.fromkeys([_S.SAVED, *([_S.APPLIED] if one.applied_on else []), one.stage])
    ]
    StageChange.objects.bulk_create(lines)
    asked = [FollowUp(application=one, on=one.last_on, way="email") for one in made[::4] if one.last_on]
    FollowUp.objects.bulk_create(asked)
    Offer.objects.bulk_create(
        Offer(application=one, pay=20, answer_by_on=timezone.localdate() + timedelta(days=5))
        for one in made
        if one.stage == _S.OFFER
    )


def _people_of(user: User, made: Sequence[Application], chance: random.Random) -> None:
    today = timezone.localdate()
    contacts = Contact.objects.bulk_create(
        Contact(
            owner=user,
            name=f"{chance.choice(_WORDS).title()} {n}",
            employer=f"Employer {n % 300}",
            ideal_days=30,
            latest_days=60,
            last_on=today - timedelta(days=n * 7 % 90),
            due_on=today + timedelta(days=30 - n * 7 % 90),
            late_on=today + timedelta(days=60 - n * 7 % 90),
        )
        for n in range(len(made) // 2)
    )
    Contact.applications.through.objects.bulk_create(
        Contact.applications.through(contact=one, application=other)
        for one, other in zip(contacts, made[::2], strict=True)
    )
    Interaction.objects.bulk_create(Interaction(contact=one, on=one.last_on or today, kind="email") for one in contacts)
    Message.objects.bulk_create(
        Message(owner=user, kind="follow-up", application=one, to="Ms. Lee", text="Hello. " * 40) for one in made[::5]
    )


def _rest_of(user: User, made: Sequence[Application]) -> None:
    """Events, interviews, lines of the log, and a plan that grows with the search."""
    now, today = timezone.now(), timezone.localdate()
    events = Event.objects.bulk_create(
        Event(owner=user, title=f"Fair {n}", starts_at=now + timedelta(days=n - 5)) for n in range(len(made) // 10)
    )
    EventItem.objects.bulk_create(
        EventItem(event=event, kind="prepare", text="Print the resume", key=f"own-{n}")
        for event in events
        for n in range(5)
    )
    Interview.objects.bulk_create(
        Interview(owner=user, application=one, employer="Hill", starts_at=now + timedelta(days=n % 60))
        for n, one in enumerate(made[::10])
    )
    SearchActivity.objects.bulk_create(
        SearchActivity(owner=user, kind="call", employer="Hill", on=one.last_on or today) for one in made[::4]
    )
    Deed.objects.bulk_create(
        Deed(owner=user, doing=Doing.APPLIED, key=f"application:{one.pk}", on=one.applied_on, title="A job")
        for one in made
        if one.applied_on
    )
    Alert.objects.bulk_create(
        Alert(owner=user, site=f"Board {n}", terms="pharmacy technician", set_up_on=today) for n in range(15)
    )
    # A plan has a few goals; only its steps grow.
    goals = Goal.objects.bulk_create(Goal(owner=user, title=f"Goal {n}") for n in range(3))
    Step.objects.bulk_create(
        Step(goal=goals[n % 3], title=f"Step {n}", position=n, due_on=today + timedelta(days=n))
        for n in range(min(30, len(made)))
    )


def cost(client: Client, path: str, rounds: int) -> Cost:
    """Queries of one answer, and the least CPU of many; the first one warms up."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    queries = len(asked)
    if answer.status_code != 200:  # noqa: PLR2004 -- a page that can be read
        sys.exit(f"{path} answers {answer.status_code}")
    least = min(_timed(client, path) for _round in range(rounds))
    return Cost(queries, least)


def _timed(client: Client, path: str) -> float:
    start = time.process_time()
    client.get(path)
    return (time.process_time() - start) * 1000


def looked_through(client: Client, address: str, data: bytes, rounds: int) -> float:
    """Milliseconds until a file with 1,000 rows stands on the page to be looked through."""
    least = float("inf")
    for _round in range(max(3, rounds // 3)):
        start = time.process_time()
        answer = client.post(address, {"file": SimpleUploadedFile("file", data)})
        least = min(least, (time.process_time() - start) * 1000)
        if b'name="step"' not in answer.content:
            sys.exit(f"{address} shows nothing to look through")
    return least


def report(rows: Sequence[int], rounds: int) -> bool:
    """Print a line a page; whether every page keeps to its limits."""
    # Style sheets are found once, as on a server, and not anew for each request.
    settings.WHITENOISE_AUTOREFRESH = False
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    clients = {}
    for number in rows:
        clients[number] = Client(headers={"host": "localhost"})
        clients[number].force_login(search_of(number))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{connection.vendor}; at most {MOST_MS} ms and {MOST_QUERIES} queries a page")
    print(f"{'page':<16}" + "".join(f"{number:>8} rows: queries, ms" for number in rows))
    are_kept = True
    for name, path in PAGES.items():
        found = {number: cost(client, path, rounds) for number, client in clients.items()}
        is_kept = _is_kept(found)
        are_kept = are_kept and is_kept
        cells = "".join(f"{one.queries:>20} {one.milliseconds:>6.1f}" for one in found.values())
        print(f"{name:<16}{cells}{'' if is_kept else '  too much'}", flush=True)
    client = clients[rows[0]]
    table = csv_text([["title", "employer", "stage"], *([f"Job {n}", "New", "Saved"] for n in range(1000))]).encode()
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Person {0}\nEMAIL:p{0}@example.org\nEND:VCARD\n"
    cards = "".join(card.format(n) for n in range(1000))
    print(f"a table of 1,000 jobs looked through: {looked_through(client, '/my/jobs/import/', table, rounds):.0f} ms")
    told = looked_through(client, "/my/contacts/import/", cards.encode(), rounds)
    print(f"1,000 address cards looked through: {told:.0f} ms")
    return are_kept


def _is_kept(found: Mapping[int, Cost]) -> bool:
    """Few rows may cost fewer queries than many only where they are too few to be shown at all."""
    are_same = len({one.queries for one in found.values()}) == 1
    return are_same and all(one.queries <= MOST_QUERIES and one.milliseconds <= MOST_MS for one in found.values())


def main() -> None:
    """Make a database, report, take it away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rows", type=int, nargs="+", default=[20, 2000])
    options = parser.parse_args()
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        are_kept = report(options.rows, options.rounds)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
    if not are_kept:
        sys.exit("Some page costs more than it may.")


if __name__ == "__main__":
    main()
