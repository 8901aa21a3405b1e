"""Text that is pasted, and text files: paragraphs, marks and headings come out as they were meant."""

import pytest

from resumes.review.reading import read, read_text
from resumes.review.reading.letters import clean, close_up, is_spaced, join
from resumes.review.reading.marks import split_mark
from tests.resumes.documents import WORDS, show

PROSE = """\
Known for accurate data entry, quick work on rejected claims and
patience at the counter, and for the guide that new techni-
cians still read in their first week before they go to the
window."""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Maria Alvarez\r\nmaria@example.test\r\n\r\n\r\n\r\nSKILLS",
            ["Maria Alvarez", "maria@example.test", "", "SKILLS"],
        ),
        (
            PROSE,
            [
                "Known for accurate data entry, quick work on rejected claims and patience at the counter, and for the guide that new technicians still read in their first week before they go to the window."
            ],
        ),
        (
            "- Filled orders\n  and counted stock\n- Trained staff",
            ["- Filled orders and counted stock", "- Trained staff"],
        ),
        (
            "•Filled orders\n o Counted stock\n1) Trained\n— Led",
            ["• Filled orders", "o Counted stock", "1) Trained", "— Led"],
        ),
        (
            "\uf0b7 Filled orders\n\uf0e0 maria@example.test\n🔹 Counted",
            ["Filled orders", "maria@example.test", "🔹 Counted"],
        ),
        ("Technician          2019 - 2021\nTrainee\t\t2018", ["Technician\t2019 - 2021", "Trainee\t2018"]),
        (
            "C O N TA C T\nW O R K  E X P E R I E N C E\nS K I L L S & T O O L S",
            ["CONTACT", "WORK EXPERIENCE", "SKILLS & TOOLS"],
        ),
        ("📧 maria@example.test ☎ (614) 555-0142", ["maria@example.test (614) 555-0142"]),
        ("EXPERIENCE\n==========\n* * *\nTechnician\n--------", ["EXPERIENCE", "", "Technician"]),
        ("An\u00a0old\u2003win\u200b\u202edow\ufeff \u00adseat", ["An old window seat"]),
        ("2019\n– Present\n- 2 -\n- 2021", ["2019", "– Present", "- 2 -", "- 2021"]),
    ],
)
def test_lines_of_text(text, lines):
    document = read_text(text)

    assert [line.text for line in document.lines] == lines
    assert document.text == "\n".join(lines)
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


MARKDOWN = """\
---
title: Resume
---
# Maria *T.* Alvarez
[maria@example.test](mailto:maria@example.test) | <https://example.test/m> <!-- hidden -->

## Work \\& study
**Technician**   2019 - 2021
* Filled `180` orders a day\\
+ Counted __stock__
| Credential | Until |
|------------|:-----:|
| CPhT | 2027 |
---
```
snake_case_name stays
```
"""


def test_markdown_is_read_without_its_signs():
    document = read_text(MARKDOWN, markdown=True)

    assert [(line.kind, line.level, line.text) for line in document.lines if line.text] == [
        ("heading", 1, "Maria T. Alvarez"),
        ("text", 0, "maria@example.test | https://example.test/m"),
        ("heading", 2, "Work & study"),
        ("text", 0, "Technician\t2019 - 2021"),
        ("bullet", 0, "* Filled 180 orders a day"),
        ("bullet", 0, "+ Counted stock"),
        ("table", 0, "Credential\tUntil"),
        ("table", 0, "CPhT\t2027"),
        ("text", 0, "snake_case_name stays"),
    ]
    assert document.layout.tables == 1
    assert document.file_kind == "md"


def test_a_line_says_what_it_is():
    document = read_text("SKILLS\nTechnician\tJan 2019 – Present\n  - Deep\n- Flat")
    heading, job, flat, deep = (document.lines[place] for place in (0, 1, 3, 2))

    assert (heading.kind, job.kind, job.rail) == ("heading", "text", 11)
    assert job.text[job.rail :] == "Jan 2019 – Present"
    assert [(line.kind, line.mark, line.level, line.body) for line in (flat, deep)] == [
        ("bullet", "-", 0, "Flat"),
        ("bullet", "-", 1, "Deep"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        b"\xef\xbb\xbf" + WORDS.encode(),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.replace("\n", "\r").encode() + b"\0",
    ],
)
def test_text_files_of_every_encoding(data):
    assert show(read(data, "resume.txt")) == [WORDS]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman"])
def test_accents_and_quotes_of_one_byte(encoding):
    text = f"{WORDS} José “Pepe” Núñez – café résumé naïve"

    assert show(read(text.encode(encoding), "resume.txt")) == [text]


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        ("phar-", "macy", "pharmacy"),
        ("part-", "time", "part-time"),
        ("third-", "party", "third-party"),
        ("on-", "site", "on-site"),
        ("over-the-", "counter", "over-the-counter"),
        ("COVID-", "related", "COVID-related"),
        ("drive-", "through", "drive-through"),
        ("manage-", "ment", "management"),
        ("2019 –", "2021", "2019 – 2021"),
        ("and/", "or", "and/or"),
        ("claims", "and", "claims and"),
        ("Smith-", "Jones", "Smith-Jones"),
    ],
)
def test_words_divided_at_a_line_end(before, behind, joined):
    assert join(before, behind) == joined


def test_the_document_knows_its_own_words():
    assert join("re-", "stocking", frozenset({"re-stocking"})) == "re-stocking"
    assert join("time-", "sheets", frozenset({"timesheets"})) == "timesheets"


@pytest.mark.parametrize("text", ["A B C", "M. T. A.", "J R R Tolkien", "a b", "I am a RN"])
def test_few_letters_are_not_letters_set_apart(text):
    assert not is_spaced(text)


def test_letters_set_apart_are_joined_by_their_gaps():
    assert close_up("J O H N  D O E") == "JOHN DOE"
    assert close_up("E D U C A T I O N") == "EDUCATION"
    assert close_up("C O R E C O M P E T E N C I E S") == "CORE COMPETENCIES"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("• a", "•"),
        ("▪a", "▪"),
        ("➢ a", "➢"),
        ("- a", "-"),
        ("-a", ""),
        ("2. a", "2."),
        ("2019. a", ""),
        ("o Ran", "o"),
        ("or a", ""),
        ("*a*", ""),
        ("a) b", "a)"),
        ("(c) 2020", ""),
        ("– 2021", ""),
        ("—", ""),
    ],
)
def test_marks(text, mark):
    assert split_mark(text)[0] == mark


def test_clean_text_is_safe_to_store():
    text = clean("a\0b\ud83d\ude00\ud800c \ufb01ne \x96 \uff21 𝗯𝗼𝗹𝗱 e\u0301\x1f")

    assert text == "ab😀c fine – A bold é"
