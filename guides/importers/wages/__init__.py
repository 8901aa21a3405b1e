"""Reads the Occupational Employment and Wage Statistics: spreadsheets, flat files, and CSV made from them."""

from guides.importers.wages.places import Places
from guides.importers.wages.reading import read_wages
from guides.importers.wages.release import AreaEntry, Kind, Pay, WageRelease, month_of

__all__ = ["AreaEntry", "Kind", "Pay", "Places", "WageRelease", "month_of", "read_wages"]
