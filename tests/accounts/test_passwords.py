"""Which passwords are taken: by length and a blocklist, nothing else."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.passwords import unguessable

PERSON = User(email="jane.doe@example.org", name="Jane Doe")
# No word, row or repeat in it, so any piece of it is only judged by its length.
LONG = "tzk mvo wqe lbn ruf gha pyd xci jes " * 8


def codes(password: str) -> set[str | None]:
    try:
        validate_password(password, PERSON)
    except ValidationError as errors:
        return {error.code for error in errors.error_list}
    return set()


@pytest.mark.parametrize(
    ("length", "expected"),
    [(14, {"password_too_short"}), (15, set()), (64, set()), (256, set()), (257, {"password_too_long"})],
)
def test_length_decides_at_both_ends(length, expected):
    password = LONG[: length - 1] + "9"

    assert len(password) == length
    assert codes(password) == expected


@pytest.mark.parametrize(
    "password",
    [
        "four plain words here",
        "nothing but small letters",
        "ALLINCAPITALSTOO BUT FINE",
        "ein sehr hübscher Täuber",
        "   spaces at both ends   ",
        "guide dogs chase red kites",
    ],
)
def test_no_kind_of_character_is_asked_for(password):
    assert codes(password) == set()


@pytest.mark.parametrize(
    "password",
    [
        "careerguide2026!",
        "CareerGuide rocks",
        "demo-career-2026",
        "jane.doe@example.org",
        "janedoejanedoejane",
        "aaaaaaaaaaaaaaaaaa",
        "abababababababababab",
        "xyqxyqxyqxyqxyqxyqxy",
        "123456789012345",
        "987654321098765",
        "qwertyuiopasdfghjkl",
        "password12345678",
        "passwordpassword",
        "letmeinletmein123",
    ],
)
def test_what_everyone_would_guess_is_refused(password):
    assert codes(password)


def test_common_passwords_are_refused_by_the_shipped_list():
    assert "password_too_common" in codes("qwertyuiop123456789") or "password_guessable" in codes("qwertyuiop123456789")


@pytest.mark.parametrize(
    ("password", "left"),
    [
        ("careerguide", 0),
        ("careerguide tzkmvow", 8),
        ("careerguide tzkmvo", 7),
        ("tzkabcde", 4),
        ("tzkab", 5),
        ("aaab", 2),
        ("", 0),
    ],
)
def test_words_rows_and_repeats_do_not_count(password, left):
    assert unguessable(password, {"careerguide"}) == left


def test_the_sentence_says_how_long_it_is_and_what_to_do():
    with pytest.raises(ValidationError) as trouble:
        validate_password("tzk mvo wqe", PERSON)

    assert trouble.value.messages == ["Use at least 15 characters. This has 11. A few words with spaces are fine."]
