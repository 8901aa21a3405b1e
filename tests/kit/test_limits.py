"""How often something may be done."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from kit.limits import within_limit

pytestmark = pytest.mark.django_db
DAY = 24 * 60 * 60
MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)


def tries(number, *, who="192.0.2.1", now=MORNING):
    return [within_limit("word", who, most=2, seconds=DAY, now=now) for _number in range(number)]


def test_the_last_allowed_try_passes_and_the_next_does_not():
    assert tries(3) == [True, True, False]


def test_the_count_holds_to_the_end_of_the_period_and_not_beyond():
    tries(2)

    last_second, next_day = datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)
    assert tries(1, now=last_second) == [False]
    assert tries(1, now=next_day) == [True]


def test_another_address_counts_for_itself():
    tries(2)

    assert tries(1, who="192.0.2.2") == [True]


def test_a_counter_that_was_raised_lives_as_long_as_its_period():
    tries(2)

    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM cache_row WHERE cache_key LIKE %s", ["%limit:word:%"])
        ((expires,),) = cursor.fetchall()
    ends = datetime.fromisoformat(str(expires))
    assert (ends if ends.tzinfo else ends.replace(tzinfo=UTC)) > timezone.now() + timedelta(hours=23)
