"""The demonstration's plan of job alerts: two that run, and two that are still to be set up."""

from datetime import date, timedelta
from typing import Final

from accounts.models import User
from guides.models import Resource
from jobsearch.actions.alerts import plan_alerts, set_up
from jobsearch.models import Alert

# By the key of the place to go: the words, and days since it was set up and looked through.
_ALERTS: Final = (
    ("indeed", "pharmacy technician trainee", 30, 8),
    ("usajobs", "pharmacy technician", 30, 2),
    ("linkedin-jobs", "pharmacy technician", None, None),
)


def write_alerts(seeker: User, *, today: date) -> None:
    """One waits to be looked through again, one was looked through, and the others do not run yet."""
    places = {place.key: place for place in Resource.objects.filter(key__in=[key for key, *_rest in _ALERTS])}
    for key, terms, running, looked in _ALERTS:
        if place := places.get(key):
            alert = Alert(owner=seeker, resource=place, site=place.name, terms=terms, where="Columbus, OH")
            alert.save()
            if running is not None and looked is not None:
                set_up(alert, on=today - timedelta(days=running))
                alert.looked_on = today - timedelta(days=looked)
                alert.save(update_fields=["looked_on"])
    own = Alert(
        owner=seeker, site="Specimen Hospital, page of jobs (made up)", terms="pharmacy", often=Alert.Often.WEEKLY
    )
    plan_alerts([own])
