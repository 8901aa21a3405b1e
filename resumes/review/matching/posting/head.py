"""The facts at the top of an advertisement: who hires for what, and where."""

from dataclasses import dataclass

from resumes.review.matching.posting.employers import employer_of
from resumes.review.matching.posting.places import city_near, place_of
from resumes.review.matching.posting.titles import title_of, without
from resumes.review.matching.posting.zones import top_lines

_TOP = 8


@dataclass(frozen=True)
class Head:
    """What the advertisement says of itself; empty where it does not."""

    title: str = ""
    employer: str = ""
    place: str = ""


def head_of(text: str) -> Head:
    """The title, the employer and the place."""
    lines = [tidy for line in text.splitlines() if (tidy := line.strip(" *#_|\t-•"))]
    place = place_of(text, lines)
    top = [*top_lines(text)][:_TOP]
    title = title_of(top, text)
    employer = employer_of(lines, top, text, title, place)
    if employer and place in {"", "Remote"}:
        place = city_near(employer, text) or place
    return Head(without(title, employer, place), employer, place)
