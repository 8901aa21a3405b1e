"""Whom the demonstration's seeker knows, writes to and meets: people who do not exist."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from accounts.models import User
from jobsearch.actions.contacts import keep_contact, keep_interaction
from jobsearch.actions.events import attend, keep_event
from jobsearch.actions.outreach import begin_message, send
from jobsearch.actions.pitches import begin_pitch, keep_pitch
from jobsearch.actions.profile import tick
from jobsearch.models import Application, Contact, Event, EventItem, Interaction, Message, Pitch
from jobsearch.profile_points import POINTS

_K, _R = Interaction.Kind, Contact.Relation
_FAIR: Final = "Sample City health care job fair"


@dataclass(frozen=True)
class _Person:
    """Someone, and the times of being in touch by days ago; an attempt had no answer."""

    name: str
    relation: Contact.Relation
    employer: str
    job_title: str
    how_met: str
    rhythm: tuple[int, int] | None = None
    met: int | None = None
    talks: tuple[tuple[int, Interaction.Kind, str], ...] = ()
    attempts: tuple[int, ...] = ()
    applied_to: str = ""
    referral: Contact.Referral = Contact.Referral.NONE


_PEOPLE: Final = (
    _Person(
        "Robin Sample",
        _R.INSIDER,
        "Sample Pharmacy",
        "Lead pharmacy technician",
        "Picks up coffee where I work on weekends",
        rhythm=(14, 28),
        talks=(
            (26, _K.MET, "How they train people who begin. Told me of the trainee job before it was in the paper."),
            (19, _K.CALL, "Said yes to putting in a word with the pharmacist in charge."),
        ),
        applied_to="Sample Pharmacy",
        referral=Contact.Referral.DONE,
    ),
    _Person(
        "Alex Example",
        _R.SCHOOL,
        "Specimen Hospital",
        "Pharmacy technician, inpatient",
        "Sat next to me in the training course",
        rhythm=(30, 60),
        talks=((34, _K.MESSAGE, "Passed the exam in spring, works nights in the sterile room now."),),
        applied_to="Specimen Hospital",
        referral=Contact.Referral.THINKING,
    ),
    _Person(
        "Jordan Placeholder",
        _R.RECRUITER,
        "Model Clinic",
        "Recruiter",
        "Stand of the clinic at the fair",
        met=52,
        talks=((52, _K.MET, "They hire beginners twice a year."),),
        applied_to="Model Clinic",
    ),
    _Person(
        "Taylor Specimen",
        _R.MENTOR,
        "Pattern Care",
        "Pharmacist, retired",
        "Volunteer at the library's reading evenings",
        rhythm=(30, 45),
        talks=((48, _K.CALL, "Went through my resume with me. Wants to hear how the interview goes."),),
    ),
    _Person(
        "Morgan Illustration",
        _R.INSIDER,
        "Illustration Health",
        "Buyer",
        "Answered a comment of mine in a group",
        attempts=(12,),
    ),
)


def write_people(seeker: User, *, today: date) -> None:
    """Contacts with what was said, a fair gone to and one to come, and a note of thanks that went out."""
    fair = _events(seeker, today)
    for person in _PEOPLE:
        _write(seeker, person, fair, today)
    _thank(seeker, today)
    _introduce(seeker, today)


def _write(seeker: User, person: _Person, fair: Event, today: date) -> None:
    contact = Contact(
        owner=seeker,
        name=person.name,
        relation=person.relation,
        employer=person.employer,
        job_title=person.job_title,
        how_met=person.how_met,
        referral=person.referral,
        referral_on=today - timedelta(days=19) if person.referral == Contact.Referral.DONE else None,
    )
    if person.rhythm:
        contact.ideal_days, contact.latest_days = person.rhythm
    if person.met is not None:
        contact.met_at, contact.met_on = fair, today - timedelta(days=person.met)
    about = Application.objects.owned_by(seeker).filter(posting__employer=person.applied_to)
    known_for = max([person.met or 0, *person.attempts, *(days for days, _kind, _text in person.talks)])
    keep_contact(contact, applications=about, today=today - timedelta(days=known_for))
    for days, kind, text in person.talks:
        keep_interaction(Interaction(contact=contact, on=today - timedelta(days=days), kind=kind, text=text))
    for days in person.attempts:
        tried = Interaction(contact=contact, on=today - timedelta(days=days), kind=_K.MESSAGE, is_real=False)
        keep_interaction(tried)


def _events(seeker: User, today: date) -> Event:
    """The fair of seven weeks ago, and a meetup next week; the fair is the answer."""
    gone = today - timedelta(days=52)
    fair = Event(owner=seeker, kind=Event.Kind.FAIR, title=_FAIR, employers="Model Clinic\nPattern Care")
    fair.place, fair.starts_at = "Sample Hall, Columbus, OH", _at(seeker, gone, 13)
    fair.ends_at = _at(seeker, gone, 17)
    keep_event(fair)
    attend(fair, today=gone)
    fair.items.filter(kind=EventItem.Kind.PREPARE).update(done_on=gone - timedelta(days=1))
    fair.items.filter(kind=EventItem.Kind.ASK).update(done_on=gone)
    fair.items.filter(kind=EventItem.Kind.AFTER).update(done_on=gone + timedelta(days=2))
    coming = today + timedelta(days=8)
    meetup = Event(owner=seeker, kind=Event.Kind.MEETUP, title="Evening of pharmacy technicians (made up)")
    meetup.place, meetup.starts_at = "Example Library, Columbus, OH", _at(seeker, coming, 18)
    keep_event(meetup)
    return fair


def _thank(seeker: User, today: date) -> None:
    """A note that went out after the talk, and the draft of one that has not."""
    robin = Contact.objects.owned_by(seeker).get(name="Robin Sample")
    note = begin_message(Message(owner=seeker, kind=Message.Kind.THANKS, contact=robin, to="Robin"))
    note.text = (
        "Hello Robin,\n\nthank you for putting in a word for me with the pharmacist in charge. What you said about "
        "counting twice and asking once went into my notes for the interview.\n\nI will tell you how it went.\n\nSam"
    )
    note.save(update_fields=["text"])
    send(note, on=today - timedelta(days=18))
    alex = Contact.objects.owned_by(seeker).get(name="Alex Example")
    work = alex.applications.first()
    begin_message(Message(owner=seeker, kind=Message.Kind.REFERRAL, contact=alex, to="Alex", application=work))


def _introduce(seeker: User, today: date) -> None:
    """The introduction for the fair, one that still has blanks, and a profile that is begun."""
    fair = Pitch(owner=seeker, audience=Pitch.Audience.FAIR, title="Health care job fair")
    fair.who = "Hello, I am Sam Seeker, a pharmacy cashier who finishes the technician course in December"
    fair.proof = "I serve 60 patients a shift, and I call insurance companies about 10 rejected claims a week"
    fair.seeking = "I am looking for work as a technician, and I came to you because you train beginners twice a year"
    fair.question = "What do you look for in someone who begins with you?"
    keep_pitch(fair, on=today - timedelta(days=53))
    begin_pitch(
        Pitch(owner=seeker, audience=Pitch.Audience.FRIEND, title="Friends of my parents"),
        {"role": "a pharmacy technician", "place": "Columbus", "proof": "I serve 60 people a shift at the counter."},
    )
    for days, key in ((41, "patients"), (40, "headline"), (40, "place"), (33, "jobs"), (12, "comment")):
        tick(seeker, POINTS[key], on=today - timedelta(days=days))


def _at(seeker: User, day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), seeker.zone)
