"""Applications as a table: a round trip that loses nothing, rows put right on the page, and what others wrote."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from jobsearch.actions import follow_up, move
from jobsearch.forms.tables import MOST_ROWS
from jobsearch.models import Application, FollowUp, Posting, StageChange
from jobsearch.reading import fingerprint
from kit.csv_tables import csv_text, read_rows, text_of
from plans.models import Deed
from tests.factories import make_role, make_user
from tests.jobsearch.factories import make_application

pytestmark = pytest.mark.django_db

_OWN = {"pk", "id", "owner", "posting", "application", "made_at", "role"}
_POSTING = [f"posting__{field.name}" for field in Posting._meta.fields if field.name not in _OWN]
_FIELDS = [field.name for field in Application._meta.fields if field.name not in _OWN] + _POSTING


def _send(client, data, **values):
    data = data if isinstance(data, bytes) else data.encode()
    return client.post(reverse("jobs:import"), {"file": SimpleUploadedFile("jobs.csv", data), **values})


def _step(client, page, step, **values):
    """Press a button on the preview; ticks stand as they are shown unless told otherwise."""
    context = page.context
    told = {
        "table": context["table"],
        "shown": context["lines"],
        "page": context["page"].number,
        "take": [str(row.sent.line) for row in context["page"] if row.take],
        "step": step,
    }
    return client.post(reverse("jobs:import"), told | values, follow=True)


def _kept(user):
    rows = Application.objects.owned_by(user).order_by("pk")
    logs = StageChange.objects.owned_by(user).order_by("application_id", "pk").values_list("stage", "on", "note")
    asked = FollowUp.objects.owned_by(user).order_by("application_id", "pk").values_list("on", "way", "note")
    roles = [row.posting.role for row in rows]
    return [*rows.values(*_FIELDS)], [*logs], [*asked], roles


def test_a_table_brought_into_an_empty_account_gives_the_same(as_seeker, seeker, client):
    role = make_role(title="Pharmacy technician")
    full = make_application(
        owner=seeker, role=role, title="=HYPERLINK(1)", employer="'=odd", place="-Ohio", text="First; line,\r\n\r\n“x”\t.",
        link="https://example.org/7?a=b", closes_on=date(2026, 12, 24), pay_low="18.50", pay_high=21, pay_per="hour",
        hours="Nights", musts="PTCB\nTyping", nices="+Spanish", source="job-board", source_name="@board", way="in-person",
        stage="applied", next_action="=call", next_on=date(2026, 12, 1), notes="two\n\nparagraphs", on=date(2026, 9, 1),
    )  # fmt: skip
    move(full, "interview", on=date(2026, 9, 20), note="by phone: Ms. Lee")
    follow_up(full, on=date(2026, 9, 25), way="email", note="short")
    full.whom, full.confirmation = "Ms. Lee", "0042"
    full.save()
    make_application(owner=seeker, title="Plain", employer="", on=date(2026, 9, 2))
    make_application(owner=seeker, title="Over", employer="Hill", stage="quiet", on=date(2026, 9, 3))
    make_application(title="Somebody else’s")
    Posting.objects.filter(pk=full.posting.pk).update(fingerprint=fingerprint(full.posting.text))

    data = as_seeker.get(reverse("jobs:export")).content
    other = make_user()
    client.force_login(other)
    page = _step(client, _send(client, data), "keep")

    assert page.redirect_chain[-1][0] == reverse("jobs:list")
    assert _kept(other) == _kept(seeker)
    assert client.get(reverse("jobs:export")).content == data


def test_no_cell_of_the_file_is_run_as_a_formula(as_seeker, seeker):
    make_application(owner=seeker, title="=1+1", employer="+1", place="-1", notes="@x")

    cells = as_seeker.get(reverse("jobs:export")).content.decode("utf-8-sig").splitlines()[1].split(",")

    assert cells[:3] == ["'=1+1", "'+1", "'-1"]
    assert "'@x" in cells


@pytest.mark.parametrize("cell", ["=1", "'=1", "''=1", "'x", "x", "'"])
def test_what_a_guard_puts_before_a_cell_is_taken_away_again(cell):
    assert [row.cells for row in read_rows(csv_text([["head", "b"], [cell, "b"]]))][1] == [cell, "b"]


@pytest.mark.parametrize(
    "data",
    [
        "Position;Company;Status;Date applied\nTécnica;Peña;Phone screen;11/05/2026\n".encode("utf-8-sig"),
        "Position\tCompany\tStatus\tDate applied\r\nTécnica\tPeña\tPhone screen\t2026-11-05\r\n".encode("cp1252"),
        "sep=;\r\nPosition;Company;Status;Date applied\r\nTécnica;Peña;phone screen;Nov 5 2026\r\n".encode(),
    ],
)
def test_what_other_programs_write_is_read(as_seeker, seeker, data):
    _step(as_seeker, _send(as_seeker, data), "keep")

    one = Application.objects.owned_by(seeker).get()
    assert (str(one), one.stage, one.applied_on) == ("Técnica, Peña", "screening", date(2026, 11, 5))
    assert [line.stage for line in one.changes.all()] == ["saved", "applied", "screening"]
    assert one.last_on == timezone.localdate()
    assert [deed.on for deed in Deed.objects.owned_by(seeker)] == [date(2026, 11, 5)]


def test_pay_in_one_cell_and_a_place_that_we_do_not_know_are_kept(as_seeker, seeker):
    data = 'title,salary,source,pay from\nOne,"$18 - $21.50 an hour",Indeed,\nTwo,,referral,"$1,234"\n'

    _step(as_seeker, _send(as_seeker, data), "keep")

    one, two = Posting.objects.owned_by(seeker).order_by("pk")
    assert (one.pay_low, one.pay_high, one.pay_per) == (18, 21.5, "hour")
    assert (one.source, one.source_name, two.source, two.pay_low) == ("other", "Indeed", "network", 1234)


@pytest.mark.parametrize(
    ("head", "cell", "key", "sentence"),
    [
        ("title", "", "title", "Write the job title."),
        ("title", "x" * 161, "title", "At most 160 characters fit here."),
        ("stage", "Nowhere", "stage", "“Nowhere” is not one of these words: Saved, "),
        ("stage", "Rejected", "applied_on", "Write the day on which you applied."),
        ("applied on", "2026-02-30", "applied_on", "Write the day as 2026-11-23"),
        ("applied on", "2999-01-01", "applied_on", "Write a day from"),
        ("pay from", "much", "pay_low", "Write the amount as a number, such as 18.50."),
        ("link", "not a link", "link", "Write a whole web address"),
        ("stages", "yesterday Applied", "log", "Write a stage and its day in each line"),
        ("asked how it stands", "2026-11-15 Pigeon", "follow_ups", "Write a day and how in each line"),
    ],
)
def test_a_damaged_row_is_named_and_put_right_on_the_page(as_seeker, seeker, head, cell, key, sentence):
    table = [["employer", "title", head], ["Good", "Right", ""], ["Bad", "Wrong", cell]]
    table = [row[:1] + row[2:] for row in table] if head == "title" else table
    table = [table[0], ["Good", "Right"], table[2]] if head == "title" else table

    page = _send(as_seeker, csv_text(table))
    [row] = page.context["preview"].bad
    assert (row.sent.line, [each.key for each in row.troubles]) == (3, [key])
    assert sentence in row.troubles[0].words and sentence in page.content.decode()

    page = _step(as_seeker, page, "keep")
    assert [str(one) for one in Application.objects.owned_by(seeker)] == ["Right, Good"]
    right = {"log": "2026-11-05 Applied", "follow_ups": "2026-11-15 Phone", "stage": "Saved", "pay_low": "18"}
    right |= {"link": "example.org/7", "applied_on": "2026-11-05", "title": "Mended"}
    page = _step(as_seeker, page, "keep", **{f"cell-3-{key}": right[key]})
    assert page.redirect_chain[-1][0] == reverse("jobs:list")
    assert Application.objects.owned_by(seeker).count() == 2


def test_a_line_with_a_stray_quotation_mark_spoils_no_other(as_seeker, seeker):
    page = _send(as_seeker, 'title,spare,employer\nOne,,A\n"Two,x,B\nThree,,C\n')

    [row] = page.context["preview"].bad
    assert (row.sent.line, row.troubles[0].cell) == (3, '"Two,x,B')

    _step(as_seeker, page, "keep", **{"cell-3-": '"Two",x,B'})
    assert [str(one) for one in Application.objects.owned_by(seeker).order_by("pk")] == ["One, A", "Two, B", "Three, C"]


def test_known_jobs_are_left_out_unless_ticked_and_rows_can_be_left_out(as_seeker, seeker):
    make_application(owner=seeker, title="Retail", employer="Hill")
    page = _send(as_seeker, "title,employer\nretail, HILL\nNew,Hill\nNew,Hill\nOther,Hill\n,Nobody\n")

    assert [row.sent.line for row in page.context["preview"].same] == [2, 4]
    assert "Line 3 says the same." in page.content.decode()

    page = _step(as_seeker, page, "leave")
    assert not page.context["preview"].bad
    _step(as_seeker, page, "keep", take=["2", "5"])

    assert sorted(row.posting.title for row in Application.objects.owned_by(seeker)) == ["Other", "Retail", "retail"]


def test_looking_keeps_nothing_and_keeping_twice_keeps_once(as_seeker, seeker):
    page = _send(as_seeker, "title\nOne\n")
    assert not Application.objects.exists()

    _step(as_seeker, page, "keep")
    again = _step(as_seeker, page, "keep")

    assert Application.objects.owned_by(seeker).count() == 1
    assert "Nothing new in this table" in again.content.decode()


def test_many_rows_come_in_pages_and_ticks_are_remembered(as_seeker, seeker):
    page = _send(as_seeker, "title,employer\n" + "".join(f"Job {number},E\n" for number in range(1, 1201)))
    assert page.content.decode().count('name="take"') == 50

    page = _step(as_seeker, page, "later", take=["2"])
    assert page.context["page"].number == 2
    _step(as_seeker, page, "keep")

    assert Application.objects.owned_by(seeker).count() == 1200 - 49


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (" \n", "There is nothing in this file."),
        ("title\n", "This file has a head, and no job below it."),
        ("employer\nHill\n", "This table has no column called “title”."),
        (b"PK\x03\x04", "This is a workbook, not a CSV file."),
        (b"", "This file is empty."),
        ("title\n" + "x\n" * (MOST_ROWS + 1), "3,000 is the most at a time"),
    ],
)
def test_a_file_that_is_no_such_table_is_answered_with_a_sentence(as_seeker, data, sentence):
    assert sentence in _send(as_seeker, data).content.decode()


def test_only_the_table_that_one_was_given_is_taken_back(as_seeker, client):
    page = _send(as_seeker, "title\nOne\n")
    client.force_login(make_user())

    answer = _step(client, page, "keep")

    assert "Choose the file once more." in answer.content.decode()
    assert not Application.objects.exists()


def test_the_template_is_read_as_it_comes(as_seeker):
    page = _send(as_seeker, text_of(as_seeker.get(reverse("jobs:template")).content))

    assert len(page.context["preview"].chosen) == 1
