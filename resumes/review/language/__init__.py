"""Words and sentences: which verb begins a line and in which tense, where sentences end, what is misspelled.

English alone is understood. `warm` loads what is heavy, so that a server can do it once before it forks.
"""

from resumes.review.language import grammar, spelling


def warm() -> None:
    """Load the dictionary, the frequencies and the grammar checker."""
    spelling.warm()
    grammar.warm()
