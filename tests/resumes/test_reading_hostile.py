"""No bad file gets further than one plain sentence, and none is taken for a resume."""

import pytest

from resumes.review.reading import read
from resumes.review.reading.refusals import refusal
from resumes.review.troubles import UnreadableError
from tests.resumes import hostile

FILES = {
    **{f"{what}.pdf": file for what, file in hostile.PDF.items()},
    **{f"{what}.docx": file for what, file in hostile.WORD.items()},
    **{f"{what}.odt": file for what, file in hostile.OPEN_DOCUMENT.items()},
    **{f"{what}.rtf": file for what, file in hostile.RTF.items()},
}


def outcome(data, name):
    try:
        document = read(data, name)
    except UnreadableError as trouble:
        assert trouble.message == refusal(trouble.code).message
        return trouble.code
    assert document.text == "\n".join(line.text for line in document.lines)
    document.text.encode("utf-8")
    assert "\0" not in document.text
    return None


@pytest.mark.parametrize("name", FILES)
def test_each_bad_file_has_its_answer(name):
    data, code = FILES[name]

    assert outcome(data, name) == code


@pytest.mark.parametrize(
    ("file", "code"), hostile.OTHERS.items(), ids=lambda value: value[0] if isinstance(value, tuple) else value
)
def test_what_is_no_document_is_named(file, code):
    name, data = file

    assert outcome(data, name) == code


@pytest.mark.parametrize("name", ["resume", "resume.final", "RESUME.PDF", "resume.pdf ", "C:\\files\\resume.pdf"])
def test_a_name_without_a_known_ending_says_nothing(name):
    assert outcome(hostile.raw_pdf(), name) is None
