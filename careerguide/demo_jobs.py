"""The demonstration's job search: three months of it, with employers that do not exist."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

from accounts.models import User
from careerguide.ads import read_ad
from guides.models import Role
from jobsearch.actions import begin_application, follow_up, move, save_posting
from jobsearch.actions.offers import keep_offer
from jobsearch.models import Application, Offer, OfferQuestion, Posting
from jobsearch.offers.questions import QUESTIONS

_S = Application.Stage
_MADE_UP: Final = "This job and its employer are made up for the demonstration."
# A whole ad, so that the page of its fit has something to show.
_AD: Final = (Path(__file__).parent / "demo_ad.txt").read_text()


@dataclass(frozen=True)
class _Job:
    """A job, where it was found, and its stages by days ago."""

    title: str
    employer: str
    source: Posting.Source
    moves: tuple[tuple[int, Application.Stage], ...]
    follow_ups: tuple[int, ...] = ()
    way: Application.Way = Application.Way.ONLINE
    next_step: str = ""
    next_in: int = 0
    ad: str = ""
    closes_in: int = 0


_JOBS: Final = (
    _Job(
        "Pharmacy technician trainee",
        "Sample Pharmacy",
        Posting.Source.NETWORK,
        ((20, _S.SAVED), (18, _S.APPLIED), (9, _S.SCREENING), (4, _S.INTERVIEW)),
        way=Application.Way.IN_PERSON,
        next_step="Look up the pharmacist in charge",
        next_in=1,
    ),
    _Job(
        "Pharmacy technician, evenings",
        "Example Drugs",
        Posting.Source.JOB_BOARD,
        ((35, _S.SAVED), (33, _S.APPLIED)),
        follow_ups=(20,),
    ),
    _Job(
        "Inpatient pharmacy technician",
        "Specimen Hospital",
        Posting.Source.EMPLOYER,
        ((6, _S.SAVED), (2, _S.PREPARING)),
        next_step="Tailor the resume: see what does not fit yet",
        next_in=0,
        ad=_AD,
        closes_in=9,
    ),
    _Job(
        "Pharmacy clerk",
        "Illustration Health",
        Posting.Source.STATE_BANK,
        ((80, _S.SAVED), (78, _S.APPLIED), (61, _S.REJECTED)),
    ),
    _Job(
        "Mail-order pharmacy technician",
        "Placeholder Mail",
        Posting.Source.JOB_BOARD,
        ((70, _S.SAVED), (68, _S.APPLIED), (28, _S.QUIET)),
        follow_ups=(57, 46),
    ),
    _Job(
        "Pharmacy technician, clinic",
        "Model Clinic",
        Posting.Source.EVENT,
        ((45, _S.SAVED), (44, _S.APPLIED), (36, _S.INTERVIEW), (27, _S.OFFER), (24, _S.DECLINED)),
    ),
    _Job(
        "Pharmacy technician, weekdays",
        "Emblem Pharmacy",
        Posting.Source.STATE_BANK,
        ((31, _S.SAVED), (29, _S.APPLIED), (17, _S.SCREENING), (9, _S.INTERVIEW), (2, _S.OFFER)),
        next_step="Call and ask what is still open about the offer",
        next_in=1,
    ),
    _Job(
        "Long-term care pharmacy technician",
        "Pattern Care",
        Posting.Source.CENTER,
        ((3, _S.SAVED),),
        next_step="Ask what the night shift pays",
        next_in=3,
    ),
)

# Terms as they were told; what is missing is still to be asked. The last is the days until the answer is due.
_OFFERS: Final[tuple[tuple[str, dict[str, object], int], ...]] = (
    (
        "Model Clinic",
        {
            "pay": Decimal("17.25"),
            "hours_a_week": Decimal(24),
            "shift": "Evenings, every other weekend",
            "setting": "Clinic",
            "commute_minutes": 50,
            "notes": "Said no: too few hours for so long a way.",
        },
        -24,
    ),
    (
        "Emblem Pharmacy",
        {
            "pay": Decimal("18.50"),
            "hours_a_week": Decimal(36),
            "shift": "Weekdays, 8 to 4",
            "setting": "Independent pharmacy",
            "commute_minutes": 20,
            "ce_paid": Offer.Paid.YES,
            "benefits": "Health plan after 60 days",
            "ask_pay": Decimal("20.25"),
            "least_pay": Decimal("18.50"),
            "reasons": "my certification and 300 hours of practice in an independent pharmacy",
        },
        6,
    ),
)

# What was asked about the offer of Emblem Pharmacy, and what they said.
_ASKED: Final = {
    "differential": "A dollar more after six in the evening.",
    "leave": "Ten days in the first year, sick days by the hour.",
    "holidays": "",
}


def write_jobs(seeker: User, role: Role, *, today: date) -> None:
    """Applications at every kind of stage, each with the log of how it came there."""
    for job in _JOBS:
        _write(seeker, role, job, today)
    for employer, terms, days in _OFFERS:
        application = Application.objects.owned_by(seeker).get(posting__employer=employer)
        offer = Offer(application=application, answer_by_on=today + timedelta(days=days), **terms)
        keep_offer(offer, today=today)
        if days > 0:
            _ask(offer, today)


def _ask(offer: Offer, today: date) -> None:
    """Some questions are asked, and one of the seeker's own is not."""
    listed = {question.key: str(question.text) for question in QUESTIONS}
    asked_on = today - timedelta(days=1)
    OfferQuestion.objects.bulk_create(
        OfferQuestion(offer=offer, key=key, text=listed[key], asked_on=asked_on, answer=answer)
        for key, answer in _ASKED.items()
    )
    OfferQuestion.objects.create(offer=offer, text="Could I keep my Tuesday evening class?")


def _write(seeker: User, role: Role, job: _Job, today: date) -> None:
    posting = save_posting(
        seeker,
        text=f"{job.title}\n{job.employer}\n{_MADE_UP}\n{job.ad}",
        title=job.title,
        employer=job.employer,
        role=role,
    )
    for name, value in read_ad(job.ad, today=today).values.items():
        setattr(posting, name, value)
    posting.place, posting.source = "Columbus, OH", job.source
    posting.closes_on = today + timedelta(days=job.closes_in) if job.closes_in else None
    posting.save()
    days_ago, _first = job.moves[0]
    application = begin_application(seeker, posting, on=today - timedelta(days=days_ago))
    steps = [(days, stage) for days, stage in job.moves[1:]] + [(days, None) for days in job.follow_ups]
    for days, stage in sorted(steps, key=lambda step: -step[0]):
        on = today - timedelta(days=days)
        if stage is None:
            follow_up(application, on=on, way=Application.Way.EMAIL)
        else:
            move(application, stage, on=on)
    if application.applied_on:
        application.way = job.way
    if job.next_step:
        application.next_action, application.next_on = job.next_step, today + timedelta(days=job.next_in)
    application.save(update_fields=["way", "next_action", "next_on"])
