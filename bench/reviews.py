"""How well documents are understood: python bench/reviews.py [--misses] [--held-out] [--only NUMBER…]

Reads every document of `tests/resumes/corpus/`, in PDF, DOCX, ODT, RTF and text, understands it, and prints what was
right beside what it must be. The parser was written without looking at the documents that are held out. On its first
finished version they gave 57 of 64 jobs and 28 of 31 schools right in every field, 22 of 23 phone numbers, and all
counts of jobs; what they showed was mended since, so only new documents measure anew. Milliseconds are those of one
processor, after the first document.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from resumes.review import reading, understanding
from tests.resumes.papers import Marks, Paper, file_of, mark, papers

# What is counted, and the share that must be right.
MUST = {
    "no name invented": 1.0,
    "email": 1.0,
    "phone": 1.0,
    "name": None,
    "location": None,
    "sections with content": 0.95,
    "kinds of sections": None,
    "no section invented": None,
    "number of jobs": 0.75,
    "jobs with title, employer and dates": None,
    "places of jobs": None,
    "bullets within 10 %": 0.85,
    "number of education entries": 0.75,
    "education with award, school and end": None,
    "certifications": None,
    "skills": None,
    "languages": None,
    "kind": None,
}


def measured(paper: Paper) -> tuple[Marks, float, float]:
    """What was right, and the milliseconds of reading and of understanding."""
    data, name = file_of(paper)
    start = time.process_time()
    document = reading.read(data, name)
    between = time.process_time()
    kind = understanding.kind_of(document)
    parsed = understanding.understand(document, kind)
    end = time.process_time()
    return mark(paper, parsed, kind), (between - start) * 1000, (end - between) * 1000


def table(fitted: Marks, held: Marks) -> None:
    """Print one line for each thing that is counted."""
    print(f"{'':40}{'fitted':>16}{'held out':>16}{'must':>8}")
    letters = [what for what in fitted.tries if what.startswith("letter")]
    for what in [*MUST, *letters]:
        cells = "".join(f"{_cell(marks, what):>16}" for marks in (fitted, held))
        must = MUST.get(what)
        print(f"{what:40}{cells}{f'{must:.0%}' if must else '':>8}")


def _cell(marks: Marks, what: str) -> str:
    tries = marks.tries.get(what, 0)
    return f"{marks.hits[what]:g}/{tries:g} {marks.share(what):5.1%}" if tries else "-"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="say what went wrong")
    parser.add_argument("--held-out", action="store_true", help="with --misses: also in documents that are held out")
    parser.add_argument("--only", nargs="+", type=int)
    options = parser.parse_args()
    reading.warm()
    understanding.warm()
    fitted, held = Marks(), Marks()
    times = []
    for paper in papers():
        if options.only and paper.number not in options.only:
            continue
        marks, read, understood = measured(paper)
        times.append((read, understood))
        (held if paper.is_held_out else fitted).join(marks)
        if options.misses and marks.misses and (options.held_out or not paper.is_held_out):
            print(f"{paper.name} ({paper.truth['layout']})", *marks.misses, sep="\n    ")
    table(fitted, held)
    read, understood = (statistics.median(each) for each in zip(*times, strict=True))
    print(f"median of one file: {read:.1f} ms to read, {understood:.1f} ms to understand")
    print(f"slowest file: {max(map(sum, times)):.1f} ms")


if __name__ == "__main__":
    main()
