"""What to prepare for each kind of event, what to ask there, and what to do afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from jobsearch.models import Event


@dataclass(frozen=True)
class Listed:
    """An item that comes by itself: its key, its words, and for a task afterwards the days after the event."""

    key: str
    text: StrOrPromise
    days: int | None = None


_INTRODUCTION = Listed(
    "introduction", _("Have your introduction ready: who you are and what you look for, in 30 seconds")
)
_RESUMES = Listed("resumes", _("Print your resume, one copy for each employer and two more"))
_FILE = Listed("resume-file", _("Have your resume at hand as a file"))
_EMPLOYERS = Listed("employers", _("Look up the employers to talk to: what they do, and which jobs they have open"))
_HOST = Listed("host", _("Look up the employer: what they do, and which jobs they have open"))
_QUESTIONS = Listed("questions", _("Choose two or three questions to ask"))
_CLOTHES = Listed("clothes", _("Lay out what you will wear, the evening before"))
_ROUTE = Listed("route", _("Look up the way there, how long it takes, and where the entrance is"))
_PAPER = Listed("paper", _("Bring something to write on, for names and what you talked about"))
_CAMERA = Listed("camera", _("Try out camera, sound and the link the day before"))
_ROOM = Listed("room", _("Find a quiet place with light in front of you"))
_TALKS = Listed("talks", _("Choose the talks you want to hear"))

_Kind = Event.Kind
PREPARE: Final[dict[str, Sequence[Listed]]] = {
    _Kind.FAIR: [_INTRODUCTION, _RESUMES, _EMPLOYERS, _QUESTIONS, _CLOTHES, _ROUTE, _PAPER],
    _Kind.OPEN_HOUSE: [_INTRODUCTION, _RESUMES, _HOST, _QUESTIONS, _CLOTHES, _ROUTE, _PAPER],
    _Kind.WORKSHOP: [_INTRODUCTION, _ROUTE, _PAPER],
    _Kind.MEETUP: [_INTRODUCTION, _QUESTIONS, _ROUTE],
    _Kind.CONFERENCE: [_INTRODUCTION, _RESUMES, _EMPLOYERS, _TALKS, _CLOTHES, _ROUTE, _PAPER],
    _Kind.ONLINE: [_INTRODUCTION, _FILE, _EMPLOYERS, _QUESTIONS, _CAMERA, _ROOM],
    _Kind.OTHER: [_INTRODUCTION, _QUESTIONS, _ROUTE],
}

_OPENINGS = Listed("ask-openings", _("Which jobs are open now, or will be in the next months?"))
_BEGINNERS = Listed("ask-beginners", _("What do you look for in someone who begins with you?"))
_TRAINING = Listed("ask-training", _("How do you train new people, and do you pay for certification?"))
_WRITE_TO = Listed("ask-write-to", _("Whom may I write to afterwards?"))
_YOUR_WAY = Listed("ask-your-way", _("How did you get into your job?"))
_MY_PLACE = Listed("ask-my-place", _("What would you do next in my place?"))
_WHO_HIRES = Listed("ask-who-hires", _("Who around here hires people with this training?"))

_OF_EMPLOYERS = [_OPENINGS, _BEGINNERS, _TRAINING, _WRITE_TO]
_OF_PEERS = [_YOUR_WAY, _MY_PLACE, _WRITE_TO]
ASK: Final[dict[str, Sequence[Listed]]] = {
    _Kind.FAIR: _OF_EMPLOYERS,
    _Kind.OPEN_HOUSE: _OF_EMPLOYERS,
    _Kind.WORKSHOP: [_WHO_HIRES, _MY_PLACE],
    _Kind.MEETUP: _OF_PEERS,
    _Kind.CONFERENCE: _OF_PEERS,
    _Kind.ONLINE: _OF_EMPLOYERS,
    _Kind.OTHER: _OF_PEERS,
}

# Names and words fade within a day; a message is still welcome on the second.
AFTER: Final[Sequence[Listed]] = [
    Listed("contacts", _("Write down whom you met, and what you talked about"), days=1),
    Listed("thanks", _("Write to each person you met, within two days"), days=2),
    Listed("applications", _("Apply for the jobs you heard of, and note them here"), days=4),
]
