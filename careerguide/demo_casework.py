"""The demonstration's seeker works with the demonstration's counselor."""

from datetime import datetime, time, timedelta

from accounts.models import Team, User
from caseloads.actions.booking import book, settle
from caseloads.actions.noting import finish, save_draft
from caseloads.actions.relating import ask_for, take
from caseloads.models import Appointment, AvailabilityWindow, CounselingRelationship, Scope, ServiceNote, Way, Weekday
from caseloads.offers import counselors_of, offers_for
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


_HOURS = (
    (Weekday.TUESDAY, time(9), time(12), 30, Way.HERE, "Room 4, second floor"),
    (Weekday.WEDNESDAY, time(13), time(16), 45, Way.VIDEO, "https://meet.example.org/casey"),
    (Weekday.THURSDAY, time(9), time(12), 30, Way.HERE, "Room 4, second floor"),
    (Weekday.FRIDAY, time(10), time(12), 20, Way.PHONE, "Casey calls you"),
)


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
    _write_appointments(asked, seeker, counselor, now=now)
    newest = Answer.objects.owned_by(seeker).given().order_by("-given_at").first()
    if newest:
        newest.show(at=now - timedelta(days=2))


def _write_appointments(relationship: CounselingRelationship, seeker: User, counselor: User, *, now: datetime) -> None:
    """The call of sixteen days ago took place; the next talk is booked out of the counselor's hours."""
    AvailabilityWindow.objects.bulk_create(
        AvailabilityWindow(
            counselor=counselor, weekday=weekday, starts=starts, ends=ends, minutes=minutes, way=way, place=place
        )
        for weekday, starts, ends, minutes, way, place in _HOURS
    )
    day = (now - timedelta(days=16)).date()
    at = datetime.combine(day, time(10), tzinfo=counselor.zone)
    past = Appointment(
        relationship=relationship,
        counselor=counselor,
        starts_at=at,
        ends_at=at + timedelta(minutes=20),
        zone=counselor.zone.key,
        way=Way.PHONE,
        place="Casey calls you",
        about="How the first applications went",
    )
    book(past, actor=counselor, now=at - timedelta(days=5))
    settle(past, state=Appointment.State.DONE, actor=counselor, now=at + timedelta(minutes=25))
    free = offers_for(seeker, counselors_of(seeker), now=now + timedelta(days=2))
    coming = Appointment(
        relationship=relationship,
        counselor=counselor,
        about="Two ads from hospitals, and which to answer first",
        **free[0].fields,
    )
    book(coming, actor=seeker, now=now)
