"""Reads the text release of the O*NET database, in the layout before release 30.3 and in the one since."""

from guides.importers.onet.layout import Part
from guides.importers.onet.reading import Found, Release, read_release
from guides.importers.onet.rows import Contents
from guides.importers.onet.table import FileReport
from guides.importers.onet.version import Edition

__all__ = ["Contents", "Edition", "FileReport", "Found", "Part", "Release", "read_release"]
