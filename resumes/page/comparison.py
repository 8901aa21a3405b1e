"""Two versions beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from resumes.models import Review, Version

# Longer texts are compared by line alone: words of thousands of changed lines would take seconds.
_MOST_WORDS = 400


@dataclass(frozen=True)
class Change:
    """A stretch of lines: the same in both, taken out, put in, or changed."""

    kind: str
    # Pieces of the earlier and of the later text; the second value says whether the piece differs.
    old: tuple[tuple[str, bool], ...] = ()
    new: tuple[tuple[str, bool], ...] = ()
    # How many lines stand the same.
    same: int = 0


@dataclass(frozen=True)
class Comparison:
    """What went, what came, and the text."""

    old: Version
    new: Version
    gone: list[dict[str, Any]]
    came: list[dict[str, Any]]
    stayed: int
    changes: list[Change]
    old_score: int | None
    new_score: int | None


def comparison(old: Version, new: Version) -> Comparison:
    """Compare two versions of a document by what was found in them and by their words."""
    reviews = {review.version_id: review for review in Review.objects.filter(version__in=[old, new])}
    before, after = (_findings(reviews.get(version.pk)) for version in (old, new))
    return Comparison(
        old=old,
        new=new,
        gone=[row for key, row in before.items() if key not in after],
        came=[row for key, row in after.items() if key not in before],
        stayed=len(before.keys() & after.keys()),
        changes=[*_changes(old.text, new.text)],
        old_score=_score(reviews.get(old.pk)),
        new_score=_score(reviews.get(new.pk)),
    )


def _findings(review: Review | None) -> dict[str, dict[str, Any]]:
    return {row["key"]: row for row in review.result["findings"]} if review else {}


def _score(review: Review | None) -> int | None:
    return review.score if review else None


def _changes(old: str, new: str) -> Iterator[Change]:
    before = [line for line in old.split("\n") if line.strip()]
    after = [line for line in new.split("\n") if line.strip()]
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Change("same", same=end - start)
            continue
        lines, others = before[start:end], after[begin:stop]
        for number in range(max(len(lines), len(others))):
            yield _line(lines[number : number + 1], others[number : number + 1])


def _line(old: list[str], new: list[str]) -> Change:
    if not new:
        return Change("out", old=((old[0], True),))
    if not old:
        return Change("in", new=((new[0], True),))
    before, after = old[0].split(), new[0].split()
    if max(len(before), len(after)) > _MOST_WORDS:
        return Change("changed", old=((old[0], True),), new=((new[0], True),))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if end > start:
            left.append((" ".join(before[start:end]), kind != "equal"))
        if stop > begin:
            right.append((" ".join(after[begin:stop]), kind != "equal"))
    return Change("changed", old=tuple(left), new=tuple(right))
