"""Facts, rules and other reference rows at the desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.models import Credential, Fact, GlossaryTerm
from tests.factories import (
    make_credential,
    make_fact,
    make_question,
    make_resource,
    make_role,
    make_section,
    make_source,
    make_state,
    make_state_requirement,
    make_term,
    make_wage,
)
from tests.guides.test_admin_role import form_of, text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
IN_A_YEAR = TODAY + timedelta(days=365)
LIST = "admin:guides_fact_changelist"


def save(client, thing, **changes):
    url = reverse(f"admin:guides_{thing._meta.model_name}_change", args=[thing.pk])
    return client.post(url, form_of(client.get(url)) | changes, follow=True)


def test_a_fact_without_a_source_is_refused_in_a_sentence(as_editor):
    new = {"label": "Length", "value": "4 months", "key": "training.months", "confidence": "high", "position": "0"}

    answer = as_editor.post(reverse("admin:guides_fact_add"), new)

    assert "Choose a source; a fact without one cannot be published." in text_of(answer)
    assert not Fact.objects.exists()


def test_a_fact_with_a_source_is_kept(as_editor):
    new = {"label": "Length", "value": "4 months", "key": "training.months", "confidence": "high", "position": "0"}

    as_editor.post(reverse("admin:guides_fact_add"), new | {"source": make_source().pk})

    assert Fact.objects.get().value == "4 months"


def test_a_changed_fact_is_on_the_page_at_once(as_editor, client):
    role = make_role()
    fact = make_fact(key=f"{role.slug}/training.months", role=role, value="4 months")
    make_section(role=role, body="It takes {{ fact:training.months }}.")

    save(as_editor, fact, value="9 months")

    assert "9 months" in client.get(role.get_absolute_url()).content.decode()


def test_a_fact_names_the_texts_that_use_it(as_editor):
    role, other = make_role(), make_role()
    fact = make_fact(key=f"{role.slug}/training.months", role=role)
    used = make_section(role=role, body="{{ fact:training.months }}")
    make_section(role=role, body="{{ fact:training.months-of-it }} training.months")
    make_section(role=other, body="{{ fact:training.months }}")
    asked = make_question(role=role, answer="{{ fact:training.months }}")

    page = text_of(as_editor.get(reverse("admin:guides_fact_change", args=[fact.pk])))

    assert f"{role}: {used}" in page
    assert f"{role}: {asked}" in page.replace("&#x27;", "'")
    assert f"{other}: " not in page


def test_a_fact_that_a_text_uses_cannot_be_deleted(as_editor):
    fact = make_fact(key="training.months")
    make_section(body="{{ fact:training.months }}")

    answer = as_editor.post(reverse("admin:guides_fact_delete", args=[fact.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert Fact.objects.exists()


def test_facts_checked_today_are_due_again_in_a_year_and_history_knows_it(as_editor, editor):
    first, second, other = make_fact(), make_fact(), make_fact(review_by=TODAY)
    chosen = {"action": "checked_today", "_selected_action": [first.pk, second.pk]}

    answer = as_editor.post(reverse(LIST), chosen, follow=True)

    days = [Fact.objects.get(pk=fact.pk).review_by for fact in (first, second, other)]
    assert days == [IN_A_YEAR, IN_A_YEAR, TODAY]
    assert first.history.first().history_user == editor
    assert "2 facts are to be checked again by" in text_of(answer)


@pytest.mark.parametrize(("days", "found"), [(-1, "past"), (0, "soon"), (30, "soon"), (31, None)])
def test_facts_are_found_by_their_review_date(as_editor, days, found):
    make_fact(review_by=TODAY + timedelta(days=days))

    counts = {
        name: as_editor.get(reverse(LIST), {"review": name}).context["cl"].result_count for name in ("past", "soon")
    }

    assert counts == {"past": int(found == "past"), "soon": int(found == "soon")}


def test_state_rules_checked_today_say_so(as_editor):
    rule = make_state_requirement(checked_on=None, review_by=TODAY)
    chosen = {"action": "checked_today", "_selected_action": [rule.pk]}

    as_editor.post(reverse("admin:guides_staterequirement_changelist"), chosen)

    rule.refresh_from_db()
    assert (rule.checked_on, rule.review_by) == (TODAY, IN_A_YEAR)


def test_a_second_rule_for_a_state_is_refused_in_a_sentence(as_editor):
    first = make_state_requirement(state=make_state("OH"))
    second = make_state_requirement(role=first.role, state=make_state("TX"))

    answer = save(as_editor, second, state="OH")

    assert "This role has a rule for that state already. Edit that one." in text_of(answer)


def test_a_credential_is_edited_with_its_facts(as_editor):
    credential = make_credential()
    fact = make_fact(credential=credential, key=f"{credential.slug}/exam.fee", value="$129")

    save(as_editor, credential, **{"facts-0-value": "$139"})

    fact.refresh_from_db()
    assert fact.value == "$139"


def test_a_deleted_credential_leaves_search(as_editor, client):
    role = make_role()
    make_section(role=role)
    credential = make_credential(name="Certified Zymurgist", roles=(role,))
    save(as_editor, credential, issuer="Board of Zymurgy")

    as_editor.post(reverse("admin:guides_credential_delete", args=[credential.pk]), {"post": "yes"})

    assert not Credential.objects.exists()
    assert "Certified Zymurgist" not in text_of(client.get(reverse("guides:search"), {"q": "zymurgist"}))


def test_a_term_is_found_after_saving_and_gone_after_deleting(as_editor, client):
    term = make_term(slug="sig", term="Sig")
    search = reverse("guides:search")

    save(as_editor, term, definition="The zymurgic directions.")
    found = "zymurgic" in text_of(client.get(search, {"q": "zymurgic"})).replace('value="zymurgic"', "")
    as_editor.post(reverse("admin:guides_glossaryterm_delete", args=[term.pk]), {"post": "yes"})

    assert found
    assert not GlossaryTerm.objects.exists()
    assert "The <mark>zymurgic" not in text_of(client.get(search, {"q": "zymurgic"}))


def test_two_terms_with_the_same_slug_are_refused_in_a_sentence(as_editor):
    make_term(slug="sig")

    answer = save(as_editor, make_term(), slug="sig")

    assert "Another term has this slug. Choose another, or edit that term." in text_of(answer)


def test_sources_say_how_many_facts_rest_on_them(as_editor):
    source = make_source()
    make_fact(source=source)
    make_fact(source=source)

    page = text_of(as_editor.get(reverse("admin:guides_source_changelist")))

    assert f'?source__id__exact={source.pk}">2</a>' in page


ROWS = {
    "fact": lambda: make_fact(role=make_role(), credential=make_credential(), state=make_state("OH")),
    "staterequirement": make_state_requirement,
    "credential": make_credential,
    "glossaryterm": make_term,
    "source": make_source,
    "resource": lambda: make_resource(role=make_role()),
    "wageestimate": lambda: make_wage(soc=f"29-{2000 + Fact.objects.count()}", naics=make_source().key[-6:]),
}


@pytest.mark.parametrize("name", ROWS)
def test_lists_cost_the_same_at_any_length(as_editor, name, django_assert_max_num_queries):
    url = reverse(f"admin:guides_{name}_changelist")
    ROWS[name]()
    as_editor.get(url)
    with django_assert_max_num_queries(15) as one:
        as_editor.get(url)
    ROWS[name]()
    ROWS[name]()

    with django_assert_max_num_queries(len(one)):
        as_editor.get(url)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_credential_costs_the_same_at_any_length(as_editor, count, django_assert_num_queries):
    credential = make_credential(roles=(make_role(),))
    for _ in range(count):
        make_fact(credential=credential)
    url = reverse("admin:guides_credential_change", args=[credential.pk])
    as_editor.get(url)

    with django_assert_num_queries(10):
        as_editor.get(url)
