"""Resumes and letters that we wrote, with what is true of each, as files of the kinds that people send.

`tests/resumes/corpus/*.md` hold a document each: what is true, then the document in a few marks (`# name`, `## heading`,
`- item`, `text >> text at the right edge`, `| cell | cell |`, `:::side` … for a part of the page). Every third one is
held out: the parser was finished before anyone looked at how it does on them.
"""

from tests.resumes.papers.files import file_of
from tests.resumes.papers.scores import Marks, mark
from tests.resumes.papers.truth import Paper, papers

__all__ = ["Marks", "Paper", "file_of", "mark", "papers"]
