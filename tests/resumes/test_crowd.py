"""Many people who send documents in the same second: nobody gets an error, and no version is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from resumes.models import Document, Version
from tests.factories import make_user
from tests.resumes.makers import RESUME

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, EACH = 5, 10
SHORT = RESUME.partition("• Called")[0].encode()


def test_fifty_uploads_at_once_are_all_kept():
    documents = [Document.objects.create(owner=make_user(), title="Resume") for _number in range(PEOPLE)]
    clients = []
    for document in documents * EACH:
        client = Client()
        client.force_login(document.owner)
        clients.append((client, document))
    together = Barrier(len(clients))

    def send(client: Client, document: Document) -> int:
        together.wait()
        try:
            file = SimpleUploadedFile("resume.txt", SHORT)
            return client.post(reverse("resumes:file", args=[document.pk]), {"file": file}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as crowd:
        answers = [*crowd.map(send, *zip(*clients, strict=True))]

    assert answers == [302] * len(clients)
    for document in documents:
        assert [version.number for version in document.versions.order_by("number")] == [*range(1, EACH + 1)]
    # On a slow machine some may find the reader busy for too long: those wait to be read with one press.
    for version in Version.objects.select_related("review"):
        assert version.review if version.is_readable else version.trouble_code == "busy"
