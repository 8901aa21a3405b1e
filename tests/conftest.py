"""Who asks, for every test."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from accounts.models import AuditEvent, User
from caseloads.models import ConsentRecord, NoteRevision
from guides import rows
from guides.search import index
from kit.append_only import let_go
from tests.factories import make_admin, make_user
from tests.template import use_template

SignIn = Callable[[User], Client]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """The test database begins as a copy of one that is migrated already; with --create-db, as an empty one."""
    if not request.config.option.create_db:
        with django_db_blocker.unblock():
            use_template()


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Django would remove the copy of a file before it begins."""
    return bool(request.config.option.reuse_db) or connection.vendor == "sqlite"


@pytest.fixture(autouse=True)
def _empty_memory() -> Iterator[None]:
    """What a process remembers between requests never crosses from one test into another."""
    yield
    caches["pages"].clear()
    caches["articles"].clear()
    caches["pieces"].clear()
    rows.forget()


@pytest.fixture(autouse=True)
def _empty_search(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tables of the search have no model, so the flush after a test that commits leaves them: emptied here."""
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & {*request.fixturenames} or (
        marker and marker.kwargs.get("transaction")
    )
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        index.clear()
        # What is only added to cannot be emptied either; the flush makes the triggers again.
        for model in (AuditEvent, ConsentRecord, NoteRevision):
            let_go(connection, model)


@pytest.fixture
def sign_in() -> SignIn:
    """Makes a client that is signed in as the person."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def groups(db: None) -> None:
    """The groups that decide what staff may do."""
    call_command("set_up_groups", verbosity=0)


@pytest.fixture
def seeker(db: None) -> User:
    return make_user(email="seeker@example.org", name="Sam Seeker")


@pytest.fixture
def editor(groups: None) -> User:
    user = make_user(email="editor@example.org", name="Edie Editor", is_staff=True)
    user.groups.add(Group.objects.get(name__istartswith="editor"))
    return user


@pytest.fixture
def administrator(groups: None) -> User:
    user = make_user(email="administrator@example.org", name="Ada Administrator", is_staff=True)
    user.groups.add(Group.objects.get(name__istartswith="administrator"))
    return user


@pytest.fixture
def superuser(db: None) -> User:
    return make_admin(email="superuser@example.org")


@pytest.fixture
def as_seeker(sign_in: SignIn, seeker: User) -> Client:
    return sign_in(seeker)


@pytest.fixture
def as_editor(sign_in: SignIn, editor: User) -> Client:
    return sign_in(editor)


@pytest.fixture
def as_administrator(sign_in: SignIn, administrator: User) -> Client:
    return sign_in(administrator)


@pytest.fixture
def as_admin(sign_in: SignIn, superuser: User) -> Client:
    return sign_in(superuser)
