"""`manage.py prepare`, which `make run` calls: from nothing to a site, and safe to repeat."""

import socket

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from careerguide.management.commands.prepare import check_port
from guides.models import Role, Section
from tests.factories import make_user


@pytest.fixture
def prepare(db, tmp_path, settings, capsys):
    """Runs the command with a folder of its own, and gives back what it said."""
    settings.VAR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]

    def run(**options):
        call_command("prepare", **options)
        return capsys.readouterr().out

    return run


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# All content is loaded only twice here: it takes seconds.


def test_an_empty_site_gets_content_accounts_and_files_and_loses_nothing_later(prepare, free_port, tmp_path, settings):
    settings.EMAIL_FILE_PATH = settings.BASE_DIR / "var" / "mail"

    said = prepare(port=str(free_port))

    assert Role.objects.filter(slug="pharmacy-technician").exists()
    assert User.objects.filter(email="editor@demo.test").exists()
    assert (tmp_path / "static" / "css" / "app.css").exists()
    assert f"http://localhost:{free_port}" in said
    assert "seeker@demo.test" in said
    assert "demo-career-2026" in said
    assert "as files in var/mail" in said

    section = Section.objects.exclude(body="").first()
    Section.objects.filter(pk=section.pk).update(body="An editor wrote this.")
    people, stamp = User.objects.count(), (tmp_path / "static.digest").stat().st_mtime_ns

    prepare()

    section.refresh_from_db()
    assert section.body == "An editor wrote this."
    assert User.objects.count() == people
    assert (tmp_path / "static.digest").stat().st_mtime_ns == stamp


def test_no_demonstration_where_others_can_look_or_beside_real_people(prepare, settings):
    local, settings.ALLOWED_HOSTS = settings.ALLOWED_HOSTS, ["careers.example.org"]
    prepare()
    assert not User.objects.exists()

    settings.ALLOWED_HOSTS = local
    make_user(email="someone@example.org")
    prepare()

    assert not User.objects.filter(email__endswith="@demo.test").exists()


def test_a_port_in_use_is_said_so_before_anything_is_done(prepare):
    sentence = r"already\. Stop it, or use another: make run PORT=8000"

    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CommandError, match=sentence):
        prepare(port=str(taken.getsockname()[1]))

    assert not Role.objects.exists()


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1", ""])
def test_a_port_that_is_no_port_is_refused(port):
    with pytest.raises(CommandError, match="PORT must be a number from 1 to 65535"):
        check_port(port)


@pytest.mark.parametrize("port", ["65535"])
def test_the_last_port_is_taken(port):
    assert check_port(port) is None
