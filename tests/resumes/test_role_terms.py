"""What a resume for a role should show: from the guide, from O*NET's profile, or from the content files."""

from decimal import Decimal

import pytest

from guides.models import Element, RoleWords
from resumes.review.terms import Term
from resumes.role_terms import UnknownRoleError, terms_of
from tests.factories import (
    make_occupation,
    make_rating,
    make_role,
    make_role_term,
    make_software,
    make_task,
)

pytestmark = pytest.mark.django_db


def test_the_terms_of_a_role_are_those_that_editors_keep(django_assert_num_queries):
    role = make_role(slug="baker", title="Baker", onet_soc="51-3011.00")
    role.titles.create(title="pastry cook")
    make_role_term(
        role=role, name="Sheeter", kind="tool", also="dough sheeter\nlaminator", is_required=True, position=1
    )
    RoleWords.objects.create(role=role, verbs="bake\nproof", vocabulary="brioche\npoolish")

    with django_assert_num_queries(3):
        found = terms_of("baker")

    assert (found.slug, found.title, found.titles) == ("baker", "Baker", ("pastry cook",))
    assert found.terms == (Term("Sheeter", "tool", ("dough sheeter", "laminator"), required=True),)
    assert (found.verbs, found.vocabulary) == (("bake", "proof"), {"brioche", "poolish"})
    assert terms_of("51-3011.00") == terms_of("51-3011") == found


def test_an_occupation_is_its_programs_technical_skills_fields_and_tasks():
    occupation = make_occupation(code="47-2111.00", title="Electricians", titles=["Journeyman Electrician"])
    make_software(occupation=occupation, name="Seldom CAD")
    make_software(occupation=occupation, name="Microsoft Excel", is_hot=True)
    make_task(occupation=occupation, text="Order supplies.", kind="supplemental")
    make_task(occupation=occupation, text="Connect wires to circuit breakers, transformers, or other components.")
    field = make_rating(occupation=occupation, name="Building and Construction", kind=Element.Kind.KNOWLEDGE)
    field.importance = Decimal("4.20")
    field.save()
    make_rating(occupation=occupation, name="Active Listening")

    found = terms_of("47-2111.00")

    assert (found.slug, found.title) == ("47-2111.00", "Electricians")
    assert found.titles == ("Electricians", "Journeyman Electrician")
    assert [(term.name, term.kind, term.aliases) for term in found.terms] == [
        ("Microsoft Excel", "tool", ()),
        ("Building and Construction", "skill", ("Building", "Construction")),
        ("connect wires", "duty", ()),
        ("order supplies", "duty", ()),
    ]
    assert not any(term.required for term in found.terms)
    assert (found.verbs, found.vocabulary) == (("connect", "order"), {"Microsoft", "Excel"})


def test_a_role_without_terms_takes_those_of_its_occupation():
    make_task(occupation=make_occupation(code="35-2014.00", title="Cooks"), text="Inspect food preparation areas.")
    make_role(slug="cook", title="Line cook", onet_soc="35-2014.00")

    found = terms_of("cook")

    assert (found.slug, found.title, [term.name for term in found.terms]) == (
        "cook",
        "Line cook",
        ["inspect food preparation"],
    )


@pytest.mark.parametrize("name", ["pharmacy-technician", " Pharmacy-Technician ", "29-2052.00"])
def test_a_role_that_is_not_in_the_database_is_read_from_the_content_files(name):
    found = terms_of(name)

    assert (found.slug, found.title) == ("pharmacy-technician", "Pharmacy technician")
    assert "CPhT" in {term.name for term in found.terms if term.required}
    assert len(found.verbs) >= 15
    assert "Pyxis" in found.vocabulary


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("pharmacy-techncian", "There is no role “pharmacy-techncian”. Did you mean “pharmacy-technician”?"),
        ("99-9999.00", "There is no role “99-9999.00”. Give a guide's slug or an O*NET code such as 29-2052.00."),
        ("", "There is no role “”. Give a guide's slug or an O*NET code such as 29-2052.00."),
    ],
)
def test_an_unknown_role_is_refused_with_a_sentence(name, sentence):
    with pytest.raises(UnknownRoleError, match="There is no role") as refused:
        terms_of(name)

    assert str(refused.value) == sentence
