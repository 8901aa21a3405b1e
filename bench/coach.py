"""How well interview answers are read: python bench/coach.py [--voices] [--keep] [--folder FOLDER]

Reads the answers of `training/held_out/`, from which no coefficient was found, and prints what was right beside the
floors and goals of `docs/feedback.md`. Milliseconds are of one processor, warm. --voices prints what is said about
five answers in different voices, for a person to judge.
"""

import argparse
import json
import statistics
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviews import bank_files
from interviews.feedback import ENGINE, coaching
from interviews.feedback.measured import FILE, Measured
from interviews.feedback.result import Feedback, Part, Place, Question
from training.clauses import unpunctuated
from training.marked import Marked, answers, mismatched
from training.measuring import Case, printed, table
from training.reading import chance_of

_MOST_MS = 100
_VOICES = 5
_BADGES = ("draft", "getting-there", "interview-ready")
# The badge that each quality from 1 to 5 stands for.
_STEPS = (0, 0, 1, 2, 2)


def question_of(answer: Marked) -> Question:
    """As `coach_answer` asks: by the words alone, looked up in the bank."""
    known = bank_files.question_like(answer.question)
    if known is None:
        return Question(answer.question)
    return Question(answer.question, known.kind, known.cue_phrases, known.competencies)


def read(answer: Marked, text: str) -> tuple[Feedback, float]:
    """What is said, and the milliseconds it took."""
    start = time.process_time()
    found = coaching.coach(question_of(answer), text, duration_s=answer.duration_s)
    return found, (time.process_time() - start) * 1000


def cases_of(known: list[Marked]) -> tuple[list[Case], list[float]]:
    """All answers, read."""
    cases, times = [], []
    for answer in known:
        found, milliseconds = read(answer, answer.text)
        bare, _ = read(answer, unpunctuated(answer.text))
        cases.append(Case(answer, found, bare, chance_of(question_of(answer), answer)))
        times.append(milliseconds)
    return cases, times


def add_pairs(cases: list[Case], folder: str) -> None:
    """Questions that an answer does not answer, and its own in other words."""
    by_name = {case.answer.name: case for case in cases}
    for name, pairs in mismatched(folder).items():
        for pair in pairs:
            case = by_name[pair["answer"]]
            chance = chance_of(Question(pair["question"]), case.answer)
            getattr(case, name).append((chance, chance > coaching.SURELY_OFF))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voices", action="store_true", help="print what is said about five answers")
    parser.add_argument("--keep", action="store_true", help="keep plain counts for the page that tells them")
    parser.add_argument("--folder", default="held_out", help="which answers of training/ to read")
    options = parser.parse_args()
    coaching.warm()
    bank_files.question_like("Tell me about yourself.")
    known = answers(options.folder)
    cases, times = cases_of(known)
    add_pairs(cases, options.folder)
    kinds = sum(case.feedback.kind == case.answer.kind for case in cases)
    print(f"{len(known)} answers held out")
    print(printed(table(cases)))
    print(f"kind of question found: {kinds} of {len(cases)}")
    print(f"median of one answer: {statistics.median(times):.1f} ms; slowest: {max(times):.1f} ms (must be {_MOST_MS})")
    if options.keep:
        FILE.write_text(json.dumps(asdict(counted(cases)), indent=1) + "\n", encoding="utf-8")
    if options.voices:
        for case in cases[:: len(cases) // _VOICES][:_VOICES]:
            _print_voice(case)


def counted(cases: list[Case]) -> Measured:
    """What people can follow: of how many, how many."""
    steps = [(_STEPS[case.answer.quality - 1], _BADGES.index(case.feedback.badge)) for case in cases]
    fitting = [case for case in cases if case.answer.on_topic]
    fillers = [_fillers(case) for case in cases]
    return Measured(
        engine=ENGINE,
        day=f"{datetime.now(UTC).date()}",
        answers=len(cases),
        situation=_agreed(cases, "situation"),
        task=_agreed(cases, "task"),
        action=_agreed(cases, "action"),
        result=_agreed(cases, "result"),
        same_step=sum(gold == found for gold, found in steps),
        near_step=sum(abs(gold - found) <= 1 for gold, found in steps),
        fitting=len(fitting),
        questioned=sum(not case.feedback.on_topic for case in fitting),
        fillers=sum(row[0] for row in fillers),
        fillers_found=sum(row[1] for row in fillers),
        fillers_wrong=sum(row[2] for row in fillers),
    )


def _agreed(cases: list[Case], part: Part) -> int:
    """Answers in which the engine finds the part as a person does, or as they do not."""
    return sum(case.answer.has(part) == case.feedback.has[part] for case in cases)


def _fillers(case: Case) -> tuple[int, int, int]:
    """Those that people marked, those of them that were found, and those that are none."""
    gold, found = case.answer.fillers, case.feedback.fillers
    met = sum(any(_meet(one, other) for other in found) for one in gold)
    wrong = sum(not any(_meet(one, other) for other in gold) for one in found)
    return len(gold), met, wrong


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _print_voice(case: Case) -> None:
    found = case.feedback
    print(f"\n{case.answer.question}\n{case.answer.text}\n")
    print(f"{found.badge}; {found.strength.said if found.strength else 'no strength yet'}")
    print(*(f"- {note.said}" for note in found.advice), sep="\n")


if __name__ == "__main__":
    main()
