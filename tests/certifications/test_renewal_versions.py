"""Which version of a rule governs a cycle."""

from dataclasses import dataclass
from datetime import date

import pytest

from certifications.renewal.versions import NoVersionError, TwoVersionsError, version_for


@dataclass(frozen=True)
class Version:
    in_force_from: date
    in_force_until: date | None = None


OLD = Version(date(2020, 1, 1), date(2025, 6, 30))
NEW = Version(date(2025, 7, 1))


@pytest.mark.parametrize(("ends_on", "expected"), [(date(2025, 6, 30), OLD), (date(2025, 7, 1), NEW)])
def test_the_version_in_force_on_the_last_day_governs(ends_on, expected):
    assert version_for([OLD, NEW], ends_on) is expected


def test_a_version_ahead_of_its_time_does_not_count():
    with pytest.raises(NoVersionError, match="31 December 2019"):
        version_for([OLD, NEW], date(2019, 12, 31))


def test_two_versions_on_one_day_are_no_guess():
    overlapping = Version(date(2025, 6, 30))

    with pytest.raises(TwoVersionsError) as refused:
        version_for([OLD, overlapping], date(2025, 6, 30))

    assert refused.value.versions == (OLD, overlapping)
