"""What the page about feedback tells is what was counted."""

import pytest

from interviews.feedback.measured import measured

pytestmark = pytest.mark.django_db


def test_no_count_is_larger_than_what_it_is_a_part_of():
    found = measured()

    parts = (found.situation, found.task, found.action, found.result, found.same_step, found.near_step, found.fitting)
    assert all(0 < number <= found.answers for number in parts)
    assert found.same_step <= found.near_step
    assert found.questioned <= found.fitting
    assert found.fillers_found <= found.fillers


def test_the_page_tells_the_counts_with_their_day_and_version(client):
    found = measured()

    page = client.get("/about/feedback/").content.decode()

    assert f"version {found.engine} read {found.answers} answers from which it had learned nothing" in page
    assert f"{found.result} of {found.answers}" in page
    assert f"Of {found.fitting} answers that fit their question it doubted {found.questioned}." in page
