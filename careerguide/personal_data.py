"""A person's own data, joined from the part of each app: one download, and one erasure."""

from datetime import datetime
from functools import partial
from types import ModuleType
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

import accounts.personal_data
import caseloads.personal_data
import certifications.personal_data
import guides.personal_data
import interviews.personal_data
import jobsearch.personal_data
import plans.personal_data
import resumes.personal_data
from accounts.actions import record
from accounts.mail import send
from accounts.models import ErasureRequest, User

# Each has `export(user)` and `erase(user)`. The account itself is erased last, for the others point to it.
PARTS: dict[str, ModuleType] = {
    "casework": caseloads.personal_data,
    "resumes": resumes.personal_data,
    "interviews": interviews.personal_data,
    "certifications": certifications.personal_data,
    "jobsearch": jobsearch.personal_data,
    "plans": plans.personal_data,
    "guides": guides.personal_data,
    "account": accounts.personal_data,
}


def export(user: User, *, now: datetime) -> dict[str, Any]:
    """Everything the site keeps about the person, app by app."""
    parts = {name: part.export(user) for name, part in PARTS.items()}
    return {"schema": 1, "site": settings.SITE_NAME, "made_at": now, **parts}


def erase_due(now: datetime) -> int:
    """Carry out the erasures whose days of grace are over; the number of accounts."""
    wishes = list(ErasureRequest.objects.due(now).values_list("pk", flat=True))
    return sum(_erase(pk, now) for pk in wishes)


@transaction.atomic
def _erase(pk: int, now: datetime) -> bool:
    # Asked again under the lock: the person may have taken it back, or another run may be ahead.
    wish = ErasureRequest.objects.due(now).select_for_update().filter(pk=pk).first()
    if wish is None or wish.user is None:
        return False
    user, address = wish.user, wish.user.email
    wish.done_at = now
    wish.save(update_fields=["done_at"])
    record(actor=None, action="account erased", subject=user)
    for part in PARTS.values():
        part.erase(user)
    transaction.on_commit(partial(_say_goodbye, address), robust=True)
    return True


def _say_goodbye(address: str) -> None:
    send(to=address, subject=_("Your account is deleted"), template="accounts/email/erased.txt")
