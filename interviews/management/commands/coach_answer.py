"""Reads answers to interview questions from standard input."""

import json
import logging
import math
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any, cast, get_args

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interviews import bank_files as bank
from interviews.feedback import coaching
from interviews.feedback.result import Feedback, Kind, Note, Question

CANNOT_READ = 2
SCHEMA = 1
_KINDS = get_args(Kind)
_LOG = logging.getLogger(__name__)


class UnreadableLineError(ValueError):
    """A line that holds no answer."""


class Command(BaseCommand):
    """Says of each answer what is good and what to do next."""

    help = (
        "Read answers to interview questions, one JSON object a line on standard input, such as "
        '{"question": "…", "type": null, "role": "…", "text": "…", "duration_s": null}, and print what is good and '
        "what to do next, in the same order. The exit status is 2 where any line could not be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How the feedback is to look."""
        parser.add_argument("--json", action="store_true", help="One line of JSON for each answer, for programs.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Answer one line after the other; a line that cannot be read does not stop the rest."""
        failed = 0
        for number, line in enumerate(_lines(), start=1):
            if not line.strip():
                continue
            try:
                feedback = _coached(line)
            except UnreadableLineError as trouble:
                failed += 1
                self.stderr.write(_("Line %(number)s: %(trouble)s") % {"number": number, "trouble": trouble})
                continue
            self.stdout.write(json.dumps(_plain(feedback)) if options["json"] else _as_text(feedback))
            self.stdout.flush()
        if failed:
            said = ngettext("%(count)s line could not be read.", "%(count)s lines could not be read.", failed)
            raise CommandError(said % {"count": failed}, returncode=CANNOT_READ)


def _lines() -> Iterator[str]:
    """Lines of UTF-8, whatever the terminal's encoding; only a line feed ends one."""
    source: Iterable[bytes] = getattr(sys.stdin, "buffer", None) or (line.encode() for line in sys.stdin)
    for number, line in enumerate(source):
        yield line.decode("utf-8-sig" if number == 0 else "utf-8", "replace")


def _coached(line: str) -> Feedback:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableLineError(_("This is not JSON. Write one object a line.")) from error
    if not isinstance(row, dict):
        raise UnreadableLineError(_("This is not an object. Write {…} with a question and a text."))
    text, question = row.get("text"), row.get("question")
    if not isinstance(text, str) or not (question is None or isinstance(question, str)):
        raise UnreadableLineError(_("“text” and “question” must be texts in quotation marks."))
    try:
        return coaching.coach(
            _question(question or "", row.get("type")), text, duration_s=_seconds(row.get("duration_s"))
        )
    except Exception as error:
        _LOG.exception("An answer could not be read")
        raise UnreadableLineError(_("Reading this answer failed. That is our fault, not yours.")) from error


def _question(text: str, kind: object) -> Question:
    known = bank.question_like(text)
    named = cast("Kind", kind) if kind in _KINDS else None
    if known is None:
        return Question(text, named)
    return Question(text, named or known.kind, known.cue_phrases, known.competencies)


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value < math.inf else None


def _plain(feedback: Feedback) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "type": feedback.kind,
        "on_topic": feedback.on_topic,
        "spans": [{"label": span.label, "start": span.start, "end": span.end} for span in feedback.spans],
        "has": dict(feedback.has),
        "quantified": feedback.quantified,
        "fillers": [{"start": place.start, "end": place.end} for place in feedback.fillers],
        "hedges": [{"start": place.start, "end": place.end} for place in feedback.hedges],
        "badge": feedback.badge,
        "quality": feedback.quality,
        "advice": [_advice(note) for note in feedback.advice],
    }


def _advice(note: Note) -> dict[str, Any]:
    place = note.places[0] if note.places else None
    said = note.said.read(_)
    return {
        "code": note.code,
        "text": said,
        "start": place.start if place else None,
        "end": place.end if place else None,
    }


_BADGES = {
    "draft": gettext_lazy("Draft"),
    "getting-there": gettext_lazy("Getting there"),
    "interview-ready": gettext_lazy("Interview-ready"),
}


def _as_text(feedback: Feedback) -> str:
    good = [feedback.strength.said.read(_)] if feedback.strength else []
    return "\n".join([str(_BADGES[feedback.badge]), *good, *(f"- {note.said.read(_)}" for note in feedback.advice), ""])
