"""Take back what was written by mistake, and let rest what got no answer."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from jobsearch.actions.staging import last_movement, move
from jobsearch.models import Application, StageChange
from plans.actions import undid
from plans.models import Doing

_NOT_SENT = (*Application.BEFORE_APPLYING, Application.Stage.WITHDRAWN)
_DEEDS = {Application.Stage.OFFER: Doing.OFFER, Application.Stage.ACCEPTED: Doing.HIRED}


@transaction.atomic
def undo_move(application: Application) -> StageChange | None:
    """Take the line written last out of the log, and go back to the stage before it; the first line stays."""
    lines = [*application.changes.order_by("pk")]
    if not lines[1:]:
        return None
    taken: StageChange = lines[-1]
    left = lines[:-1]
    _forget(application, taken, left)
    taken.delete()
    _put_back(taken, left)
    application.stage = left[-1].stage
    application.last_on = last_movement(application)
    application.save(update_fields=["stage", "applied_on", "last_on"])
    return taken


def let_rest(application: Application, *, on: date) -> None:
    """It got no answer: nothing more is to be done for it."""
    with transaction.atomic():
        move(application, Application.Stage.QUIET, on=on)
        application.next_action, application.next_on = "", None
        application.save(update_fields=["next_action", "next_on"])


def _put_back(taken: StageChange, left: list[StageChange]) -> None:
    """Lines that an earlier day had drawn back to it stand again on the day on which they were written."""
    for line in left:
        written_on = timezone.localdate(line.made_at)
        if line.stage in Application.BEFORE_APPLYING and line.on == taken.on < written_on:
            line.on = written_on
            line.save(update_fields=["on"])


def _forget(application: Application, taken: StageChange, left: list[StageChange]) -> None:
    """What only that line said: that it went out, that there is an offer, that it became a job."""
    stages, key = {line.stage for line in left}, f"application:{application.pk}"
    if stages <= {*_NOT_SENT} and taken.stage not in _NOT_SENT:
        application.applied_on = None
        undid(application.owner, Doing.APPLIED, key)
    if taken.stage in _DEEDS and taken.stage not in stages:
        undid(application.owner, _DEEDS[Application.Stage(taken.stage)], key)
