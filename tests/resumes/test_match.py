"""Where a document shows what is asked for, and where it only seems to."""

import sys
from dataclasses import replace

import pytest

from kit import vectors
from resumes.review import reading, understanding
from resumes.review.matching import match, read_posting
from resumes.review.terms import Posting, RoleTerms
from tests.resumes.matching.lines import HEAD, MISSING, PLACES, SHOWN, credential, duty, found, skill, tool


def named(row):
    return f"{row[0].name}: {row[2]}"


@pytest.mark.parametrize("row", SHOWN, ids=named)
def test_a_line_that_shows_what_is_asked_for(row):
    term, place, line, how = row

    one = found(term, place, line)

    assert (one.found, one.how) == (True, how)
    assert one.where in line or line in one.where
    assert one.is_shown == (place == "work")


@pytest.mark.parametrize("row", MISSING, ids=named)
def test_a_line_that_only_seems_to(row):
    term, place, line = row

    one = found(term, place, line)

    assert (one.found, one.where, one.start) == (False, "", None), one.where


def test_other_words_for_the_same_are_found_with_and_without_word_vectors(monkeypatch):
    near, alike = duty("staff schedule"), duty("reminder calls")
    with_vectors = [found(near, "work", "Made the weekly schedule for 14 employees").how]

    monkeypatch.setitem(sys.modules, "wordllama", None)
    vectors.model.cache_clear()
    without = [
        found(near, "work", "Made the weekly schedule for 14 employees").how,
        found(alike, "work", "Reminded families by call").how,
    ]
    monkeypatch.undo()
    vectors.model.cache_clear()

    assert with_vectors == ["meaning"]
    assert without == [None, "meaning"]


def test_what_is_asked_for_comes_from_the_posting_or_else_from_the_role_with_musts_first():
    document = reading.read_text(
        HEAD.format(city="Troy, NY") + PLACES["work"].format(line="Worked 30 rejected claims a day")
    )
    parsed = understanding.understand(document, "resume")
    role = RoleTerms(
        "pharmacy-technician",
        "Pharmacy technician",
        terms=(
            skill("data entry"),
            replace(credential("CPhT"), required=True),
            skill("insurance rejections", "rejected claims"),
        ),
    )
    posting = read_posting("Clerk\n\nDuties\n- Resolve insurance rejections\n\nPreferred\n- Excel\n")

    by_role = match(document, parsed, role=role)
    by_posting = match(document, parsed, role=role, posting=posting)
    neither = match(document, parsed)

    assert [one.term.name for one in by_role.terms] == ["CPhT", "data entry", "insurance rejections"]
    assert [(one.term.name, one.found) for one in by_posting.terms] == [
        ("insurance rejections", True),
        ("Excel", False),
    ]
    assert (by_role.from_posting, by_posting.from_posting) == (False, True)
    assert neither.terms == ()


def test_work_that_was_done_proves_more_than_a_list_and_the_place_is_exact():
    text = (
        HEAD.format(city="Troy, NY")
        + PLACES["skills"].format(line="Excel, billing")
        + PLACES["work"].format(line="Built the billing report in Excel")
    )
    document = reading.read_text(text)
    parsed = understanding.understand(document, "resume")

    one = match(document, parsed, posting=Posting("", terms=(tool("Excel"),))).terms[0]

    assert (one.where, one.is_shown) == ("Built the billing report in Excel", True)
    assert document.text[one.start : one.end] == "Excel"
