"""Lines of work: how long, how stopped, and with how many figures."""

import re
from collections.abc import Iterable, Iterator

from resumes.review import limits
from resumes.review.finding import Case, Finding, Severity
from resumes.review.rules.advice import Advice, counted, shortened
from resumes.review.rules.passages import Passage, bullets, prose, summary

_STOPS = Advice(
    "bullet-punctuation", "language", "Either is right; a mix looks as if the lines came from different places."
)
_LONG = Advice(
    "long-bullet",
    "content",
    "A line of work is read in a second or two; what comes late in a long one is not read at all.",
)
_LONG_TEXT = Advice(
    "long-paragraph", "content", "A block of text is passed over in the half minute that a first reading takes."
)
_NUMBERS = Advice(
    "no-numbers",
    "content",
    "How many, how often and with what result is what lets a reader compare you with the next person.",
)

_ABBREVIATED = re.compile(
    r"\b(?:etc|inc|ltd|co|corp|no|st|jr|sr|vs|dept|min|hrs?|approx|[ap]\.m|u\.s|u\.k|e\.g|i\.e|ph\.d|m\.d|b\.s|b\.a|"
    r"r\.n|d\.c|lbs?|ft|oz|est|misc|mgr|ave|rd|blvd)\.$",
    re.IGNORECASE,
)


def bullet_punctuation(case: Case) -> Iterable[Finding]:
    """Lines of experience with a full stop at the end beside lines without one.

    Why: either is right, a mix looks careless. An abbreviation at the end counts as neither. Source: career-center
    rubrics (mechanics); no tool that we could run checks it.
    """
    ends = [(line, _end_of(line.text)) for line in bullets(case)]
    with_stop = [line for line, end in ends if end == "stop"]
    without = [line for line, end in ends if end == "none"]
    if not with_stop or not without or len(ends) < limits.BULLETS_TO_COUNT_BY:
        return
    odd = with_stop if len(with_stop) < len(without) else without
    line = odd[0]
    end = line.start + len(line.text)
    start = line.start + line.text.rfind(" ", 0, len(line.text) - 1) + 1
    how = "end" if len(with_stop) > 1 else "ends"
    yield _STOPS.at(
        case,
        start,
        end,
        "could",
        f"{counted(len(with_stop), 'line')} of work {how} with a full stop and {len(without)} without.",
        "Drop the full stops." if odd is with_stop else "Give every line its full stop.",
    )


def _end_of(text: str) -> str:
    if _ABBREVIATED.search(text):
        return "either"
    return "stop" if re.search(r"\.[)”\"’]?$", text) else "none" if re.search(r"[\w%)”\"’+]$", text) else "other"


def long_bullet(case: Case) -> Iterable[Finding]:
    """A line of work with more than 35 words; with more than 45 it weakens the document.

    Why: over two lines of type the end is read by few. Source: OfflineCV gives points for 8 to 30 words.
    """
    for line in prose(case):
        if line.is_bullet and line.words >= limits.BULLET_MANY_WORDS:
            severity: Severity = "should" if line.words >= limits.BULLET_MOST_WORDS else "could"
            yield _LONG.at(
                case,
                line.start,
                line.end,
                severity,
                f"This line has {line.words} words: “{shortened(line.text)}”.",
                "Make two lines of it: what you did, and what came of it.",
            )


def long_paragraph(case: Case) -> Iterable[Finding]:
    """A paragraph of a resume with more than 75 words; with more than 95 it weakens the document.

    Why: blocks are passed over. Source: graders of resumes flag dense paragraphs; the figures are ours, five and six
    lines of type.
    """
    for piece in prose(case):
        if piece.is_bullet or piece.words <= limits.PARAGRAPH_MANY_WORDS:
            continue
        severity: Severity = "should" if piece.words > limits.PARAGRAPH_MOST_WORDS else "could"
        place = "summary" if any(piece.start == own.start for own in summary(case)) else "paragraph"
        yield _LONG_TEXT.at(
            case,
            piece.start,
            piece.end,
            severity,
            f"This {place} has {piece.words} words: “{shortened(piece.text)}”.",
            "Keep two or three sentences." if place == "summary" else "Turn it into lines, one for each thing you did.",
        )


# ---- figures

_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|"
    r"halved|doubled|"
    r"tripled|quadrupled|twice|quarter of|third of)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w/.])\$?\d|(?<=-)\d")
# Figures that are part of a name, a rule, a date or a time of day.
_NO_FIGURE = re.compile(
    r"\b(?:19|20)\d\d\b(?:\s?[-–]\s?(?:19|20)?\d\d\b)?|\b[A-Z]{1,8}[- ]?\d+(?:[.-]\d+)*[A-Z]?\b(?!\s*%)|"
    r"\b[A-Za-z]+\d+\w*|\b\d+[A-Z]{1,3}\b|"
    r"\b24/7\b|\b\d{1,2}:\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b(?:401|403)\s?\(?[kb]\b\)?|\b\d-to-\d\b|"
    r"(?i:\b(?:chapters?|sections?|title|part|windows|office|level|class|type|schedule|form|python|java|version|usp|"
    r"iso|nfpa|osha|act|step|tier|phase|"
    r"grades?|cfr|ada|room|route|highway|microsoft|bootstrap|angular|vue|gpt)\s?<?\d[\d/.,-]*(?:\s?(?:,|and|or|&|/|-|"
    r"–|through|to)\s?<?\d[\d.]*)*)|"
    r"(?i:\b(?:one|two|three|four)-(?:way|fold|on-one)\b|\b\d+[- ](?:lead|key|axis|phase|point|volt|amp)\b)"
)


def no_numbers(case: Case) -> Iterable[Finding]:
    """Not one figure in all lines of experience.

    Why: how many, how often and with what result lets a reader compare. Years, codes and names (ICD-10, Level 1) do not
    count; words ("three", "dozens") do, as a matter of taste. Source: OfflineCV gives most points for a figure in a
    line; VMock calls it specifics; Jobscan reports measurable results.
    """
    lines = bullets(case) or [line for line in prose(case) if line.job and line.job.section == "experience"]
    if len(lines) < limits.BULLETS_TO_COUNT_BY or any(_has_figure(line.text) for line in lines):
        return
    in_words = next(((line, found) for line in lines if (found := _WORDS.search(line.text))), None)
    if in_words:
        line, found = in_words
        start, end = line.start + found.start(), line.start + found.end()
        said = f"The only figures in your {counted(len(lines), 'line')} of work are words, such as “{found[0]}”."
        instead = "Write them as digits, which the eye finds, and add [how many] where it is missing."
        yield _NUMBERS.at(case, start, end, "could", said, instead)
    else:
        line = lines[0]
        said = f"None of your {counted(len(lines), 'line')} of work holds a figure."
        yield _NUMBERS.at(case, line.start, line.end, "should", said, *_with_blank(line))


def _has_figure(text: str) -> bool:
    return bool(_FIGURE.search(_NO_FIGURE.sub(" ", text)))


def _with_blank(line: Passage) -> Iterator[str]:
    yield f"{shortened(line.text.rstrip('.'), 100)}, [how many a day or week, or with what result]"
