"""Courses out of a table: looked through, then kept together or not at all."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from certifications.forms.csv import MOST_ROWS, preview_of
from certifications.models import CECredit
from kit.csv_tables import TableError, csv_text, rows_of, text_of
from tests.certifications.courses import make_ruled, put
from tests.factories import make_credential, make_credit, make_held

pytestmark = pytest.mark.django_db

IMPORT = "/my/ce/import/"
HEAD = "title,completed on,hours\n"


@pytest.fixture
def held(seeker):
    return make_ruled(seeker, credential=make_credential(abbreviation="Texas license"))


def read(text, held, **fields):
    told = {"owner": held.holder, "helds": [held], "serves": [str(held.pk)], "known": []}
    return preview_of(text, **(told | fields))


def send(client, data, name="courses.csv", **fields):
    data = data if isinstance(data, bytes) else data.encode()
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, data), **fields})


def test_columns_are_found_by_name_in_any_order(held):
    preview = read("Hours,UAN,Course Title,Date,Sponsor,Topic\n1.5,A-1,Law,2026-01-05,ABC,law; T\n", held)

    [row] = preview.good
    credit = row.credit
    assert (credit.title, credit.provider, credit.quantity, credit.activity_id) == ("Law", "ABC", 1.5, "A-1")
    assert (credit.completed_on, credit.tags, row.helds) == (date(2026, 1, 5), ["T", "law"], [held])


@pytest.mark.parametrize(
    "written",
    ["2026-11-03", "11/03/2026", "11/3/26", "3 November 2026", "Nov 3 2026", "November 3, 2026", "03-Nov-2026",
     "2026/11/03", "2026-11-03 00:00:00"],
)  # fmt: skip
def test_common_dates_are_read(held, written):
    preview = read(f'{HEAD}Law,"{written}",1\n', held)

    assert [row.credit.completed_on for row in preview.good] == [date(2026, 11, 3)]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Law,2026-02-30,1", "Write the date as 2026-11-23, 11/23/2026 (month first) or 23 November 2026."),
        ("Law,23/11/2026,1", "Write the date as 2026-11-23, 11/23/2026 (month first) or 23 November 2026."),
        ("Law,,1", "Write the day on which you finished it."),
        ("Law,2026-01-05,two", "Hours must be a number, such as 1.5."),
        ("Law,2026-01-05,0", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("Law,2026-01-05,-1", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("Law,2026-01-05,1000", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("Law,2026-01-05", "Write how much it was, such as 1.5."),
        (",2026-01-05,1", "Write the title, as it stands on the certificate."),
    ],
)
def test_a_bad_row_is_named_with_what_to_do(held, row, sentence):
    preview = read(f"{HEAD}Fine,2026-01-05,1\n{row}\n", held)

    [bad] = preview.bad
    assert (bad.line, bad.errors) == (3, [sentence])


def test_marks_units_and_credentials_that_we_do_not_know_are_named(held):
    head = "title,completed on,hours,unit,marks,credentials\n"

    preview = read(f"{head}Law,2026-01-05,1,weeks,moonshine,Unknown\n", held)

    assert preview.bad[0].errors == [
        "Choose hours, CEU or NHA credits.",
        "“moonshine” is no mark that we know. Use a mark of the template.",
        "You hold no credential called “Unknown”. Use its name as it stands here.",
    ]


def test_marks_may_be_written_in_words_and_units_in_several_ways(held):
    head = "title,completed on,hours,unit,marks,credentials\n"

    preview = read(f"{head}Law,2026-01-05,1,CEUs,Pharmacy law (ACPE topic 03); t,texas license\n", held)

    assert (preview.good[0].credit.tags, preview.good[0].credit.unit) == (["T", "law"], "ceu")


def test_a_mark_that_only_ones_own_rule_knows_is_read_too(held):
    preview = read("title,completed on,hours,marks\nKidneys,2026-01-05,1,Dialysis\n", held, asked={"dialysis"})

    assert preview.good[0].credit.tags == ["dialysis"]


def test_of_many_unknown_names_only_the_first_are_told(held):
    preview = read(f"title,completed on,hours,marks\nLaw,2026-01-05,1,{';'.join('x' * 90 for _ in range(50))}\n", held)

    assert [len(error) < 120 for error in preview.bad[0].errors] == [True] * 3


def test_a_course_that_stands_here_already_is_left_out(held):
    known = [put(held, 1, title="Law", completed_on=date(2026, 1, 5))]

    preview = read(f"{HEAD}law,2026-01-05,1.00\nLaw,2026-01-05,2\nLaw,2026-01-05,2\n", held, known=known)

    assert [(row.line, row.repeats) for row in preview.repeated] == [
        (2, "It stands on your list already."),
        (4, "It stands in line 3 of this table already."),
    ]
    assert [row.line for row in preview.good] == [3]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing in this file."),
        ("\n\n , ,\n", "There is nothing in this file."),
        ("name;wage\nAnn;20\n", "This table has no columns called “completed on”, “hours”."),
        ("title,date\nLaw,2026-01-05\n", "This table has no column called “hours”."),
        ("Dear board,\nI did some courses.\n", "This table has no columns called “title”, “completed on”, “hours”."),
        (HEAD, "This file has a head, and no course below it."),
        (HEAD + '"Law,2026-01-05,1\n', "Line 2 cannot be read"),
    ],
)
def test_a_table_of_another_shape_is_answered_with_a_sentence(as_seeker, held, text, sentence):
    answer = send(as_seeker, text or " ")

    assert sentence in answer.content.decode().replace("&#x27;", "'")
    assert not CECredit.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04workbook", "This is a workbook, not a CSV file."),
        (b"%PDF-1.7", "This is a document or a picture, not a CSV file."),
        (b"title\x00,date", "This is no text inside."),
        (b"", "This file is empty."),
        (HEAD.encode() + b"x" * (2 * 1024 * 1024), "This file is larger than 2 MB."),
    ],
)
def test_a_file_that_is_no_table_is_answered_with_a_sentence(as_seeker, data, sentence):
    assert sentence in send(as_seeker, data).content.decode()


@pytest.mark.parametrize(
    "data",
    [
        "title;completed on;hours\nÉtude;2026-01-05;1\n".encode("utf-8-sig"),
        "title\tcompleted on\thours\r\nÉtude\t2026-01-05\t1\r\n".encode("utf-16"),
        "title,completed on,hours\rÉtude,2026-01-05,1\r".encode("cp1252"),
    ],
)
def test_what_spreadsheet_programs_write_is_read(data):
    assert rows_of(text_of(data))[1] == (2, ["Étude", "2026-01-05", "1"])


def test_two_thousand_courses_are_taken_and_one_more_is_not(held):
    rows = "".join(f"Course {number},2026-01-05,1\n" for number in range(MOST_ROWS))

    assert len(read(HEAD + rows, held).good) == MOST_ROWS
    with pytest.raises(TableError, match="This file has 2001 courses"):
        read(HEAD + rows + "More,2026-01-05,1\n", held)


def test_looking_keeps_nothing_and_confirming_keeps_everything(as_seeker, seeker, held):
    text = f"{HEAD}Law,2026-01-05,1\nSafety,2026-01-06,2\n"

    looked = send(as_seeker, text, serves=[held.pk])
    before = CECredit.objects.count()
    as_seeker.post(IMPORT, {"text": looked.context["text"], "serves": [held.pk]})

    assert "2 courses are ready" in looked.content.decode()
    assert before == 0
    assert {credit.title for credit in CECredit.objects.owned_by(seeker).serving(held)} == {"Law", "Safety"}


def test_with_one_bad_row_nothing_is_kept_even_when_it_is_confirmed(as_seeker, held):
    text = f"{HEAD}Law,2026-01-05,1\nSafety,2026-01-06,two\n"

    looked = send(as_seeker, text)
    answer = as_seeker.post(IMPORT, {"text": text})

    assert "1 row needs a change" in looked.content.decode()
    assert "1 row needs a change" in answer.content.decode()
    assert not CECredit.objects.exists()


def test_confirming_twice_keeps_once(as_seeker, held):
    text = f"{HEAD}Law,2026-01-05,1\n"
    as_seeker.post(IMPORT, {"text": text})

    answer = as_seeker.post(IMPORT, {"text": text})

    assert "Nothing new in this table" in answer.content.decode()
    assert CECredit.objects.count() == 1


def test_another_persons_credential_is_not_served(as_seeker):
    foreign = make_held()

    as_seeker.post(IMPORT, {"text": f"{HEAD}Law,2026-01-05,1\n", "serves": [foreign.pk]})

    assert not CECredit.objects.exists()


def test_the_spreadsheet_of_all_courses_can_be_read_in_again(as_seeker, seeker, held):
    put(held, "1.5", "T", "law", title="=1+1", provider="-minus", activity_id="A-1", unit="ceu")
    before = [*CECredit.objects.values("title", "provider", "quantity", "unit", "tags", "activity_id", "completed_on")]
    text = text_of(as_seeker.get("/my/ce/courses.csv").content)
    CECredit.objects.all().delete()

    as_seeker.post(IMPORT, {"text": text})

    again = CECredit.objects.values("title", "provider", "quantity", "unit", "tags", "activity_id", "completed_on")
    assert [*again] == before
    assert [*CECredit.objects.get().serves.all()] == [held]


def test_the_template_is_read_as_it_comes(as_seeker, held):
    text = text_of(as_seeker.get("/my/ce/import/template.csv").content)

    assert len(read(text, held).good) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_run_as_a_formula(cell):
    text = csv_text([[cell, "plain"]])

    assert text.removeprefix("\ufeff").lstrip('"').startswith("'")


def test_five_thousand_courses_are_the_most_that_a_person_keeps(as_seeker, seeker, monkeypatch):
    monkeypatch.setattr("certifications.views.imports.MOST_KEPT", 2)
    make_credit(owner=seeker)

    one_more = as_seeker.post(IMPORT, {"text": f"{HEAD}Law,2026-01-05,1\n"}, follow=True).content.decode()
    too_many = as_seeker.post(IMPORT, {"text": f"{HEAD}Other,2026-01-05,1\n"}, follow=True).content.decode()

    assert "1 course is written down." in one_more
    assert "You have 2 courses here, and 5,000 is the most." in too_many
