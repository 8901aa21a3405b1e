"""Keep many applications at once, as a table tells them: all that were chosen, or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction

from accounts.models import User
from guides.models import Role
from jobsearch.models import Application, FollowUp, Posting, StageChange
from jobsearch.reading import fingerprint
from plans.actions import did_all
from plans.models import Deed, Doing

_POSTING: Final = (
    *("title", "employer", "place", "text", "link", "closes_on", "pay_low", "pay_high", "pay_per", "hours"),
    *("musts", "nices", "source", "source_name"),
)
_APPLICATION: Final = ("stage", "applied_on", "way", "whom", "confirmation", "next_action", "next_on", "notes")
_NOT_SENT: Final = {*Application.BEFORE_APPLYING, Application.Stage.WITHDRAWN}
_A_TIME: Final = 500


@dataclass(frozen=True)
class Told:
    """One application as a table tells it: its fields by name, its log, and when its person asked how it stands."""

    values: Mapping[str, Any]
    log: Sequence[StageChange]
    follow_ups: Sequence[FollowUp]
    role: Role | None = None


@transaction.atomic
def bring_applications(owner: User, choose: Callable[[], Iterable[Told]]) -> int:
    """Write down those that are chosen once nobody else writes; the number of them."""
    # Sent twice at once, the second table finds what the first has kept.
    User.objects.select_for_update().get(pk=owner.pk)
    found = [*choose()]
    postings = Posting.objects.bulk_create([_posting(owner, told) for told in found], batch_size=_A_TIME)
    made = Application.objects.bulk_create(
        [_application(owner, posting, told) for posting, told in zip(postings, found, strict=True)],
        batch_size=_A_TIME,
    )
    for application, told in zip(made, found, strict=True):
        lines: list[StageChange | FollowUp] = [*told.log, *told.follow_ups]
        for line in lines:
            line.application = application
    StageChange.objects.bulk_create([line for told in found for line in told.log], batch_size=_A_TIME)
    asked = FollowUp.objects.bulk_create([line for told in found for line in told.follow_ups], batch_size=_A_TIME)
    _tell_plan(owner, [(one, told.log) for one, told in zip(made, found, strict=True)], asked)
    return len(made)


def _posting(owner: User, told: Told) -> Posting:
    fields = {name: told.values[name] for name in _POSTING}
    return Posting(owner=owner, role=told.role, fingerprint=fingerprint(fields["text"]), **fields)


def _application(owner: User, posting: Posting, told: Told) -> Application:
    fields = {name: told.values[name] for name in _APPLICATION}
    days = [line.on for line in told.log] + [asked.on for asked in told.follow_ups]
    return Application(owner=owner, posting=posting, last_on=max(days), **fields)


def _tell_plan(
    owner: User, made: Sequence[tuple[Application, Sequence[StageChange]]], asked: Sequence[FollowUp]
) -> None:
    """What was done counts on its own day; an old offer is no news to celebrate."""
    sent = [
        _deed(one, one.applied_on) for one, log in made if one.applied_on and {line.stage for line in log} - _NOT_SENT
    ]
    did_all(owner, Doing.APPLIED, sent)
    for stage, doing in ((Application.Stage.OFFER, Doing.OFFER), (Application.Stage.ACCEPTED, Doing.HIRED)):
        firsts = [(one, next((line for line in log if line.stage == stage), None)) for one, log in made]
        did_all(owner, doing, [_deed(one, line.on) for one, line in firsts if line])
    deeds = [Deed(key=f"follow-up:{one.pk}", on=one.on, title=str(one.application)) for one in asked]
    did_all(owner, Doing.FOLLOWED_UP, deeds)


def _deed(application: Application, on: date) -> Deed:
    return Deed(key=f"application:{application.pk}", on=on, title=str(application))
