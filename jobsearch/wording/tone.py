"""How a message sounds to the one who reads it: wordings that cost goodwill, each with a sentence that says why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jobsearch.wording.marking import Remark
from kit.said import Said
from kit.said import gettext_noop as _


@dataclass(frozen=True)
class Tone:
    """Wordings of one sort, and what is to be said about them. The first `fine` of them are nothing to speak of."""

    name: str
    pattern: re.Pattern[str]
    sentence: str
    fine: int = 0

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where such wordings stand; those that touch are one."""
        found: list[tuple[int, int]] = []
        for start, end in (match.span() for match in [*self.pattern.finditer(text)][self.fine :]):
            begin = found.pop()[0] if found and found[-1][1] == start else start
            found.append((begin, end))
        return found


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wordings)})\b", re.IGNORECASE)


TONES: Final = (
    Tone(
        "pressure",
        _any(
            r"asap",
            r"as soon as possible",
            r"urgent(?:ly)?",
            r"immediately",
            r"(?:i|we) (?:expect|demand) (?:an?|your) (?:answer|reply|response)",
            r"you (?:must|have to|need to) (?:answer|reply|respond|call|tell|hire|let)",
            r"(?:answer|reply|respond|call) me (?:today|by tomorrow|right away|now)",
            r"still waiting",
        ),
        _("“%(words)s” puts pressure on them. Ask when it suits them."),
    ),
    Tone(
        "begging",
        _any(
            r"beg(?:ging)?",
            r"desperate(?:ly)?",
            r"dying to",
            r"(?:really |badly |so )?need (?:this|the|a) (?:job|position|work)",
            r"(?:i[’']ll|i will|would|i[’']d) do anything",
            r"give me (?:a|the|one|this) chance",
            r"last (?:chance|hope)",
            r"please,? please",
        ),
        _("“%(words)s” asks for mercy. Say what you would do for them instead."),
    ),
    Tone(
        "excuses",
        _any(
            r"sorry (?:to|for) (?:bother|disturb)\w*",
            r"(?:i know )?(?:i|it)(?:[’']m| am|[’']s| is) (?:probably|just|only) (?:not|an?) \w+",
            r"(?:even|al)though i (?:have|had) no",
            r"i (?:have no|lack|don[’']t have (?:any|much)) experience",
            r"to be honest",
            r"not (?:very|really) (?:good|qualified)",
        ),
        _("“%(words)s” makes excuses for you. Leave it out: what you can do counts."),
    ),
    Tone(
        "blame",
        _any(
            r"you (?:never|did not|didn[’']t|failed to|forgot to) (?:call|answer|reply|respond|write|get back)\w*",
            r"(?:you )?(?:ignored|ghosted) (?:me|my)",
            r"unprofessional",
            r"wasted my time",
            r"(?:my|the) (?:old|last|former) (?:boss|manager|employer) (?:was|is) (?:an? )?\w+",
        ),
        _("“%(words)s” blames someone. Say what happened, and what you would like next."),
    ),
    Tone(
        "nobody",
        _any(r"to whom it may concern", r"dear (?:sir|madam|sirs|sir or madam|sir/madam)"),
        _("“%(words)s” speaks to nobody. Find the name, or write “Dear hiring team”."),
    ),
    Tone(
        "privacy",
        re.compile(
            r"\b\d{3}-\d{2}-\d{4}\b|\b(?:social security|ssn|date of birth|diagnos\w+|pregnan\w+|divorc\w+"
            r"|my (?:illness|disability|medication|therap\w+))\b",
            re.IGNORECASE,
        ),
        _("“%(words)s” is private. It does not belong in a message to people you hardly know."),
    ),
    Tone(
        "shouting",
        # Two words in a row: one alone may be the name of a credential.
        re.compile(r"\b[A-Z]{4,}(?:\W+[A-Z]{2,})+\b"),
        _("“%(words)s” in capitals looks like shouting. Write it small."),
    ),
    Tone(
        "exclamation marks",
        # One, and what follows right behind it: three in a row are two too many.
        re.compile(r"(?<!!)!|(?<=!)!+"),
        _("One exclamation mark is plenty; a full stop is calmer."),
        fine=1,
    ),
)
# Of one sort, more than these wordings are not listed: the point is made.
_MOST_WORDINGS: Final = 3


def about_tone(text: str) -> Iterator[Remark]:
    """A remark for each wording that costs goodwill, with every place in which it stands."""
    for tone in TONES:
        wordings: dict[str, list[tuple[int, int]]] = {}
        for start, end in tone.places(text):
            words = " ".join(text[start:end].split()) if "%(words)s" in tone.sentence else ""
            known = next((word for word in wordings if word.casefold() == words.casefold()), words)
            wordings.setdefault(known, []).append((start, end))
        for words, places in [*wordings.items()][:_MOST_WORDINGS]:
            yield Remark(Said(tone.sentence, {"words": words}), (*places,))
