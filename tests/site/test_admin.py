"""Every list at the editors' desk opens, and costs the same at any length."""

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.actions import ask_erasure, record
from tests import factories

pytestmark = pytest.mark.django_db

FEW, MANY = 1, 4
_CODES = (first + second for first in "QXZ" for second in "ABCDEFGHIJ")
_NUMBERS = iter(range(3000, 4000))
# Rows that `make_user` and the sign-in of the test make already, or that only their own pages make.
MAKERS: dict[str, Callable[[], Model]] = {
    "User": factories.make_user,
    "Role": factories.make_role,
    "Section": factories.make_section,
    "Fact": factories.make_fact,
    "Source": factories.make_source,
    "State": lambda: factories.make_state(next(_CODES)),
    "Credential": factories.make_credential,
    "StateRequirement": lambda: factories.make_state_requirement(state=factories.make_state(next(_CODES))),
    "GlossaryTerm": factories.make_term,
    "Resource": factories.make_resource,
    "RoleTerm": factories.make_role_term,
    "WageEstimate": lambda: factories.make_wage(place=next(_CODES)),
    "Projection": lambda: factories.make_projection(soc=f"29-{next(_NUMBERS)}"),
    "GuideFeedback": factories.make_feedback,
    "PreviewLink": factories.make_preview_link,
    "RenewalRule": factories.make_rule,
    "RenewalRuleVersion": factories.make_rule_version,
    "Pathway": factories.make_pathway,
    "ExamOutline": factories.make_outline,
    "PracticeQuestion": factories.make_practice_question,
    "DrugName": factories.make_drug,
    "Competency": factories.make_competency,
    "Question": factories.make_interview_question,
    "PlanTemplate": factories.make_plan_template,
    "TemplateStep": factories.make_template_step,
    "Team": factories.make_membership,
    "AuditEvent": lambda: record(actor=factories.make_user(), action="something", subject="person 1"),
    "ErasureRequest": lambda: ask_erasure(factories.make_user(), now=timezone.now()),
}


def registered() -> list[type[Model]]:
    return sorted(admin.site._registry, key=lambda model: model._meta.label)


def page_of(model: type[Model], page: str, *arguments: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


@pytest.fixture
def made():
    """Makes rows of a model, where a factory knows how."""

    def make(model: type[Model], number: int) -> None:
        if maker := MAKERS.get(model.__name__):
            for _ in range(number):
                maker()

    return make


def test_the_desk_never_shows_what_keeps_sign_in_safe():
    apps_at_the_desk = {model._meta.app_label for model in registered()}

    assert apps_at_the_desk & {"account", "mfa", "usersessions", "sessions"} == set()


def test_the_first_page_of_the_desk_opens(as_admin):
    assert as_admin.get(reverse("admin:index")).status_code == 200


def test_every_list_opens_and_can_be_searched(as_admin, made):
    broken = {}
    for model in registered():
        made(model, FEW)
        address = page_of(model, "changelist")
        answers = [as_admin.get(address).status_code, as_admin.get(address, {"q": "o'hara \" % \\"}).status_code]
        # Where a list cannot be searched, the admin answers a `q` by leading back to the list.
        if answers[0] != 200 or answers[1] not in {200, 302}:
            broken[model._meta.label] = answers

    assert broken == {}


def test_every_form_opens(as_admin, made):
    broken = {}
    for model in registered():
        made(model, FEW)
        pages = {"add": page_of(model, "add")}
        if row := model._default_manager.first():
            pages |= {name: page_of(model, name, row.pk) for name in ("change", "delete", "history")}
        answers = {name: as_admin.get(address).status_code for name, address in pages.items()}
        # A desk that allows no adding or deleting answers 403, and 302 leads to where it is done.
        if answers.get("change", 200) != 200 or set(answers.values()) - {200, 302, 403}:
            broken[model._meta.label] = answers

    assert broken == {}


def test_every_list_costs_the_same_number_of_queries(as_admin, made):
    growing = {}
    for model in registered():
        address = page_of(model, "changelist")
        made(model, FEW)
        as_admin.get(address)  # content types and the like are asked for once
        few = queries_of(as_admin, address)
        made(model, MANY)
        many = queries_of(as_admin, address)
        if many > few:
            growing[model._meta.label] = (few, many)

    assert growing == {}


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_an_editor_sees_content_and_not_people(as_editor):
    index = as_editor.get(reverse("admin:index"))

    assert index.status_code == 200
    assert "guides" in {app["app_label"] for app in index.context["app_list"]}
    assert "accounts" not in {app["app_label"] for app in index.context["app_list"]}


def test_a_seeker_is_sent_away_from_the_desk(as_seeker):
    assert as_seeker.get(reverse("admin:index")).status_code in {302, 403, 404}
