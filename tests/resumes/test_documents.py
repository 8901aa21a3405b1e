"""Documents: sent as a file or a text, kept before they are read, and their owner's alone."""

import re

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from guides.search import index
from resumes.actions.keeping import keep_upload
from resumes.models import Document, Version
from resumes.views.versions import MOST_AN_HOUR
from tests.factories import make_occupation, make_role, make_role_term, make_target_role, make_user
from tests.resumes.makers import RESUME, make_document, newest

pytestmark = pytest.mark.django_db

ADD = "/my/documents/add/"


def upload(client, content: bytes, name: str, **fields):
    file = SimpleUploadedFile(name, content)
    return client.post(ADD, {"kind": "resume", "file": file, **fields}, follow=True)


def test_an_empty_list_teaches(as_seeker):
    answer = as_seeker.get("/my/documents/")

    assert "Send the resume you have, as it is" in answer.content.decode()


def test_pasted_text_is_kept_read_and_reviewed(as_seeker, seeker):
    answer = as_seeker.post(ADD, {"kind": "resume", "text": RESUME}, follow=True)

    page = answer.content.decode()
    version = Version.objects.get()
    assert (version.document.owner, version.number, version.origin) == (seeker, 1, "paste")
    assert version.review.finding_count > 0
    assert "Responsible for" in page
    marks, notes = (set(re.findall(rf'id="{kind}(\d+)"', page)) for kind in "mn")
    assert marks
    assert marks <= notes


def test_a_file_is_named_after_itself_and_can_be_had_back_as_it_was(as_seeker):
    upload(as_seeker, RESUME.encode(), "sam_rivera.txt")

    version = Version.objects.get()
    answer = as_seeker.get(reverse("resumes:download", args=[version.document_id, 1]))

    assert version.document.title == "sam rivera"
    assert b"".join(answer.streaming_content) == RESUME.encode()
    assert answer["Content-Disposition"] == 'attachment; filename="sam_rivera.txt"'
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"MZ\x90\x00 not a resume", "resume.doc", "old Word format"),
        (b"x", "resume.exe", "We read PDF, DOCX, ODT, RTF, TXT and MD files"),
        (b"", "resume.pdf", "This file is empty"),
        (b"x" * (5 * 1024 * 1024 + 1), "resume.pdf", "5 MB is the most"),
    ],
)
def test_what_can_not_be_read_at_all_is_refused_with_a_sentence(as_seeker, content, name, sentence):
    answer = upload(as_seeker, content, name)

    assert sentence in answer.content.decode()
    assert not Document.objects.exists()


def test_a_file_that_lies_is_kept_with_the_reason_and_another_can_follow(as_seeker):
    answer = upload(as_seeker, b"%PDF-1.7 this is cut off", "resume.pdf")

    version = Version.objects.get()
    assert version.trouble_code
    assert "We could not read this file" in answer.content.decode()
    assert not hasattr(version, "review")

    as_seeker.post(reverse("resumes:file", args=[version.document_id]), {"text": RESUME})

    assert newest(version.document).number == 2
    assert newest(version.document).is_readable


@pytest.mark.parametrize(("code", "is_offered"), [("busy", True), ("time", True), ("", True), ("locked", False)])
def test_a_file_that_could_not_be_read_for_the_moment_is_read_with_one_press(as_seeker, seeker, code, is_offered):
    document = Document.objects.create(owner=seeker, title="Resume")
    version = keep_upload(document, SimpleUploadedFile("resume.txt", RESUME.encode()))
    if code:
        version.keep_trouble(code=code, message="Not now.", at=timezone.now())
    press = reverse("resumes:review", args=[document.pk, 1])
    before = as_seeker.get(version.get_absolute_url()).content.decode()

    after = as_seeker.post(press, follow=True).content.decode()

    version.refresh_from_db()
    assert (press in before) is version.is_readable is hasattr(version, "review") is is_offered
    assert ("Reviewed again." in after) is is_offered
    assert version.trouble_code == ("" if is_offered else code)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "resume"}, "Choose a file, or paste the text below."),
        ({"kind": "poem", "text": RESUME}, "Choose what it is."),
        ({"kind": "resume", "text": RESUME, "role": "no-such-job"}, "Choose a job from the list."),
        ({"kind": "resume", "text": "x" * 60_001}, "longer than a book chapter"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(as_seeker, fields, sentence):
    answer = as_seeker.post(ADD, fields)

    page = answer.content.decode()
    assert sentence in page
    assert fields.get("text", "")[:20] in page
    assert not Document.objects.exists()


def test_both_a_file_and_a_text_is_one_too_many(as_seeker):
    answer = upload(as_seeker, RESUME.encode(), "resume.txt", text=RESUME)

    assert "Send the file or the text, not both" in answer.content.decode()


def test_the_role_one_is_heading_for_stands_there_already(as_seeker, seeker):
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician", status="published")
    make_target_role(seeker, role=role)

    answer = as_seeker.get(ADD)

    assert '<option value="pharmacy-technician" selected>' in answer.content.decode()


def test_so_many_versions_an_hour(as_seeker, seeker):
    period = int(timezone.now().timestamp()) // 3600
    cache.set(f"limit:documents:{seeker.pk}:{period}", MOST_AN_HOUR - 1, 3600)

    first = as_seeker.post(ADD, {"kind": "resume", "text": RESUME})
    second = as_seeker.post(ADD, {"kind": "resume", "text": RESUME})

    assert first.status_code == 302
    assert "Go on in the next one" in second.content.decode()
    assert Document.objects.count() == 1


def test_name_and_purpose_change_and_it_is_reviewed_for_the_new_work(as_seeker, seeker):
    document = make_document(seeker)
    role = make_role(slug="pharmacy-technician", status="published")
    make_role_term(role=role, name="Insurance claims")

    as_seeker.post(reverse("resumes:edit", args=[document.pk]), {"title": "For hospitals", "role": role.pk})

    document.refresh_from_db()
    assert (document.title, document.role) == ("For hospitals", role)
    assert [row["term"] for row in newest(document).review.result["match"]["terms"]] == ["Insurance claims"]


def test_a_letter_goes_with_a_resume_of_ones_own_alone(as_seeker, seeker):
    letter = make_document(seeker, kind="cover-letter")
    mine, other = make_document(seeker), make_document(make_user())
    address = reverse("resumes:edit", args=[letter.pk])

    refused = as_seeker.post(address, {"title": "Letter", "resume": other.pk})
    taken = as_seeker.post(address, {"title": "Letter", "resume": mine.pk})

    assert refused.status_code == 200
    assert taken.status_code == 302


def test_deleting_takes_the_files_along(as_seeker, seeker, django_capture_on_commit_callbacks):
    upload(as_seeker, RESUME.encode(), "resume.txt")
    file = Version.objects.get().file
    document = Document.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        as_seeker.post(reverse("resumes:delete", args=[document.pk]))

    assert not Document.objects.exists()
    assert not file.storage.exists(file.name)


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_at_any_length(as_seeker, seeker, count, django_assert_num_queries):
    for _number in range(count):
        make_document(seeker, kind="resume")
        make_document(seeker, kind="cover-letter")

    with django_assert_num_queries(5):
        as_seeker.get("/my/documents/")


def test_another_persons_documents_do_not_exist(as_seeker, seeker):
    theirs = make_document(make_user())
    version = newest(theirs)
    gets = ["detail", "edit", "delete", "compare"]
    of_version = ["version", "text", "tailor", "download", "export", "printed", "request_add", "link_add"]
    posts = ["line", "review", "answer", "restore", "sent"]

    answers = [as_seeker.get(reverse(f"resumes:{name}", args=[theirs.pk])).status_code for name in gets]
    answers += [as_seeker.get(reverse(f"resumes:{name}", args=[theirs.pk, 1])).status_code for name in of_version]
    answers += [as_seeker.post(reverse(f"resumes:{name}", args=[theirs.pk, 1])).status_code for name in posts]
    answers.append(as_seeker.post(reverse("resumes:file", args=[theirs.pk]), {"text": RESUME}).status_code)

    assert set(answers) == {404}
    assert theirs.versions.get() == version


def test_work_without_a_guide_is_taken_by_any_of_its_names(as_seeker, seeker):
    make_role(slug="pharmacy-technician", status="published")
    cook = make_occupation(code="35-2014.00", title="Cooks, Restaurant", titles=["Line Cook"])
    index.put_occupations()

    refused = as_seeker.post(ADD, {"kind": "resume", "text": RESUME, "other_job": "xqzzy"})
    as_seeker.post(ADD, {"kind": "resume", "text": RESUME, "role": "pharmacy-technician", "other_job": "line cook"})

    document = Document.objects.get()
    assert "We know no job by this name" in refused.content.decode()
    assert (document.role, document.occupation) == (None, cook)
    assert "Cooks, Restaurant" in as_seeker.get(newest(document).get_absolute_url()).content.decode()

    as_seeker.post(reverse("resumes:edit", args=[document.pk]), {"title": "Mine", "role": "", "other_job": ""})

    document.refresh_from_db()
    assert document.job is None


def test_without_imported_occupations_no_other_job_is_asked_for(as_seeker):
    assert "other_job" not in as_seeker.get(ADD).content.decode()
