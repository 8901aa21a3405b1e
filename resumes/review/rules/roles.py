"""Names of roles in a letter: whether it says for which job it is meant."""

import re
from functools import cache

from resumes.review import tables
from resumes.review.finding import Case
from resumes.review.language.sentences import sentences

_BESIDE = tables.words("rules/beside_a_title")
_SHORT = {
    "registered nurse": "rn",
    "licensed practical nurse": "lpn",
    "licensed vocational nurse": "lvn",
    "nursing assistant": "cna",
    "nurse aide": "cna",
    "medical assistant": "cma",
    "emergency medical technician": "emt",
    "pharmacy technician": "cpht",
    "nurse practitioner": "np",
    "physician assistant": "pa",
    "human resources": "hr",
    "quality assurance": "qa",
    "information technology": "it",
    "surgical technologist": "cst",
    "radiologic technologist": "rad tech",
    "occupational therapist": "ot",
    "physical therapist": "pt",
}
_APPLIES = r"(?:position|role|opening|job|vacancy|post|posting|opportunity|internship|apprenticeship|placement)"
# Words in front of "position" that do not say which.
_ANY = tables.words("rules/any_position")
_OCCUPATION = (
    r"(?:[a-z]+(?:ician|ologist|pist|ographer|keeper|maker|worker|smith|grammer|veloper|gineer|nalyst|cialist|sultant|"
    r"countant|ssistant|ervisor|nator|"
    r"inistrator|ductor|erator|pector|nstructor|ructor|uctor|ntor|itor|acher|river|aner|inter|umber|enter|oner|utcher|"
    r"aker|lder|inist|ygienist|eptionist|"
    r"ibrarian|echnologist|rsing|aching|aborer|andler|acker|tender|selor|iver|iner)|technician|tech|nurse|cook|chef|"
    r"aide|clerk|coach|host|hostess|guard|pilot|cashier|intern|"
    r"attorney|nanny|scribe|medic|paramedic|manager|lead|server|barista|associate|representative|mechanic|welder|rn|"
    r"lpn|cna|cma|emt|cpht|tutor|director|apprentice)s?"
)
_NAMED_ROLE = re.compile(
    rf"\b(?i:as|become|becoming|be your|hire|seeking|hiring|for|for the) (?:an?|your|the|its)? ?(?:next |new |"
    rf"full-time |"
    rf"part-time )?(?:[\w-]+ ){{0,4}}{_OCCUPATION}\b|(?i:^\s*(?:re|subject|regarding|position)\s*:.{{3,}})",
    re.MULTILINE,
)


def titles_of(case: Case) -> list[str]:
    """The names of the role that the letter is for: the posting's title, or those of the role."""
    if case.posting and case.posting.title:
        also = (
            [case.role.title, *case.role.titles]
            if case.role and _stems(case.role.title) & _stems(case.posting.title)
            else []
        )
        return [case.posting.title, *also]
    return [case.role.title, *case.role.titles] if case.role else []


def names_role(text: str, title: str) -> bool:
    """Whether a text names a role as the one applied for: by its words, its abbreviation or its noun alone."""
    if _names_by_noun(text, title):
        return True
    return any(_APPLYING.search(said.text) and mentions_role(said.text, title) for said in sentences(text))


def _names_by_noun(text: str, title: str) -> bool:
    """Whether its noun is what is applied for: "the teaching position", with no word of another role before it."""
    core = core_of(title)
    if not core:
        return False
    own = {_stem(word) for word in re.findall(r"[a-z0-9+#]+", title.lower())}
    head = re.escape(_stem(core[-1]))
    for found in re.finditer(
        rf"((?:[\w-]+ ){{0,4}}){head}\w* {_APPLIES}\b|\b{_APPLIES} (?:of|as) ((?:[\w-]+ ){{0,4}}){head}\w*",
        text,
        re.IGNORECASE,
    ):
        words = re.split(r"\b(?:for|to|in|about|the|an?|your|this|as)\b", (found[1] or found[2] or "").lower())[-1]
        before = [_ORDINALS.get(word, word) for word in re.findall(r"[a-z0-9]+", words)]
        if all(word in _ANY or word in _BESIDE for word in before) or {_stem(word) for word in before} & own:
            return True
    return False


_ORDINALS = {
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
}


def mentions_role(text: str, title: str) -> bool:
    """Whether a text holds the words of a role near one another, in any form, or its abbreviation."""
    core = core_of(title)
    short = next(
        (brief for long, brief in _SHORT.items() if core and (long == " ".join(core) or long in title.lower())), ""
    )
    if short and re.search(rf"\b{short}s?\b(?! license| licence)", text, re.IGNORECASE):
        return True
    words = [_stem(word) for word in re.findall(r"[a-z+#]+", text.lower())]
    stems = [_stem(word) for word in core]
    near = (words[at : at + len(core) + 3] for at in range(len(words)))
    return bool(stems) and any(all(any(_alike(word, stem) for word in part) for stem in stems) for part in near)


# A sentence that speaks of the job applied for, and not of one held.
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ying|ication)|position|role|opening|job|vacancy|posting|post\b|ad\b|advert\w*|opportunity|"
    r"internship|apprenticeship|join\w*|hir\w+|your|interest(?:ed)?|"
    r"consider\w*|seek\w*|become|next|candidate|need\w*|looking|subject|re:)",
    re.IGNORECASE,
)


def core_of(title: str) -> list[str]:
    """The words of a title that name the role: "Senior Registered Nurse, ICU (Nights)" is "registered nurse"."""
    main = re.split(r"\s[-–—|]\s|[,(/|]", title.strip())[0] or title
    words = [word for word in re.findall(r"[a-z+#-]+", main.lower()) if word not in _BESIDE]
    return words or [word for word in re.findall(r"[a-z+#-]+", title.lower()) if word not in _BESIDE]


# A sentence in which somebody asks for a job.
_SEEKS = re.compile(
    r"\b(?:appl(?:y|ying|ication)|interest(?:ed)?|consider\w*|candida\w+|seek\w*|respon\w+|submit\w*|writing|join\w*|"
    r"your next|would like to|"
    r"want to|hope to|love to|hir\w+|looking for|need\w*|advert\w*|your (?:ad|posting)|re:|subject)",
    re.IGNORECASE,
)
_BEFORE_A_JOB = re.compile(
    r"((?:[\w’'/-]+ ){1,5})(?:position|role|opening|job|vacancy|internship|apprenticeship|placement)\b"
)


# What opens its doors, so that "opening" is no vacancy.
_OPENS = frozenset(
    [
        "center",
        "centre",
        "clinic",
        "store",
        "location",
        "unit",
        "restaurant",
        "office",
        "branch",
        "school",
        "hospital",
        "wing",
        "facility",
        "plant",
        "shop",
        "site",
    ]
)


def names_any_role(text: str) -> bool:
    """Whether a text says for which role it is meant, whichever that is."""
    lines = re.split(r"\n", text)
    return any(_names_one(said.text) for line in lines for said in sentences(line) if _SEEKS.search(said.text))


def _names_one(sentence: str) -> bool:
    for found in _BEFORE_A_JOB.finditer(sentence):
        before = re.split(r"\b(?:for|to|in|about|the|an?|your|this|of)\b", found[1], flags=re.IGNORECASE)[-1].split()
        is_verb = bool(before) and before[-1].lower() in _OPENS and found[0].endswith("opening")
        if not is_verb and any(word.lower() not in _ANY and word[0].isalpha() for word in before):
            return True
    as_one = rf"\b{_APPLIES} (?:as|of|for) (?:an? |the |your )?(?!you\b|which\b)[A-Za-z]"
    named = r"\b(?:apply|applying|application) (?:for|to be|to become) (?:the |an? |your )?[A-Z]\w+"
    return bool(re.search(as_one, sentence) or _NAMED_ROLE.search(sentence) or re.search(named, sentence))


def mentions_occupation(text: str) -> bool:
    """Whether a text has a word for somebody who does a job."""
    return bool(
        re.search(rf"\b{_OCCUPATION}\b", re.sub(r"\bhiring manager\b", " ", text, flags=re.IGNORECASE), re.IGNORECASE)
    )


def _stems(title: str) -> set[str]:
    return {_stem(word) for word in core_of(title)}


@cache
def _stem(word: str) -> str:
    cut = re.sub(r"(?:ing|ers?|ors?|ists?|ians?|es|s|e|y)$", "", word)
    return cut if len(cut) > 2 else word  # noqa: PLR2004 -- less is no stem


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short))  # noqa: PLR2004 -- "tech", "technician"
