"""Files for sending: what our own reader reads in them is what was in the document."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from resumes.export.content import content_of
from resumes.export.docx import docx
from resumes.export.json_resume import from_json_resume, to_json_resume
from resumes.export.names import file_name
from resumes.export.pdf import pdf
from resumes.export.styles import STYLES
from resumes.models import Document
from resumes.review.reading import read, read_text
from resumes.review.troubles import UnreadableError
from resumes.review.understanding import understand
from tests.resumes.makers import RESUME, make_document, make_posting, newest
from tests.resumes.papers import file_of, papers

# One column and two, dates on the right, tables, several roles at one employer, letters, names from many places.
PAPERS = {
    paper.name: paper for paper in papers() if paper.name[:2] in {"01", "04", "09", "17", "20", "30", "33", "50", "60"}
}
# A letter is no JSON Resume.
CASES = [
    (name, form)
    for name, paper in PAPERS.items()
    for form in ("pdf-plain", "pdf-classic", "docx-compact", "json")
    if form != "json" or paper.kind == "resume"
]


def bare(piece):
    return re.sub(r"\W+", " ", piece.text).strip().casefold() if piece else None


def told(parsed):
    """What a reader takes from it."""
    return {
        "contact": [bare(piece) for piece in (parsed.name, parsed.email, parsed.phone)],
        "sections": [section.kind for section in parsed.sections],
        "jobs": [
            (
                bare(job.title),
                bare(job.employer),
                job.period and job.period.starts_on,
                [bare(one) for one in job.bullets],
            )
            for job in parsed.jobs
        ],
        "education": [(bare(school.award), bare(school.school)) for school in parsed.education],
        "certifications": [bare(one.name) for one in parsed.certifications],
        "skills": [bare(skill) for skill in parsed.skills],
    }


def words(text):
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize(("slug", "form"), CASES)
def test_our_own_files_are_read_back_without_loss(slug, form):
    data, name = file_of(PAPERS[slug])
    document = read(data, name)
    kind = PAPERS[slug].kind
    parsed = understand(document, kind)

    again = _again(form, document, parsed)

    assert words(document.text) <= words(again.text)
    assert told(understand(again, kind)) == told(parsed)


def _again(form, document, parsed):
    ending, _dash, style = form.partition("-")
    content = content_of(document, parsed)
    if ending == "pdf":
        return read(pdf(content, STYLES[style], title="", is_letter=parsed.letter is not None), "again.pdf")
    if ending == "docx":
        return read(docx(content, STYLES[style], title=""), "again.docx")
    return read_text(from_json_resume(json.dumps(to_json_resume(document, parsed)).encode()))


def test_a_json_resume_that_another_program_changed_is_taken_by_its_fields():
    document = read_text(RESUME)
    plain = to_json_resume(document, understand(document, "resume"))
    plain["work"][0]["position"] = "Lead Cashier"

    text = from_json_resume(json.dumps(plain).encode())

    assert "Lead Cashier" in text
    assert "Rang up about 120 orders a shift" in text


def test_a_json_resume_of_another_program_becomes_a_text():
    plain = {
        "basics": {"name": "Ana Duarte", "email": "ana@example.test", "location": {"city": "Reno", "region": "NV"}},
        "work": [
            {"name": "Harbor Pharmacy", "position": "Technician", "startDate": "2021-03-01", "highlights": ["Counted"]}
        ],
        "skills": [{"name": "Inventory", "keywords": ["Excel"]}],
    }

    lines = from_json_resume(json.dumps(plain).encode()).split("\n")

    assert lines[:2] == ["Ana Duarte", "Reno, NV  |  ana@example.test"]
    assert "Technician\tMar 2021 – Present" in lines
    assert "• Counted" in lines
    assert "Inventory, Excel" in lines


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "no JSON file inside"),
        (b"[" * 100_000, "no JSON file inside"),
        (b"[1, 2]", "needs “basics”"),
        (b'{"basics": "Ana"}', "needs “basics”"),
        (b'{"basics": {}}' + b" " * 700_000, "larger than any resume"),
    ],
)
def test_what_is_no_json_resume_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(UnreadableError, match=sentence):
        from_json_resume(data)


@pytest.mark.parametrize("value", [None, 7, "text", [], {}, [None], [[]], [{"name": {"x": 1}}]])
def test_fields_of_another_shape_are_passed_over(value):
    names = ("work", "volunteer", "education", "certificates", "skills", "languages", "projects", "awards", "meta")

    text = from_json_resume(json.dumps({"basics": {"name": "Ana"}, **dict.fromkeys(names, value)}).encode())

    assert text.startswith("Ana")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("María Álvarez-O'Neil", "Resume", "Corner Drug & Co."), "Maria-Alvarez-O-Neil-Resume-Corner-Drug-Co.pdf"),
        (("", "Resume", ""), "Resume.pdf"),
        (("李雷", "", ""), "document.pdf"),
        (('a/b\\c"\r\nSet-Cookie: x', "", ""), "a-b-c-Set-Cookie-x.pdf"),
    ],
)
def test_files_are_named_for_sending(parts, expected):
    name, kind, employer = parts

    assert file_name(name=name, kind=kind, employer=employer, ending="pdf") == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("json", b"{"), ("txt", b"Sam Rivera")]
)
def test_each_file_comes_as_a_download_named_for_the_employer(as_seeker, seeker, form, begins):
    document = make_document(seeker)
    document.versions.update(posting=make_posting(seeker))

    answer = as_seeker.get(reverse("resumes:export", args=[document.pk, 1]), {"form": form, "style": "plain"})

    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"] == f'attachment; filename="Sam-Rivera-Resume-Harbor-Pharmacy.{form}"'
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_form_that_is_not_there_is_asked_for_again(as_seeker, seeker):
    answer = as_seeker.get(
        reverse("resumes:export", args=[make_document(seeker).pk, 1]), {"form": "exe", "style": "plain"}
    )

    assert "Choose a file from the list." in answer.content.decode()


@pytest.mark.django_db
def test_the_review_goes_on_paper(as_seeker, seeker):
    version = newest(make_document(seeker))

    answer = as_seeker.get(reverse("resumes:printed", args=[version.document_id, 1]))

    text = read(answer.content, "review.pdf").text
    assert version.review.result["findings"][0]["message"] in " ".join(text.split())


@pytest.mark.django_db
def test_an_import_is_a_document_of_its_own(as_seeker, seeker):
    document = read_text(RESUME)
    plain = to_json_resume(document, understand(document, "resume"))
    file = SimpleUploadedFile("resume.json", json.dumps(plain).encode())

    as_seeker.post(reverse("resumes:import"), {"file": file})

    assert newest(Document.objects.get()).review.result["parsed"]["name"] == "Sam Rivera"
