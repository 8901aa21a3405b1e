"""The desk for rules: drafted in fields, tried, published, ended; due again; and who may do it."""

import html
import json
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from certifications import models
from certifications.models import PracticeQuestion, RenewalRuleVersion
from tests.factories import (
    make_credential,
    make_credit,
    make_held,
    make_outline,
    make_pathway,
    make_rule,
    make_rule_version,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ADD = reverse("admin:certifications_renewalruleversion_add")
DUE = reverse("admin:certifications_due")
FIELDS = {
    "number": "1",
    "in_force_from": "2026-01-01",
    "anchor": "earned",
    "total": "20",
    "cycle_months": "24",
    "minimums": "law 1\nT 15\nlocal-topic 2 topic not first",
    "caps": "P 5",
    "excluded_tags": "in_service",
    "carry_max": "0",
    "first_cycle": "full",
    "prorate_months": "floor",
    "threshold_months": "12",
    "short_total": "0",
    "grace_days": "0",
    "reinstate_months": "12",
    "confidence": "high",
    "body": "{}",
}
MADE = {
    "total": "20",
    "cycle_months": 24,
    "minimums": [
        {"tag": "law", "hours": "1", "dimension": "topic"},
        {"tag": "T", "hours": "15", "dimension": "audience"},
        {"tag": "local-topic", "hours": "2", "dimension": "topic", "in_first_cycle": False},
    ],
    "caps": [{"tag": "P", "hours": "5"}],
    "excluded_tags": ["in_service"],
}


def text_of(answer) -> str:
    """The words of a page, one blank between two."""
    return " ".join(re.sub(r"<[^>]*>", " ", html.unescape(answer.content.decode())).split())


def page(version, name="change"):
    return reverse(f"admin:certifications_renewalruleversion_{name}", args=[version.pk])


def make_draft(**fields):
    ready = {
        "published_at": None,
        "summary": "Twenty hours.",
        "source": make_source(),
        "checked_on": TODAY,
        "review_by": TODAY + timedelta(days=90),
        "body": {"total": "20"},
        "in_force_from": TODAY,
    }
    return make_rule_version(**{**ready, **fields})


def send(client, **changed):
    rule = make_rule()
    return rule, client.post(ADD, FIELDS | {"rule": rule.pk} | changed)


# ---- the form


def test_a_rule_is_written_without_json(as_editor):
    rule, answer = send(as_editor)

    version = rule.versions.get()
    assert answer.status_code == 302
    assert (version.body, version.is_published) == (MADE, False)


def test_the_fields_show_what_the_body_says(as_editor):
    rule, _answer = send(as_editor)

    form = as_editor.get(page(rule.versions.get())).context["adminform"].form

    assert form["minimums"].value() == "law 1\nT 15\nlocal-topic 2 not first"
    assert (form["caps"].value(), form["excluded_tags"].value()) == ("P 5", "in_service")
    assert form["total"].value() == Decimal(20)


def test_saving_a_draft_unchanged_leaves_its_body(as_editor):
    rule, _answer = send(as_editor)
    version = rule.versions.get()
    form = as_editor.get(page(version)).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}

    as_editor.post(
        page(version), {name: "" if value is None else value for name, value in values.items() if value is not False}
    )

    version.refresh_from_db()
    assert version.body == MADE


def test_a_rule_is_written_as_json(as_editor):
    rule, _answer = send(as_editor)
    version = rule.versions.get()
    form = as_editor.get(page(version)).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    sent = {name: "" if value is None else value for name, value in values.items() if value is not False}

    as_editor.post(page(version), sent | {"body": json.dumps({"total": "12", "carry_max": "3"})})

    version.refresh_from_db()
    assert version.body == {"total": "12", "cycle_months": 24, "carry_max": "3"}


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"minimums": "law"}, "minimums", "Write mark and hours, such as “law 1”, not “law”."),
        (
            {"minimums": "law 1\nsafety two"},
            "minimums",
            "Line 2: This must be a number, such as “1.5”, with a point and no letters.",
        ),
        ({"minimums": "law 1\nlaw 2"}, "minimums", "Line 2: This tag stands in the list twice."),
        ({"minimums": "law -1"}, "minimums", "Line 1: This must not be less than 0."),
        ({"caps": "P five hours"}, "caps", "Write a name and a number, such as “P 5”, not “P five hours”."),
        ({"unit_hours": "hour 0"}, "unit_hours", "This must be more than 0."),
        ({"total": "-1"}, "total", "Ensure this value is greater than or equal to 0."),
        ({"total": "two"}, "total", "Enter a number."),
        ({"cycle_months": "121"}, "cycle_months", "Ensure this value is less than or equal to 120."),
        ({"body": "{"}, "body", "This is not valid JSON. Look for a missing comma or quotation mark."),
        (
            {"anchor": "fixed", "anchor_month": "6"},
            "anchor",
            "Say on which day of the month the cycles end: a number from 1 to 31.",
        ),
        (
            {"anchor": "fixed", "anchor_month": "6", "anchor_day": "30", "cycle_months": "18"},
            "anchor",
            "Cycles that end on a fixed day of such years last 12 months, or a multiple of it.",
        ),
        (
            {"in_force_until": "2025-12-31"},
            "__all__",
            "The last day in force must not come before the first.",
        ),
    ],
)
def test_a_slip_gets_a_sentence_and_keeps_what_was_typed(as_editor, changed, field, sentence):
    rule, answer = send(as_editor, **changed)

    errors = answer.context["adminform"].form.errors
    assert errors[field] == [sentence]
    assert not rule.versions.exists()
    assert answer.context["adminform"].form["caps"].value() == changed.get("caps", "P 5")


def test_fields_and_json_are_not_changed_at_once(as_editor):
    _rule, answer = send(as_editor, body='{"total": "3"}')

    assert answer.context["adminform"].form.errors["body"] == [
        "You changed the fields and the JSON. Change one of them, and leave the other."
    ]


# ---- trying and publishing


def test_the_next_version_is_begun_on_the_page_of_the_rule(as_editor):
    version = make_rule_version()

    as_editor.post(reverse("admin:certifications_renewalrule_begin", args=[version.rule_id]))

    draft = version.rule.versions.get(number=2)
    assert (draft.body, draft.is_published) == (version.body, False)
    assert "Versions" in text_of(
        as_editor.get(reverse("admin:certifications_renewalrule_change", args=[draft.rule_id]))
    )


def test_a_trial_names_nobody(as_editor):
    old = make_rule_version(body={"total": "1"})
    draft = make_draft(rule=old.rule, number=2)
    holder = make_user(name="Petra Private", email="petra@example.org")
    held = make_held(holder=holder, credential=old.rule.credential, expires_on=TODAY + timedelta(days=300))
    make_credit(owner=holder, serves=[held], completed_on=TODAY, title="A private course")

    answer = as_editor.get(page(draft, "try"))

    text = text_of(answer)
    assert answer.context["trial"].losing == 1
    assert "Complete now, and then no longer 1" in text
    assert "2.00" not in text
    assert not {"Petra", "petra@example.org", "A private course"} & {*text.split()}
    assert RenewalRuleVersion.objects.published().count() == 1


def test_a_trial_of_nobodys_rule_says_so(as_editor):
    assert "Nobody keeps a ledger for this rule yet" in text_of(as_editor.get(page(make_draft(), "try")))


def test_publishing_freezes_the_page(as_editor):
    draft = make_draft()

    answer = as_editor.post(page(draft, "publish"), follow=True)

    draft.refresh_from_db()
    assert draft.is_published
    assert [*answer.context["adminform"].form.fields] == ["checked_on", "review_by", "confidence"]
    assert "Published and frozen." in text_of(answer)


def test_what_is_not_ready_is_not_published(as_editor):
    draft = make_draft(source=None)

    answer = as_editor.post(page(draft, "publish"), follow=True)

    draft.refresh_from_db()
    assert not draft.is_published
    assert "It was not published. Mend this first: Name the source." in text_of(answer)


def test_a_published_version_is_not_changed_by_posting_more_fields(as_editor):
    version = make_rule_version(body={"total": "20"})

    as_editor.post(page(version), FIELDS | {"rule": version.rule_id, "total": "1", "checked_on": "2026-02-01"})

    version.refresh_from_db()
    assert (version.body, version.checked_on) == ({"total": "20"}, date(2026, 2, 1))


def test_a_published_version_is_not_deleted(as_editor):
    published, draft = make_rule_version(), make_draft()

    answers = [as_editor.post(page(version, "delete"), {"post": "yes"}).status_code for version in (published, draft)]

    assert answers == [403, 302]
    assert [*RenewalRuleVersion.objects.all()] == [published]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2000-01-01", "The version is in force 1 January 2000 to 1 January 2000."),
        ("1999-12-31", "The last day in force must not come before the first."),
        ("soon", "Enter a valid date."),
    ],
)
def test_a_version_is_ended_on_a_day_of_its_time(as_editor, day, sentence):
    version = make_rule_version(in_force_from=date(2000, 1, 1))

    assert sentence in text_of(as_editor.post(page(version, "end"), {"ends_on": day}, follow=True))


def test_get_publishes_and_ends_nothing(as_editor):
    draft = make_draft()

    answers = [as_editor.get(page(draft, name)).status_code for name in ("publish", "end")]

    draft.refresh_from_db()
    assert (answers, draft.is_published) == ([404, 404], False)


# ---- the queue


@pytest.mark.parametrize(("days", "is_there"), [(-1, True), (30, True), (31, False)])
def test_what_is_due_is_listed_thirty_days_ahead(as_editor, days, is_there):
    due = TODAY + timedelta(days=days)
    make_rule_version(review_by=due)
    make_pathway(review_by=due)
    make_outline(review_by=due)

    assert len(as_editor.get(DUE).context["rows"]) == 3 * is_there


def test_a_draft_is_not_due(as_editor):
    make_draft(review_by=TODAY)

    assert "Nothing is due." in text_of(as_editor.get(DUE))


def test_ticked_rows_are_due_again_in_a_year(as_editor):
    version, way = make_rule_version(review_by=TODAY), make_pathway(review_by=TODAY)
    other = make_outline(review_by=TODAY)

    as_editor.post(DUE, {"checked": [f"version-{version.pk}", f"pathway-{way.pk}"]})

    for row in (version, way, other):
        row.refresh_from_db()
    later = TODAY + timedelta(days=365)
    assert [version.review_by, way.review_by, other.review_by] == [later, later, TODAY]
    assert version.checked_on == TODAY


def test_the_front_page_counts_what_is_due(as_editor):
    make_rule_version(review_by=TODAY)

    text = text_of(as_editor.get(reverse("admin:index")))

    assert "1 Certifications due" in text
    assert "0 Questions not reviewed" in text


# ---- questions

QUESTION = """\
- slug: refills
  kind: law
  stem: How often may it be refilled?
  choices: [five times, twice]
  answer: 0
  rationale: The rule says five.
  source: board
  source_words: 21 CFR 1306.22
  places: [{credential: cph, domain: law}]
"""
IMPORT = reverse("admin:certifications_practicequestion_import")


def upload(client, text):
    return client.post(IMPORT, {"file": SimpleUploadedFile("questions.yaml", text.encode())})


def test_questions_come_in_from_a_file(as_editor):
    make_credential(slug="cph")
    make_source(key="board")

    upload(as_editor, QUESTION)

    question = PracticeQuestion.objects.get()
    assert (question.slug, question.reviewed_by) == ("refills", "")
    assert question.places.get().credential.slug == "cph"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("answer: 0", "answer: 5", "line 1: answer: give the place of the right answer, from 0 to 1."),
        ("cph", "none", "line 1: “none” does not exist: there is no such credential."),
        ("stem:", "stern:", "line 3: The key “stern” is unknown."),
        (QUESTION, "", "The submitted file is empty."),
        (QUESTION, "# nothing yet", "There is no question in this file."),
        (QUESTION, "a,b,c", "must be a list"),
    ],
)
def test_a_broken_file_of_questions_brings_in_nothing(as_editor, old, new, problem):
    make_credential(slug="cph")
    make_source(key="board")

    answer = upload(as_editor, QUESTION.replace(old, new))

    assert problem in text_of(answer)
    assert not PracticeQuestion.objects.exists()


def test_a_question_that_is_here_already_stays(as_editor):
    make_credential(slug="cph")
    make_source(key="board")
    upload(as_editor, QUESTION)

    answer = upload(as_editor, QUESTION.replace("five times", "six times"))

    assert "The question “refills” is here already." in text_of(answer)
    assert PracticeQuestion.objects.get().choices == ["five times", "twice"]


def test_a_question_is_written_with_one_answer_a_line(as_editor):
    fields = {
        "slug": "units", "kind": "knowledge", "stem": "How many?", "choices": "one\r\ntwo\r\nthree", "answer": "1",
        "rationale": "Two.", "why_not": "\r\n\r\nToo many.", "is_published": "on",
        "places-TOTAL_FORMS": "0", "places-INITIAL_FORMS": "0",
    }  # fmt: skip

    answer = as_editor.post(reverse("admin:certifications_practicequestion_add"), fields)

    question = PracticeQuestion.objects.get()
    assert answer.status_code == 302
    assert (question.choices, question.why_not) == (["one", "two", "three"], ["", "", "Too many."])


def test_a_question_with_a_wrong_place_gets_a_sentence(as_editor):
    fields = {
        "slug": "units", "kind": "knowledge", "stem": "How many?", "choices": "one\ntwo", "answer": "2",
        "rationale": "Two.", "why_not": "", "places-TOTAL_FORMS": "0", "places-INITIAL_FORMS": "0",
    }  # fmt: skip

    answer = as_editor.post(reverse("admin:certifications_practicequestion_add"), fields)

    assert answer.context["adminform"].form.errors["answer"] == ["give the place of the right answer, from 0 to 1."]


# ---- who may


def test_what_people_keep_of_their_own_is_not_at_the_desk():
    personal = {
        "HeldCredential", "ExamAppointment", "ShareLink", "CECredit", "EvidenceFile", "RenewalCycle", "CreditAllocation",
        "ReminderSent", "CalendarFeed", "PracticeSession", "Attempt", "Card", "ExamTarget", "StudyDone", "StudyGroup",
        "GroupMember",
    }  # fmt: skip
    shown = {model.__name__ for model in admin.site._registry if model._meta.app_label == "certifications"}

    assert shown & personal == set()
    assert personal | shown | {"PathwayCondition", "OutlineDomain", "QuestionPlace"} == {*models.__all__}


def test_editors_keep_rules_and_not_ledgers(editor):
    may = [
        editor.has_perm(f"certifications.{name}")
        for name in ("change_renewalruleversion", "add_practicequestion", "view_historicalpracticequestion")
    ]
    may_not = [
        editor.has_perm(f"certifications.{name}")
        for name in ("view_heldcredential", "view_cecredit", "view_attempt", "change_historicalpracticequestion")
    ]

    assert (may, may_not) == ([True] * 3, [False] * 4)


@pytest.mark.parametrize("name", ["change", "try"])
def test_a_seeker_is_sent_away(as_seeker, name):
    assert as_seeker.get(page(make_draft(), name)).status_code in {302, 403, 404}
