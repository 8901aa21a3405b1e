"""What an ad says of hours and shifts, in its own words."""

import re
from collections.abc import Iterator

from jobsearch.reading.words import Found, quoted, sentences

_CLOCK = r"\d{1,2}(?::\d\d)?\s?(?:a\.?m?\.?|p\.?m?\.?)"
_KINDS = (
    r"full[- ]?time(?: (?:or|and|/) part[- ]?time)?|tiempo completo",
    r"part[- ]?time|medio tiempo|tiempo parcial",
    r"PRN|per[- ]diem(?! (?:allowance|rate|stipend))|as[- ]needed(?= (?:basis|shifts?|position))",
    (
        r"\d{1,2}(?:\.\d)?(?:\s*(?:-|–|to)\s*\d{1,2})?\+?\s*(?:hours?|hrs?\.?|horas)\s*(?:/|per|a|each|por|"
        r"a la)?\s*(?:weekly|week|wk|semana)"
    ),
    rf"{_CLOCK}\s*(?:-|–|to)\s*{_CLOCK}(?![\w])",
    r"Mon(?:day|\.)?\s*(?:-|–|to|through)\s*(?:Fri|Thurs?|Sat|Sun)(?:day|\.)?|lunes a viernes",
    r"(?:overnights?|night shifts?|nights\b(?! and weekends off)|(?:third|3rd) shift|turno de noche)",
    r"(?:evening shifts?|evenings|(?:second|2nd) shift)",
    r"(?:day shifts?|days(?= ?(?:,|/| shift))|(?:first|1st) shift)",
    (
        r"(?:no |every other |every third |some |rotating |alternating |occasional )?weekends?(?: off|"
        r" shifts?)?|fines de semana"
    ),
    r"rotating (?:shifts?|schedule)",
    r"(?:8|10|12)[- ]hour shifts?",
)
_FIND = tuple(re.compile(rf"(?<![\w-])(?:{words})\b", re.IGNORECASE) for words in _KINDS)
# Who else works there and what is paid for a shift say nothing of this job's hours.
_ABOUT_OTHERS = re.compile(
    r"differential|\bdiff\b|eligible|benefits? (?:for|to|start)|employees? (?:receive|enjoy|get|who work|working)|"
    r"we(?:’|'| a)re open|pharmacy is open|store hours|open (?:24|seven|7)|office hours|call us|phone",
    re.IGNORECASE,
)
_LONGEST = 120


def hours_of(text: str) -> Found[str] | None:
    """Full or part time, the hours of a week and the shifts, each once."""
    told: dict[int, str] = {}
    quote = ""
    for sentence in sentences(text):
        if _ABOUT_OTHERS.search(sentence):
            continue
        for kind, words, start in _in(sentence):
            quote = quote or quoted(sentence, start)
            told.setdefault(kind, words)
    value = _joined(told[kind] for kind in sorted(told))
    return Found(value, quote) if value else None


def _in(sentence: str) -> Iterator[tuple[int, str, int]]:
    for kind, pattern in enumerate(_FIND):
        if found := pattern.search(sentence):
            yield kind, found[0].strip(), found.start()


def _joined(words: Iterator[str]) -> str:
    """As many as there is room for, joined by commas."""
    value = ""
    for word in words:
        longer = (
            f"{value}, {word[0].lower() + word[1:] if word[1:2].islower() and word[:3] != 'Mon' else word}"
            if value
            else word
        )
        if len(longer) > _LONGEST:
            break
        value = longer
    return value[:1].upper() + value[1:]
