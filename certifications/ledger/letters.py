"""A letter that asks a provider for what is missing, ready for one's own mail program."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from certifications.holding.standing import day_words
from certifications.ledger.rows import quantity_words
from certifications.models import CECredit


@dataclass(frozen=True)
class Letter:
    """To whom, about what, and the text."""

    to: str
    subject: str
    body: str

    @property
    def mailto(self) -> str:
        """The address that opens it in a mail program."""
        return f"mailto:{quote(self.to, safe='@')}?subject={quote(self.subject)}&body={quote(self.body, safe='')}"


def letter_about(credit: CECredit, *, wish: str, email: str, name: str) -> Letter:
    """The letter for a course; what is not known is left as a gap to fill."""
    subjects = {
        "certificate": _("Certificate for “%(title)s”"),
        "number": _("Activity number for “%(title)s”"),
        "record": _("Hours missing in CPE Monitor for “%(title)s”"),
    }
    wishes = {
        "certificate": _("I did not get the certificate, or no longer have it. Please send it to me again."),
        "number": _("The activity number (UAN) is missing, or I was given a wrong one. Please tell me the right one."),
        "record": _(
            "These hours do not appear in my CPE Monitor profile. Please report them, or tell me what you need."
        ),
    }
    parts = [_("Hello,"), _("I completed this activity with you:"), _facts(credit), wishes[wish]]
    if wish == "record":
        parts.append(_("My NABP e-Profile ID and birthday (month and day):") + " ____")
    parts.append(_("Thank you,") + f"\n{name or '____'}")
    return Letter(email, subjects[wish] % {"title": credit.title}, "\n\n".join(parts))


def _facts(credit: CECredit) -> str:
    lines = [
        (_("Title"), credit.title),
        (_("Provider"), credit.provider),
        (_("Completed on"), day_words(credit.completed_on)),
        (_("Credit"), quantity_words(credit)),
        (_("Activity number as I have it"), credit.activity_id),
    ]
    return "\n".join(f"{label}: {value}" for label, value in lines if value)
