"""A document of the corpus, and what is true of it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kit.plain_yaml import load_yaml

CORPUS = Path(__file__).parent.parent / "corpus"


@dataclass(frozen=True)
class Paper:
    """One document: its truth, its text with marks, and the layout it is set in."""

    name: str
    truth: dict[str, Any]
    body: str

    @property
    def number(self) -> int:
        return int(self.name.partition("-")[0])

    @property
    def is_held_out(self) -> bool:
        return self.number % 3 == 0

    @property
    def kind(self) -> str:
        return str(self.truth.get("kind", "resume"))

    @cached_property
    def layout(self) -> tuple[str, str]:
        """The format and the variant: ("pdf", "classic")."""
        form, _, variant = self.truth["layout"].partition("/")
        return form, variant

    @property
    def style(self) -> dict[str, Any]:
        return dict(self.truth.get("style", {}))


def papers() -> list[Paper]:
    return [_read(path) for path in sorted(CORPUS.glob("[0-9]*.md"))]


def _read(path: Path) -> Paper:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Paper(path.stem, load_yaml(front), body.strip("\n"))
