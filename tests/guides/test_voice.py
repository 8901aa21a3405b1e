"""How our guides are written: each in its own words, plain, short, and no surer than its sources."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from guides.content_files import CONTENT
from guides.content_files.entries import FactEntry, QuestionEntry, SectionEntry, SourceEntry, StepEntry
from guides.content_files.folder import Folder, files_below, read_folder

# A tag with the words it shows, where it gives any.
_TAG = re.compile(r"\{\{ (?:term:[^|}]*\|([^}]*)|[^}]*)\}\}")
_EMPTY = re.compile(
    r"\b(rewarding|dynamic|crucial|vital role|dream job|in today’s|passionate|fast-paced|he or she|seamless|essential)\b",
    re.IGNORECASE,
)
_SHARED_WORDS, _LONGEST = 10, 60


@cache
def folder() -> Folder:
    return read_folder(files_below(CONTENT))


def paragraphs() -> Iterator[tuple[str, str, str]]:
    """Guide, place and text of everything written in sentences; tables and quoted words are left out."""
    texts = [(entry, entry.slug, entry.body) for entry in folder().of(SectionEntry)]
    texts += [(entry, entry.slug, entry.body) for entry in folder().of(StepEntry)]
    texts += [(entry, entry.slug, entry.answer) for entry in folder().of(QuestionEntry)]
    for entry, place, text in texts:
        plain = re.sub(r"\]\([^)]*\)", "]", _TAG.sub(lambda tag: tag[1] or "", text))
        for part in re.split(r"\n\s*\n|\n(?=[-*\d])", plain):
            if "|" not in part and not part.startswith(":::"):
                yield entry.role, f"{entry.role}: {place}", part


def test_no_two_guides_share_a_run_of_words():
    guides = defaultdict(set)
    for role, _place, text in paragraphs():
        words = re.findall(r"[\w’$%-]+", text.lower())
        for start in range(len(words) - _SHARED_WORDS + 1):
            guides[" ".join(words[start : start + _SHARED_WORDS])].add(role)

    assert {run: sorted(roles) for run, roles in guides.items() if len(roles) > 1} == {}


def test_no_guide_uses_words_that_say_nothing_or_shouts():
    unquoted = [(place, re.sub(r"“[^”]*”", "", text)) for _role, place, text in paragraphs()]

    assert [(place, found[0]) for place, text in unquoted if (found := _EMPTY.search(text))] == []
    assert [place for place, text in unquoted if "!" in text] == []


def test_a_paragraph_holds_one_idea():
    long = [(place, len(text.split())) for _role, place, text in paragraphs() if len(text.split()) > _LONGEST]

    assert long == []


def test_a_source_of_second_hand_never_makes_us_sure():
    kinds = {source.key: source.kind for source in folder().of(SourceEntry)}
    facts = folder().of(FactEntry)

    assert [fact.key for fact in facts if fact.confidence == "high" and kinds[fact.source] == "second-hand"] == []
