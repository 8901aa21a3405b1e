"""The bytes of a document in its format and layout."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from tests.resumes.papers.marks import regions
from tests.resumes.papers.truth import CORPUS, Paper
from tests.resumes.papers.word import word_of

TEMPLATE = Path(__file__).parent / "paper.typ"


def file_of(paper: Paper) -> tuple[bytes, str]:
    """The bytes, and a file name."""
    form, variant = paper.layout
    if "file" in paper.truth:
        data = (CORPUS / paper.truth["file"]).read_bytes()
    elif form == "pdf":
        data = typeset(paper, variant)
    elif form == "docx":
        data = word_of(regions(paper.body), variant, paper.style)
    else:
        data = paper.body.encode()
    return data, f"{paper.name}.{form}"


def typeset(paper: Paper, variant: str) -> bytes:

    content = {name: [asdict(block) for block in blocks] for name, blocks in regions(paper.body).items()}
    data = json.dumps({"variant": variant, "style": paper.style, "regions": content})
    return typst.compile(TEMPLATE, sys_inputs={"data": data})
