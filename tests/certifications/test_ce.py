"""The pages of continuing education: courses written down, changed, deleted, looked at, filed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certifications.actions.filing import file_renewal
from certifications.models import CECredit, HeldCredential
from tests.certifications.courses import fill, make_ruled, make_version, put
from tests.factories import make_credit, make_evidence, make_held, make_user

pytestmark = pytest.mark.django_db

LIST = "/my/ce/"
ADD = "/my/ce/add/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def held(seeker, today):
    """A credential whose cycle ends in a hundred days."""
    ends_on = today + timedelta(days=100)
    return make_ruled(seeker, earned_on=today - timedelta(days=2000), expires_on=ends_on, number="30100457")


def values(held, **fields):
    day = timezone.localdate().isoformat()
    return {
        "title": "Law",
        "completed_on": day,
        "quantity": "1.5",
        "unit": "hour",
        "tags": ["law"],
        "serves": [held.pk],
    } | fields


def errors(answer):
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def test_a_course_is_written_down_and_counts_at_once(as_seeker, seeker, held):
    answer = as_seeker.post(ADD, values(held), follow=True)

    credit = CECredit.objects.get()
    assert (credit.owner, credit.title, credit.quantity, credit.tags) == (seeker, "Law", 1.5, ["law"])
    assert answer.redirect_chain[-1][0] == reverse("ce:detail", args=[held.pk])
    assert "1.5 of 20 h" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("quantity", "0", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("quantity", "-1", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("quantity", "1,000", "Hours must be a number, such as 1.5."),
        ("quantity", "1000", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("quantity", "500.01", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("quantity", "99999999", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("quantity", "two", "Hours must be a number, such as 1.5."),
        ("quantity", "NaN", "Hours must be a number, such as 1.5."),
        ("quantity", "1e400", "Hours must be more than 0 and at most 500, such as 1.5."),
        ("quantity", "1.234", "Write at most two decimals, such as 1.25."),
        ("quantity", "", "Write how much it was, such as 1.5."),
        ("completed_on", "31 February 2026", "Write a whole date, such as 23 November 2026."),
        ("completed_on", "0001-01-01", "Write a day from 1 January 1950 to"),
        ("completed_on", "9999-12-31", "Write a day from 1 January 1950 to"),
        ("completed_on", "", "Write the day on which you finished it."),
        ("title", "", "Write the title, as it stands on the certificate."),
        ("title", "x" * 201, "Shorten the title to 200 characters; it has 201 now."),
        ("unit", "weeks", "Choose hours, CEU or NHA credits."),
        ("tags", "moonshine", "“moonshine” is no mark that we know. Take it out, or choose another."),
    ],
)
def test_what_cannot_be_is_answered_with_a_sentence_and_stays_as_it_was_typed(as_seeker, held, field, typed, sentence):
    answer = as_seeker.post(ADD, values(held, **{field: typed}))

    [found] = errors(answer)[field]
    assert found.startswith(sentence)
    assert "There is a problem" in answer.content.decode()
    assert not CECredit.objects.exists()
    if field in {"quantity", "title"} and typed:
        assert f'value="{typed}"' in answer.content.decode()


@pytest.mark.parametrize("typed", ["0.01", "500"])
def test_the_least_and_the_most_hours_are_taken(as_seeker, held, typed):
    as_seeker.post(ADD, values(held, quantity=typed))

    assert CECredit.objects.count() == 1


def test_an_acpe_number_brings_its_marks(as_seeker, held):
    as_seeker.post(ADD, values(held, tags=[], activity_id="0798-9999-18-246-L05-T"))

    assert CECredit.objects.get().tags == ["T", "live", "safety"]


def test_a_number_that_says_something_else_than_the_mark_is_asked_about(as_seeker, held):
    answer = as_seeker.post(ADD, values(held, tags=["P"], activity_id="0798-9999-18-246-H04-T"))

    assert errors(answer)["tags"] == ["The number ends in T, so take the other mark out, or correct the number."]


def test_the_same_number_again_is_kept_and_said(as_seeker, held):
    as_seeker.post(ADD, values(held, activity_id="A-1"))

    answer = as_seeker.post(ADD, values(held, activity_id=" a-1 "), follow=True)

    assert CECredit.objects.count() == 2
    assert "This activity number stands on your list already." in answer.content.decode()
    assert "another entry stands for it" in answer.content.decode()


def test_one_course_serves_several_credentials_and_only_ones_own(as_seeker, seeker, held):
    other, foreign = make_held(holder=seeker, name="BLS", earned_on=date(2025, 1, 1)), make_held()

    as_seeker.post(ADD, values(held, serves=[held.pk, other.pk]))
    answer = as_seeker.post(ADD, values(held, serves=[foreign.pk]))

    assert {*CECredit.objects.get().serves.all()} == {held, other}
    assert errors(answer)["serves"] == ["Choose from your own credentials."]


def test_without_a_credential_a_course_is_still_kept(as_seeker, seeker):
    as_seeker.post(ADD, {"title": "First aid", "completed_on": "2026-01-05", "quantity": "4", "unit": "hour"})

    assert CECredit.objects.get().owner == seeker


def test_a_course_is_changed(as_seeker, held):
    credit = put(held, 2, "T", title="Old")

    as_seeker.post(reverse("ce:edit", args=[credit.pk]), values(held, title="New", quantity="3", tags=["T", "law"]))

    credit.refresh_from_db()
    assert (credit.title, credit.quantity, credit.tags) == ("New", 3, ["T", "law"])


def test_a_course_is_deleted_with_its_file(as_seeker, held):
    credit = put(held, 2)
    make_evidence(credit=credit)

    asked = as_seeker.get(reverse("ce:delete", args=[credit.pk]))
    as_seeker.post(reverse("ce:delete", args=[credit.pk]))

    assert "Its certificate file goes with it." in asked.content.decode()
    assert not CECredit.objects.exists()


@pytest.fixture
def filed(held, today):
    """A course in a renewal that was filed."""
    credit = put(held, 2, title="Filed course", completed_on=today)
    file_renewal(held, filed_on=today, next_ends_on=today + timedelta(days=900))
    return credit


def test_a_filed_course_shows_why_it_stays(as_seeker, filed):
    page = as_seeker.get(reverse("ce:edit", args=[filed.pk])).content.decode()
    refused = as_seeker.get(reverse("ce:delete", args=[filed.pk])).content.decode()

    assert "This course was filed with a renewal" in page
    assert 'name="title"' not in page
    assert "To change it, take that filing back first." in refused


def test_a_filed_course_is_not_changed_by_what_is_sent(as_seeker, held, filed):
    as_seeker.post(reverse("ce:edit", args=[filed.pk]), values(held, title="Other", serves=[]))
    as_seeker.post(reverse("ce:delete", args=[filed.pk]))

    filed.refresh_from_db()
    assert filed.title == "Filed course"
    assert [*filed.serves.all()] == [held]


def test_a_letter_to_the_provider_is_ready_to_be_sent(as_seeker, seeker, held):
    credit = put(held, 2, title="Law & order", provider="ABC", activity_id="A-1")

    answer = as_seeker.get(
        reverse("ce:ask", args=[credit.pk]), {"wish": "number", "email": "ce@example.org"}
    ).content.decode()

    assert "mailto:ce@example.org?subject=Activity%20number%20for" in answer
    assert "Law%20%26%20order" in answer
    assert seeker.name in answer


@pytest.mark.parametrize("email", ["nobody", "a@b.org?bcc=x@y.org", "a@b.org\nBcc: x@y.org"])
def test_a_letter_goes_to_one_address_or_to_none(as_seeker, held, email):
    credit = put(held, 2)

    answer = as_seeker.get(reverse("ce:ask", args=[credit.pk]), {"wish": "number", "email": email})

    assert "Enter a whole e-mail address" in answer.content.decode()
    assert "mailto:?subject=" in answer.content.decode()


def test_the_page_of_a_credential_says_all_that_matters(as_seeker, held):
    put(held, "15.5", "T", completed_on=timezone.localdate())

    page = as_seeker.get(reverse("ce:detail", args=[held.pk])).content.decode()

    for words in (
        "15.5 of 20 h",
        "100 days left",
        "Your next step",
        "Renewing costs $55.",
        "30100457",
        "check with them",
    ):
        assert words in page


def test_what_if_shows_the_new_numbers_beside_the_old_and_stores_nothing(as_seeker, held):
    put(held, 10, "T", completed_on=timezone.localdate())

    page = as_seeker.get(reverse("ce:what_if", args=[held.pk]), {"hours": "2", "tags": "law"}).content.decode()

    assert "It would bring you from 10 hours to go to 8 hours." in page
    assert "12 of 20 h" in page
    assert CECredit.objects.count() == 1


@pytest.mark.parametrize("hours", ["0", "-1", "two", "1000", ""])
def test_what_if_with_impossible_hours_answers_with_a_sentence(as_seeker, held, hours):
    answer = as_seeker.get(reverse("ce:what_if", args=[held.pk]), {"hours": hours})

    assert answer.status_code == 200
    assert "hours" in errors(answer)


@pytest.mark.parametrize("query", [{"hours": "2", "tags": "nonsense"}, {"hours": "2", "on": "someday"}])
def test_what_if_refuses_marks_and_days_that_mean_nothing(as_seeker, held, query):
    answer = as_seeker.get(reverse("ce:what_if", args=[held.pk]), query)

    assert answer.status_code == 200
    assert answer.context["found"] is None


def test_a_renewal_is_filed_and_taken_back(as_seeker, held, today):
    for credit in fill(held):
        CECredit.objects.filter(pk=credit.pk).update(completed_on=today)
    new_end = (today + timedelta(days=800)).isoformat()

    filed = as_seeker.post(
        reverse("ce:file", args=[held.pk]), {"filed_on": today.isoformat(), "next_ends_on": new_end}, follow=True
    )
    cycle = held.cycles.filed().get()
    back = as_seeker.post(reverse("ce:take_back", args=[cycle.pk]), follow=True)

    assert "All hours were there." in filed.content.decode()
    assert "The filing is taken back." in back.content.decode()
    assert not held.cycles.filed().exists()


def test_hours_that_are_missing_must_be_answered_for(as_seeker, held, today):
    said = {"filed_on": today.isoformat(), "next_ends_on": (today + timedelta(days=800)).isoformat()}

    refused = as_seeker.post(reverse("ce:file", args=[held.pk]), said)
    as_seeker.post(reverse("ce:file", args=[held.pk]), said | {"sure": "on"})

    assert errors(refused) == {"sure": ["Tick the box if the renewal was accepted all the same."]}
    assert held.cycles.filed().count() == 1


def test_a_new_last_day_before_the_renewal_is_refused(as_seeker, held, today):
    said = {"filed_on": today.isoformat(), "next_ends_on": today.isoformat(), "sure": "on"}

    answer = as_seeker.post(reverse("ce:file", args=[held.pk]), said)

    assert errors(answer) == {"next_ends_on": ["The new last day must come after the renewal."]}


@pytest.mark.parametrize(
    ("fields", "errors_"),
    [
        ({"ends_on": "2024-06-30"}, {"ends_on": ["The last day must not come before the first."]}),
        ({"ends_on": "2036-07-01"}, {"ends_on": ["No cycle lasts more than ten years. Check both days."]}),
        ({"carry_in": "-1"}, {"carry_in": ["Hours carried in are 0 or more."]}),
        ({"carry_in": "some"}, {"carry_in": ["Hours must be a number, such as 1.5."]}),
        ({"starts_on": "2024-02-30"}, {"starts_on": ["Write a whole date, such as 23 November 2026."]}),
    ],
)
def test_an_impossible_cycle_is_answered_with_a_sentence(as_seeker, held, fields, errors_):
    said = {"starts_on": "2024-07-01", "ends_on": "2026-06-30"} | fields

    answer = as_seeker.post(reverse("ce:cycle_edit", args=[held.pk]), said)

    assert errors(answer) == errors_
    assert not held.cycles.exists()


def test_an_overlapping_cycle_is_answered_with_a_sentence(as_seeker, held, filed):
    cycle = held.cycles.filed().get()
    said = {"starts_on": cycle.ends_on.isoformat(), "ends_on": (cycle.ends_on + timedelta(days=99)).isoformat()}

    answer = as_seeker.post(reverse("ce:cycle_edit", args=[held.pk]), said)

    assert "These days overlap the cycle" in errors(answer)["starts_on"][0]


def test_a_cycle_is_written_down_where_no_rule_is_known(as_seeker, seeker):
    held = make_held(holder=seeker, name="BLS", earned_on=date(2024, 7, 1))

    as_seeker.post(
        reverse("ce:cycle_edit", args=[held.pk]), {"starts_on": "1 July 2024", "ends_on": "6/30/2026", "is_first": "on"}
    )

    assert [(cycle.ends_on, cycle.is_first) for cycle in held.cycles.all()] == [(date(2026, 6, 30), True)]


def test_what_has_lapsed_is_reinstated_step_by_step(as_seeker, seeker, today):
    held = make_ruled(seeker, earned_on=today - timedelta(days=2000), expires_on=today - timedelta(days=10))

    before = as_seeker.get(reverse("ce:detail", args=[held.pk])).content.decode()
    begun = as_seeker.post(reverse("ce:reinstate", args=[held.pk]), follow=True).content.decode()
    stopped = as_seeker.post(reverse("ce:reinstate", args=[held.pk]), follow=True).content.decode()

    assert "Begin reinstating it" in before
    assert "which is what reinstatement asks for" in begun
    assert "The hours are counted as before." in stopped


def test_what_is_in_force_cannot_be_reinstated(as_seeker, held):
    answer = as_seeker.post(reverse("ce:reinstate", args=[held.pk]), follow=True)

    assert "It can be reinstated only after it has lapsed" in answer.content.decode()


def test_a_broken_rule_is_told_to_its_holder(as_seeker, held):
    make_version(held)

    page = as_seeker.get(LIST).content.decode()

    assert "Our rule for it is being mended" in page


def test_an_empty_ledger_teaches(as_seeker):
    page = as_seeker.get(LIST).content.decode()

    assert "Add a credential first" in page


@pytest.mark.parametrize("name", ["detail", "what_if", "cycle_edit", "file", "transcript", "transcript_csv"])
def test_another_persons_ledger_does_not_exist(as_seeker, today, name):
    held = make_ruled(make_user(), expires_on=today + timedelta(days=100))

    assert as_seeker.get(reverse(f"ce:{name}", args=[held.pk])).status_code == 404


@pytest.mark.parametrize("name", ["edit", "delete", "ask"])
def test_another_persons_course_does_not_exist(as_seeker, name):
    credit = make_credit()

    assert as_seeker.get(reverse(f"ce:{name}", args=[credit.pk])).status_code == 404
    assert as_seeker.post(reverse(f"ce:{name}", args=[credit.pk])).status_code in {404, 405}
    assert CECredit.objects.filter(pk=credit.pk).exists()


@pytest.mark.parametrize("name", ["cycle", "take_back", "cycle_transcript"])
def test_another_persons_filing_does_not_exist(as_seeker, today, name):
    held = make_ruled(make_user(), expires_on=today + timedelta(days=100))
    cycle = file_renewal(held, filed_on=today, next_ends_on=today + timedelta(days=900))

    assert as_seeker.get(reverse(f"ce:{name}", args=[cycle.pk])).status_code == 404


def test_another_persons_credential_cannot_be_reinstated(as_seeker, today):
    held = make_ruled(make_user(), expires_on=today - timedelta(days=10))

    assert as_seeker.post(reverse("ce:reinstate", args=[held.pk])).status_code == 404
    assert not held.cycles.exists()


def test_a_transcript_is_a_file_on_paper_and_a_table(as_seeker, seeker, held, filed):
    put(held, 2, "T", title="=HYPERLINK(1)", provider="#panic() & co")
    cycle = held.cycles.filed().get()

    paper = as_seeker.get(reverse("ce:transcript", args=[held.pk]))
    old = as_seeker.get(reverse("ce:cycle_transcript", args=[cycle.pk]))
    table = as_seeker.get(reverse("ce:transcript_csv", args=[held.pk])).content.decode()

    assert paper.content.startswith(b"%PDF-")
    assert old.content.startswith(b"%PDF-")
    assert "'=HYPERLINK(1)" in table
    assert "attachment" in paper["Content-Disposition"]


def test_long_lists_come_in_pages_and_odd_page_numbers_are_taken_kindly(as_seeker, held):
    for _number in range(51):
        put(held, 1)

    first, last = as_seeker.get(LIST), as_seeker.get(LIST, {"page": "99999"})

    assert len(first.context["shown"]) == 50
    assert len(last.context["shown"]) == 1
    assert as_seeker.get(LIST, {"page": "x"}).status_code == 200


@pytest.mark.parametrize("name", ["list", "detail"])
def test_pages_cost_the_same_queries_at_any_length(as_seeker, held, name, django_assert_max_num_queries):
    path = LIST if name == "list" else reverse("ce:detail", args=[held.pk])
    put(held, 1)
    with django_assert_max_num_queries(30) as few:
        as_seeker.get(path)
    for _number in range(40):
        put(held, 1, "T", completed_on=timezone.localdate())

    with django_assert_max_num_queries(len(few.captured_queries)):
        as_seeker.get(path)

    assert HeldCredential.objects.count() == 1
