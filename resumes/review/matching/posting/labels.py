"""Lines that say what they hold: “Company: Cedar Street Drug”."""

import re


def labeled(words: str) -> re.Pattern[str]:
    """A pattern for a line that begins with one of the labels; its first group is what the line says."""
    return re.compile(rf"^\W*(?:{words})\s*[:\-–—]\s*(.+?)\s*$", re.IGNORECASE)
