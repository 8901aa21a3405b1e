"""The job search for tests: each function fills in what the test is not about."""

from datetime import date
from itertools import count
from typing import Any

from jobsearch.actions import begin_application
from jobsearch.actions.contacts import keep_contact
from jobsearch.actions.events import keep_event
from jobsearch.models import Alert, Application, Contact, Event, Offer, Pitch, Posting
from tests.factories import make_user

_number = count(1)
DAY = date(2026, 11, 2)
# An introduction that can be said as it stands.
PARTS = {
    "who": "I am Sam Seeker, a cashier at Corner Drug",
    "proof": "I serve 60 patients a shift",
    "seeking": "I look for work as a pharmacy technician",
    "question": "What do you look for in beginners",
}


def make_posting(**fields: Any) -> Posting:
    fields.setdefault("title", f"Pharmacy technician {next(_number)}")
    fields.setdefault("employer", "Hill Pharmacy")
    return Posting.objects.create(owner=fields.pop("owner", None) or make_user(), **fields)


def make_application(*, posting: Posting | None = None, on: date = DAY, **fields: Any) -> Application:
    """One at that stage since that day, with its log; `owner` and the fields of the posting go to the posting."""
    own = {name: fields.pop(name) for name in ("next_action", "next_on", "notes", "way") if name in fields}
    stage = Application.Stage(fields.pop("stage", "saved"))
    posting = posting or make_posting(**fields)
    application = begin_application(posting.owner, posting, on=on, stage=stage)
    for name, value in own.items():
        setattr(application, name, value)
    application.save()
    return application


def make_contact(**fields: Any) -> Contact:
    """Someone to be in touch with after 30 days, at the latest after 60."""
    fields = {"name": "Ana Ortiz", "met_on": DAY, "ideal_days": 30, "latest_days": 60, **fields}
    return keep_contact(Contact(owner=fields.pop("owner", None) or make_user(), **fields), today=DAY)


def make_offer(**fields: Any) -> Offer:
    """Terms of a job at the stage of an offer; `application` or `owner`, the rest are terms."""
    application = fields.pop("application", None) or make_application(
        owner=fields.pop("owner", None) or make_user(),
        stage="offer",
        employer=fields.pop("employer", f"Employer {next(_number)}"),
    )
    return Offer.objects.create(application=application, **fields)


def make_event(**fields: Any) -> Event:
    """A fair with its lists; when it is, is what tests are about."""
    fields = {"title": f"Spring health fair {next(_number)}", **fields}
    return keep_event(Event(owner=fields.pop("owner", None) or make_user(), **fields))


def make_pitch(**fields: Any) -> Pitch:
    return Pitch.objects.create(
        owner=fields.pop("owner", None) or make_user(), **{"title": "Spring fair", **PARTS, **fields}
    )


def make_alert(**fields: Any) -> Alert:
    """One that is planned, on a site of its own."""
    fields = {"site": f"Site {next(_number)}", "terms": "pharmacy technician", **fields}
    return Alert.objects.create(owner=fields.pop("owner", None) or make_user(), **fields)
