"""Reads and writes folders of content files, as plain values; docs/content.md describes them."""

from guides.content_files.folder import CONTENT, Folder, files_below, read_folder
from guides.content_files.problems import ContentError, FileProblem, Where
from guides.content_files.references import Names, check_references

__all__ = [
    "CONTENT",
    "ContentError",
    "FileProblem",
    "Folder",
    "Names",
    "Where",
    "check_references",
    "files_below",
    "read_folder",
]
