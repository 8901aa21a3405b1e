"""Reminders come at nine on the person's own clock, once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import Notification
from jobsearch.actions.reminders import send_reminders
from tests.factories import make_user
from tests.jobsearch.factories import make_application

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("zone", "nine"),
    [
        ("America/New_York", datetime(2026, 11, 20, 14, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2026, 11, 19, 19, tzinfo=UTC)),
        ("Pacific/Pago_Pago", datetime(2026, 11, 20, 20, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        {"next_action": "Call Ann", "next_on": date(2026, 11, 20)},
        {"stage": "applied", "on": date(2026, 11, 10)},
    ],
)
def test_at_nine_on_their_clock_and_once(zone, nine, fields):
    application = make_application(owner=make_user(time_zone=zone), **fields)

    told = [send_reminders(nine - timedelta(minutes=1)), send_reminders(nine), send_reminders(nine)]

    assert told == [0, 1, 0]
    assert Notification.objects.get().link == application.get_absolute_url()


def test_what_is_over_is_quiet():
    make_application(stage="rejected", on=date(2026, 11, 10), next_action="Call", next_on=date(2026, 11, 20))

    assert send_reminders(datetime(2026, 11, 20, 20, tzinfo=UTC)) == 0
