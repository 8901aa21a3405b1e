"""Places of the app that a step can lead to, by the names that templates use.

The parts of the app stand above the plan, so a place is the name of an address, as a link in a page would write it.
"""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guides.models import Credential, Role
from plans.models import Doing

# What an editor can choose, in groups.
Places = list[tuple[str, str | list[tuple[str, str]]]]
# A credential is named with its slug, as in credential:ptcb-cpht.
CREDENTIAL: Final = "credential:"


@dataclass(frozen=True)
class Place:
    """One place: what it is called, its address, and the part of the guide, by its kind."""

    words: Promise
    address: str
    part: str = ""
    # The address for a person without a job in mind, where the other one names the job.
    without_role: str = ""


PLACES: Final[dict[str, Place]] = {
    "guide": Place(_("The guide"), "guides:detail", without_role="guides:list"),
    "guide-settings": Place(_("The guide: where you would work"), "guides:detail", "settings", "guides:list"),
    "guide-way-in": Place(_("The guide: how to get in"), "guides:detail", "way-in", "guides:list"),
    "guide-training": Place(_("The guide: training"), "guides:detail", "training", "guides:list"),
    "guide-credentials": Place(_("The guide: credentials"), "guides:detail", "credentials", "guides:list"),
    "guide-resume": Place(_("The guide: resume and letter"), "guides:detail", "resume", "guides:list"),
    "guide-interview": Place(_("The guide: interview"), "guides:detail", "interview", "guides:list"),
    "guide-search": Place(_("The guide: finding the job"), "guides:detail", "search", "guides:list"),
    "guide-growing": Place(_("The guide: growing"), "guides:detail", "growing", "guides:list"),
    "states": Place(_("What each state asks"), "guides:states", without_role="guides:list"),
    "compare-jobs": Place(_("Two jobs side by side"), "guides:compare"),
    "credentials": Place(_("All credentials"), "certifications:list"),
    "my-certifications": Place(_("My certifications"), "held:list"),
    "add-certification": Place(_("Add a certification"), "held:add"),
    "my-ce": Place(_("My continuing education"), "ce:list"),
    "add-ce": Place(_("Log a course"), "ce:add"),
    "study": Place(_("Study and practice tests"), "study:list"),
    "study-groups": Place(_("Study groups"), "study:groups"),
    "documents": Place(_("My documents"), "resumes:list"),
    "add-document": Place(_("Add a document"), "resumes:add"),
    "letter": Place(_("Write a letter"), "resumes:letter"),
    "questions": Place(_("Interview questions"), "bank:role", without_role="bank:list"),
    "practice": Place(_("Practice for an interview"), "practice:start"),
    "stories": Place(_("My stories"), "practice:stories"),
    "interviews": Place(_("My interviews"), "interviews:list"),
    "jobs": Place(_("My jobs"), "jobs:list"),
    "add-job": Place(_("Add a job"), "job_add"),
    "job-numbers": Place(_("What the search has brought"), "jobs:numbers"),
    "contacts": Place(_("My contacts"), "contacts:list"),
    "add-contact": Place(_("Add a contact"), "contacts:add"),
    "outreach": Place(_("Messages"), "outreach:list"),
    "introductions": Place(_("Introductions"), "outreach:pitches"),
    "online-profile": Place(_("My online profile"), "outreach:profile"),
    "alerts": Place(_("Job alerts"), "alerts:list"),
    "places-to-look": Place(_("Places to look for jobs"), "places:list"),
    "events": Place(_("Events"), "events:list"),
    "offers": Place(_("Offers"), "offers:list"),
    "plan": Place(_("My plan"), "plans:list"),
    "achievements": Place(_("Achievements"), "plans:achievements"),
    "add-achievement": Place(_("Add an achievement"), "plans:achievement_add"),
    "timeline": Place(_("Timeline"), "plans:timeline"),
    "weekly": Place(_("Add a weekly goal"), "plans:weekly_add"),
}
# Where a deed is done, for steps that name no place of their own. What is not here the app does not see yet.
WHERE_DONE: Final[dict[str, str]] = {
    Doing.POSTING_SAVED: "add-job",
    Doing.APPLIED: "jobs",
    Doing.FOLLOWED_UP: "jobs",
    Doing.CONTACT_ADDED: "add-contact",
    Doing.IN_TOUCH: "contacts",
    Doing.MESSAGE_SENT: "outreach",
    Doing.PITCH_WRITTEN: "introductions",
    Doing.ALERT_SET_UP: "alerts",
    Doing.PROFILE_POINT: "online-profile",
    Doing.EVENT_ATTENDED: "events",
    Doing.RESUME_REVIEWED: "documents",
    Doing.QUESTION_ANSWERED: "practice",
    Doing.INTERVIEW_HELD: "interviews",
    Doing.THANKS_SENT: "interviews",
    Doing.OFFER: "offers",
    Doing.HIRED: "jobs",
    Doing.EXAM_PRACTICED: "study",
    Doing.CE_LOGGED: "add-ce",
    Doing.CREDENTIAL_EARNED: "my-certifications",
    Doing.GOAL_REACHED: "plan",
}


@dataclass(frozen=True)
class Where:
    """The job that places are asked for, the parts of its guide by their kind, and the credentials that exist."""

    role: Role | None = None
    parts: tuple[tuple[str, str], ...] = ()
    credentials: frozenset[str] = frozenset()

    @classmethod
    def of(cls, role: Role | None) -> "Where":
        """As it stands now: editors name the parts of a guide as they like, and delete what is gone."""
        found = role.sections.order_by("position", "pk").values_list("kind", "slug") if role else ()
        return cls(role, tuple(found), frozenset(Credential.objects.values_list("slug", flat=True)))

    def url(self, name: str) -> str:
        """The address of a place; empty where there is no such place."""
        if name.startswith(CREDENTIAL):
            return self._credential(name.removeprefix(CREDENTIAL))
        place = PLACES.get(name)
        return self._address(place) if place else ""

    def _credential(self, slug: str) -> str:
        if slug in self.credentials:
            return reverse("certifications:detail", args=[slug])
        return reverse("certifications:list")

    def _address(self, place: Place) -> str:
        if not place.without_role:
            return reverse(place.address)
        if self.role is None:
            return reverse(place.without_role)
        part = next((slug for kind, slug in self.parts if kind == place.part), "")
        return reverse(place.address, args=[self.role.slug]) + (f"#{part}" if part else "")

    def url_of(self, place: str, doing: str) -> str:
        """The address of a step's place; of one that names none, where its deed is done."""
        return self.url(place or WHERE_DONE.get(doing, ""))


def done_here(chosen: str = "") -> list[tuple[str, str]]:
    """The deeds that the app sees, and words for them; the one that was chosen earlier stays among them."""
    return [(doing.value, str(doing.label)) for doing in Doing if doing in WHERE_DONE or doing == chosen]


def is_place(name: str) -> bool:
    """Whether a step can lead there; a credential is one where it exists."""
    return not name or name in PLACES or name.startswith(CREDENTIAL)


def place_choices() -> Places:
    """What an editor can choose."""
    credentials = Credential.objects.order_by("name").values_list("slug", "name")
    return [
        ("", gettext("Where it is done, if the app sees it being done")),
        (gettext("Places"), [(name, str(place.words)) for name, place in PLACES.items()]),
        (gettext("Credentials"), [(f"{CREDENTIAL}{slug}", name) for slug, name in credentials]),
    ]
