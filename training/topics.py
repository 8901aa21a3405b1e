"""Finds the coefficients that tell whether an answer belongs to its question."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from interviews.feedback import meaning, sounds, tables, themes, topic
from interviews.feedback.result import Kind, Question
from interviews.feedback.words import words_of
from training.leaning import fit_leaning
from training.marked import HERE, Marked

_ROUND = 3
_BANK = HERE.parent / "interviews" / "content" / "questions"
_PAIRS = 3
_OF_KINDS = 1
_OF_A_PAIR = 0.5
# What an answer leans to must not be learned from answers to the same question.
_INNER = 4


def usual(answers: Sequence[Marked]) -> dict[str, float]:
    """How much of each theme an answer holds that is about something else."""
    total: defaultdict[str, float] = defaultdict(float)
    for answer in answers:
        words = words_of(answer.text)
        size = (len(words) + 20) ** 0.5
        for name, count in themes.shown(words).items():
            total[name] += count / size
    return {name: round(total[name] / len(answers) + 0.05, _ROUND) for name in themes.themes()}


def mismatches(answers: Sequence[Marked], seed: int = 7) -> Iterator[tuple[Marked, str, Kind]]:
    """Answers paired with questions about something else, or of another kind."""
    chance = random.Random(seed)
    told = [answer for answer in answers if answer.on_topic and answer.quality > 1]
    # What a question is about must be known, to be sure that it is something else.
    stories = [(each, _themes(each.question)) for each in told if each.kind == "behavioural"]
    for answer in told:
        own = _themes(answer.question)
        others = [each for each, about in stories if own and about and not own & about]
        if answer.kind != "behavioural":
            others = [each for each, _ in stories]
        kinds = [each for each in told if each.kind not in {"behavioural", "strength", answer.kind}]
        drawn = chance.sample(others, min(_PAIRS, len(others))) + chance.sample(kinds, min(_OF_KINDS, len(kinds)))
        for other in drawn:
            if other.kind:
                yield answer, other.question, other.kind


def _themes(question: str) -> set[str]:
    asked = themes.asked(question)
    return set(asked) | {near for name in asked for near in themes.themes()[name].near}


def fit_sounds(answers: Sequence[Marked]) -> dict[str, Any]:
    """What the bank's questions and cues sound like, and how rare each word is there and in answers."""
    rows = [row for file in sorted(_BANK.glob("*.yaml")) for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    texts = [f"{row['text']} {' '.join(row['cue_phrases'])} {row['tip']} {row['looking_for']}" for row in rows]
    texts += [answer.text for answer in answers]
    count = Counter(word for text in texts for word in {sounds.stem(word.low) for word in words_of(text)})
    rare = {
        word: round(math.log(len(texts) / times), 2)
        for word, times in sorted(count.items())
        if times > 1 and times < len(texts) / 4
    }
    return {
        "questions": [row["text"] for row in rows],
        "cues": [" ".join(row["cue_phrases"]) for row in rows],
        "rare": rare,
        "middle": meaning.middle_of([answer.text for answer in answers]),
    }


def use_sounds(found: dict[str, Any]) -> None:
    """Let the engine read with them."""
    tables.use("sounds", found)
    sounds.forget()
    meaning.forget()


def fit_topic(answers: Sequence[Marked]) -> dict[str, Any]:
    """The weights of what speaks for and against, with word vectors and without."""
    tables.use("topic", {"usual": usual(answers), "weights": {}, "weights_of_words": {}})
    pairs = [(one, one.question, one.kind, one.on_topic, 1.0 if one.on_topic else 4.0) for one in answers]
    pairs += [(one, question, kind, False, _OF_A_PAIR) for one, question, kind in mismatches(answers)]
    part = _parts(answers)
    rows, wanted, weights = [], [], []
    for number in range(_INNER):
        tables.use("leaning", fit_leaning([one for one in answers if part[one.question] != number]))
        for answer, question, kind, fits, weight in pairs:
            if part[answer.question] == number:
                rows.append(_clues(answer, question, kind))
                wanted.append(fits)
                weights.append(weight)
    tables.use("leaning", fit_leaning(answers))
    names = sorted({name for row in rows for name in row})
    of_words = [name for name in names if not name.startswith("means_")]
    return {
        "usual": usual(answers),
        "weights": _fitted(rows, wanted, weights, names),
        "weights_of_words": _fitted(rows, wanted, weights, of_words),
    }


def _parts(answers: Sequence[Marked]) -> dict[str, int]:
    """Questions, dealt into parts."""
    questions = sorted({answer.question for answer in answers})
    random.Random(3).shuffle(questions)
    return {question: number % _INNER for number, question in enumerate(questions)}


def _fitted(
    rows: Sequence[dict[str, float]], wanted: Sequence[bool], weights: Sequence[float], names: list[str]
) -> Any:
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    model = LogisticRegression(C=0.5, max_iter=1000, tol=1e-3)
    model.fit(table, wanted, sample_weight=weights)
    found = {name: round(float(weight), _ROUND) for name, weight in zip(names, model.coef_[0], strict=True)}
    found["always"] = round(found["always"] + float(model.intercept_[0]), _ROUND)
    return found


def _clues(answer: Marked, question: str, kind: Kind | None) -> dict[str, float]:
    return topic.clues_of(Question(question, kind), kind, answer.text, words_of(answer.text))
