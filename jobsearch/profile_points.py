"""What makes an online profile worth finding, in four parts, and what of it to see to first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from jobsearch.models import ProfileTick


@dataclass(frozen=True)
class Point:
    """One thing to see to, how to do it, and its place among those to see to first."""

    key: str
    title: StrOrPromise
    how: StrOrPromise
    rank: int
    # Done anew every week.
    is_weekly: bool = False
    # The address that helps with it, and the words of the link.
    place: str = ""
    query: str = ""
    link: StrOrPromise = ""


@dataclass(frozen=True)
class Part:
    """Points that belong together."""

    name: StrOrPromise
    points: Sequence[Point]


_TEXTS: Final = ("profile_texts", _("Take it from your resume"))

PARTS: Final = (
    Part(
        _("What they see first"),
        (
            Point(
                "headline",
                _("The headline says the work"),
                _(
                    "It stands beside your name in every search. Name the work, one credential and one thing you are "
                    "good at. “Seeking opportunities” says none of them."
                ),
                2,
                place=_TEXTS[0],
                query="#headline",
                link=_TEXTS[1],
            ),
            Point(
                "place",
                _("Your town or area is filled in"),
                _("Employers search within a distance. Name where you would work; never a street."),
                5,
            ),
            Point(
                "about",
                _("“About” begins with what you do"),
                _("Only its first lines show until someone asks for more. What you do, then what you look for."),
                3,
                place=_TEXTS[0],
                query="#about",
                link=_TEXTS[1],
            ),
            Point(
                "photo",
                _("A photo, if you want one"),
                _("Your face, daylight, a plain wall, what you would wear at work. Without one, tick it and go on."),
                13,
            ),
        ),
    ),
    Part(
        _("What you can do"),
        (
            Point(
                "jobs",
                _("Each job has two or three lines, one with a number"),
                _("The lines of your resume will do. A title alone tells nobody how much you handled."),
                4,
                place=_TEXTS[0],
                query="#jobs",
                link=_TEXTS[1],
            ),
            Point(
                "training",
                _("Training stands there, also what is not finished"),
                _("With the month in which you expect to finish. Employers who train beginners look for it."),
                8,
            ),
            Point(
                "credentials",
                _("Credentials have the body that gave them, and the date"),
                _("Write the name in full, with its letters. Post no picture of a certificate: its number is yours."),
                7,
            ),
            Point(
                "skills",
                _("Ten skills, in the words of job ads"),
                _("People are found by them. Put the three first that the work cannot do without."),
                6,
                place=_TEXTS[0],
                query="#skills",
                link=_TEXTS[1],
            ),
        ),
    ),
    Part(
        _("Among people"),
        (
            Point(
                "address",
                _("Its address is short, and stands on your resume"),
                _("Most networks let you choose how the address ends. Take your name, and your field if it is taken."),
                12,
            ),
            Point(
                "open",
                _("Recruiters can see that you are looking"),
                _(
                    "LinkedIn has one setting for recruiters alone, and one that everybody sees. No network can "
                    "promise that your own employer does not notice."
                ),
                9,
            ),
            Point(
                "people",
                _("You asked five people who know you"),
                _("Classmates, people you worked with, a teacher. A line of your own with each request."),
                10,
                place="outreach:add",
                query="?kind=introduction",
                link=_("Write the line"),
            ),
            Point(
                "groups",
                _("You are in one or two groups of the field"),
                _("Read for a week before you write. Associations often have a group for students and beginners."),
                14,
            ),
            Point(
                "follow",
                _("You follow five employers you would work for"),
                _("Openings show there first, and so does what to ask about in an interview."),
                15,
            ),
            Point(
                "word",
                _("Someone who saw you work wrote a recommendation"),
                _("Tell them which job you head for, and remind them of one thing they saw you do."),
                16,
            ),
            Point(
                "comment",
                _("This week, one comment that says something"),
                _(
                    "Under what someone in the field wrote: what you saw at work that fits, or a question you do have. "
                    "“Great post” says nothing. It counts for one week."
                ),
                17,
                is_weekly=True,
            ),
        ),
    ),
    Part(
        _("What could cost you the job"),
        (
            Point(
                "patients",
                _("Nothing in it points to a patient or a customer"),
                _("No pictures from the workplace, no story with place and day, no name, on any network of yours."),
                1,
            ),
            Point(
                "same",
                _("Titles and dates are those of your resume"),
                _("Employers lay the two side by side. Where they differ, they believe neither."),
                11,
            ),
            Point(
                "search",
                _("You looked yourself up"),
                _("Search your name and town in a private window. Hide what you would not show at work."),
                18,
            ),
        ),
    ),
)
POINTS: Final[Mapping[str, Point]] = {point.key: point for part in PARTS for point in part.points}


@dataclass(frozen=True)
class Line:
    """A point, and when it was done."""

    point: Point
    done_on: date | None
    # A weekly point that was done in an earlier week.
    last_on: date | None = None


def lines_of(ticks: Sequence[ProfileTick], *, today: date) -> dict[str, Line]:
    """Every point with how it stands on the day."""
    done = {tick.key: tick.done_on for tick in ticks}
    return {key: _line(point, done.get(key), today) for key, point in POINTS.items()}


def first_of(lines: Mapping[str, Line]) -> Line | None:
    """The open point to see to first; None where all are done."""
    return min((line for line in lines.values() if not line.done_on), key=lambda line: line.point.rank, default=None)


def deed_key(point: Point, *, on: date) -> str:
    """What it counts as: once, or once a week."""
    return f"profile:{point.key}:{_monday(on)}" if point.is_weekly else f"profile:{point.key}"


def _line(point: Point, done_on: date | None, today: date) -> Line:
    if done_on and point.is_weekly and done_on < _monday(today):
        return Line(point, None, last_on=done_on)
    return Line(point, done_on)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
