"""The few marks of a document of the corpus, as blocks that every format can set."""

import re
from dataclasses import dataclass, field

RUN = re.compile(r"\*\*(.+?)\*\*|(?<![\w*])\*(.+?)\*(?!\w)")


@dataclass
class Run:
    text: str
    bold: bool = False
    italic: bool = False


@dataclass
class Block:
    """kind: name, heading, subhead, item, text, row or gap."""

    kind: str
    runs: list[Run] = field(default_factory=list)
    right: list[Run] = field(default_factory=list)
    cells: list[list[Run]] = field(default_factory=list)


def runs(text: str) -> list[Run]:
    found, at = [], 0
    for match in RUN.finditer(text):
        found.append(Run(text[at : match.start()]))
        found.append(Run(match[1] or match[2], bold=bool(match[1]), italic=bool(match[2])))
        at = match.end()
    found.append(Run(text[at:]))
    return [run for run in found if run.text]


def regions(body: str) -> dict[str, list[Block]]:
    """The blocks of each part of the page; a document without parts is all "main"."""
    found: dict[str, list[Block]] = {}
    blocks = found.setdefault("main", [])
    for line in body.split("\n"):
        if line.startswith(":::"):
            blocks = found.setdefault(line[3:], [])
        else:
            blocks.append(_block(line.rstrip()))
    return {name: its for name, its in found.items() if any(block.kind != "gap" for block in its)}


def _block(line: str) -> Block:
    for mark, kind in (("### ", "subhead"), ("## ", "heading"), ("# ", "name"), ("- ", "item")):
        if line.startswith(mark):
            return _sided(kind, line.removeprefix(mark))
    if line.startswith("| "):
        return Block("row", cells=[runs(cell.strip()) for cell in line.strip("|").split("|")])
    return _sided("text", line) if line else Block("gap")


def _sided(kind: str, text: str) -> Block:
    left, _, right = text.partition(" >> ")
    return Block(kind, runs(left), runs(right))
