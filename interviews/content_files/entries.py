"""The entries of the content files of interviews; names and defaults are those of the models they fill."""

from dataclasses import dataclass, field

from guides.content_files.entries import Entry

# Written as a list, and held as one text a line, in the order in which they stand.
LINES = {"lines": True}


@dataclass(frozen=True, kw_only=True)
class CompetencyEntry(Entry):
    """What questions ask about."""

    NOUN = "competency"
    IDENT = ("slug",)
    slug: str
    name: str
    description: str
    prototypes: str = field(default="", metadata=LINES)
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class InterviewQuestionEntry(Entry):
    """A question of the bank; `role` comes from the name of its file, and is empty for the general ones."""

    NOUN = "interview-question"
    IDENT = ("slug",)
    slug: str
    role: str = ""
    kind: str
    text: str
    competencies: str = field(metadata=LINES)
    looking_for: str = ""
    tip: str = ""
    cue_phrases: str = field(default="", metadata=LINES)
    follow_ups: str = field(default="", metadata=LINES)
    is_published: bool = True
    position: int = 0
