"""The rows that tests stand on can be made."""

import inspect

import pytest

from tests import factories
from tests.factories import make_user

MAKERS = [maker for name, maker in inspect.getmembers(factories, inspect.isfunction) if name.startswith("make_")]


@pytest.mark.django_db
@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_every_factory_fills_in_what_is_not_given(maker):
    takes_user = bool({"user", "owner"} & {*inspect.signature(maker).parameters})

    row = maker(make_user()) if takes_user else maker()

    assert row.pk
