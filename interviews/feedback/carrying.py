"""Feedback as plain values, to store it as JSON, and back."""

from collections.abc import Mapping
from typing import Any

from interviews.feedback.result import Feedback, Note, Place, Repeated, Span
from kit.said import Said


def to_plain(feedback: Feedback) -> dict[str, Any]:
    """Values that JSON knows."""
    return {
        "engine": feedback.engine,
        "kind": feedback.kind,
        "on_topic": feedback.on_topic,
        "resembles": feedback.resembles,
        "spans": [[span.label, span.start, span.end] for span in feedback.spans],
        "has": dict(feedback.has),
        "quantified": feedback.quantified,
        "fillers": _places(feedback.fillers),
        "hedges": _places(feedback.hedges),
        "badge": feedback.badge,
        "quality": feedback.quality,
        "strength": _note(feedback.strength) if feedback.strength else None,
        "advice": [_note(note) for note in feedback.advice],
        "warnings": [_note(note) for note in feedback.warnings],
        "words": feedback.words,
        "words_a_minute": feedback.words_a_minute,
        "shares": dict(feedback.shares),
        "terms_used": list(feedback.terms_used),
        "terms_known": feedback.terms_known,
        "repeated": [[each.words, each.count] for each in feedback.repeated],
        "limit": feedback.limit,
        "more": dict(feedback.more),
    }


def from_plain(plain: Mapping[str, Any]) -> Feedback:
    """The feedback again; the two are equal."""
    values: dict[str, Any] = dict(plain)
    values["spans"] = tuple(Span(*row) for row in plain["spans"])
    values["fillers"] = _read_places(plain["fillers"])
    values["hedges"] = _read_places(plain["hedges"])
    values["strength"] = _read_note(plain["strength"]) if plain["strength"] else None
    values["advice"] = tuple(_read_note(row) for row in plain["advice"])
    values["warnings"] = tuple(_read_note(row) for row in plain["warnings"])
    values["terms_used"] = tuple(plain["terms_used"])
    values["repeated"] = tuple(Repeated(*row) for row in plain["repeated"])
    return Feedback(**values)


def _places(places: tuple[Place, ...]) -> list[list[int]]:
    return [[place.start, place.end] for place in places]


def _note(note: Note) -> dict[str, Any]:
    return {
        "code": note.code,
        "said": _said(note.said),
        "rule": _said(note.rule),
        "places": _places(note.places),
        "because": list(note.because),
    }


def _said(said: Said) -> dict[str, Any]:
    return {"text": said.text, "values": dict(said.values)}


def _read_places(rows: list[list[int]]) -> tuple[Place, ...]:
    return tuple(Place(*row) for row in rows)


def _read_note(row: Mapping[str, Any]) -> Note:
    return Note(
        row["code"],
        _read_said(row["said"]),
        _read_said(row["rule"]),
        _read_places(row["places"]),
        tuple(row["because"]),
    )


def _read_said(row: Mapping[str, Any]) -> Said:
    return Said(row["text"], row["values"])
