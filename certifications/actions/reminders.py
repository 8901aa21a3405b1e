"""Remind people before a credential ends: each reminder once, at nine in the morning where they live."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.actions import notify
from accounts.notices import Kind
from certifications.models import HeldCredential, ReminderSent
from certifications.renewal.reminders import DAYS_BEFORE, reminder_due

# Time zones lie up to 14 hours ahead and 12 behind, so a day on each side holds everyone's today.
_DAY = timedelta(days=1)
# A notice's title has room for a name of this length and a few words.
_LONGEST = 160


def send_reminders(now: datetime) -> int:
    """Send every reminder that is due and was not sent for this last day; the number of reminders."""
    first, last = now.date() - _DAY, now.date() + timedelta(days=max(DAYS_BEFORE)) + _DAY
    ending = HeldCredential.objects.ending_between(first, last).filter(holder__is_active=True)
    helds = ending.select_related("holder", "credential").prefetch_related("reminders")
    return sum(_remind(held, now) for held in helds)


def _remind(held: HeldCredential, now: datetime) -> bool:
    if held.expires_on is None:
        return False
    sent = {reminder.days_before for reminder in held.reminders.all() if reminder.expires_on == held.expires_on}
    days_before = reminder_due(held.expires_on, now, held.holder.zone, sent)
    return days_before is not None and _send(held, held.expires_on, days_before, now)


def _send(held: HeldCredential, expires_on: date, days_before: int, now: datetime) -> bool:
    """Mark it as sent and tell it in one go; false where another run was quicker."""
    try:
        with transaction.atomic():
            ReminderSent.objects.create(held=held, expires_on=expires_on, days_before=days_before, sent_at=now)
            _tell(held, expires_on, days_before, now)
    except IntegrityError:
        return False
    return True


def _tell(held: HeldCredential, expires_on: date, days_before: int, now: datetime) -> None:
    days = (expires_on - now.astimezone(held.holder.zone).date()).days
    left = ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days} if days else _("today")
    notify(
        held.holder,
        kind=Kind.RENEWAL,
        title=_("%(name)s ends %(left)s") % {"name": held.title[:_LONGEST], "left": left},
        body=_("Its last day is %(day)s. See what is still missing, and renew it in good time. Its issuer decides.")
        % {"day": date_format(expires_on, "j F Y")},
        link=held.get_absolute_url(),
        key=f"renewal:{held.pk}:{expires_on}:{days_before}",
    )
