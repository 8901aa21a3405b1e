"""Words that people write to people: what they begin with, and what is to be said about them. Plain Python."""

from jobsearch.wording.audiences import AUDIENCES, Audience
from jobsearch.wording.checking import Check, check
from jobsearch.wording.drafting import Draft, draft
from jobsearch.wording.frames import FRAMES, Frame
from jobsearch.wording.marking import Piece, Remark
from jobsearch.wording.pitching import Length, Parts, PitchCheck, check_pitch, draft_pitch, length_of

__all__ = [
    "AUDIENCES",
    "FRAMES",
    "Audience",
    "Check",
    "Draft",
    "Frame",
    "Length",
    "Parts",
    "Piece",
    "PitchCheck",
    "Remark",
    "check",
    "check_pitch",
    "draft",
    "draft_pitch",
    "length_of",
]
