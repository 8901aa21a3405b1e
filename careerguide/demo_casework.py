"""The demonstration's seeker works with the demonstration's counselor."""

from datetime import datetime, timedelta

from accounts.models import Team, User
from caseloads.actions.noting import finish, save_draft
from caseloads.actions.relating import ask_for, take
from caseloads.models import Scope, ServiceNote
from interviews.models import Answer

_WISH = "I want to move from the front counter into a hospital pharmacy. I am not sure which step comes first."
_NOTES = (
    (
        44,
        ServiceNote.Kind.MEETING,
        ServiceNote.Audience.SHARED,
        (
            "Where things stand: three years at the counter, school finishes in December.\n\nWhat we talked about: "
            "how hospital pharmacies differ, and which of the two exams their ads ask for.\n\nAgreed: Sam sends the "
            "resume by Friday and asks one technician in a hospital for twenty minutes."
        ),
    ),
    (
        16,
        ServiceNote.Kind.PHONE,
        ServiceNote.Audience.SHARED,
        (
            "Where things stand: resume reviewed twice, four applications out.\n\nAgreed: two more applications before "
            "we talk again, both in hospitals. Sam practices the question about a mistake."
        ),
    ),
    (
        15,
        ServiceNote.Kind.OTHERS,
        ServiceNote.Audience.TEAM,
        "Called the training school about evening places in sterile compounding. They open in February.",
    ),
)
_OPENED = (Scope.CERTIFICATIONS, Scope.DOCUMENTS, Scope.INTERVIEWS, Scope.JOB_SEARCH)


def write_casework(seeker: User, counselor: User, team: Team, *, now: datetime) -> None:
    """They asked seven weeks ago, and opened most of what they do; how they study stays closed."""
    asked = ask_for(seeker, team, wish=_WISH, scopes=_OPENED, now=now - timedelta(weeks=7))
    take(asked, counselor, now=now - timedelta(weeks=7) + timedelta(days=1))
    for days, kind, audience, text in _NOTES:
        note = ServiceNote(
            relationship=asked,
            author=counselor,
            kind=kind,
            audience=audience,
            contact_on=(now - timedelta(days=days)).date(),
            draft=text,
        )
        save_draft(note, seen="", now=now - timedelta(days=days))
        finish(note, seen=note.version, now=now - timedelta(days=days))
    newest = Answer.objects.owned_by(seeker).given().order_by("-given_at").first()
    if newest:
        newest.show(at=now - timedelta(days=2))
