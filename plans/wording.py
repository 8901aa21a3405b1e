"""A first draft of the line that tells an achievement in a resume."""

import re

from django.utils.translation import gettext as _

from plans.models import Achievement

_LONGEST = 300


def draft_line(achievement: Achievement) -> str:
    """A verb, what was done, what came of it, and blanks in brackets for what only its person knows."""
    what = _without_label(achievement)
    came = _first_sentence(achievement.text)
    parts = [_begun(achievement.kind, what), came or _("[what came of it]")]
    if not re.search(r"\d", what + came):
        parts.append(_("[a number: how many, how often, how much]"))
    return "; ".join(parts)


def has_blanks(words: str) -> bool:
    """Whether a blank in brackets is still open."""
    return re.search(r"\[[^\]]*\]", words) is not None


def _without_label(achievement: Achievement) -> str:
    """What the app called it, without "Earned: " or "Reached: " before it."""
    return achievement.title.split(": ", 1)[-1] if achievement.key else achievement.title


def _begun(kind: str, what: str) -> str:
    """It begins with a verb; where the words have one already, with that."""
    first = what.split(" ", 1)[0].lower()
    verbs = {
        Achievement.Kind.PRAISE: _("Commended for: %(what)s"),
        Achievement.Kind.LEARNING: _("Earned: %(what)s"),
    }
    if first.endswith("ed") or kind not in verbs:
        return what
    return verbs[Achievement.Kind(kind)] % {"what": what}


def _first_sentence(text: str) -> str:
    sentence = re.split(r"(?<=[.!?])\s|\n", text.strip(), maxsplit=1)[0].rstrip(".!? ")
    return sentence[:_LONGEST]
