"""What is wrong with content files, said so that the person who wrote them can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, order=True)
class Where:
    """A place in a content file; lines count from one, and nought means the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return _("%(file)s, line %(line)s") % {"file": self.file, "line": self.line}


@dataclass(frozen=True, order=True)
class FileProblem:
    """One thing to mend: where, and a sentence."""

    where: Where
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class ContentError(Exception):
    """The content files cannot be used; every reason is listed in `problems`."""

    def __init__(self, problems: Iterable[FileProblem]) -> None:
        self.problems = sorted({*problems})
        super().__init__("\n".join(str(problem) for problem in self.problems))
