"""Tries a renewal rule against a ledger."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from certifications.renewal.entries import ReadingError
from certifications.renewal.explaining import about_line, about_requirement
from certifications.renewal.json_text import JSONTextError, Values
from certifications.renewal.leaving_out import best_left_out
from certifications.renewal.outcome import Outcome, as_json, explain
from certifications.renewal.reading import read_case
from kit.said import plain

CANNOT_READ = 2


class Command(BaseCommand):
    """Counts credits under a rule, and says for each where it counts or why not."""

    help = (
        "Try a renewal rule against a ledger: reads JSON objects with rule, cycle, credits and as_of, one or one a "
        "line, and prints the count of each. The database is not asked."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the objects are, and how the answer is to look."""
        parser.add_argument("file", nargs="?", metavar="FILE", help="JSON; without it, standard input is read.")
        parser.add_argument("--json", action="store_true", help="One line of JSON for each object, for programs.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Answer in order; the first object that cannot be used ends it, and says on which line it begins."""
        values = Values(_text_of(options["file"]))
        found = False
        try:
            for value in values:
                found = True
                case = read_case(value)
                self._show(explain(case.rule, case.cycle, case.credits, case.as_of), as_lines=not options["json"])
        except ReadingError as error:
            said = error.said.read(_)
            key = error.key or _("the object")
            self._refuse(_("line %(line)s: %(key)s: %(said)s.") % {"line": values.line, "key": key, "said": said})
        except JSONTextError as error:
            reason = {"line": error.line, "reason": error.reason}
            self._refuse(_("line %(line)s: this is not JSON: %(reason)s.") % reason)
        if not found:
            self._refuse(_("There is nothing to read. Give one JSON object, or one a line."))

    def _refuse(self, sentence: str) -> None:
        self.stdout.flush()
        raise CommandError(sentence, returncode=CANNOT_READ)

    def _show(self, outcome: Outcome, *, as_lines: bool) -> None:
        lines = _in_words(outcome) if as_lines else [json.dumps(as_json(outcome))]
        for line in lines:
            self.stdout.write(line)


def _text_of(path: str | None) -> str:
    """The whole text of the file, or of standard input."""
    try:
        data = Path(path).read_bytes() if path else sys.stdin.buffer.read()
        return data.decode("utf-8-sig")
    except OSError as error:
        reason = {"path": path, "reason": error.strerror}
        raise CommandError(_("%(path)s cannot be read: %(reason)s.") % reason, returncode=CANNOT_READ) from error
    except UnicodeDecodeError as error:
        raise CommandError(_("This is not text in UTF-8."), returncode=CANNOT_READ) from error


def _in_words(outcome: Outcome) -> list[str]:
    """The count for people: what is asked, where they stand, and a sentence for each credit."""
    progress = outcome.progress
    stand = _("%(counted)s h count, %(to_go)s h to go, %(percent)s %%.") % {
        "counted": plain(outcome.counted),
        "to_go": plain(progress.to_go),
        "percent": progress.percent,
    }
    short = [
        _("Still short for %(tag)s: %(hours)s h.") % {"tag": tag, "hours": plain(hours)}
        for tag, hours in progress.short.items()
    ]
    if left_out := best_left_out(outcome):
        words = _("Without %(id)s only %(hours)s h would be to go.")
        short.append(words % {"id": left_out.credit.id, "hours": plain(left_out.to_go)})
    lines = [f"  {line.credit.id}: {about_line(outcome, line).read(_)}" for line in outcome.lines]
    return [about_requirement(outcome).read(_), stand, *short, *lines, ""]
