"""Which stories of a bank fit a question: by what they show first, then by the words they share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from interviews.feedback.carrying import from_plain
from interviews.feedback.result import PART_OF, Span
from interviews.models import Answer, Competency, Feedback, Question, Story

# Too common to say that two texts are about the same.
_COMMON = frozenset(
    {
        "about",
        "after",
        "again",
        "also",
        "and",
        "any",
        "are",
        "ask",
        "because",
        "been",
        "before",
        "but",
        "can",
        "could",
        "describe",
        "did",
        "does",
        "done",
        "example",
        "for",
        "from",
        "give",
        "had",
        "has",
        "have",
        "having",
        "her",
        "him",
        "his",
        "how",
        "into",
        "job",
        "like",
        "made",
        "make",
        "more",
        "most",
        "not",
        "one",
        "other",
        "our",
        "out",
        "over",
        "said",
        "she",
        "should",
        "some",
        "someone",
        "something",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "thing",
        "this",
        "time",
        "told",
        "under",
        "very",
        "was",
        "went",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "why",
        "will",
        "with",
        "work",
        "working",
        "would",
        "you",
        "your",
    }
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_FEW = 4
_TITLE = 60


@dataclass(frozen=True)
class Fit:
    """A story, and why it is suggested."""

    story: Story
    shared: Sequence[Competency]
    words: Sequence[str] = ()

    @property
    def why(self) -> str:
        """Why, in words."""
        if self.shared:
            return _("it shows: %s") % ", ".join(one.name for one in self.shared)
        return _("it speaks of: %s") % ", ".join(self.words)


def fitting(stories: Iterable[Story], question: Question) -> list[Fit]:
    """Stories that serve this question, the best first; those with nothing in common are left out.

    What the question asks about first counts most. `competencies` of the stories and `places` of the question are read
    as they were fetched.
    """
    wanted = [place.competency for place in question.places.all()]
    weight = {one.pk: len(wanted) - index for index, one in enumerate(wanted)}
    asked = stems(" ".join([question.text, *question.cue_phrases]))
    ranked: list[tuple[int, int, str, Fit]] = []
    for story in stories:
        shown = {one.pk for one in story.competencies.all()}
        shared = [one for one in wanted if one.pk in shown]
        told = stems(f"{story.title} {story.text}")
        words = [told[stem] for stem in told if stem in asked]
        if shared or len(words) > 1:
            score = sum(weight[one.pk] for one in shared)
            ranked.append((-score, -len(words), story.title, Fit(story, shared, words[:_FEW])))
    return [fit for *_rank, fit in sorted(ranked, key=lambda row: row[:3])]


def parts_of(answer: Answer) -> dict[str, str]:
    """A story's boxes filled with the parts that feedback found in an answer, and a name to begin with."""
    parts: dict[str, list[str]] = {}
    for span in _spans(answer):
        parts.setdefault(PART_OF[span.label], []).append(answer.text[span.start : span.end].strip())
    filled = {part: " ".join(texts) for part, texts in parts.items()} or {"action": answer.text}
    first = next((text for text in (filled.get(part) for part in Story.PARTS) if text), "")
    return filled | {"title": Truncator(first.split(".")[0]).chars(_TITLE)}


def _spans(answer: Answer) -> Sequence[Span]:
    feedback: Feedback | None = getattr(answer, "feedback", None)
    return from_plain(feedback.result).spans if feedback and feedback.result else ()


def shown_by(answer: Answer) -> list[str]:
    """What the question of an answer asks about, by slug."""
    return [*answer.question.places.values_list("competency__slug", flat=True)] if answer.question else []


def stems(text: str) -> dict[str, str]:
    """The telling words of a text without their endings, each with how it stands there first."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text.lower()):
        if word not in _COMMON:
            found.setdefault(_stem(word), word)
    return found


def _stem(word: str) -> str:
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004 -- what is left must still be a word
            return word.removesuffix(ending)
    return word
