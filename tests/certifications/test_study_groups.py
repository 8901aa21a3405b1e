"""People find study groups, join by a name of their choice, and are seen only as far as they share."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from certifications import personal_data
from certifications.actions.grouping import MOST_MEMBERS
from certifications.models import GroupMember, StudyGroup
from tests.factories import make_credential, make_held, make_state, make_target, make_user

pytestmark = pytest.mark.django_db

GROUPS = "/my/study/groups/"


@pytest.fixture
def credential():
    return make_credential(slug="cpht")


@pytest.fixture
def group(credential):
    founder = make_user(email="founder@example.org")
    group = StudyGroup.objects.create(credential=credential, name="Evenings", made_by=founder)
    GroupMember.objects.create(group=group, user=founder, name="Fran")
    return group


def at(group, path=""):
    return f"{GROUPS}{group.pk}/{path}"


def text(client, address):
    return " ".join(client.get(address).content.decode().split())


def join(client, group, **fields):
    return client.post(at(group, "join/"), {"name": "Sam"} | fields)


def founder_of(group):
    return User.objects.get(pk=group.made_by_id)


def test_a_group_is_begun_and_its_founder_joins_it_next(as_seeker, seeker, credential):
    answer = as_seeker.post(f"{GROUPS}add/", {"credential": "cpht", "name": "Mornings", "about": "On Mondays"})

    group = StudyGroup.objects.get()
    assert (group.made_by, group.credential, answer.url) == (seeker, credential, at(group, "join/"))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"credential": "nothing"}, "credential"),
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"state": "ZZ"}, "state"),
        ({"exam_month": "2020-01-01"}, "exam_month"),
        ({"exam_month": "soon"}, "exam_month"),
        ({"about": "x" * 801}, "about"),
    ],
)
def test_a_group_that_cannot_be_is_refused_and_what_was_typed_stays(as_seeker, credential, fields, wrong):
    answer = as_seeker.post(f"{GROUPS}add/", {"credential": "cpht", "name": "Mornings", "about": "Mondays"} | fields)

    assert set(answer.context["form"].errors) == {wrong}
    assert not StudyGroup.objects.exists()


def test_a_fourth_group_in_a_day_is_refused(as_seeker, credential):
    for number in range(4):
        answer = as_seeker.post(f"{GROUPS}add/", {"credential": "cpht", "name": f"Group {number}"})

    assert "three groups today" in answer.content.decode()
    assert StudyGroup.objects.count() == 3


def test_groups_are_found_by_credential_state_and_month(as_seeker, group, credential):
    ohio = make_state("OH")
    StudyGroup.objects.create(credential=credential, name="In Ohio", state=ohio, exam_month=date(2027, 3, 1))
    StudyGroup.objects.create(credential=make_credential(slug="excpt"), name="Of another")

    def names(query):
        return {row.name for row in as_seeker.get(GROUPS + query).context["page"]}

    assert names("?credential=cpht") == {"Evenings", "In Ohio"}
    assert names("?credential=cpht&state=oh") == {"Evenings", "In Ohio"}
    assert names("?month=2027-03") == {"In Ohio"}
    assert names("?credential=nothing") == set()
    assert names("?month=never&page=x") == {"Evenings", "In Ohio", "Of another"}
    assert names("?credential=%00&state=%00&month=2027-13") == {"Evenings", "In Ohio", "Of another"}
    assert "“month=never”" in as_seeker.get(f"{GROUPS}?month=never").content.decode()


def test_a_stranger_sees_what_a_group_is_for_and_nobody_in_it(as_seeker, group):
    StudyGroup.objects.update(about="See https://example.org/room <b>now</b>")

    page = text(as_seeker, at(group))

    assert "1 person is in this group" in page
    assert "Fran" not in page
    assert 'href="https://example.org' not in page
    assert "&lt;b&gt;now" in page


def test_members_see_only_what_each_shares(as_seeker, group, credential):
    shy, open_one = make_user(email="shy@example.org"), make_user(email="open@example.org")
    for user, name, shares in ((shy, "Shy", False), (open_one, "Olga", True)):
        make_target(held=make_held(holder=user, credential=credential), exam_on=date(2027, 5, 17 if shares else 18))
        GroupMember.objects.create(
            group=group, user=user, name=name, shares_date=shares, shares_progress=shares, shares_email=shares
        )
    join(as_seeker, group)

    page = text(as_seeker, at(group))

    assert "17 May 2027" in page
    assert "open@example.org" in page
    assert "of the plan done" in page
    assert "18 May 2027" not in page
    assert "shy@example.org" not in page
    assert page.count("Shares the name only") == 3


def test_what_one_shares_can_be_changed_and_leaving_takes_it_away(as_seeker, seeker, group, sign_in):
    join(as_seeker, group, shares_email="on")
    founder = sign_in(founder_of(group))
    assert seeker.email in text(founder, at(group))

    as_seeker.post(at(group, "sharing/"), {"name": "Sam"})
    assert seeker.email not in text(founder, at(group))

    as_seeker.post(at(group, "leave/"))
    assert "Sam" not in text(founder, at(group))


def test_who_left_may_join_again_and_nobody_is_in_it_twice(as_seeker, seeker, group):
    join(as_seeker, group)
    as_seeker.post(at(group, "leave/"))
    join(as_seeker, group)
    join(as_seeker, group)

    assert GroupMember.objects.present().filter(user=seeker).count() == 1


@pytest.mark.parametrize(("there_are", "gets_in"), [(MOST_MEMBERS - 1, True), (MOST_MEMBERS, False)])
def test_a_full_group_takes_nobody(as_seeker, seeker, group, there_are, gets_in):
    for number in range(there_are - 1):
        GroupMember.objects.create(group=group, user=make_user(), name=f"Member {number}")

    join(as_seeker, group)

    assert GroupMember.objects.filter(user=seeker).exists() is gets_in


def test_a_closed_group_is_found_by_its_members_only(as_seeker, group, sign_in):
    founder = sign_in(founder_of(group))

    founder.post(at(group, "close/"))

    assert [client.get(at(group)).status_code for client in (founder, as_seeker)] == [200, 404]
    assert as_seeker.get(at(group, "join/")).status_code == 404
    assert "Evenings" not in text(as_seeker, GROUPS)


def test_only_the_founder_closes_or_hands_over(as_seeker, seeker, group, sign_in):
    join(as_seeker, group)
    member = GroupMember.objects.get(user=seeker)
    assert [as_seeker.post(at(group, path)).status_code for path in ("close/", "hand-over/")] == [404, 404]

    sign_in(founder_of(group)).post(at(group, "hand-over/"), {"member": member.pk})

    group.refresh_from_db()
    assert group.made_by == seeker


def test_when_the_founder_goes_the_next_member_looks_after_it_and_the_last_one_closes_it(as_seeker, seeker, group):
    join(as_seeker, group)

    personal_data.erase(founder_of(group))
    group.refresh_from_db()
    assert (group.made_by, group.is_closed) == (seeker, False)

    as_seeker.post(at(group, "leave/"))
    group.refresh_from_db()
    assert group.is_closed


@pytest.mark.parametrize("path", ["sharing/", "hand-over/"])
def test_who_is_not_in_a_group_changes_nothing_in_it(as_seeker, group, path):
    assert as_seeker.get(at(group, path)).status_code == 404
    assert as_seeker.post(at(group, "leave/")).status_code == 404


def test_lists_and_groups_cost_as_many_queries_at_any_length(as_seeker, group, credential):
    join(as_seeker, group)
    _grow(group, credential, 1)
    # The first page after a change shows its message.
    as_seeker.get(GROUPS)
    few = [_queries(as_seeker, address) for address in (GROUPS, at(group))]
    _grow(group, credential, 12)

    many = [_queries(as_seeker, address) for address in (GROUPS, at(group))]

    assert many == few


def _grow(group, credential, number):
    for _ in range(number):
        user = make_user()
        make_target(held=make_held(holder=user, credential=credential))
        GroupMember.objects.create(group=group, user=user, name="X", shares_date=True, shares_progress=True)
        StudyGroup.objects.create(credential=credential, name="Another")


def _queries(client, address):
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)
