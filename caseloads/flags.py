"""Which rules hold today, for all clients at once: each rule is a query or two, however many clients there are.

What is not open to a team raises no flag for it: a credential counts only where certifications are open. A review that
was asked for is itself the client's word that it may be looked at.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from typing import Any, Final

from django.utils import timezone

from caseloads.models import Appointment, ConsentRecord, CounselingRelationship, RiskFlag, Scope
from certifications.models import HeldCredential
from interviews.models import ReviewRequest as AnswerRequest
from resumes.models import ReviewRequest as DocumentRequest

Rule = RiskFlag.Rule
# The limits of the field: a month of silence, three working days of waiting, two months to renew.
NO_CONTACT_AFTER: Final = timedelta(days=30)
WORKING_DAYS: Final = 3
ENDS_WITHIN: Final = timedelta(days=60)
_MONDAY, _SATURDAY = 0, 5


def holding(today: date) -> dict[tuple[int, str], date]:
    """For every relationship and rule that holds on that day, since when."""
    found: dict[tuple[int, str], date] = {}
    for rule, look in _RULES.items():
        for relationship, since in look(today):
            key = (relationship, rule)
            found[key] = min(since, found.get(key, since))
    return found


def working_days_after(start: date, number: int) -> date:
    """The day by which so many working days have passed; Saturdays and Sundays are none. Holidays are not known."""
    day = start
    while number:
        day += timedelta(days=1)
        if _MONDAY <= day.weekday() < _SATURDAY:
            number -= 1
    return day


def _no_contact(today: date) -> Iterable[tuple[int, date]]:
    rows = CounselingRelationship.objects.active().values_list("pk", "last_contact_on", "started_at")
    for pk, last, started in rows.iterator():
        begun = last or timezone.localdate(started)
        if today - begun > NO_CONTACT_AFTER:
            yield pk, begun + NO_CONTACT_AFTER + timedelta(days=1)


def _missed(today: date) -> Iterable[tuple[int, date]]:
    """The last two that were due were both missed; one that took place since then ends it."""
    over = Appointment.objects.filter(state__in=(Appointment.State.DONE, Appointment.State.NO_SHOW))
    once = over.filter(state=Appointment.State.NO_SHOW, relationship__in=CounselingRelationship.objects.active())
    rows = over.filter(relationship__in=once.values("relationship")).order_by("relationship", "-starts_at", "-pk")
    for pk, group in groupby(rows.values_list("relationship", "state", "starts_at"), key=lambda row: row[0]):
        last = [*islice(group, 2)]
        if [state for _pk, state, _at in last] == [Appointment.State.NO_SHOW] * 2:
            yield pk, min(timezone.localdate(last[0][2]), today)


def _review_waits(today: date) -> Iterable[tuple[int, date]]:
    active = _active_of()
    for requests in (DocumentRequest, AnswerRequest):
        # Nothing asked within the last three days can have waited three working days.
        early = timezone.make_aware(datetime.combine(today - timedelta(days=WORKING_DAYS), datetime.min.time()))
        rows: Any = requests.objects.filter(state=requests.State.NEW, asked_at__lt=early)
        for asked_by, asked_at in rows.values_list("asked_by", "asked_at"):
            late_on = working_days_after(timezone.localdate(asked_at), WORKING_DAYS) + timedelta(days=1)
            if late_on <= today:
                yield from ((pk, late_on) for pk in active.get(asked_by, ()))


def _credential_ends(today: date) -> Iterable[tuple[int, date]]:
    live = ConsentRecord.objects.live(today).for_scope(Scope.CERTIFICATIONS)
    open_to = _active_of(consents__in=live)
    rows = HeldCredential.objects.filter(
        stage=HeldCredential.Stage.CERTIFIED,
        expires_on__range=(today, today + ENDS_WITHIN),
        holder__in=CounselingRelationship.objects.active().filter(consents__in=live).values("client"),
    )
    for holder, ends in rows.values_list("holder", "expires_on"):
        since = ends - ENDS_WITHIN if ends else today
        yield from ((pk, since) for pk in open_to.get(holder, ()))


def _active_of(**conditions: Any) -> dict[int, list[int]]:
    """The active relationships of each client."""
    found: dict[int, list[int]] = {}
    rows = CounselingRelationship.objects.active().filter(**conditions).exclude(client=None)
    for pk, client in rows.values_list("pk", "client"):
        found.setdefault(client, []).append(pk)
    return found


_RULES: Final[dict[str, Callable[[date], Iterable[tuple[int, date]]]]] = {
    Rule.NO_CONTACT: _no_contact,
    Rule.MISSED: _missed,
    Rule.REVIEW_WAITS: _review_waits,
    Rule.CREDENTIAL_ENDS: _credential_ends,
}
