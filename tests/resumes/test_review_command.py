"""`manage.py review_document`: files in, reports or JSON out."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.resumes.cases import GOOD_LINES, job, make_letter, make_resume

pytestmark = pytest.mark.django_db
AD = """Pharmacy Technician
Mercy General Hospital, Columbus, OH

We fill 900 orders a day for a hospital of 400 beds, and look for a colleague on nights.

Requirements
- Certified Pharmacy Technician (CPhT)
- Sterile compounding
- Spanish preferred
"""


@pytest.fixture
def files(tmp_path):
    """A resume, a letter, an ad, and a file that is none."""
    resume = make_resume(job("Responsible for stock", *GOOD_LINES), certifications=[("CPhT, PTCB, exp. 06/2028", None)])
    paths = {name: tmp_path / name for name in ("resume.txt", "letter.md", "ad.txt", "broken.pdf")}
    paths["resume.txt"].write_text(resume.document.text)
    paths["letter.md"].write_text(make_letter().document.text.replace("\n", "\n\n"))
    paths["ad.txt"].write_text(AD)
    paths["broken.pdf"].write_bytes(b"%PDF-1.7 and nothing more")
    return {name: str(path) for name, path in paths.items()}


def _run(*args: str) -> str:
    out = StringIO()
    call_command("review_document", *args, "--today", "2026-11-28", stdout=out)
    return out.getvalue()


def test_json_has_one_line_a_file_in_order_and_a_broken_file_does_not_stop_the_rest(files):
    out = StringIO()

    with pytest.raises(CommandError, match=r"^2 files could not be reviewed\.$") as trouble:
        call_command(
            "review_document", files["broken.pdf"], files["resume.txt"], "/no/such/file.pdf", files["letter.md"], "--json", "--today", "2026-11-28", stdout=out
        )  # fmt: skip

    broken, resume, missing, letter = [json.loads(line) for line in out.getvalue().splitlines()]
    assert trouble.value.returncode == 2
    assert broken["file"] == files["broken.pdf"]
    assert set(broken["error"]) == set(missing["error"]) == {"code", "message"}
    assert (resume["kind"], letter["kind"]) == ("resume", "cover-letter")
    assert [finding["quote"] for finding in resume["findings"] if finding["rule"] == "weak-verb"] == ["Responsible for"]
    assert [part["category"] for part in resume["score"]["parts"]] == ["content", "language", "layout"]
    assert resume["match"] == {"terms": []}


def test_a_posting_a_role_and_a_resume_to_hold_it_against(files):
    review = json.loads(
        _run(files["resume.txt"], "--posting", files["ad.txt"], "--role", "pharmacy-technician", "--json")
    )
    letter = json.loads(
        _run(files["letter.md"], "--posting", files["ad.txt"], "--resume", files["resume.txt"], "--json")
    )
    code = json.loads(_run(files["resume.txt"], "--role", "29-2052.00", "--kind", "resume", "--json"))

    found = {term["term"]: term["found"] for term in review["match"]["terms"]}
    assert True in found.values()
    assert sum(part["weight"] for part in review["score"]["parts"]) == 100
    assert not [finding for finding in letter["findings"] if finding["severity"] == "must"]
    assert code["match"]["terms"] != []


def test_the_report_is_for_people(files):
    said = _run(files["resume.txt"])

    assert "“Responsible for” tells the reader your job, not your work." in said
    assert "Score: " in said


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--today", "tomorrow", "“tomorrow” is not a date. Write it as 2026-11-28."),
        ("--today", "2026-02-30", "“2026-02-30” is not a date."),
        ("--role", "wizard", "There is no role “wizard”."),
        ("--role", "99-9999.00", "There is no role “99-9999.00”."),
        ("--posting", "/no/such/ad.txt", "/no/such/ad.txt: The file cannot be opened"),
    ],
)
def test_an_option_that_cannot_be_used_gets_a_sentence(files, option, value, sentence):
    with pytest.raises(CommandError) as trouble:
        call_command("review_document", files["resume.txt"], option, value, stdout=StringIO())

    assert str(trouble.value).startswith(sentence)
    assert trouble.value.returncode == 2


def test_an_ad_may_be_three_lines(files, tmp_path):
    ad = tmp_path / "ad.txt"
    ad.write_text("Line Cook\nOrchard Table\nMust have a food handler card.\n")

    said = json.loads(_run(files["resume.txt"], "--posting", str(ad), "--json"))

    assert [term["term"] for term in said["match"]["terms"]] == ["food handler card"]
