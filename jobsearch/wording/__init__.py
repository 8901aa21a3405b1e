"""Words that people write to people: what they begin with, and what is to be said about them. Plain Python."""

from jobsearch.wording.checking import Check, check
from jobsearch.wording.drafting import Draft, draft
from jobsearch.wording.frames import FRAMES, Frame
from jobsearch.wording.marking import Piece, Remark

__all__ = ["FRAMES", "Check", "Draft", "Frame", "Piece", "Remark", "check", "draft"]
