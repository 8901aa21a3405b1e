"""Whether the machine behind the pages is well."""

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection


def test_liveness_asks_nothing(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_database_and_files_answer(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ready\n")
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


@pytest.mark.django_db
def test_not_ready_while_files_cannot_be_stored(client, settings, tmp_path):
    (tmp_path / "readyz").write_text("a file where a folder should be")
    settings.MEDIA_ROOT = tmp_path
    assert default_storage.location == str(tmp_path)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"Files cannot be stored.\n")


@pytest.mark.django_db
def test_not_ready_while_the_database_is_away(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def away(execute, sql, params, many, context):
        raise OperationalError("connection refused")

    with connection.execute_wrapper(away):
        answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"The database does not answer.\n")


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_only_look(client, path):
    assert client.post(path).status_code == 405
