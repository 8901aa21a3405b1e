"""What the layout does to programs that read it, and what looks uneven."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from resumes.review import limits
from resumes.review.document import Line
from resumes.review.finding import Case, Finding, Severity
from resumes.review.rules.advice import Advice, shortened
from resumes.review.rules.passages import Passage, job_bullets, prose

_LAYOUT = Advice(
    "layout", "layout", "Many employers have a program read the file first; what it cannot read, nobody searches for."
)
_STYLE = Advice(
    "inconsistent-style", "layout", "Small unevenness adds up to a page that looks put together in a hurry."
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")
_FEW_WORDS_OF_PICTURE = 120  # Beside a picture this little text means that the picture holds the rest.


def layout(case: Case) -> Iterable[Finding]:
    """Hidden text, contact data in the page header, text boxes, columns, tables, pictures that hold text.

    Why: programs that read applications lose or scramble it, and hidden words look like a trick. Source: users' reports
    at OfflineCV, ResumeParser, pyresparser and Reactive Resume; naive readers measured in the design of this review.
    """
    seen = case.document.layout
    if seen.hidden:
        said = shortened(seen.hidden[0])
        yield _LAYOUT.whole(
            "must",
            f"There is text that nobody sees: “{said}”.",
            "Take hidden words out: a program shows them, and they look like a trick.",
        )
    if contact := next((found[0] for text in seen.in_headers if (found := _CONTACT.search(text))), None):
        yield _LAYOUT.whole(
            "should",
            f"“{contact}” stands in the page’s header or footer, which many programs skip.",
            "Move it into the page, under your name.",
        )
    if seen.text_boxes:
        yield _LAYOUT.whole(
            "should",
            "There is text in boxes, which many programs skip.",
            "Put the text of the boxes into the page itself.",
        )
    if seen.columns > 1:
        yield _LAYOUT.whole(
            "could",
            f"The text stands in {seen.columns} columns, and some programs read straight across.",
            "One column is read right by every program.",
        )
    if seen.tables:
        yield _LAYOUT.whole(
            "could",
            "There is a table, and some programs put its cells in another order.",
            "Use plain lines in place of the table.",
        )
    if seen.images and not seen.has_photo:
        severity: Severity = "should" if case.document.words < _FEW_WORDS_OF_PICTURE else "could"
        yield _LAYOUT.whole(
            severity,
            "There is a picture; words in it cannot be read by a program.",
            "If the picture holds words, write them as text.",
        )


def inconsistent_style(case: Case) -> Iterable[Finding]:
    """Headings, bullet marks, first letters, spaces, dashes of dates or fonts that are not all alike.

    Why: a page that looks uneven looks hurried. All of it is taste. Source: VMock (presentation: fonts, spacing,
    alignment); career-center rubrics.
    """
    for look in (_headings, _marks, _first_letters, _spaces, _dashes, _fonts):
        yield from look(case)


def _headings(case: Case) -> Iterator[Finding]:
    """Capitals in some headings and not in others."""
    headings = [section for section in case.parsed.sections if re.search(r"[A-Za-z]{4}", section.heading)]
    groups: dict[bool, list[tuple[int, str]]] = defaultdict(list)
    for section in headings:
        groups[section.heading.strip().isupper()].append((section.start, section.heading))
    if len(headings) < limits.HEADINGS_TO_COMPARE or len(groups) < 2:  # noqa: PLR2004 -- two customs
        return
    odd, usual = sorted(groups.values(), key=len)
    start = case.document.text.find(odd[0][1].strip(), odd[0][0])
    if start >= 0:
        said = odd[0][1].strip()
        yield _STYLE.at(
            case,
            start,
            start + len(said),
            "could",
            f"The heading “{said}” has other capitals than “{usual[0][1].strip()}”.",
            "Write all headings alike.",
        )


def _marks(case: Case) -> Iterator[Finding]:
    """More than one mark for lines of the same depth."""
    lines: dict[int, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in case.document.lines:
        section = case.parsed.section_at(line.start)
        if (
            line.kind == "bullet"
            and line.mark
            and section
            and section.kind == "experience"
            and not line.mark[0].isalnum()
        ):
            lines[line.level][line.mark].append(line)
    for marks in lines.values():
        if len(marks) > 1:
            odd = min(marks.values(), key=len)[0]
            usual = max(marks, key=lambda mark: len(marks[mark]))
            yield _STYLE.at(
                case,
                odd.start,
                odd.end,
                "could",
                f"This line begins with “{odd.mark}”, others with “{usual}”.",
                "Use one mark for all lines.",
            )


def _first_letters(case: Case) -> Iterator[Finding]:
    """A line of work that begins with a small letter among lines that do not."""
    lines = [line for job in case.parsed.jobs for line in job_bullets(case, job) if line.text[:1].isalpha()]
    small = [line for line in lines if line.text[0].islower() and not re.match(r"[a-z]+[A-Z]", line.text)]
    if small and len(small) < len(lines) / 2:
        line = small[0]
        yield _STYLE.at(
            case,
            line.start,
            line.start + len(line.text.split()[0]),
            "could",
            f"“{shortened(line.text, 40)}” begins with a small letter, other lines do not.",
        )


def _spaces(case: Case) -> Iterator[Finding]:
    """Two spaces between words, or a space before a comma."""
    for line in prose(case):
        if found := re.search(r"(?<=[a-z,])(  +)(?=[a-z])|(?<=[a-z])( +)(?=[,;.](?:\s|$))", line.text):
            start, end = _word_before(line, found.start()), found.end()
            what = "two spaces" if found[1] else "a space before the sign"
            yield _STYLE.at(
                case,
                line.start + start,
                line.start + end,
                "could",
                f"There {'are' if found[1] else 'is'} {what} behind “{line.text[start : found.start()]}”.",
            )
            return


def _word_before(line: Passage, offset: int) -> int:
    return line.text.rfind(" ", 0, offset) + 1


def _dashes(case: Case) -> Iterator[Finding]:
    """Hyphens in some ranges of dates and dashes in others, with and without spaces."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for job in case.parsed.jobs:
        if job.period and (dash := re.search(r"(?<=[\w.])(\s*)([-–—]+|\bto\b)(\s*)(?=[A-Za-z\d])", job.period.text)):
            found[f"{' ' if dash[1] else ''}{dash[2]}{' ' if dash[3] else ''}"].append(
                (job.period.start, job.period.end)
            )
    if len(found) > 1:
        counts = Counter({how: len(places) for how, places in found.items()})
        usual, odd = counts.most_common()[0][0], counts.most_common()[-1][0]
        start, end = found[odd][0]
        yield _STYLE.at(
            case,
            start,
            end,
            "could",
            f"“{shortened(case.document.text[start:end])}” joins its dates with “{odd.strip()}”, others with "
            f"“{usual.strip()}”."
            if odd.strip() != usual.strip()
            else f"“{shortened(case.document.text[start:end])}” has other spaces around its dash than other dates.",
        )


def _fonts(case: Case) -> Iterator[Finding]:
    """More than three families of type."""
    families = {
        re.split(r"[-,+]", font.split("+")[-1])[0].removesuffix("MT").removesuffix("PS").strip().lower()
        for font in case.document.layout.fonts
    }
    families = {
        re.sub(r"(?:bold|italic|regular|light|medium|semibold|black|book|roman|oblique)+$", "", family)
        for family in families
    } - {"symbol", "wingdings", ""}
    if len(families) > limits.MOST_FONTS:
        yield _STYLE.whole(
            "could",
            f"There are {len(families)} typefaces in this document.",
            "Two are enough: one for headings, one for text.",
        )
