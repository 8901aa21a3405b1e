"""The reading of ads does not fall below what it was once measured to do: bench/ads.py prints the figures."""

import pytest

from resumes.review.matching import lines_asked
from tests.jobsearch.ads import PARTS, ads_of, judge, judge_pairs

# Shares of ads or lines: those that the reader was mended on, and those that only measure.
_FLOORS = {
    "fitted": dict.fromkeys(PARTS, (0.95, 0.95)),
    "held_out": {
        "title": (0.75, 0.7),
        "employer": (0.85, 0.8),
        "place": (0.9, 0.9),
        "pay": (0.9, 0.8),
        "closes_on": (0.95, 0.9),
        "musts": (0.7, 0.75),
        "nices": (0.85, 0.8),
    },
}


@pytest.mark.parametrize("half", [*_FLOORS])
def test_ads_are_read_as_well_as_they_were(half):
    count, _misses = judge(ads_of(half))

    shares = {
        part: (count[f"{part} right"] / count[f"{part} read"], count[f"{part} right"] / count[f"{part} said"])
        for part in PARTS
    }
    below = {
        part for part, floors in _FLOORS[half].items() if any(s < f for s, f in zip(shares[part], floors, strict=True))
    }
    assert not below


@pytest.mark.parametrize(("half", "overlooked", "mistaken"), [("fitted", 0, 0), ("held_out", 2, 1)])
def test_copies_are_told_from_jobs_that_only_look_alike(half, overlooked, mistaken):
    count, _misses = judge_pairs(half)

    assert count["True False"] <= overlooked
    assert count["False True"] <= mistaken


def test_a_line_that_would_be_nice_keeps_its_words_without_how_strongly_it_asks():
    ad = "Preferred\n- Sterile compounding (USP 797)\n- Epic, a plus\n- Spanish strongly preferred"

    assert lines_asked(ad)[1] == ("Sterile compounding (USP 797)", "Epic", "Spanish")
