"""Tell people things once, and mail what they want mailed."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from smtplib import SMTPException

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import ngettext

from accounts.mail import send
from accounts.models import Notification, NotificationPreference, User
from accounts.notices import Kind

logger = logging.getLogger("careerguide.accounts")

# One run sends to so many people at most, so that a slow mail server cannot hold the worker for ever.
PEOPLE_A_RUN = 200


def notify(user: User, *, kind: Kind, title: str, body: str = "", link: str = "", key: str) -> Notification:
    """Tell a person something once: a second call with the same key gives back the first notice."""
    known = Notification.objects.owned_by(user).filter(key=key).first()
    if known:
        return known
    wanted = NotificationPreference.objects.owned_by(user).filter(kind=kind).first()
    try:
        with transaction.atomic():
            return Notification.objects.create(
                user=user,
                kind=kind,
                title=title,
                body=body,
                link=link,
                key=key,
                made_at=timezone.now(),
                in_app=wanted.in_app if wanted else True,
                by_email=wanted.by_email if wanted else True,
            )
    except IntegrityError:
        # Someone else told it in the same moment.
        return Notification.objects.owned_by(user).get(key=key)


def mark_all_read(user: User, *, at: datetime) -> int:
    """Everything on the person's page counts as read; the number of notices."""
    return Notification.objects.owned_by(user).unread().update(read_at=at)


@transaction.atomic
def save_switches(user: User, switches: Mapping[str, tuple[bool, bool]]) -> None:
    """Keep where the person wants each kind: on the page, by e-mail."""
    for kind, (in_app, by_email) in switches.items():
        NotificationPreference.objects.update_or_create(
            user=user, kind=kind, defaults={"in_app": in_app, "by_email": by_email}
        )


def mail_notices(now: datetime) -> int:
    """Send what is still to be mailed, one mail a person; the number of mails."""
    waiting = Notification.objects.to_mail(now).select_related("user").order_by("user_id", "made_at")
    sent = 0
    for number, (_user_id, notices) in enumerate(groupby(waiting, key=lambda notice: notice.user_id)):
        if number == PEOPLE_A_RUN:
            break
        sent += _mail(list(notices), now)
    return sent


def _mail(notices: list[Notification], now: datetime) -> int:
    claimed = [notice for notice in notices if _claim(notice, now)]
    if not claimed:
        return 0
    subject = claimed[0].title
    if len(claimed) > 1:
        subject = ngettext("%(count)d notice for you", "%(count)d notices for you", len(claimed)) % {
            "count": len(claimed)
        }
    try:
        send(to=claimed[0].user.email, subject=subject, template="accounts/email/notices.txt", notices=claimed)
    except (OSError, SMTPException):
        logger.exception("A mail with notices could not be sent; the next run tries again.")
        _let_go(claimed)
        return 0
    return 1


def _claim(notice: Notification, now: datetime) -> bool:
    # Two runs at once: the one whose update finds the row still unsent sends it.
    return Notification.objects.filter(pk=notice.pk, emailed_at__isnull=True).update(emailed_at=now) == 1


def _let_go(notices: Iterable[Notification]) -> None:
    Notification.objects.filter(pk__in=[notice.pk for notice in notices]).update(emailed_at=None)
