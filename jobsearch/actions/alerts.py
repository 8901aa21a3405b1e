"""What changes the plan of alerts."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from jobsearch.models import Alert
from plans.actions import did, undid
from plans.models import Doing


@transaction.atomic
def plan_alerts(alerts: Iterable[Alert]) -> int:
    """Put them on the plan; the number of them."""
    return len(Alert.objects.bulk_create(alerts))


@transaction.atomic
def set_up(alert: Alert, *, on: date) -> None:
    """It runs on its site from that day on; the plan counts it."""
    if alert.set_up_on is None:
        alert.set_up_on = on
        alert.save(update_fields=["set_up_on"])
        did(alert.owner, Doing.ALERT_SET_UP, _key(alert), on=on, title=str(alert))


@transaction.atomic
def take_down(alert: Alert) -> None:
    """It does not run after all, or runs with other words: it is to be set up again."""
    undid(alert.owner, Doing.ALERT_SET_UP, _key(alert))
    alert.set_up_on = alert.looked_on = None
    alert.save(update_fields=["set_up_on", "looked_on"])


@transaction.atomic
def change(alert: Alert, *, is_other_search: bool) -> None:
    """Keep what was changed; with other words it is to be set up anew."""
    alert.save()
    if is_other_search and alert.set_up_on:
        take_down(alert)


def _key(alert: Alert) -> str:
    return f"alert:{alert.pk}"
