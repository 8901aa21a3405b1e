"""What the columns of a table of applications are called, and which words of other programs mean ours."""

from collections.abc import Mapping
from typing import Final

from jobsearch.models import Application, Posting

# What a column is called: by us first, then by others.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "job title", "position", "position title", "role", "job"),
    "employer": ("employer", "company", "company name", "organization"),
    "place": ("place", "location", "city"),
    "stage": ("stage", "status"),
    "applied_on": ("applied on", "date applied", "applied", "applied date", "application date", "applied at"),
    "next_action": ("next step", "next action", "to do", "next steps"),
    "next_on": ("next step on", "next action date", "next step date", "follow up", "follow up date", "due date"),
    "way": ("how i applied", "how", "applied by", "application method"),
    "whom": ("to whom", "contact", "contact person", "recruiter"),
    "confirmation": ("confirmation number", "confirmation", "reference number"),
    "source": ("where i found it", "source", "found on", "job board"),
    "source_name": ("which one", "source name"),
    "link": ("link", "url", "job url", "posting url", "link to the ad", "address of the ad", "job link"),
    "closes_on": ("closes on", "deadline", "closing date", "application deadline"),
    "pay_low": ("pay from", "minimum salary", "min salary", "salary min"),
    "pay_high": ("pay to", "maximum salary", "max salary", "salary max"),
    "pay_per": ("pay for", "pay period", "salary period"),
    "pay": ("pay", "salary", "wage", "compensation", "salary range"),
    "hours": ("hours", "shift", "hours and shift", "schedule"),
    "guide": ("guide",),
    "saved_on": ("saved on", "date saved", "saved", "created at", "date added", "added", "created"),
    "last_on": ("last movement on", "last updated", "updated at", "updated", "last activity"),
    "log": ("stages", "log", "history"),
    "follow_ups": ("asked how it stands", "follow ups"),
    "notes": ("notes", "note", "comments"),
    "musts": ("they ask for", "requirements"),
    "nices": ("nice to have",),
    "text": ("the whole ad", "job description", "description", "ad"),
}
# One cell of other programs that holds all of the pay; ours have three for it.
READ_ONLY: Final = frozenset({"pay"})
NEEDED: Final = ("title",)

_S, _W, _F, _P = Application.Stage, Application.Way, Posting.Source, Posting.Per
STAGE_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("wishlist", "bookmarked", "interested", "to apply", "new", "lead"), _S.SAVED),
    **dict.fromkeys(("applying", "in progress", "draft"), _S.PREPARING),
    **dict.fromkeys(("submitted", "sent", "pending", "waiting"), _S.APPLIED),
    **dict.fromkeys(("screen", "phone screen", "phone interview", "assessment", "test"), _S.SCREENING),
    **dict.fromkeys(("interviewing", "interviewed", "interviews", "interview scheduled"), _S.INTERVIEW),
    **dict.fromkeys(("offered", "offers", "negotiating", "offer received"), _S.OFFER),
    **dict.fromkeys(("hired", "offer accepted"), _S.ACCEPTED),
    **dict.fromkeys(("offer declined", "i declined"), _S.DECLINED),
    **dict.fromkeys(("not selected", "turned down", "closed", "no", "unsuccessful"), _S.REJECTED),
    **dict.fromkeys(("i withdrew", "withdrew", "canceled", "cancelled"), _S.WITHDRAWN),
    **dict.fromkeys(("no response", "no answer", "ghosted", "no reply", "archived"), _S.QUIET),
}
WAY_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("web", "website", "online application", "portal"), _W.ONLINE),
    "email": _W.EMAIL,
    **dict.fromkeys(("walk in", "walk-in", "visit"), _W.IN_PERSON),
    **dict.fromkeys(("phone", "call"), _W.PHONE),
    **dict.fromkeys(("mail", "post", "letter"), _W.MAIL),
    "agency": _W.AGENCY,
}
SOURCE_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("company website", "company site", "website", "employer site", "careers page"), _F.EMPLOYER),
    **dict.fromkeys(("job board", "job site"), _F.JOB_BOARD),
    **dict.fromkeys(("referral", "friend", "network", "networking", "word of mouth"), _F.NETWORK),
    **dict.fromkeys(("job fair", "career fair", "event"), _F.EVENT),
    **dict.fromkeys(("recruiter", "agency", "staffing agency"), _F.AGENCY),
    **dict.fromkeys(("school", "career center"), _F.CENTER),
    **dict.fromkeys(("walk in", "walk-in"), _F.WALK_IN),
    "other": _F.OTHER,
}
PER_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("hourly", "per hour", "hr", "/hour", "/hr"), _P.HOUR),
    **dict.fromkeys(("weekly", "per week"), _P.WEEK),
    **dict.fromkeys(("monthly", "per month"), _P.MONTH),
    **dict.fromkeys(("yearly", "annual", "annually", "per year", "/year", "annum"), _P.YEAR),
}


def head() -> list[str]:
    """The first line of a table of ours."""
    return [names[0] for key, names in COLUMNS.items() if key not in READ_ONLY]
