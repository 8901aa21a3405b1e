"""Ask that an account be erased, and take it back. What is erased at the end is each app's own part."""

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.actions.audit import record
from accounts.mail import send_to
from accounts.models import ErasureRequest, User


def ask_erasure(user: User, *, now: datetime) -> ErasureRequest:
    """Start the days of grace. Asking again while they run changes nothing."""
    try:
        with transaction.atomic():
            wish = ErasureRequest.objects.create(
                user=user, asked_at=now, due_at=now + timedelta(days=settings.ERASURE_GRACE_DAYS)
            )
            record(actor=user, action="erasure asked for", subject=user)
            transaction.on_commit(partial(_confirm, user, wish), robust=True)
    except IntegrityError:
        return ErasureRequest.objects.owned_by(user).open().get()
    return wish


@transaction.atomic
def keep_account(user: User, *, now: datetime) -> bool:
    """Take the wish back; false where there was none."""
    wish = ErasureRequest.objects.owned_by(user).open().select_for_update().first()
    if wish is None:
        return False
    wish.cancel(at=now)
    record(actor=user, action="erasure taken back", subject=user)
    transaction.on_commit(
        partial(
            send_to, user, subject=_("You are keeping your account"), template="accounts/email/erasure_taken_back.txt"
        ),
        robust=True,
    )
    return True


def _confirm(user: User, wish: ErasureRequest) -> None:
    send_to(
        user,
        subject=_("Your account will be deleted"),
        template="accounts/email/erasure_asked.txt",
        wish=wish,
    )
