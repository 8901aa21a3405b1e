"""Reads an ACPE activity number (UAN), such as 0798-9999-18-246-H04-P: topic, delivery and audience stand in it."""

import re

# Provider, joint provider, year, sequence, format and topic, audience.
_NUMBER = re.compile(r"\d{4}-\d{4}-\d{2}-\d{3}-(?P<delivery>[A-Z])(?P<topic>\d{2})-(?P<audience>[PT])", re.IGNORECASE)
_DELIVERIES = {"L": "live", "H": "self_study"}
_TOPICS = {"02": "hiv", "03": "law", "05": "safety", "06": "vaccines", "07": "compounding"}


def marks_of(activity_id: str) -> frozenset[str]:
    """The marks that the number stands for; none where it is no such number."""
    found = _NUMBER.fullmatch(activity_id.strip())
    if found is None:
        return frozenset()
    marks = {
        found["audience"].upper(),
        _DELIVERIES.get(found["delivery"].upper()),
        _TOPICS.get(found["topic"]),
    }
    return frozenset(mark for mark in marks if mark)


def audience_of(activity_id: str) -> str:
    """For whom the number says that the activity is: T, P or nothing."""
    return next((mark for mark in marks_of(activity_id) if mark in {"T", "P"}), "")
