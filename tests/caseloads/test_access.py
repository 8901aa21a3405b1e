"""The access matrix, cell by cell: one person of every column opens every address that leads to a client's records.

Each private text carries a canary. A cell with R must find it somewhere; a cell without must find it nowhere: on no page,
in no search, table, calendar or file. Rows of the matrix whose objects do not exist yet are named in LATER.
"""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from accounts.actions import notify
from accounts.models import AuditEvent, Team, TeamMembership
from accounts.notices import Kind
from caseloads.actions.consenting import grant
from caseloads.actions.noting import finish, mark_wrong, save_draft
from caseloads.actions.relating import begin, end
from caseloads.models import Appointment, CounselingRelationship, Scope, ServiceNote
from certifications.models import CECredit, HeldCredential, ShareLink
from interviews.models import Answer, PracticeSession
from jobsearch.models import Application, Contact, Posting
from plans.models import Goal
from resumes.actions.sending import send_words
from resumes.models import Document
from tests.factories import make_role, make_user
from tests.site.addresses import SAMPLES, addresses

pytestmark = pytest.mark.django_db

# Every object of the client has this number, so that one walk over the addresses meets all of them.
PK = 4242
OUT = 4343
ENDED = 4444
_VALUES = (
    SAMPLES | dict.fromkeys(("pk", "answer", "file", "document"), str(PK)) | {"number": "1", "token": "canary-token"}
)
COLUMNS = (
    "anon", "link", "self", "seeker_other", "c_none", "c_ended", "c_out", "c_in", "sup_out", "sup_in",
    "content_admin", "site_admin",
)  # fmt: skip
# (object, state) of the matrix, and the canary that stands in its text.
ROWS = {
    ("held credential", ""): "canary-held",
    ("CE credit and certificate file", "cycle open"): "canary-credit",
    ("resume or document", ""): "canary-document",
    ("interview attempt", "private"): "canary-private-answer",
    ("interview attempt", "made visible by its owner"): "canary-shown-answer",
    ("job application", ""): "canary-application",
    ("service note", "draft"): "canary-note-draft",
    ("service note", "final, private"): "canary-note-private",
    ("service note", "final, team"): "canary-note-team",
    ("service note", "final, shared"): "canary-note-shared",
    ("appointment", ""): "canary-appointment",
    ("contact and interaction", ""): "canary-contact",
    ("own goal and step (outside a relationship)", ""): "canary-goal",
    ("notification", ""): "canary-notice",
}
# Rows that are held elsewhere in the tests: by state, by page or by what leaves the site.
ELSEWHERE = {
    "catalogue entry", "renewal rule version", "practice attempt, study cards", "counseling relationship",
    "consent record", "risk flag", "review request", "review comment", "invitation link", "share link", "audit event",
    "user account and role", "study group", "study group member's shared progress",
    "mentor link (document version or answer)", "recording of an answer", "caseload list and saved view",
}  # fmt: skip
# Rows whose objects the product does not have yet.
LATER = {
    "action plan", "action item", "referral", "placement and follow-up", "message thread",
    "workshop", "workshop registration", "caseload export (rows)", "aggregate report", "post under a guide",
}  # fmt: skip
# Rows of the same objects that differ by a state which is told apart elsewhere.
STATES_ELSEWHERE = {
    ("held credential", "under a live share link"),
    ("CE credit and certificate file", "used in a filed renewal"),
    ("resume or document", "version under an open review request"),
    ("service note", "entered in error"),
}
_MATRIX = [*csv.DictReader((Path(__file__).parent / "access_matrix.csv").open())]


@pytest.fixture
def people(groups):
    """The client with one of everything, and one person of every column."""
    client, now = make_user(email="client@example.org", name="Kai Client"), timezone.now()
    teams = {name: Team.objects.create(name=f"Team {name}") for name in ("in", "out", "ended", "none")}
    people = {"self": client, "seeker_other": make_user(), "anon": None, "link": None}
    for name, team in teams.items():
        people[f"c_{name}"] = _member(team, TeamMembership.Role.COUNSELOR)
        people[f"sup_{name}"] = _member(team, TeamMembership.Role.SUPERVISOR)
    for name, group in (("content_admin", "Editors"), ("site_admin", "Administrators")):
        people[name] = make_user(is_staff=True)
        people[name].groups.add(Group.objects.get(name=group))
    _records(client, now)
    for pk, name in ((PK, "in"), (OUT, "out"), (ENDED, "ended")):
        case = CounselingRelationship.objects.create(pk=pk, client=client, team=teams[name], asked_at=now)
        begin(case, people[f"c_{name}"], now=now)
        grant(case, Scope.values if name in {"in", "ended"} else [], now=now)
        _notes(case, people[f"c_{name}"], now)
        Appointment.objects.create(
            pk=pk,
            relationship=case,
            counselor=people[f"c_{name}"],
            starts_at=now + timedelta(days=2),
            ends_at=now + timedelta(days=2, hours=1),
            zone="America/New_York",
            about="canary-appointment",
            made_at=now,
        )
        if name == "ended":
            end(case, client, reason="client", now=now)
    return people


def _member(team, role):
    user = make_user()
    TeamMembership.objects.create(team=team, user=user, role=role, started_on=timezone.localdate() - timedelta(days=9))
    return user


def _records(client, now):
    day = timezone.localdate(now)
    held = HeldCredential.objects.create(pk=PK, holder=client, name="canary-held")
    ShareLink.objects.create(
        pk=PK, held=held, token="canary-token", label="x", shown=["name"], expires_at=now + timedelta(days=9)
    )
    CECredit.objects.create(pk=PK, owner=client, title="canary-credit", completed_on=day, quantity=1)
    document = Document.objects.create(pk=PK, owner=client, title="Resume", role=make_role())
    send_words(document, {"text": "Kai Client\nExperience\nFilled 90 orders a day, canary-document\n"}, now=now)
    session = PracticeSession.objects.create(pk=PK, owner=client, occasion="quick", started_at=now)
    answers = ((PK, "canary-private-answer", None), (PK + 1, "canary-shown-answer", now))
    for pk, text, shown_at in answers:
        Answer.objects.create(
            pk=pk, session=session, asked=f"Why {pk}?", position=pk, text=text, given_at=now, shown_at=shown_at
        )
    posting = Posting.objects.create(pk=PK, owner=client, title="canary-application", employer="Employer")
    Application.objects.create(pk=PK, owner=client, posting=posting, last_on=day)
    Contact.objects.create(pk=PK, owner=client, name="canary-contact")
    Goal.objects.create(pk=PK, owner=client, title="canary-goal")
    notify(client, kind=Kind.ACCOUNT, title="canary-notice", key="canary")


def _notes(case, author, now):
    for number, (name, audience) in enumerate(
        (("draft", "shared"), ("private", "private"), ("team", "team"), ("shared", "shared"), ("error", "shared"))
    ):
        note = ServiceNote(
            pk=case.pk + number,
            relationship=case,
            author=author,
            audience=audience,
            contact_on=timezone.localdate(now),
            draft=f"canary-note-{name}",
        )
        save_draft(note, seen="", now=now)
        if name != "draft":
            finish(note, seen=note.version, now=now)
        if name == "error":
            mark_wrong(note, by=author, reason="another client", now=now)


_ALL = [*addresses(_VALUES)]
_PRIVATE = [each.path for each in _ALL if each.path.startswith(("/my/", "/clients/", "/invitations/"))]
_NOTES = [case + number for case in (PK, OUT, ENDED) for number in range(5)]
_SEARCHES = ["/guides/search/?q=canary", "/clients/?q=canary", "/clients/?state=ended", "/clients/?state=paused"]


def _paths(column):
    """Every address that may lead to something of the client, for this column's person."""
    if column == "link":
        return sorted({each.path for each in _ALL if "token" in each.parts} | {*_SEARCHES})
    # Lists without a number show what is one's own: another seeker walks them for all the others.
    is_staff = column not in {"self", "seeker_other"}
    paths = {path for path in _PRIVATE if not (is_staff and path.startswith("/my/") and str(PK) not in path)}
    if column.endswith("admin"):
        kept = ("/admin/accounts/", "/admin/certifications/", "/admin/interviews/")
        ends = ("/change/", "auditevent/", "heldcredential/", "answer/")
        desk = {each.path for each in _ALL if each.path.startswith(kept) and each.path.endswith(ends)}
        paths |= {path.replace("/1/", f"/{PK}/") for path in desk}
    cases = {path for path in paths if path.startswith(f"/clients/{PK}/")}
    paths |= {path.replace(f"/clients/{PK}/", f"/clients/{pk}/") for path in cases for pk in (OUT, ENDED)}
    paths |= {f"/clients/notes/{pk}/{page}" for pk in _NOTES for page in ("", "edit/")}
    shown = {path.replace(f"/answers/{PK}/", f"/answers/{PK + 1}/") for path in paths}
    return sorted(paths | shown | {*_SEARCHES})


def _browser(user):
    browser = Client()
    if user:
        browser.force_login(user)
    return browser


def _read(answer):
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode(errors="ignore")


def _found(user, column):
    """The canaries that this person finds anywhere."""
    browser, texts = _browser(user), []
    for path in _paths(column):
        answer = browser.get(path)
        if answer.status_code == 200:
            texts.append(_read(answer))
    everything = "\n".join(texts)
    return {canary for canary in [*ROWS.values(), "canary-note-error"] if canary in everything}


@pytest.mark.parametrize("column", COLUMNS)
def test_every_cell_of_the_matrix(people, column):
    found = _found(people[column], column)

    may = {canary for row in _MATRIX if (canary := ROWS.get((row["object"], row["state"]))) and "R" in row[column]}
    # A link opens what it was made for; the stub of a mistaken note shows its words to supervisors alone.
    extra = {"link": {"canary-held"}, "sup_in": {"canary-note-error"}, "sup_out": {"canary-note-error"}}
    assert found == may | extra.get(column, set())


def test_nobody_but_the_client_and_their_counselors_can_write(people):
    routes = {path for path in _paths("self") if any(str(pk) in path for pk in (PK, OUT, ENDED)) and "?" not in path}
    refused = {401, 403, 404, 405, 410}
    before = AuditEvent.objects.count()

    columns = ("seeker_other", "c_none", "c_ended", "site_admin")
    browsers = {column: _browser(people[column]) for column in columns}
    open_doors = {
        (column, path, answer.status_code)
        for column, browser in browsers.items()
        for path in routes
        if (answer := browser.post(path)).status_code not in refused
    }

    assert open_doors == set()
    assert AuditEvent.objects.count() == before


def test_every_row_of_the_matrix_is_tested_or_named():
    left = {
        (row["object"], row["state"])
        for row in _MATRIX
        if (row["object"], row["state"]) not in {*ROWS, *STATES_ELSEWHERE} and row["object"] not in ELSEWHERE | LATER
    }

    assert left == set()
    assert {row["object"] for row in _MATRIX} >= ELSEWHERE | LATER


def test_supervisors_read_who_opened_what_and_counselors_do_not(people):
    _browser(people["c_in"]).get(f"/clients/{PK}/documents/")

    page = _browser(people["sup_in"]).get(f"/clients/{PK}/record/")

    assert "looked at the list of documents" in page.content.decode()
    assert {
        column: _browser(people[column]).get(f"/clients/{PK}/record/").status_code
        for column in ("c_in", "sup_out", "self")
    } == dict.fromkeys(("c_in", "sup_out", "self"), 404)


def test_casework_is_not_in_the_admin(people):
    names = {each.name for each in addresses(_VALUES) if each.path.startswith("/admin/")}

    assert {name for name in names if "caseloads" in name} == set()
