"""Move an application from stage to stage, and write each move into its log."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from jobsearch.models import Application, FollowUp, Posting, StageChange
from plans.actions import did
from plans.models import Doing

_DEEDS = {
    Application.Stage.APPLIED: Doing.APPLIED,
    Application.Stage.OFFER: Doing.OFFER,
    Application.Stage.ACCEPTED: Doing.HIRED,
}


@transaction.atomic
def begin_application(
    owner: User, posting: Posting, *, on: date, stage: Application.Stage = Application.Stage.SAVED
) -> Application:
    """The application for a posting, made once; its log begins with the stage."""
    application, is_new = Application.objects.get_or_create(
        posting=posting, defaults={"owner": owner, "last_on": on, "stage": Application.Stage.SAVED}
    )
    if is_new:
        StageChange.objects.create(application=application, stage=Application.Stage.SAVED, on=on)
        if stage != Application.Stage.SAVED:
            move(application, stage, on=on)
    return application


@transaction.atomic
def move(application: Application, stage: str, *, on: date, note: str = "") -> None:
    """Bring an application to a stage on a day. From "applied" on it has the day on which it went out."""
    stage = Application.Stage(stage)
    if stage == application.stage:
        return
    if application.applied_on is None and stage not in (*Application.BEFORE_APPLYING, Application.Stage.WITHDRAWN):
        application.applied_on = on
    # Written down later than it happened: what comes before a stage did not come after it.
    application.changes.filter(stage__in=Application.BEFORE_APPLYING, on__gt=on).update(on=on)
    StageChange.objects.create(application=application, stage=stage, on=on, note=note)
    application.stage = stage
    application.last_on = last_movement(application)
    application.save(update_fields=["stage", "applied_on", "last_on"])
    _tell_plan(application, stage, on)


@transaction.atomic
def follow_up(application: Application, *, on: date, way: str, note: str = "") -> FollowUp:
    """Keep that its person asked how it stands; the days of silence are counted from here."""
    made = FollowUp.objects.create(application=application, on=on, way=way, note=note)
    application.last_on = max(on, application.last_on or on)
    application.save(update_fields=["last_on"])
    did(application.owner, Doing.FOLLOWED_UP, f"follow-up:{made.pk}", on=on, title=str(application))
    return made


def last_movement(application: Application) -> date | None:
    """The latest day of its log and of its follow-ups."""
    days = [rows.aggregate(latest=Max("on"))["latest"] for rows in (application.changes, application.follow_ups)]
    return max((day for day in days if day), default=None)


def _tell_plan(application: Application, stage: Application.Stage, on: date) -> None:
    key, title = f"application:{application.pk}", str(application)
    if application.applied_on and stage not in (*Application.BEFORE_APPLYING, Application.Stage.WITHDRAWN):
        did(application.owner, Doing.APPLIED, key, on=application.applied_on, title=title)
    if stage in _DEEDS:
        did(application.owner, _DEEDS[stage], key, on=on, title=title)
