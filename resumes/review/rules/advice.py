"""How a rule puts what it found."""

from dataclasses import dataclass

from resumes.review.finding import Case, Category, Finding, Severity


@dataclass(frozen=True)
class Advice:
    """What all findings of a rule have in common."""

    rule: str
    category: Category
    # Why a reader minds, in a sentence or two.
    why: str

    def at(self, case: Case, start: int, end: int, severity: Severity, message: str, *suggestions: str) -> Finding:
        """About the words between two offsets of the document."""
        quote = case.document.text[start:end]
        return Finding(self.rule, self.category, severity, message, self.why, quote, start, end, suggestions)

    def whole(self, severity: Severity, message: str, *suggestions: str) -> Finding:
        """About the document, or about something that it lacks."""
        return Finding(self.rule, self.category, severity, message, self.why, suggestions=suggestions)


def shortened(text: str, most: int = 60) -> str:
    """The words of a person as a message quotes them: on one line, and not too long."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0]} …"


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun: "1 line", "3 lines"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
