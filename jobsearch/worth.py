"""Whether a job is worth applying for, so that a person sends few applications that fit well. Plain Python.

It weighs what is written down, and nothing else: not how many others apply, and not how people decide. Where its limits
stand is our judgment; nobody has measured them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

# Up to one open must in four is a good fit, up to one in two is half a fit.
_GOOD: Final = 4
_HALF: Final = 2
# From so many others under way on, another one that fits by half takes time from those that fit better.
MANY: Final = 5
# Fewer days than this are too few to mend a resume with care.
SOON: Final = 3


class Verdict(StrEnum):
    """What to do about the job."""

    APPLY = "apply"
    # It fits by half: show more first, then apply.
    MEND = "mend"
    # One question decides, and it costs a call.
    ASK = "ask"
    LEAVE = "leave"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """What speaks for it or against it."""

    FITS = "fits"
    FITS_HALF = "fits-half"
    FITS_LITTLE = "fits-little"
    PAPER = "paper"
    PAY_UNDER = "pay-under"
    PAY_LOW = "pay-low"
    PAY_USUAL = "pay-usual"
    PAY_HIGH = "pay-high"
    CLOSES = "closes"
    CLOSES_SOON = "closes-soon"
    CLOSED = "closed"
    DESK_FULL = "desk-full"
    DESK_FREE = "desk-free"


AGAINST: Final = frozenset(
    {Reason.FITS_LITTLE, Reason.PAPER, Reason.PAY_UNDER, Reason.CLOSES_SOON, Reason.CLOSED, Reason.DESK_FULL}
)

# How the pay stands to what others earn: below nine in ten of them, below the middle, up to three quarters, above.
PayPlace = Literal["", "under", "low", "usual", "high"]
_PAY: Final = {
    "under": Reason.PAY_UNDER,
    "low": Reason.PAY_LOW,
    "usual": Reason.PAY_USUAL,
    "high": Reason.PAY_HIGH,
}


@dataclass(frozen=True)
class Case:
    """What is known of a job and of the person's search. Counts are 0 or more."""

    # Lines that the ad asks for: shown wholly, shown in part, not shown at all.
    shown: int = 0
    in_part: int = 0
    missing: int = 0
    # Licenses, registrations and certifications that are a must from the first day, and are neither held nor begun.
    papers: int = 0
    # Days to the closing day, 0 on the day itself, below 0 after it; None where the ad names none.
    days_left: int | None = None
    pay: PayPlace = ""
    # Other applications between saved and over.
    under_way: int = 0

    @property
    def musts(self) -> int:
        """Lines that a resume can answer."""
        return self.shown + self.in_part + self.missing


@dataclass(frozen=True)
class Worth:
    """One verdict, with the reasons in the order in which they count."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


def worth(case: Case) -> Worth:
    """Weigh a job: a day that has passed first, then what is missing, what it pays, and how much is under way."""
    reasons = (*_of_fit(case), *_of_day(case), *_of_pay(case), *_of_desk(case))
    return Worth(_verdict(case), reasons)


def _verdict(case: Case) -> Verdict:
    if case.days_left is not None and case.days_left < 0:
        return Verdict.CLOSED
    if not case.musts:
        return Verdict.UNKNOWN
    if not _fits_half(case):
        return Verdict.LEAVE
    if case.papers or case.pay == "under":
        return Verdict.ASK
    if _fits_well(case):
        return Verdict.APPLY
    return Verdict.LEAVE if case.under_way >= MANY else Verdict.MEND


def _fits_well(case: Case) -> bool:
    return case.missing * _GOOD <= case.musts


def _fits_half(case: Case) -> bool:
    return case.missing * _HALF <= case.musts


def _of_fit(case: Case) -> tuple[Reason, ...]:
    if not case.musts:
        return ()
    fit = Reason.FITS if _fits_well(case) else Reason.FITS_HALF if _fits_half(case) else Reason.FITS_LITTLE
    return (fit, Reason.PAPER) if case.papers else (fit,)


def _of_day(case: Case) -> tuple[Reason, ...]:
    if case.days_left is None:
        return ()
    if case.days_left < 0:
        return (Reason.CLOSED,)
    return (Reason.CLOSES_SOON if case.days_left < SOON else Reason.CLOSES,)


def _of_pay(case: Case) -> tuple[Reason, ...]:
    return (_PAY[case.pay],) if case.pay else ()


def _of_desk(case: Case) -> tuple[Reason, ...]:
    return (Reason.DESK_FULL if case.under_way >= MANY else Reason.DESK_FREE,)
