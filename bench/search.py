"""How long the search takes among many names: python bench/search.py [--roles 12] [--occupations 1016] [--titles 55]

Makes a database of its own (SQLite, or beside the one that DATABASE_URL names), fills it with made-up guides of 16
sections of about 450 words and with made-up occupations, each with as many job titles and 18 tasks, asks, prints
milliseconds, and takes the database away again. With --roles 1000 it shows what a thousand guides would cost.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
# Gone with the process.
HOME = tempfile.TemporaryDirectory(prefix="bench-search-")
os.environ["CAREERGUIDE_VAR"] = HOME.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.db import connection
from django.test import Client
from django.utils import timezone

from guides.models import GlossaryTerm, Occupation, OccupationTitle, Release, Role, RoleTitle, Section, Source, Task
from guides.search import index
from guides.search.results import find

SECTIONS, WORDS = 16, 450
TASKS, TASK_WORDS = 18, 18
ROUNDS = 10
# Other titles of each role.
TITLES = 8
FIELDS = ["Pharmacy", "Dental", "Surgical", "Laboratory", "Veterinary", "Records", "Imaging", "Nursing", "Billing"]
PLACES = ["Hospital", "Clinic", "Field", "Home", "School", "Night", "Senior", "Junior", "Mobile", "Central"]
NOUNS = ["technician", "assistant", "aide", "coder", "specialist", "coordinator", "nurse", "technologist", "clerk"]
COMMON = "the a you and to of in is it for on with work patient training exam pay state program certificate hours"
QUESTIONS = [
    "pharm tech",
    "pharmcy technician",
    "drug store job",
    "technician pharmacy",
    "how much do pharmacy technicians make",
    "dental assistant interview questions",
    "training",
    "patient hours",
    "exam cost certificate",
    "certificte program",
    "state program training pay exam",
    "night nurse ohio",
    "word437 word92",
    "word4371 word92 word2",
    "wrod437 nothing like it",
    "xyzzy",
    "truck driver",
    "electrican",
    "senior dental manager",
    "word57 operater",
    "mobile imaging suprvisor",
]
LEVELS = ["driver", "electrician", "plumber", "teacher", "manager", "engineer", "operator", "designer", "analyst"]


def words(chance: random.Random) -> Callable[[int], str]:
    """Makes text whose words are as uneven in number as those of real texts."""
    known = COMMON.split() + [f"word{number}" for number in range(12_000)]
    weights = [1 / (rank + 8) for rank in range(len(known))]
    return lambda number: " ".join(chance.choices(known, weights, k=number))


def fill(roles: int, titles: int) -> None:
    """Made-up guides, all published."""
    chance = random.Random(8)
    text = words(chance)
    names = [f"{place} {field} {noun}" for place in PLACES for field in FIELDS for noun in NOUNS]
    names = [
        "Pharmacy technician",
        "Dental assistant",
        *names,
        *(f"{name} {level}" for level in "2345" for name in names),
    ]
    made = Role.objects.bulk_create(
        Role(slug=f"role-{n}", title=names[n], plural=f"{names[n]}s", lead=text(12), status=Role.Status.PUBLISHED)
        for n in range(roles)
    )
    RoleTitle.objects.bulk_create(
        RoleTitle(role=role, title=f"{role.title} {text(2)} {n}") for role in made for n in range(titles)
    )
    RoleTitle.objects.create(role=made[0], title="pharm tech")
    RoleTitle.objects.create(role=made[0], title="drug store job")
    Section.objects.bulk_create(
        (
            Section(role=role, kind="other", slug=f"part-{n}", title=text(3).capitalize(), position=n, body=text(WORDS))
            for role in made
            for n in range(SECTIONS)
        ),
        batch_size=500,
    )
    GlossaryTerm.objects.bulk_create(
        GlossaryTerm(slug=f"term-{n}", term=f"{text(1)} {n}", definition=text(25)) for n in range(500)
    )


def fill_occupations(number: int, titles: int) -> None:
    """Made-up occupations with their job titles and tasks."""
    chance = random.Random(9)
    text = words(chance)
    source = Source.objects.create(key="made-up", title="Made up", seen_on=timezone.localdate())
    release = Release.objects.create(kind="onet", version="0", imported_at=timezone.now(), source=source)

    def name() -> str:
        return f"{chance.choice(PLACES)} {chance.choice(FIELDS)} {text(1)} {chance.choice(NOUNS + LEVELS)}".title()

    codes = [f"{11 + place % 40}-{place:04d}.00" for place in range(number)]
    Occupation.objects.bulk_create(
        Occupation(code=code, title=f"{name()}s", description=text(30), soc=code[:7], release=release) for code in codes
    )
    OccupationTitle.objects.bulk_create(
        (OccupationTitle(occupation_id=code, title=f"{name()} {n}") for code in codes for n in range(titles)),
        batch_size=2000,
    )
    Task.objects.bulk_create(
        (Task(occupation_id=code, number=n, text=text(TASK_WORDS)) for code in codes for n in range(TASKS)),
        batch_size=2000,
    )


def measure(ask: Callable[[str], object]) -> None:
    """Milliseconds for each question, and for all of them."""
    every: list[float] = []
    for question in QUESTIONS:
        ask(question)
        took = []
        for _round in range(ROUNDS):
            start = time.perf_counter()
            ask(question)
            took.append((time.perf_counter() - start) * 1000)
        every += took
        print(f"  {statistics.median(took):7.1f} {max(took):7.1f}  {question}")
    cuts = statistics.quantiles(every, n=100)
    print(f"  p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, slowest {max(every):.1f} ms of {len(every)}")


def report(roles: int, occupations: int, titles: int) -> None:
    """Fill, index, ask; say how long each took."""
    start = time.perf_counter()
    fill(roles, TITLES)
    fill_occupations(occupations, titles)
    filled = time.perf_counter()
    index.reindex()
    indexed = time.perf_counter()
    index.put_role(Role.objects.all()[roles // 2])
    put = time.perf_counter()
    index.memory()
    read = time.perf_counter()
    print(f"{connection.vendor}: {roles} roles of {SECTIONS} sections, {RoleTitle.objects.count()} other titles")
    print(f"{occupations} occupations with {OccupationTitle.objects.count()} job titles")
    print(f"filled in {filled - start:.0f} s, indexed in {indexed - filled:.0f} s")
    print(f"one guide indexed in {(put - indexed) * 1000:.0f} ms, names read in {(read - put) * 1000:.0f} ms")
    print("the answer (median and slowest, ms)")
    measure(lambda question: find(question, now=timezone.now()))
    print("the page (median and slowest, ms)")
    client = Client()
    measure(lambda question: client.get("/guides/search/", {"q": question}, headers={"host": "localhost"}))


def main() -> None:
    """Make a database, report, take it away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--roles", type=int, default=12)
    parser.add_argument("--occupations", type=int, default=1016)
    parser.add_argument("--titles", type=int, default=55, help="job titles of each occupation")
    options = parser.parse_args()
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        report(options.roles, options.occupations, options.titles)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


if __name__ == "__main__":
    main()
