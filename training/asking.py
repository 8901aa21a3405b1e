"""Finds the coefficients that tell kinds of questions apart, from the bank and from the answers' questions."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from interviews.feedback import kinds
from training.marked import HERE, Marked

_ROUND = 3
_OFTEN = 3
_BANK = HERE.parent / "interviews" / "content" / "questions"


def asked(answers: Sequence[Marked]) -> list[tuple[str, str]]:
    """Questions with their kinds, each once."""
    rows = [row for file in sorted(_BANK.glob("*.yaml")) for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    known = {row["text"]: row["kind"] for row in rows}
    wordings = yaml.safe_load((HERE / "questions.yaml").read_text(encoding="utf-8"))
    known |= {text: "behavioural" for texts in wordings["themes"].values() for text in texts}
    known |= {text: kind for kind, texts in wordings["kinds"].items() for text in texts}
    known |= {answer.question: answer.kind for answer in answers if answer.kind}
    return sorted(known.items())


def fit_kinds(questions: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Weights of each clue for each kind."""
    rows = [kinds.clues_of(text) for text, _ in questions]
    count = Counter(name for row in rows for name in row)
    shaper = DictVectorizer()
    table = shaper.fit_transform([{name: row[name] for name in row if count[name] >= _OFTEN} for row in rows])
    model = LogisticRegression(C=1.0, max_iter=600, tol=1e-3)
    model.fit(table, [kind for _, kind in questions])
    names = list(shaper.get_feature_names_out())
    found = {name: [round(float(value), _ROUND) for value in model.coef_[:, n]] for n, name in enumerate(names)}
    found["always"] = [
        round(one + float(other), _ROUND) for one, other in zip(found["always"], model.intercept_, strict=True)
    ]
    return {"kinds": [str(kind) for kind in model.classes_], "weights": found}
