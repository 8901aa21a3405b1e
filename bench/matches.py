"""How well advertisements are read and documents matched: python bench/matches.py [--misses]

Advertisements, and lines of resumes, with what a careful reader takes from them, are in tests/resumes/matching. Those
that were held out have been mended since; their file says how it was at the first look. Milliseconds are those of one
processor, when all is loaded.
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import yaml

from resumes.review import matching, reading, understanding
from resumes.review.terms import Posting
from tests.resumes.matching.lines import MISSING, SHOWN, found
from tests.resumes.matching.measured import judge, judge_match

HERE = Path(__file__).resolve().parent.parent / "tests" / "resumes" / "matching"
FILES = (("fitted", "postings.yaml"), ("mended", "first_look.yaml"))
HEAD = ("title", "employer", "place", "years")
# So many terms are looked for in the longest document when the time is taken.
TERMS, WORDS, TIMES = 60, 900, 9


def advertisements(cases: Sequence[Mapping[str, Any]], *, misses: bool) -> Counter[str]:
    """Count what was found, what was made up, and what was taken for the wrong strength."""
    count: Counter[str] = Counter()
    for case in cases:
        posting = matching.read_posting(case["posting"])
        told = judge(posting, case)
        right = {name: _same(getattr(posting, name), case[name]) for name in HEAD}
        count.update(name for name in HEAD if right[name])
        count["cases"] += 1
        count["asked"] += told.asked
        count["found"] += told.asked - len(told.missing)
        count["strength"] += told.asked - len(told.missing) - len(told.misjudged)
        count["terms"] += told.terms
        count["fine"] += told.terms - len(told.extra)
        count["forbidden"] += len(told.forbidden)
        if misses:
            wrong = {name: getattr(posting, name) for name in HEAD if not right[name]}
            print(case["id"], told.missing, told.misjudged, told.extra, told.forbidden, wrong)
    return count


def _same(one: object, other: object) -> bool:
    return str(one or "").casefold() == str(other or "").casefold()


def documents(cases: Sequence[Mapping[str, Any]], *, misses: bool) -> Counter[str]:
    """Count terms that a resume shows or lacks, and what was said of them."""
    count: Counter[str] = Counter()
    for case in (case for case in cases if "resume" in case):
        document = reading.read_text(case["resume"])
        parsed = understanding.understand(document, "resume")
        match = matching.match(document, parsed, posting=matching.read_posting(case["posting"]))
        overlooked, imagined, looked = judge_match(match, case)
        count += Counter(looked=looked, right=looked - len(overlooked) - len(imagined))
        count += Counter(overlooked=len(overlooked), imagined=len(imagined))
        if misses:
            print(case["id"], "overlooked", overlooked, "imagined", imagined)
    return count


def milliseconds() -> float:
    """What matching of many terms with a document of two pages costs."""
    cases = yaml.safe_load((HERE / "postings.yaml").read_text(encoding="utf-8"))
    terms = [term for case in cases for term in matching.read_posting(case["posting"]).terms][:TERMS]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "corpus").glob("0*.md")))
    document = reading.read_text("\n".join(text.split("\n\n")[:400])[: WORDS * 7])
    parsed = understanding.understand(document, "resume")
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        matching.match(document, parsed, posting=Posting("", terms=tuple(terms)))
        taken.append((time.process_time() - start) * 1000)
    print(f"{len(terms)} terms in {document.words} words")
    return statistics.median(taken[1:])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="say what went wrong")
    options = parser.parse_args()
    matching.warm()
    for name, file in FILES:
        cases = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
        count = advertisements(cases, misses=options.misses)
        print(
            f"{name}: {count['cases']} advertisements; found {count['found']}/{count['asked']} "
            f"({count['found'] / count['asked']:.1%}), must or nice right {count['strength']}/{count['found']}, "
            f"terms that are some {count['fine']}/{count['terms']} ({count['fine'] / count['terms']:.1%}), "
            f"forbidden {count['forbidden']}, " + ", ".join(f"{part} {count[part]}/{count['cases']}" for part in HEAD)
        )
        if told := documents(cases, misses=options.misses):
            print(
                f"{name}: {told['right']}/{told['looked']} terms rightly found or missed in resumes; "
                f"{told['overlooked']} overlooked, {told['imagined']} imagined"
            )
    shown = sum(found(term, place, line).found for term, place, line, _how in SHOWN)
    seeming = sum(found(term, place, line).found for term, place, line in MISSING)
    print(f"fitted lines: {shown}/{len(SHOWN)} that show something, {seeming}/{len(MISSING)} that only seem to")
    print(f"{milliseconds():.1f} ms")


if __name__ == "__main__":
    main()
