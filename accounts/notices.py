"""The kinds of notices that people can get, each of which they can switch off. Every app's kinds are listed here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a notice is about."""

    GUIDE_CHANGED = "guide_changed", _("A guide you saved has changed")
    RENEWAL = "renewal", _("A certification is about to end")
    REVIEW = "review", _("A review by a person")
    INTERVIEW = "interview", _("An interview of yours")
    SEARCH = "search", _("Your job search")
    CASEWORK = "casework", _("You and your counselor")
    ACCOUNT = "account", _("About your account")


# What the switches page says under each kind.
HINTS = {
    Kind.GUIDE_CHANGED: _("At most once a day for each guide."),
    Kind.RENEWAL: _("90, 60, 30 and 7 days before its last day, at nine in the morning where you live."),
    Kind.REVIEW: _("When someone asks you for one, and when yours comes back."),
    Kind.INTERVIEW: _(
        "The evening before at six, two hours after it for your thanks, and once when they have been silent for a week."
    ),
    Kind.SEARCH: _(
        "On the day of what you planned to do next, when someone has been silent for a while, when it is time to "
        "be in touch with someone, and the day before an event."
    ),
    Kind.CASEWORK: _(
        "When a counselor begins or stops to work with you, or a client with you; when an appointment is made or "
        "changed, and the evening before it."
    ),
    Kind.ACCOUNT: _("For example, that you joined a team. Mails about your password and sign-in are always sent."),
}
