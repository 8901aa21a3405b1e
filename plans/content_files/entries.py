"""The entries of the content files of plans; names and defaults are those of the models they fill."""

from dataclasses import dataclass, field

from guides.content_files.entries import Entry

# The keys of a step, as they are written.
STEP = ("key", "title", "hint", "week", "place", "doing", "times")


@dataclass(frozen=True, kw_only=True)
class PlanTemplateEntry(Entry):
    """A goal with its usual steps; `role` comes from the name of its file, and is empty for any job."""

    NOUN = "plan-template"
    IDENT = ("slug",)
    slug: str
    role: str = ""
    title: str
    summary: str
    weeks: int
    # The text of their JSON, always written the same way, so that it can be compared.
    steps: str = field(metadata={"json": True})
    is_published: bool = True
    position: int = 0
