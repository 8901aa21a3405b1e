"""Where an advertised job is."""

import re
from collections.abc import Sequence

from resumes.review.matching.posting.labels import labeled
from resumes.review.matching.states import STATES

_STATE = "|".join([*STATES, *STATES.values()])
_CITY = r"[A-Z][a-z]+(?:[ .'-]{1,2}[A-Z][a-z]+){0,2}"
PLACE = re.compile(
    rf"\b(?!(?:Valid|Current|Active|Class|State|The|Your|Our|In|Any)\b)({_CITY}),?\s+({_STATE})\b(?:\s+\d{{5}})?"
)
_LABEL = labeled(r"(?:job |work )?(?:location|site)|where|city|based in|located in|place")
_IN_A_CITY = re.compile(
    rf"\b(?:needed|wanted|hiring|practice|clinic|restaurant|office|store|shop|team|hotel|school) in ({_CITY})\b"
)
_IN_A_STATE = re.compile(rf"\bin ({'|'.join(STATES.values())})\b")
_REMOTE = re.compile(r"\b(?:fully )?remote\b|\bwork from home\b", re.IGNORECASE)
_NO_PLACE = re.compile(r"\bin person\b|\bon[- ]?site\b|\bhybrid\b|\boffice\b", re.IGNORECASE)
_LONGEST = 6


def place_of(text: str, lines: Sequence[str]) -> str:
    """“Columbus, OH”, a city alone, or “Remote”."""
    for line in lines:
        if (found := _LABEL.match(line)) and len(found[1].split()) <= _LONGEST and not _NO_PLACE.search(found[1]):
            near = PLACE.search(found[1])
            return near[0].strip() if near else re.sub(r"\s*\(.*", "", found[1]).strip(" .")
    if found := PLACE.search(text):
        return found[0].strip()
    if found := _IN_A_CITY.search(text):
        return found[1]
    if found := _IN_A_STATE.search(text):
        return found[1]
    return "Remote" if _REMOTE.search(text) else ""


def city_near(employer: str, text: str) -> str:
    """The city that stands behind the employer's name."""
    near = re.search(rf"{re.escape(employer)}(?: ?\([^)]*\))?(?:, ?|\s+(?:in |\(|of ))({_CITY})(?=[\s,.)!]|$)", text)
    return near[1] if near else ""
