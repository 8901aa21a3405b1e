"""What the job is called."""

from dataclasses import dataclass

from guides.models import Occupation, OccupationTitle

_SHOWN = 24


@dataclass(frozen=True)
class JobTitles:
    """Titles that people in the job gave, and all titles by their first letter."""

    reported: list[str]
    letters: list[tuple[str, str]]
    count: int


def job_titles(occupation: Occupation) -> JobTitles:
    """All titles in one query; thousands of them cost one string a letter."""
    rows = [
        *OccupationTitle.objects.filter(occupation=occupation).order_by("title").values_list("title", "is_reported")
    ]
    letters: dict[str, list[str]] = {}
    for title, _reported in rows:
        first = title[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(title)
    return JobTitles(
        reported=[title for title, is_reported in rows if is_reported][:_SHOWN],
        letters=[(letter, "; ".join(titles)) for letter, titles in letters.items()],
        count=len(rows),
    )
