"""Texts for an online profile, put together from what a resume tells. Nothing stands in them that it does not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from careerguide.told import Told, with_article

# What LinkedIn takes, as lists of its limits agree; other networks take less.
HEADLINE, ABOUT, JOB = 220, 2600, 2000
_MOST_LINES: Final = 4
_MOST_SKILLS: Final = 10
_IN_HEADLINE: Final = 2


@dataclass(frozen=True)
class Text:
    """A text to copy: where it goes, and how many characters fit there (none: no limit is known)."""

    key: str
    title: str
    text: str
    most: int | None = None

    @property
    def rows(self) -> int:
        """Lines of the box that shows it."""
        return min(14, max(2, sum(1 + len(line) // 60 for line in self.text.splitlines())))


def headlines(known: Told, role: str) -> list[Text]:
    """What one is, and what one is heading for."""
    learned = known.credentials[:1] or ((known.learning,) if known.learning else ())
    found = [(_("What you are"), _joined([known.title, *learned, ", ".join(known.skills[:_IN_HEADLINE])]))]
    if role and role.casefold() != known.title.casefold():
        heading = _("Heading for work as %(role)s") % {"role": with_article(role)}
        found.append((_("What you head for"), _joined([heading, *learned, known.title])))
    return [
        Text(f"headline-{number}", title, line, HEADLINE) for number, (title, line) in enumerate(found, start=1) if line
    ]


def about(known: Told, role: str) -> Text | None:
    """What one does, what one has done, what one brings, and what one looks for."""
    paragraphs = [part for part in _paragraphs(known, role) if part]
    if not (known.summary or known.standing or known.lines):
        return None
    while paragraphs and len("\n\n".join(paragraphs)) > ABOUT:
        paragraphs.pop()
    return Text("about-1", _("About"), "\n\n".join(paragraphs), ABOUT) if paragraphs else None


def skills(known: Told) -> Text | None:
    """One a line, as the resume has them."""
    listed = [skill[:1].upper() + skill[1:] for skill in known.skills[:_MOST_SKILLS]]
    return Text("skills-1", _("Skills"), "\n".join(listed)) if listed else None


def jobs(known: Told) -> list[Text]:
    """The lines of each job."""
    texts = ((title, _fitting(lines)) for title, lines in known.jobs if lines)
    return [Text(f"job-{number}", title, text, JOB) for number, (title, text) in enumerate(texts, start=1) if text]


def missing(known: Told) -> list[str]:
    """What the resume would have to tell for these texts to be better."""
    gaps = [
        (not known.summary, _("It has no summary, so “About” begins with your job.")),
        (not known.title, _("It names no job you have now, with dates, so the headline has none.")),
        (not known.skills, _("It has no section of skills.")),
        (
            not any(any(sign.isdigit() for sign in line.spoken) for line in known.lines),
            _("No line has a number in it."),
        ),
    ]
    return [words for is_missing, words in gaps if is_missing]


def _paragraphs(known: Told, role: str) -> Iterator[str]:
    yield known.summary or (_("I am %(standing)s.") % {"standing": known.standing} if known.standing else "")
    counted = [line for line in known.lines if re.search(r"\d", line.spoken)]
    yield "\n".join(f"• {line.spoken}" for line in (counted or known.lines)[:_MOST_LINES])
    if known.skills:
        yield _("What I bring: %(skills)s.") % {"skills": ", ".join(known.skills[:_MOST_SKILLS])}
    if role and known.place:
        facts = {"role": with_article(role), "place": known.place}
        yield _("I am looking for work as %(role)s in %(place)s.") % facts
    elif role:
        yield _("I am looking for work as %(role)s.") % {"role": with_article(role)}


def _joined(parts: Sequence[str]) -> str:
    """As many of the parts as fit; the last ones go first."""
    kept = [part for part in parts if part]
    while kept and len(" | ".join(kept)) > HEADLINE:
        kept.pop()
    return " | ".join(kept)


def _fitting(lines: Sequence[str]) -> str:
    kept = [f"• {line}" for line in lines]
    while kept and len("\n".join(kept)) > JOB:
        kept.pop()
    return "\n".join(kept)
