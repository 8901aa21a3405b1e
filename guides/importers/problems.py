"""What is wrong with a file of official data. Readers know no language: whoever shows a sentence translates it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def gettext_noop(text: str) -> str:
    """Mark a sentence for translators; the one who shows it translates it."""
    return text


@dataclass(frozen=True)
class Problem:
    """A sentence with its values, and where the trouble is; lines count from one, nought is the file as a whole."""

    file: str
    text: str
    line: int = 0
    values: Mapping[str, object] = field(default_factory=dict)


class DataFileError(Exception):
    """The data cannot be used, and nothing of it was."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
        super().__init__(f"{place}: {problem.text % problem.values}")


def refused(file: str, text: str, *, line: int = 0, **values: object) -> DataFileError:
    """An error to raise, with the values of its sentence."""
    return DataFileError(Problem(file, text, line, values))
