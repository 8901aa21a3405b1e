"""Editors take a guide out of the admin as a file, and bring one in."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guides.actions.exporting import guide_as_zip, guide_files
from guides.models import Role
from tests.guides.small_content import load, small_folder

pytestmark = pytest.mark.django_db
IMPORT = "admin:guides_role_import"


@pytest.fixture
def role(tmp_path):
    load(small_folder(tmp_path))
    return Role.objects.get()


def upload(client, data: bytes, **fields: str):
    file = SimpleUploadedFile("guide.zip", data, content_type="application/zip")
    return client.post(reverse(IMPORT), {"file": file, **fields}, follow=True)


def test_an_editor_takes_a_guide_out(as_editor, role):
    response = as_editor.get(reverse("admin:guides_role_export", args=[role.pk]))

    assert response.content == guide_as_zip(role)
    assert response["Content-Disposition"] == 'attachment; filename="helper.zip"'


def test_an_editor_brings_a_guide_in(as_editor, role):
    data = guide_as_zip(role)
    role.delete()

    page = upload(as_editor, data).content.decode()

    assert "Imported “Helper” as a draft" in page
    assert Role.objects.get().status == "draft"


def test_a_guide_that_is_here_is_replaced_only_with_the_box_ticked(as_editor, role):
    files, data = guide_files(role), guide_as_zip(role)
    role.sections.update(body="Other words.")

    refused = upload(as_editor, data).content.decode()
    assert "There is a guide “helper” already." in refused
    assert role.sections.filter(body="Other words.").count() == 2

    done = upload(as_editor, data, replace="on").content.decode()
    assert "Replaced “Helper”: 0 new, 2 changed, 0 removed." in done
    assert guide_files(Role.objects.get()) == files


def test_what_is_wrong_with_a_file_is_told_and_nothing_comes_in(as_editor, role):
    role.sections.filter(slug="work").update(body="<script>x</script> {{ fact:nothing }}")
    data = BytesIO(guide_as_zip(role)).read()
    role.delete()

    page = upload(as_editor, data).content.decode()

    assert "roles/helper/sections/010-work.md, line 6: HTML is not allowed here" in page
    assert "There is no fact “nothing”." in page
    assert not Role.objects.exists()
