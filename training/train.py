"""Finds the coefficients of the feedback engine: python -m training.train [--only-measure] [--by-author]

Reads `training/answers/`, prints what cross-validation finds (no answer is judged by coefficients that saw it), then
writes the coefficients found from all answers to `interviews/feedback/data/`.
"""

import argparse
import random
from collections.abc import Callable, Iterable, Iterator, Sequence

from interviews.feedback import coaching, quality, tables
from interviews.feedback.facts import Facts
from interviews.feedback.labelling import Labelled
from interviews.feedback.needs import Reading
from interviews.feedback.result import Question
from training.advising import fit_advice, fit_presence
from training.asking import asked, fit_kinds
from training.fitting import fit_labels
from training.grading import fit_quality
from training.marked import Marked, answers
from training.measuring import Case, printed, table
from training.reading import case_of, chance_of
from training.topics import fit_sounds, fit_topic, mismatches, use_sounds

_FOLDS = 5
# Inside of each part, for what is learned from what is found.
_INNER = 3


def authors(known: Sequence[Marked]) -> Iterator[tuple[list[Marked], list[Marked]]]:
    """Answers to learn from, and those of one author, who is held back altogether."""
    for name in sorted({answer.author for answer in known}):
        yield [each for each in known if each.author != name], [each for each in known if each.author == name]


def folds(known: Sequence[Marked], count: int) -> Iterator[tuple[list[Marked], list[Marked]]]:
    """Answers to learn from, and those that are held back."""
    order = list(range(len(known)))
    random.Random(1).shuffle(order)
    for number in range(count):
        held = set(order[number::count])
        yield [known[n] for n in order if n not in held], [known[n] for n in sorted(held)]


_NAMES = ("kinds", "labels", "presence", "sounds", "leaning", "topic", "quality", "advice")


def fit(known: Sequence[Marked], keep: Callable[[str, dict[str, object]], None]) -> None:
    """Find all coefficients, and let the engine read with them."""
    tables.use("kinds", fit_kinds(asked(known)))
    labelled = read_fairly(known)
    tables.use("labels", fit_labels(known))
    tables.use("presence", fit_presence(labelled))
    use_sounds(fit_sounds(known))
    tables.use("topic", fit_topic(known))
    counted = [
        (one, coaching.facts_of(one.text, one.kind, one.duration_s, each), one.on_topic) for one, each in labelled
    ]
    tables.use("quality", fit_quality(counted))
    tables.use("advice", fit_advice([(one, _reading(facts, on_topic)) for one, facts, on_topic in counted]))
    for name in _NAMES:
        keep(name, tables.coefficients(name))


def read_fairly(known: Sequence[Marked]) -> list[tuple[Marked, list[Labelled]]]:
    """Clauses with the labels that are found when the labels were not learned from this answer."""
    read = []
    for learned, held in folds(known, _INNER):
        tables.use("labels", fit_labels(learned))
        read += [(answer, coaching.labelled_of(answer.text, answer.kind)) for answer in held]
    return read


def _reading(facts: Facts, on_topic: bool) -> Reading:
    return Reading(facts, on_topic, quality.quality_of(facts, on_topic=on_topic))


def crossed(parts: Iterable[tuple[list[Marked], list[Marked]]]) -> Iterator[list[Case]]:
    """The answers held back in each part, read with coefficients that never saw them."""
    for learned, held in parts:
        fit(learned, lambda _name, _found: None)
        found = {answer.name: case_of(answer) for answer in held}
        for answer, question, kind in mismatches(held):
            chance = chance_of(Question(question, kind), answer)
            found[answer.name].mismatched.append((chance, chance > coaching.SURELY_OFF))
        yield list(found.values())


def main() -> None:
    """Measure by cross-validation, then learn from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-measure", action="store_true")
    parser.add_argument("--by-author", action="store_true", help="hold back one author after the other")
    options = parser.parse_args()
    known = answers()
    parts = list(crossed(authors(known) if options.by_author else folds(known, _FOLDS)))
    if options.by_author:
        for cases in parts:
            print(f"{len(cases)} answers of the author “{cases[0].answer.author}”, held back")
            print(printed(table(cases)))
    cases = [case for part in parts for case in part]
    print(f"{len(known)} answers, cross-validated in {len(parts)} parts")
    print(printed(table(cases)))
    if not options.only_measure:
        fit(known, tables.write)


if __name__ == "__main__":
    main()
