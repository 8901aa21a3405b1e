"""Finds the coefficients of the feedback engine: python -m training.train [--only-measure]

Reads `training/answers/`, prints what cross-validation finds (no answer is judged by coefficients that saw it), then
writes the coefficients found from all answers to `interviews/feedback/data/`.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence

from interviews.feedback import coaching, tables, topic
from interviews.feedback.facts import Facts
from interviews.feedback.result import Kind, Question
from interviews.feedback.words import words_of
from training.fitting import fit_labels, unpunctuated
from training.grading import fit_quality
from training.marked import Marked, answers
from training.measuring import Case, printed, table
from training.topics import fit_sounds, fit_topic, mismatches, use_sounds

_FOLDS = 5
# Inside of each part, for what is learned from what is found.
_INNER = 3


def folds(known: Sequence[Marked], count: int) -> Iterator[tuple[list[Marked], list[Marked]]]:
    """Answers to learn from, and those that are held back."""
    order = list(range(len(known)))
    random.Random(1).shuffle(order)
    for number in range(count):
        held = set(order[number::count])
        yield [known[n] for n in order if n not in held], [known[n] for n in sorted(held)]


def fit(known: Sequence[Marked], keep: Callable[[str, dict[str, object]], None]) -> None:
    """Find all coefficients, and let the engine read with them."""
    tables.use("labels", fit_labels(known))
    use_sounds(fit_sounds(known))
    tables.use("topic", fit_topic(known))
    tables.use("quality", fit_quality(read_fairly(known)))
    for name in ("labels", "sounds", "topic", "quality"):
        keep(name, tables.coefficients(name))


def read_fairly(known: Sequence[Marked]) -> list[tuple[Marked, Facts, bool]]:
    """Facts as they are found in answers that the labels were not learned from; what is on topic, as people say."""
    whole = tables.coefficients("labels")
    read = []
    for learned, held in folds(known, _INNER):
        tables.use("labels", fit_labels(learned))
        read += [
            (answer, coaching.facts_of(answer.text, answer.kind, answer.duration_s), answer.on_topic) for answer in held
        ]
    tables.use("labels", whole)
    return read


def case_of(answer: Marked) -> Case:
    """What the engine says of an answer."""
    question = Question(answer.question, answer.kind)
    found = coaching.coach(question, answer.text, duration_s=answer.duration_s)
    bare = coaching.coach(question, unpunctuated(answer.text), duration_s=answer.duration_s)
    return Case(answer, found, bare, chance_of(answer.question, answer.kind, answer))


def chance_of(question: str, kind: Kind | None, answer: Marked) -> float:
    """How likely the engine finds that the answer belongs to a question."""
    asked = Question(question, kind)
    return topic.topic_of(asked, coaching.kind_of(asked), answer.text, words_of(answer.text)).chance


def crossed(known: Sequence[Marked]) -> list[Case]:
    """Every answer, read with coefficients that never saw it."""
    cases: list[Case] = []
    for learned, held in folds(known, _FOLDS):
        fit(learned, lambda _name, _found: None)
        found = {answer.name: case_of(answer) for answer in held}
        for answer, question, kind in mismatches(held):
            chance = chance_of(question, kind, answer)
            found[answer.name].mismatched.append((chance, chance > coaching.SURELY_OFF))
        cases += found.values()
    return cases


def main() -> None:
    """Measure by cross-validation, then learn from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-measure", action="store_true")
    options = parser.parse_args()
    known = answers()
    cases = crossed(known)
    print(f"{len(known)} answers, cross-validated in {_FOLDS} parts")
    print(printed(table(cases)))
    if not options.only_measure:
        fit(known, tables.write)


if __name__ == "__main__":
    main()
