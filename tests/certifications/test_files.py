"""Certificate files: taken as what they are, kept in private, opened by their owner alone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from certifications.forms.files import LARGEST, MOST_FILES, FileForm
from certifications.models import EvidenceFile
from kit.uploads import plain_name
from tests.factories import make_credit, make_evidence, make_held

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"


@pytest.fixture
def held(seeker):
    return make_held(holder=seeker)


def send(client, held, content, name="certificate.pdf"):
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    return client.post(reverse("held:file_add", args=[held.pk]), {"file": file})


def message(answer):
    return str(answer.context["form"].errors["file"][0])


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("A.PDF", PDF, "application/pdf"),
        ("a.png", PNG, "image/png"),
        ("a.jpg", JPEG, "image/jpeg"),
        ("a.jpeg", JPEG, "image/jpeg"),
        ("a.heic", HEIC, "image/heic"),
    ],
)
def test_scans_and_photos_are_kept_as_what_they_are(as_seeker, held, name, content, media_type):
    answer = send(as_seeker, held, content, name)

    evidence = EvidenceFile.objects.get()
    assert answer.url == held.get_absolute_url()
    assert (evidence.held, evidence.owner, evidence.name) == (held, held.holder, name.replace("PDF", "pdf"))
    assert (evidence.media_type, evidence.size) == (media_type, len(content))
    assert evidence.file.read() == content


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"<html><script>alert(1)</script>", "This is no PDF, PNG, JPEG or HEIC file inside"),
        ("a.pdf", b"\n" + PDF, "This is no PDF, PNG, JPEG or HEIC file inside"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is no PDF, PNG, JPEG or HEIC file inside"),
        ("a.exe", b"MZ\x90\x00", "This is no PDF, PNG, JPEG or HEIC file inside"),
        ("a.heic", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "This is no PDF, PNG, JPEG or HEIC file inside"),
        ("a.png", PDF, "Inside, this is a PDF file, but its name does not end in .pdf. Rename it."),
        ("a.html", PDF, "Inside, this is a PDF file, but its name does not end in .pdf. Rename it."),
        ("certificate", PDF, "Inside, this is a PDF file, but its name does not end in .pdf. Rename it."),
        ("a.pdf", b"", "This file is empty."),
        ("a.pdf", b"%", "This is no PDF, PNG, JPEG or HEIC file inside"),
    ],
)
def test_what_is_not_what_it_says_is_refused_with_a_sentence(as_seeker, held, name, content, words):
    answer = send(as_seeker, held, content, name)

    assert message(answer).startswith(words)
    assert not EvidenceFile.objects.exists()


@pytest.mark.parametrize(("size", "is_fine"), [(LARGEST, True), (LARGEST + 1, False), (LARGEST + 1024 * 1024, False)])
def test_ten_megabytes_are_the_most(size, is_fine):
    file = SimpleUploadedFile("a.pdf", PDF.ljust(size, b"\0"))

    form = FileForm({}, {"file": file})

    assert form.is_valid() is is_fine
    if not is_fine:
        assert "10 MB is the most" in form.errors["file"][0]


@pytest.mark.parametrize(("kept", "is_fine"), [(MOST_FILES - 1, True), (MOST_FILES, False)])
def test_so_many_files_at_most(kept, is_fine):
    assert FileForm({}, {"file": SimpleUploadedFile("a.pdf", PDF)}, kept=kept).is_valid() is is_fine


def test_no_file_at_all_is_asked_for(as_seeker, held):
    answer = as_seeker.post(reverse("held:file_add", args=[held.pk]), {})

    assert message(answer) == "Choose the file of your certificate."


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\me\\scan.pdf", "scan.pdf"),
        ('a"b\r\nX: y.pdf', "a b X y.pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("...", "file"),
        (".pdf", "pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("Zertifikat für Ümit.pdf", "Zertifikat für Ümit.pdf"),
    ],
)
def test_names_lose_folders_and_what_could_mean_something_else(given, kept):
    assert plain_name(given) == kept


def test_where_it_lies_has_nothing_of_the_name_that_was_sent(as_seeker, held):
    send(as_seeker, held, PDF, "../../my secret.pdf")

    stored = EvidenceFile.objects.get().file.name
    assert stored.startswith("certificates/")
    assert "secret" not in stored
    assert ".." not in stored


def test_a_download_is_never_a_page_of_ours(as_seeker, held):
    evidence = make_evidence(held=held, name="Pat’s scan.pdf")

    answer = as_seeker.get(reverse("held:file_download", args=[evidence.pk]))

    assert b"".join(answer.streaming_content) == b"%PDF-1.7 a certificate"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "private, no-store"


def test_no_file_has_an_address_of_its_own(client, held):
    evidence = make_evidence(held=held)

    assert client.get(f"/media/{evidence.file.name}").status_code == 404
    assert client.get(f"/{evidence.file.name}").status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_not_there(as_seeker, held):
    evidence = make_evidence(held=held)
    evidence.file.storage.delete(evidence.file.name)

    assert as_seeker.get(reverse("held:file_download", args=[evidence.pk])).status_code == 404


def test_deleting_asks_first_and_takes_it_from_the_disk(as_seeker, held, django_capture_on_commit_callbacks):
    evidence = make_evidence(held=held)
    address = reverse("held:file_delete", args=[evidence.pk])

    asked = as_seeker.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        as_seeker.post(address)

    assert "Delete “certificate.pdf”?" in asked
    assert not EvidenceFile.objects.exists()
    assert not evidence.file.storage.exists(evidence.file.name)


@pytest.mark.parametrize("name", ["file_download", "file_delete"])
def test_another_person_s_file_is_not_there(as_seeker, name):
    evidence = make_evidence()

    assert as_seeker.get(reverse(f"held:{name}", args=[evidence.pk])).status_code == 404
    assert as_seeker.post(reverse(f"held:{name}", args=[evidence.pk])).status_code in {404, 405}
    assert EvidenceFile.objects.exists()


def test_a_credit_takes_a_certificate_the_same_way(as_seeker, seeker):
    credit = make_credit(owner=seeker)

    page = as_seeker.get(reverse("held:credit_file_add", args=[credit.pk]))
    answer = as_seeker.post(
        reverse("held:credit_file_add", args=[credit.pk]), {"file": SimpleUploadedFile("a.pdf", PDF)}
    )

    assert page.status_code == 200
    assert answer.status_code == 302
    assert EvidenceFile.objects.get().credit == credit


def test_another_person_s_credit_takes_none(as_seeker):
    address = reverse("held:credit_file_add", args=[make_credit().pk])

    assert as_seeker.post(address, {"file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 404
