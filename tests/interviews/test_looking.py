"""Looking at feedback, at what people said, at a sheet for two: nothing is written by it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import MentorLink, ReviewRequest
from tests.factories import make_membership, make_user
from tests.interviews.factories import make_answer, make_session
from tests.interviews.heard import make_heard
from tests.site.test_get_never_writes import written

pytestmark = pytest.mark.django_db


def test_looking_writes_nothing(as_seeker, seeker, sign_in):
    counselor = make_user()
    make_membership(user=counselor, role="counselor")
    answer, unrated = make_heard(seeker), make_heard(seeker, unrated_at=None)
    link = MentorLink.objects.create(answer=answer, label="May", expires_at=timezone.now() + timedelta(days=1))
    asked = ReviewRequest.objects.create(answer=answer, asked_by=seeker, asked_of=counselor)
    turn = make_answer(session=make_session(seeker, occasion="together"))
    mine = [
        *(reverse(f"practice:{name}", args=[answer.pk]) for name in ("feedback", "request_add", "link_add")),
        *(reverse(f"practice:{name}", args=[unrated.pk]) for name in ("feedback", "rate")),
        *(reverse(f"practice:together_{name}", args=[turn.session_id]) for name in ("seen", "sheet")),
        *(reverse("practice:together_turn", args=[turn.pk]), reverse("practice:together")),
    ]

    found = {path: written(as_seeker, path) for path in mine}
    found |= {path: written(sign_in(counselor), path) for path in (asked.get_absolute_url(), "/my/practice/requests/")}
    found[link.get_absolute_url()] = written(Client(), link.get_absolute_url())

    assert found == {key: set() for key in found}
