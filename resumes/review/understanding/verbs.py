"""Whether a line begins with what someone does or did."""

import re

from resumes.review.understanding.memory import remembered
from resumes.review.understanding.words import words

_FIRST = re.compile(r"\W*([^\W\d_]+(?:-[^\W\d_]+)?)")
# What a form of a verb ends on, and what its base may end on instead.
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))
_ADVERB = re.compile(r"\W*(?:\w+ly|also|regularly|often)\s+(?=[a-z])")


@remembered
def begins_with_verb(text: str) -> bool:
    """Whether the first word, adverbs apart, is a verb of work in any form."""
    adverb = _ADVERB.match(text)
    first = _FIRST.match(text, adverb.end() if adverb else 0)
    if not first:
        return False
    word = first[1].casefold()
    known = words("verbs")
    if word in known or word == "responsible":
        return True
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and (stem + instead in known or (stem[-1:] == stem[-2:-1] and stem[:-1] in known)):
            return True
    return False
