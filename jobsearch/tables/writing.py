"""All applications of a person as rows, with everything that is needed to bring them back as they were."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from accounts.models import User
from jobsearch.models import Application
from jobsearch.tables.columns import COLUMNS, READ_ONLY, head


def table_of(user: User) -> Iterator[list[str]]:
    """The head, then a row for each application in the order in which they were written down."""
    yield head()
    mine = Application.objects.owned_by(user).select_related("posting__role").prefetch_related("changes", "follow_ups")
    for application in mine.order_by("pk"):
        cells = _cells(application)
        yield [cells.get(key, "") for key in COLUMNS if key not in READ_ONLY]


def _cells(application: Application) -> dict[str, str]:
    posting, changes = application.posting, [*application.changes.all()]
    texts = {
        **{name: getattr(application, name) for name in ("next_action", "whom", "confirmation", "notes")},
        **{name: getattr(posting, name) for name in ("title", "employer", "place", "link", "hours", "source_name")},
        **{name: getattr(posting, name) for name in ("musts", "nices", "text")},
    }
    days = {
        **{name: getattr(application, name) for name in ("applied_on", "next_on", "last_on")},
        "closes_on": posting.closes_on,
        "saved_on": changes[0].on if changes else None,
    }
    return {
        **texts,
        **{name: _day(day) for name, day in days.items()},
        "stage": str(application.get_stage_display()),
        "way": str(application.get_way_display()),
        "source": str(posting.get_source_display()),
        "pay_low": _amount(posting.pay_low),
        "pay_high": _amount(posting.pay_high),
        "pay_per": str(posting.get_pay_per_display()),
        "guide": posting.role.title if posting.role else "",
        "log": "\n".join(_line(one.on, str(one.get_stage_display()), one.note) for one in changes),
        "follow_ups": "\n".join(
            _line(one.on, str(one.get_way_display()), one.note) for one in application.follow_ups.all()
        ),
    }


def _line(on: date, words: str, note: str) -> str:
    """A day of a log, in one line: 2026-11-05 Applied: by their form."""
    note = " ".join(note.split())
    return f"{on.isoformat()} {words}: {note}" if note else f"{on.isoformat()} {words}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}"
