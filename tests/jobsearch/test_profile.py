"""The checklist of the online profile: what is first, what counts, and what counts for a week."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.actions.readers import aim_for
from guides.models import Resource
from jobsearch.actions.profile import tick, untick
from jobsearch.models import ProfileTick
from jobsearch.profile_points import POINTS, first_of, lines_of
from plans.models import Deed
from tests.factories import make_role, make_user

pytestmark = pytest.mark.django_db

SUNDAY, MONDAY = date(2026, 11, 8), date(2026, 11, 9)


@pytest.fixture
def client(sign_in, seeker):
    return sign_in(seeker)


def page_of(client):
    return client.get(reverse("outreach:profile")).content.decode()


def test_what_to_see_to_first_goes_by_rank():
    ranks = [point.rank for point in POINTS.values()]
    by_rank = sorted(POINTS.values(), key=lambda point: point.rank)
    ticks = [ProfileTick(key=point.key, done_on=MONDAY) for point in by_rank]

    assert sorted(ranks) == [*range(1, len(POINTS) + 1)]
    assert first_of(lines_of([], today=MONDAY)).point.key == "patients"
    assert first_of(lines_of(ticks[:1], today=MONDAY)).point == by_rank[1]
    assert first_of(lines_of(ticks, today=MONDAY)) is None


def test_the_comment_is_due_again_on_monday():
    done = [ProfileTick(key="comment", done_on=SUNDAY)]

    assert lines_of(done, today=SUNDAY)["comment"].done_on == SUNDAY
    assert lines_of(done, today=MONDAY)["comment"].done_on is None
    assert lines_of(done, today=MONDAY)["comment"].last_on == SUNDAY


def test_a_point_counts_once_and_a_weekly_one_once_a_week(seeker):
    for day in (SUNDAY - timedelta(days=1), SUNDAY, MONDAY):
        for key in ("headline", "comment"):
            tick(seeker, POINTS[key], on=day)
    before = sorted(Deed.objects.owned_by(seeker).values_list("key", flat=True))
    untick(seeker, POINTS["comment"])
    untick(seeker, POINTS["comment"])

    assert before == ["profile:comment:2026-11-02", "profile:comment:2026-11-09", "profile:headline"]
    assert {*Deed.objects.values_list("key", flat=True)} == {"profile:comment:2026-11-02", "profile:headline"}
    assert [one.key for one in ProfileTick.objects.owned_by(seeker)] == ["headline"]


def test_it_is_ticked_and_unticked_on_the_page(client, seeker):
    ProfileTick.objects.create(owner=make_user(), key="headline", done_on=MONDAY)
    before = page_of(client)
    done = client.post(reverse("outreach:profile_done", args=["headline"]), {"here": "1"})
    page = page_of(client)
    client.post(reverse("outreach:profile_open", args=["headline"]))

    assert "0 of 18" in before
    assert done.url == reverse("outreach:profile") + "#headline"
    assert "1 of 18" in page
    assert not ProfileTick.objects.owned_by(seeker).exists()
    assert client.post(reverse("outreach:profile_done", args=["nothing"])).status_code == 404


def test_the_associations_of_the_target_role_stand_by_the_groups(client, seeker):
    role = make_role(title="Pharmacy technician")
    kind = Resource.Kind.ASSOCIATION
    Resource.objects.create(key="a", role=role, kind=kind, name="Technicians of Dover", what_for="Groups")
    Resource.objects.create(key="b", role=make_role(), kind=kind, name="Elsewhere", what_for="Groups")
    aim_for(seeker, role)

    page = page_of(client)

    assert "Technicians of Dover" in page
    assert "Elsewhere" not in page


def test_it_costs_the_same_with_every_point_ticked(client, seeker, django_assert_max_num_queries):
    today = timezone.localdate()
    ProfileTick.objects.bulk_create(ProfileTick(owner=seeker, key=key, done_on=today) for key in POINTS)

    with django_assert_max_num_queries(8):
        page = page_of(client)

    assert "18 of 18" in page
    assert "All done" in page
