"""Reads what an ad says of the job itself: pay, hours and closing day; and tells whether two ads are for one job."""

from jobsearch.reading.closing import closing_of
from jobsearch.reading.hours import hours_of
from jobsearch.reading.pay import Pay, pay_of
from jobsearch.reading.sameness import Job, are_same, fingerprint, plain_employer
from jobsearch.reading.words import Found, own_part

__all__ = [
    "Found",
    "Job",
    "Pay",
    "are_same",
    "closing_of",
    "fingerprint",
    "hours_of",
    "own_part",
    "pay_of",
    "plain_employer",
]
