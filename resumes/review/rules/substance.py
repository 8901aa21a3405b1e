"""What a letter says: proof, doubt, repetition, and the request at its end."""

import re
from collections.abc import Iterable

from resumes.review import limits, tables
from resumes.review.finding import Case, Finding, Severity
from resumes.review.language.sentences import Sentence, sentences
from resumes.review.language.verbs import form_of
from resumes.review.rules.advice import Advice, counted, shortened
from resumes.review.rules.passages import Passage, bullets, paragraphs

_EVIDENCE = Advice(
    "no-evidence", "content", "Anyone can claim a skill; an example from your work is what a reader believes."
)
_HEDGING = Advice("hedging", "language", "A doubt that you raise yourself is one the reader would not have had.")
_RESTATES = Advice(
    "restates-resume", "content", "The resume lies beside the letter; the letter is for what the resume cannot say."
)
_REQUEST = Advice("no-closing-request", "content", "A letter that asks for nothing leaves the next step to chance.")

# ---- evidence

# Acts that say what somebody is or wants, not what they did at work.
_NO_WORK = tables.words("rules/no_work")
_I_DID = re.compile(
    r"\bI(?:['’]ve| have|['’]d)? (?:also |then |personally |regularly |often |usually |currently |recently |once |now "
    r"|routinely |each \w+ |later |first |even |helped |help |never )*([a-z][a-z-]+)"
)
_AND_DID = re.compile(r"(?:,|\band\b|;) (?:also |then |I )?([a-z][a-z-]+)")
_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|such as when|one (?:day|night|shift|evening|time|winter|summer|week)|last (?:year|"
    r"month|spring|summer|fall|winter|quarter)|when (?:a|an|the|our|my|two|three|one|someone|we)\b|after (?:a|an|our|"
    r"the)\b)",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b\d[\d,.]*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"hundreds?|thousands?|dozens?|half|doubled|third|quarter|percent)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\bI (?:have|possess|bring|offer|hold|demonstrate|pride myself|developed) (?:(?:a|an|the|many|all|strong|"
    r"excellent|great|extensive|solid|good|deep|proven|outstanding|exceptional|broad|thorough|advanced|relevant|"
    r"necessary|required|and|very|years of|both|of|hands-on|set of|range of|wide|all of)[ ,]+)*[\w "
    r",'’/&-]{0,60}?\b(?:skills?|experience|knowledge|abilit(?:y|ies)|background|understanding|expertise|qualit(?:y|"
    r"ies)|training|qualifications|proficiency|command)\b|"
    r"\bI(?: am|['’]m) (?:also |very |highly |extremely |fully |quite |truly |an? )*(?:proficient|skilled|skillful|"
    r"experienced|adept|well[- ]versed|familiar|comfortable|knowledgeable|good|great|excellent|capable|able|qualified|"
    r"organized|reliable|"
    r"dependable|hard[- ]?work\w+|punctual|detail[- ]oriented|team player|fast learner|quick learner|strong \w+|"
    r"dedicated|motivated|flexible|trained|competent|efficient|committed|confident)\b|"
    r"\bI (?:meet|satisfy|fulfill|exceed) (?:all |each |every |most )?(?:of )?(?:your|the|these)|\bmy (?:\w+ "
    r"){0,3}(?:skills?|experience|abilit(?:y|ies)|background|knowledge|training) (?:make|makes|would|will|match|"
    r"matches|align|aligns|include|includes|are|is|have|has)\b|"
    r"\bI (?:work|communicate|perform|function|collaborate) (?:very )?(?:well|effectively|efficiently)\b|\bI can "
    r"(?:handle|perform|manage|multi-?task|meet|work (?:well|under|independently|in a))\b|\bI know how\b|\bI "
    r"understand\b",
    re.IGNORECASE,
)


def no_evidence(case: Case) -> Iterable[Finding]:
    """A claim to meet what the job asks for, without an example from work in its paragraph.

    Why: claims are not believed, examples are. An example says what was done ("I filled 200 orders a day"); being,
    wanting and having studied are none. In a letter without any example it weakens the document, beside examples it
    is a matter of taste. Source: the pages on letters (a requirement answered with evidence).
    """
    pieces = paragraphs(case)
    proofs = [[said for said in sentences(piece.text) if is_example(said.text)] for piece in pieces]
    has_proof = any(proofs)
    claims = [
        (piece, said)
        for piece, proof in zip(pieces, proofs, strict=True)
        if not proof
        for said in sentences(piece.text)
        if _CLAIM.search(said.text)
    ]
    if claims:
        piece, said = _most_asked(case, claims)
        severity: Severity = "could" if has_proof else "should"
        yield _claim(case, piece, said, severity)
    elif not has_proof and pieces:
        longest = max(pieces, key=lambda piece: piece.words)
        yield _EVIDENCE.at(
            case,
            longest.start,
            longest.end,
            "should",
            "The letter holds no example of work that you did.",
            "Tell one thing you did, [where], [how many or how often], and what came of it.",
        )


def _claim(case: Case, piece: Passage, said: Sentence, severity: Severity) -> Finding:
    start = piece.start + said.start
    return _EVIDENCE.at(
        case,
        start,
        start + len(said.text),
        severity,
        f"“{shortened(said.text, 90)}” is a claim without an example.",
        "Add a sentence: “At [employer] I [what you did], [how many or how often].”",
    )


def _most_asked(case: Case, claims: list[tuple[Passage, Sentence]]) -> tuple[Passage, Sentence]:
    """The claim about something that the posting asks for, if there is one; else the first."""
    names = [name.lower() for found in case.match.terms for name in (found.term.name, *found.term.aliases)]
    return next(
        ((piece, said) for piece, said in claims if any(name in said.text.lower() for name in names)), claims[0]
    )


def is_example(sentence: str) -> bool:
    """Whether a sentence tells of work that was done: "I filled …" in the past, or today's work with a figure."""
    has_figure = bool(_FIGURE.search(re.sub(r"\b(?:\w+|\d+\+?)[ -]years?\b", " ", sentence)))
    for found in _I_DID.finditer(sentence):
        heads = [found[1], *(more[1] for more in _AND_DID.finditer(sentence, found.end()))]
        for word in heads:
            known = form_of(word)
            if (
                known
                and known[0] not in _NO_WORK
                and (known[1] in {"past", "either"} or (known[1] == "present" and has_figure))
            ):
                return True
    we_did = re.search(
        r"\b(?:we|my (?:team|crew|class|unit|students|line|station)|our (?:team|crew|unit|kitchen|store)) ([a-z]+)",
        sentence,
    )
    known = form_of(we_did[1]) if we_did else None
    if known and known[1] == "past" and known[0] not in _NO_WORK and has_figure:
        return True
    return bool(_EXAMPLE.search(sentence)) and has_figure and " I " in f" {sentence}"


# ---- doubt

_DOUBTS = re.compile(
    r"\bI (?:think|believe|feel|guess|suppose|hope)(?: that)? (?:that )?(?:I|my \w+) (?:might|may|could|can perhaps|"
    r"would maybe|would probably|should be able|would perhaps|can maybe)\b(?: (?:be|have|do|make|help))?|"
    r"\bI (?:might|may) (?:be|have|not|also be|bring|fit|do|make)\b|\bI(?: am|['’]m) not (?:sure|certain|really|"
    r"exactly|entirely|very)\b|\bI don['’]t know if\b|"
    r"\b(?:although|even though|though|while|despite the fact that) I (?:do not|don['’]t|have not|haven['’]t|lack|am "
    r"not|may not|might not|only have|never)\b[^.,;]{0,60}|"
    r"\b(?:maybe|perhaps|hopefully|sort of|kind of(?= (?:a |experienced|good|familiar|work|like|skilled))|a little "
    r"bit|somewhat)\b|\bI (?:would|will|could) (?:probably|possibly|maybe|perhaps|try to)\b|"
    r"\bI(?: am|['’]m) (?:probably|possibly|just a|only a|no expert)\b|\bI just (?:wanted|thought|hoped|want)\b|\bI "
    r"(?:guess|suppose)\b|\b(?:my|I have) (?:limited|little|lack of|not much|only a little)(?: \w+)? (?:experience|"
    r"knowledge|skills?)\b|"
    r"\b(?:I )?(?:do not|don['’]t) have (?:much|a lot of|any|enough) (?:\w+ )?(?:experience|training|knowledge)\b|"
    r"\b(?:sorry|I apologi[sz]e) (?:for|that)\b|\bif you (?:think|feel|believe) (?:that )?I (?:might|may|could)\b",
    re.IGNORECASE,
)
_MILD = re.compile(
    r"\bI (?:think|feel)(?: that)? (?:I|my|this)\b|\bI believe (?:that )?I (?:can|would|have|am)\b", re.IGNORECASE
)


def hedging(case: Case) -> Iterable[Finding]:
    """Doubt about oneself: "I think I might be", "although I do not have", "hopefully", "I am not sure".

    Why: it raises doubts that nobody had. "I believe I would" alone is a matter of taste; hoping to hear from somebody
    is no doubt. Source: the pages on letters (confident tone).
    """
    for piece in paragraphs(case):
        strong = list(_DOUBTS.finditer(piece.text))
        for found in strong:
            if not re.match(
                r"(?:maybe|perhaps|hopefully|somewhat|kind of|sort of)", found[0], re.IGNORECASE
            ) or not _is_about_others(piece.text, found):
                yield _doubt(case, piece, found, "should")
        for found in _MILD.finditer(piece.text):
            if not any(other.start() < found.end() and found.start() < other.end() for other in strong):
                yield _doubt(case, piece, found, "could")


def _is_about_others(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence with the doubtful word does not speak of the writer."""
    start = max(text.rfind(". ", 0, found.start()), 0)
    end = text.find(".", found.end())
    return not re.search(r"\b(?:I|my|me)\b", text[start : end if end > 0 else len(text)])


def _doubt(case: Case, piece: Passage, found: re.Match[str], severity: Severity) -> Finding:
    start = piece.start + found.start()
    return _HEDGING.at(
        case,
        start,
        start + len(found[0]),
        severity,
        f"“{shortened(found[0])}” raises a doubt about you.",
        "Say what you do or did, and leave the doubt out.",
    )


# ---- repetition

_LISTED = re.compile(
    r"\bas (?:you (?:can|will|may) see|shown|listed|detailed|outlined|stated|noted|described|indicated|mentioned|"
    r"reflected) (?:in|on|from|by) (?:my |the )?(?:attached |enclosed |accompanying )?(?:resume|résumé|cv)\b|"
    r"\bmy (?:attached |enclosed )?(?:resume|résumé|cv) (?:lists|states|says|indicates|outlines)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:from|between) (?:[A-Z][a-z]+\.? )?(?:19|20)\d\d (?:to|until|and|through|-|–) (?:[A-Z][a-z]+\.? )?(?:(?:19|"
    r"20)\d\d|the present|present|now)\b|\b(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d ?[-–] ?(?:[A-Z][a-z]{2,8} )?(?:(?:19|"
    r"20)\d\d|present)\b",
    re.IGNORECASE,
)


def restates_resume(case: Case) -> Iterable[Finding]:
    """A letter that lists what the resume lists: its lines almost word for word, or job after job with their dates.

    Why: the resume lies beside it. One glance back at a job is fine. Source: the pages on letters; users of job-hunt
    tools ask that both be checked together.
    """
    pieces = paragraphs(case)
    if alike := _lines_of_resume(case, pieces):
        start, end, _ = alike[0]
        if len(alike) >= limits.RESTATED_LINES:
            yield _restated(
                case,
                start,
                end,
                f"{counted(len(alike), 'sentence')} repeat lines of your resume, here "
                f"“{shortened(case.document.text[start:end])}”.",
            )
            return
    ranges = [(piece, found) for piece in pieces for found in _RANGE.finditer(piece.text)]
    listed = next(((piece, found) for piece in pieces if (found := _LISTED.search(piece.text))), None)
    if len(ranges) > 1:
        piece, found = ranges[0]
        yield _restated(
            case,
            piece.start + found.start(),
            piece.start + found.end(),
            f"The letter goes through {len(ranges)} jobs with their dates, as the resume does.",
        )
    elif listed:
        piece, found = listed
        yield _restated(
            case,
            piece.start + found.start(),
            piece.start + found.end(),
            f"“{shortened(found[0])}” tells again what the resume tells.",
        )


def _restated(case: Case, start: int, end: int, message: str) -> Finding:
    return _RESTATES.at(case, start, end, "should", message, "Choose one thing you did, and tell how and why.")


def _lines_of_resume(case: Case, pieces: list[Passage]) -> list[tuple[int, int, str]]:
    """Sentences of the letter that a line of the resume holds almost word for word."""
    if case.resume is None:
        return []
    from rapidfuzz import fuzz  # noqa: PLC0415 -- only where there is a resume beside the letter

    lines = [line.text.lower() for line in bullets(case.resume) if line.words >= 5]  # noqa: PLR2004 -- less is like anything
    found = []
    for piece in pieces:
        for said in sentences(piece.text):
            text = re.sub(r"^(?:at \w+(?: \w+)?, )?i (?:have )?", "", said.text.lower())
            if any(fuzz.ratio(text, line) >= limits.RESTATED_LIKENESS or (line in text) for line in lines):
                found.append((piece.start + said.start, piece.start + said.start + len(said.text), said.text))
    return found


# ---- the request

_ASKS = re.compile(
    r"\b(?:interview|meet(?:ing)?|talk(?:ing)?|speak(?:ing)?|discuss(?:ing|ion)?|conversation|call(?: me)?|contact me|"
    r"reach(?:ed)? (?:me|out)|be reached|visit|stop by|come in|chat|hear(?:ing)? (?:back )?from you|reply|response|"
    r"e-?mail me|get in touch|trial shift|working interview|stage|follow up|in person|show you|sit down|available "
    r"(?:to|for|on|any|most|at)|connect(?:ing)? with you|learn(?:ing)? more)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:would|could|can|may|please|welcome|look(?:ing)? forward|hope|eager|glad|happy|love|like|available|"
    r"appreciate|grateful|chance|opportunity|will|invite|let me know|feel free|happy|pleased|let['’]s|when|may i|at "
    r"your|any time)\b|\?",
    re.IGNORECASE,
)


def no_closing_request(case: Case) -> Iterable[Finding]:
    """An ending that asks for nothing: no interview, no talk, no call.

    Why: it leaves the next step to chance. Thanks alone are no request. Source: the pages on letters (closing with an
    action).
    """
    pieces = paragraphs(case)
    if not pieces:
        return
    last = pieces[-2:] if len(pieces) > 2 else pieces[-1:]  # noqa: PLR2004 -- an opening, a middle and an end
    if any(_asks(said.text) for piece in last for said in sentences(piece.text)):
        return
    end = pieces[-1]
    yield _REQUEST.at(
        case,
        end.start,
        end.end,
        "should",
        "The end of the letter asks for nothing.",
        "Ask for the next step: “I would welcome a talk about [the job]; I am free [days and times].”",
    )


def _asks(sentence: str) -> bool:
    return bool(_ASKS.search(sentence) and _WISH.search(sentence))
