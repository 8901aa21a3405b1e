"""An ad, read: what resumes take from it joined with what the job search takes from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import model_to_dict

from accounts.models import User
from jobsearch.actions.saving import LONGEST_TITLE
from jobsearch.models import Posting
from jobsearch.models.posting import LONGEST
from jobsearch.reading import Job, are_same, closing_of, fingerprint, hours_of, own_part, pay_of, plain_employer
from resumes.review import matching

_LINES = 6000


@dataclass(frozen=True)
class Ad:
    """The parts by the names of a posting's fields; what the ad does not say is missing."""

    values: Mapping[str, Any]
    # The words of the ad that a part was read from.
    quotes: Mapping[str, str]


def read_ad(text: str, *, today: date) -> Ad:
    """Everything that an ad says, as far as it is certain."""
    text = own_part(text[:LONGEST])
    told, pay, hours = matching.read_posting(text), pay_of(text), hours_of(text)
    closing, (musts, nices) = closing_of(text, today=today), matching.lines_asked(text)
    values: dict[str, Any] = {name: getattr(told, name)[:LONGEST_TITLE] for name in ("title", "employer", "place")}
    quotes: dict[str, str] = {}
    if pay:
        values |= {"pay_low": pay.value.low, "pay_high": pay.value.high, "pay_per": pay.value.per}
        quotes["pay_high"] = pay.quote
    if hours:
        values["hours"], quotes["hours"] = hours.value, hours.quote
    if closing:
        values["closes_on"], quotes["closes_on"] = closing.value, closing.quote
    values |= {"musts": _fitting(musts), "nices": _fitting(nices)}
    return Ad({name: value for name, value in values.items() if value not in {None, ""}}, quotes)


def same_posting(owner: User, job: Mapping[str, Any]) -> Posting | None:
    """The newest posting of a person that is this job, whatever site it was copied from."""
    mine, wanted = Posting.objects.owned_by(owner).select_related("application"), _job(job)
    if found := mine.same_as(job) or mine.with_fingerprint(fingerprint(wanted.text)):
        return found
    near = mine.named_like(plain_employer(wanted.employer))
    return next((one for one in near if are_same(wanted, _job(model_to_dict(one)))), None)


def _job(told: Mapping[str, Any]) -> Job:
    return Job(**{name: told.get(name) or "" for name in ("title", "employer", "place", "text", "hours")})


def _fitting(lines: Iterable[str]) -> str:
    """As many whole lines as a posting keeps."""
    kept = ""
    for line in lines:
        longer = f"{kept}\n{line}" if kept else line
        if len(longer) > _LINES:
            break
        kept = longer
    return kept
