"""Drafts with blanks for what nobody told us, and what is said about length and tone."""

import pytest

from jobsearch.models import Message
from jobsearch.wording import FRAMES, check, draft
from jobsearch.wording.tone import TONES

FACTS = {"to": "Dana", "me": "Sam", "employer": "Hill Pharmacy", "job": "Pharmacy technician", "event": "the fair"}


def test_every_kind_has_a_frame_with_blanks_and_no_remark_on_its_tone():
    assert {*FRAMES} == {*Message.Kind.values}
    for kind in FRAMES:
        words = check(draft(kind, FACTS).text, kind)
        assert words.blanks, kind
        assert not words.remarks, kind


def test_facts_that_are_unknown_become_blanks():
    known, unknown = draft("accept", FACTS), draft("accept", {})

    assert "Dear Dana," in known.text
    assert "their name" not in check(known.text, "accept").blanks
    assert {"their name", "your name", "the employer", "the job"} <= {*check(unknown.text, "accept").blanks}


@pytest.mark.parametrize("blank", ["[[x]]", "[x]", "[[", "]]", "____", "XXX"])
def test_what_is_open_is_seen_in_text_and_subject(blank):
    assert not check(f"Hello {blank} there", "thanks").is_ready
    assert not check("Hello", "thanks", subject=blank).is_ready
    assert check("Hello", "thanks", subject="Thank you").is_ready


@pytest.mark.parametrize(("count", "remarks"), [(59, 1), (60, 0), (120, 0), (121, 1)])
def test_length_is_held_against_the_range(count, remarks):
    assert len(check(" ".join(["word"] * count), "recruiter").remarks) == remarks


@pytest.mark.parametrize(("count", "remarks"), [(300, 0), (301, 1)])
def test_a_request_to_connect_fits_into_300_characters(count, remarks):
    text = ("word " * 60)[: count - 1] + "x"

    assert [r for r in check(text, "introduction").remarks if "characters" in r.said.text].__len__() == remarks


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Please answer me today", "pressure"),
        ("I need this job", "begging"),
        ("Sorry to bother you", "excuses"),
        ("You never called", "blame"),
        ("To whom it may concern", "nobody"),
        ("My SSN is 123-45-6789", "privacy"),
        ("PLEASE READ this", "shouting"),
        ("Great! Thanks!", "exclamation marks"),
    ],
)
def test_tone(words, name):
    assert [tone.name for tone in TONES if tone.places(words)] == [name]


def test_calm_words_and_one_credential_in_capitals_pass():
    calm = "I passed the PTCE. Thank you for your time! I did not reach you on Monday."
    assert not [tone.name for tone in TONES if tone.places(calm)]


@pytest.mark.parametrize(("text", "marks"), [("Hi!", []), ("Hi!!!", ["!!"]), ("Hi! Yes! No!", ["!", "!"])])
def test_of_exclamation_marks_one_is_fine(text, marks):
    assert [piece.text for piece in check(text, "thanks").pieces if piece.number] == marks


def test_words_that_a_remark_is_about_are_marked_wherever_they_stand():
    text = "Answer asap. To be honest, I need [[what]]. Again, ASAP."

    told = check(text, "thanks")

    marked = [(piece.text, piece.number) for piece in told.pieces if piece.number]
    assert marked == [("asap", 1), ("To be honest", 2), ("ASAP", 1)]
    assert [remark.said.values["words"] for remark in told.remarks] == ["asap", "To be honest"]
    assert [piece.text for piece in told.pieces if piece.is_blank] == ["what"]
    assert "".join(piece.text for piece in told.pieces) == text.replace("[[what]]", "what")
