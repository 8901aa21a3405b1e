"""From an editor's Markdown to the pieces of a page."""

from guides.markup.compiler import BLOCKS, CONTAINERS, Compiled, Problem, Segment, compile_text
from guides.markup.tags import OPEN, Tag, fill, plain_text

__all__ = [
    "BLOCKS",
    "CONTAINERS",
    "OPEN",
    "Compiled",
    "Problem",
    "Segment",
    "Tag",
    "compile_text",
    "fill",
    "plain_text",
]
