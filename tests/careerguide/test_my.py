"""The signed-in person's page."""

import pytest

from guides.models import Role
from tests.factories import make_role, make_saved_guide, make_state, make_state_requirement, make_target_role, make_user

pytestmark = pytest.mark.django_db


def test_an_empty_page_offers_the_guides_to_aim_for(as_seeker):
    role = make_role(title="Pharmacy technician")

    page = as_seeker.get("/my/").content.decode()

    assert "Which job are you heading for?" in page
    assert f"/guides/{role.slug}/target/" in page


def test_without_a_state_the_next_step_is_to_choose_one(as_seeker, seeker):
    make_target_role(seeker, state=None)

    assert "Tell us your state" in as_seeker.get("/my/").content.decode()


def test_with_a_state_the_next_step_is_its_rule(as_seeker, seeker):
    role, ohio = make_role(), make_state("OH")
    make_target_role(seeker, role=role, state=ohio)
    make_state_requirement(role=role, state=ohio)

    assert f"/guides/{role.slug}/states/oh/" in as_seeker.get("/my/").content.decode()


def test_in_a_state_whose_rule_is_not_known_the_next_step_is_the_way_in(as_seeker, seeker):
    make_target_role(seeker, state=make_state("OH"))

    assert "Read the steps in" in as_seeker.get("/my/").content.decode()


def test_only_one_s_own_saved_guides_are_listed(as_seeker, seeker):
    make_saved_guide(seeker, role=make_role(title="Mine"))
    make_saved_guide(make_user(), role=make_role(title="Somebody else's"))

    listed = [item.role.title for item in as_seeker.get("/my/").context["saved"]]

    assert listed == ["Mine"]


def test_a_guide_that_was_taken_back_is_not_shown(as_seeker, seeker):
    draft = make_role(status=Role.Status.DRAFT, title="Withdrawn")
    make_saved_guide(seeker, role=draft)
    make_target_role(seeker, role=draft)

    assert "Withdrawn" not in as_seeker.get("/my/").content.decode()


@pytest.mark.parametrize("guides", [1, 3])
def test_my_page_costs_the_same_at_any_length(as_seeker, seeker, guides, django_assert_max_num_queries):
    for _number in range(guides):
        make_saved_guide(seeker, role=make_role())

    with django_assert_max_num_queries(9):
        as_seeker.get("/my/")
