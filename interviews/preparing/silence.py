"""When to follow up: after the day they named, or a silent week; a second time after another week; then never."""

from collections.abc import Iterable
from datetime import date, timedelta, tzinfo

from interviews.models import Debrief, Interview, NoteToEmployer
from interviews.models.interview import MOST_FOLLOW_UPS, SILENT

_DAY = timedelta(days=1)


def follow_up_on(
    interview: Interview, debrief: Debrief | None, follow_ups: Iterable[NoteToEmployer], *, zone: tzinfo
) -> date | None:
    """The day from which the next follow-up is in order; none before the debrief, once they answered, or after two."""
    if debrief is None or debrief.heard_on is not None:
        return None
    sent = sorted(note.sent_at for note in follow_ups if note.sent_at is not None)
    if len(sent) >= MOST_FOLLOW_UPS:
        return None
    if sent:
        return sent[-1].astimezone(zone).date() + SILENT
    return first_follow_up_on(interview, debrief, zone=zone)


def first_follow_up_on(interview: Interview, debrief: Debrief, *, zone: tzinfo) -> date | None:
    """The day after the one they named; a week after the interview where they named none."""
    if debrief.hear_by_on is not None:
        return debrief.hear_by_on + _DAY
    return interview.ends_at and interview.ends_at.astimezone(zone).date() + SILENT
