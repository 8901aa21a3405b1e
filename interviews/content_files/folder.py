"""The folder of content files of interviews, read whole."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from guides.content_files import Folder, Where
from guides.content_files.entries import Entry
from guides.content_files.folder import ListReader
from interviews.content_files.entries import CompetencyEntry, InterviewQuestionEntry

# What comes with the application.
CONTENT = Path(__file__).parent.parent / "content"
# The file of the questions that any employer may ask.
GENERAL = "general"


def read_interviews(files: Mapping[str, str]) -> Folder:
    """Read every file; problems are collected, and entries that could not be read are left out."""
    folder = Folder()
    reader = _Reader(folder.problems)
    for name, text in files.items():
        folder.entries.extend(reader.file(name, text))
    return folder


class _Reader(ListReader):
    """Knows which file holds what."""

    def file(self, name: str, text: str) -> Iterator[Entry]:
        """The entries of one file."""
        match name.split("/"):
            case ["competencies.yaml"]:
                yield from self.list_entries(name, text, CompetencyEntry)
            case ["questions", part] if part.endswith(".yaml"):
                role = part.removesuffix(".yaml")
                yield from self.list_entries(name, text, InterviewQuestionEntry, role="" if role == GENERAL else role)
            case _:
                self.refuse(Where(name), _("No file of this name belongs here: see docs/content.md for the layout."))
