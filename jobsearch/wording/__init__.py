"""Words that people write to people: what they begin with, and what is to be said about them. Plain Python."""

from jobsearch.wording.checking import Check, Piece, Remark, check
from jobsearch.wording.drafting import Draft, draft
from jobsearch.wording.frames import FRAMES, Frame

__all__ = ["FRAMES", "Check", "Draft", "Frame", "Piece", "Remark", "check", "draft"]
