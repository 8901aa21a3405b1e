"""The demonstration: five people whose password everyone knows, so it only exists where nobody else can reach it."""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.actions import ADMINISTRATORS, EDITORS, make_person
from accounts.models import DEMO_DOMAIN, Team, TeamMembership, User
from careerguide.demo_alerts import write_alerts
from careerguide.demo_casework import write_casework
from careerguide.demo_credentials import write_credentials
from careerguide.demo_interviews import write_interviews
from careerguide.demo_jobs import write_jobs
from careerguide.demo_people import write_people
from careerguide.demo_plan import write_plan
from careerguide.groups import set_up_groups
from guides.actions.readers import aim_for
from guides.models import Role, SavedGuide
from kit.network import is_loopback
from resumes.actions.sending import change_words, send_words
from resumes.models import Document

PASSWORD = "demo-career-2026"  # noqa: S105 -- known to everyone, and named in DESIGN.md
_ROLE = "pharmacy-technician"
# A made-up resume: as it came, and after an evening's work on it.
_RESUME = Path(__file__).parent / "demo_resume"


class DemoRefusedError(Exception):
    """The demonstration may not be loaded here; the reason is a sentence."""


def load_demo() -> bool:
    """Make the demonstration's people; false where they exist already."""
    if settings.PRODUCTION:
        raise DemoRefusedError("This is production: the demonstration's password is public, so it is not loaded.")
    if not is_loopback(settings.BIND):
        raise DemoRefusedError(
            f"The server listens on {settings.BIND}, where others can reach it. The demonstration's password is "
            "public: set CAREERGUIDE_BIND to 127.0.0.1, or make people of your own."
        )
    if User.objects.real().exists():
        raise DemoRefusedError("People have accounts here already. The demonstration goes into an empty database.")
    if User.objects.demo().exists():
        return False
    _make_people()
    return True


@transaction.atomic
def _make_people() -> None:
    set_up_groups()
    seeker = _person("seeker", "Sam Seeker", state="OH")
    counselor = _person("counselor", "Casey Counselor")
    supervisor = _person("supervisor", "Sol Supervisor")
    _person("editor", "Eden Editor", EDITORS)
    _person("admin", "Ari Administrator", ADMINISTRATORS)
    team = Team.objects.create(name="Demonstration team")
    TeamMembership.objects.create(team=team, user=counselor, role=TeamMembership.Role.COUNSELOR)
    TeamMembership.objects.create(team=team, user=supervisor, role=TeamMembership.Role.SUPERVISOR)
    role = Role.objects.filter(slug=_ROLE).first()
    if role:
        aim_for(seeker, role)
        SavedGuide.objects.create(user=seeker, role=role)
        _write_resume(seeker, role)
        now = timezone.now()
        write_interviews(seeker, role, now=now)
        today = now.astimezone(seeker.zone).date()
        write_credentials(seeker, role, today=today)
        write_jobs(seeker, role, today=today)
        write_alerts(seeker, today=today)
        write_people(seeker, today=today)
        write_plan(seeker, role, today=today)
    write_casework(seeker, counselor, team, now=timezone.now())


def _write_resume(seeker: User, role: Role) -> None:
    """A reviewed resume in two versions, so that a visitor sees at once what a review looks like."""
    now = timezone.now()
    document = Document.objects.create(owner=seeker, title="Resume for pharmacies", role=role)
    first = send_words(document, {"text": (_RESUME / "first.txt").read_text()}, now=now)
    change_words(first, (_RESUME / "second.txt").read_text(), note="Numbers, and a summary that says more", now=now)


def _person(word: str, name: str, *groups: str, state: str = "") -> User:
    return make_person(
        email=f"{word}@{DEMO_DOMAIN}", password=PASSWORD, verified=True, name=name, groups=groups, state=state
    )
