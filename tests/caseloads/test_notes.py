"""Notes: a draft for its author, final for those it is for, amended with a reason, never rewritten or erased."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import Notification
from careerguide.personal_data import PARTS
from caseloads.actions.noting import NoteMovedError, amend, finish, mark_wrong, save_draft
from caseloads.actions.relating import end
from caseloads.models import NoteRevision, ServiceNote
from tests.caseloads.cases import make_case, make_member, make_supervisor, make_team
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def make_note(case, author, text="canary", *, audience="team", final=True, **fields):
    note = ServiceNote(
        relationship=case,
        author=author,
        audience=audience,
        draft=text,
        **({"contact_on": timezone.localdate()} | fields),
    )
    save_draft(note, seen="", now=timezone.now())
    return finish(note, seen=note.version, now=timezone.now()) if final else note


@pytest.fixture
def world():
    """A client with two counselors of a team, its supervisor, and a counselor elsewhere."""
    team = make_team()
    author, other = make_member(team, name="Ann Author"), make_member(team)
    case = make_case(author, client=make_user(name="Kai"))
    case.assignments.create(counselor=other, started_at=timezone.now())
    return {
        "case": case,
        "author": author,
        "other": other,
        "boss": make_supervisor(team),
        "stranger": make_member(make_team()),
        "client": case.client,
    }


@pytest.mark.parametrize(
    ("audience", "final", "readers"),
    [
        ("team", False, {"author"}),
        ("shared", False, {"author"}),
        ("private", True, {"author"}),
        ("team", True, {"author", "other", "boss"}),
        ("shared", True, {"author", "other", "boss", "client"}),
    ],
)
def test_each_note_is_read_by_those_it_is_for_and_nobody_else(world, audience, final, readers):
    note = make_note(world["case"], world["author"], audience=audience, final=final)

    reads = set()
    for name in ("author", "other", "boss", "stranger", "client"):
        browser = signed_in(world[name])
        pages = (f"/clients/notes/{note.pk}/", f"/clients/{world['case'].pk}/notes/", "/my/sharing/notes/")
        if any("canary" in browser.get(page, follow=True).content.decode() for page in pages):
            reads.add(name)
    assert reads == readers
    assert ("canary" in str(PARTS["casework"].export(world["client"]))) == ("client" in readers)


def test_an_end_closes_notes_to_their_author_and_leaves_shared_ones_to_the_client(world):
    note = make_note(world["case"], world["author"], audience="shared")

    end(world["case"], world["client"], reason="client", now=timezone.now())

    assert signed_in(world["author"]).get(f"/clients/notes/{note.pk}/").status_code == 404
    assert "canary" in signed_in(world["client"]).get("/my/sharing/notes/").content.decode()


def test_a_note_is_written_kept_as_a_draft_and_finished_in_the_browser(world):
    browser, pk = signed_in(world["author"]), world["case"].pk
    today = timezone.localdate()
    assert "Agreed, by whom" in browser.get(f"/clients/{pk}/notes/add/?kind=phone").content.decode()

    data = {"kind": "phone", "contact_on": today.isoformat(), "audience": "shared", "text": "She called."}
    browser.post(f"/clients/{pk}/notes/add/", data | {"keep": "yes"})
    note = ServiceNote.objects.get()
    empty = browser.post(f"/clients/notes/{note.pk}/edit/", data | {"text": " ", "seen": note.version, "finish": "yes"})
    assert "Write what happened" in empty.content.decode()
    saved = browser.post(f"/clients/notes/{note.pk}/save/", data | {"text": "She called back.", "seen": note.version})
    browser.post(
        f"/clients/notes/{note.pk}/edit/",
        data | {"text": "She called back.", "seen": saved.json()["seen"], "finish": "yes"},
    )

    note.refresh_from_db()
    world["case"].refresh_from_db()
    assert (note.state, note.revisions.get().text, world["case"].last_contact_on) == (
        "final",
        "She called back.",
        today,
    )
    assert Notification.objects.owned_by(world["client"]).get().title == "Ann Author shares a note with you"


def test_two_windows_lose_nothing(world):
    note = make_note(world["case"], world["author"], "first", final=False)
    seen, browser = note.version, signed_in(world["author"])
    note.draft = "second"
    save_draft(note, seen=seen, now=timezone.now() + timedelta(seconds=1))
    data = {"kind": "meeting", "contact_on": timezone.localdate().isoformat(), "audience": "team", "text": "third"}

    there = browser.post(f"/clients/notes/{note.pk}/save/", data | {"seen": seen})
    page = browser.post(f"/clients/notes/{note.pk}/edit/", data | {"seen": seen, "keep": "yes"})

    assert (there.status_code, there.json()["text"], page.status_code) == (409, "second", 409)
    assert "second" in page.content.decode()
    assert "third" in page.content.decode()
    again = {**data, "seen": page.context["form"]["seen"].value(), "keep": "yes"}
    browser.post(f"/clients/notes/{note.pk}/edit/", again)
    note.refresh_from_db()
    assert note.draft == "third"


def test_two_at_once_amending_is_refused_with_both_texts(world):
    note = make_note(world["case"], world["author"])
    amend(note, text="by the first", reason="day", audience="team", seen=1, now=timezone.now())

    page = signed_in(world["author"]).post(
        f"/clients/notes/{note.pk}/amend/",
        {"text": "by the second", "reason": "hour", "audience": "team", "seen": 1},
    )

    assert page.status_code == 409
    assert "by the first" in page.content.decode()
    assert "by the second" in page.content.decode()
    assert note.revisions.count() == 2


def test_amending_needs_a_reason_keeps_what_it_said_and_can_only_widen(world):
    note = make_note(world["case"], world["author"], audience="team")
    browser, address = signed_in(world["author"]), f"/clients/notes/{note.pk}/amend/"

    assert "Write why" in browser.post(address, {"text": "new", "audience": "team", "seen": 1}).content.decode()
    narrower = browser.post(address, {"text": "new", "reason": "day", "audience": "private", "seen": 1})
    assert narrower.status_code == 422
    browser.post(address, {"text": "new", "reason": "wrong day", "audience": "shared", "seen": 1})

    page = signed_in(world["client"]).get("/my/sharing/notes/").content.decode()
    assert "new" in page
    assert "canary" in page
    assert "wrong day" in page
    assert signed_in(world["other"]).post(address, {"text": "x", "reason": "y", "seen": 2}).status_code == 404


def test_entered_in_error_leaves_a_stub_that_a_supervisor_reads(world):
    note = make_note(world["case"], world["author"], audience="shared")

    assert signed_in(world["other"]).post(f"/clients/notes/{note.pk}/error/", {"wrong-reason": "x"}).status_code == 404
    signed_in(world["author"]).post(f"/clients/notes/{note.pk}/error/", {"wrong-reason": "another client"})

    pages = {
        name: signed_in(world[name]).get(f"/clients/notes/{note.pk}/").content.decode()
        for name in ("author", "other", "boss")
    }
    assert all("another client" in page for page in pages.values())
    assert {name for name, page in pages.items() if "canary" in page} == {"boss"}
    assert "canary" not in signed_in(world["client"]).get("/my/sharing/notes/").content.decode()
    with pytest.raises(NoteMovedError):
        mark_wrong(note, by=world["author"], reason="again", now=timezone.now())


def test_the_last_contact_is_that_of_the_latest_final_note_of_a_contact(world):
    case, author, today = world["case"], world["author"], timezone.localdate()
    make_note(case, author, kind="file")
    make_note(case, author, kind="phone", final=False)
    older = make_note(case, author, kind="phone", contact_on=today - timedelta(days=9))
    newer = make_note(case, author, kind="meeting", contact_on=today - timedelta(days=3))

    case.refresh_from_db()
    assert case.last_contact_on == newer.contact_on
    mark_wrong(newer, by=author, reason="twice", now=timezone.now())
    case.refresh_from_db()
    assert case.last_contact_on == older.contact_on


def test_the_database_refuses_to_rewrite_a_revision_but_lets_erasure_empty_it(world):
    make_note(world["case"], world["author"])
    table = NoteRevision._meta.db_table

    for sql in (f"UPDATE {table} SET text = 'other'", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    for part in PARTS.values():
        part.erase(world["client"])

    assert NoteRevision.objects.get().text == ""
    assert ServiceNote.objects.get().relationship.client is None


@pytest.mark.parametrize("day", [date(1999, 1, 1), timezone.localdate() + timedelta(days=1)])
def test_a_day_that_cannot_be_is_refused_and_the_text_stays(world, day):
    data = {"kind": "phone", "contact_on": day.isoformat(), "audience": "team", "text": "typed"}

    page = signed_in(world["author"]).post(f"/clients/{world['case'].pk}/notes/add/", data)

    assert page.status_code == 422
    assert "typed" in page.content.decode()


def test_the_list_costs_the_same_for_one_note_and_for_fifteen(world, django_assert_num_queries):
    browser, address = signed_in(world["author"]), f"/clients/{world['case'].pk}/notes/"
    make_note(world["case"], world["author"])
    browser.get(address)
    with django_assert_num_queries(13) as few:
        browser.get(address)
    for _n in range(14):
        make_note(world["case"], world["author"])
    with django_assert_num_queries(len(few.captured_queries)):
        browser.get(address)
