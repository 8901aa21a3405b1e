"""Looking changes nothing: no GET inserts, updates or deletes a row."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_credential,
    make_preview_link,
    make_role,
    make_section,
    make_state,
    make_state_requirement,
)
from tests.site.addresses import SAMPLES, addresses

pytestmark = pytest.mark.django_db

_WRITE = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)"?', re.IGNORECASE)
# Who is signed in, how often someone tried, and which session belongs to whom: kept by the frame, not by a page.
_FRAME = {"django_session", "cache_row", "usersessions_usersession"}
# Signing out by GET is only asked about; these end a half-finished sign-in, or store what the person must type next.
_SIGN_IN = {"account_logout"}


@pytest.fixture
def guide():
    role = make_role(slug=SAMPLES["slug"])
    make_section(role=role)
    make_credential(slug=SAMPLES["slug"], roles=(role,))
    make_state_requirement(role=role, state=make_state("OH"))
    return role


def written(client: Client, path: str) -> set[str]:
    """The tables that a GET changed."""
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return {found[2] for query in queries if (found := _WRITE.match(query["sql"]))} - _FRAME


def everything_written(client: Client) -> dict[str, set[str]]:
    token = make_preview_link().token
    looked_at = [address for address in addresses({**SAMPLES, "token": token}) if address.name not in _SIGN_IN]
    return {address.path: tables for address in looked_at if (tables := written(client, address.path))}


def test_a_stranger_changes_nothing_by_looking(client, guide):
    assert everything_written(client) == {}


def test_a_seeker_changes_nothing_by_looking(as_seeker, guide):
    assert everything_written(as_seeker) == {}


def test_an_administrator_changes_nothing_by_looking(as_admin, guide):
    assert everything_written(as_admin) == {}
