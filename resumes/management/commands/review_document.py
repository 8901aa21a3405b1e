"""Reviews resumes and cover letters from files."""

import json
import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resumes.reader import read_caged
from resumes.review import matching, reading, writing
from resumes.review.document import ReadDocument
from resumes.review.finding import Review
from resumes.review.reviewing import review
from resumes.review.terms import Posting, RoleTerms
from resumes.review.troubles import UnreadableError
from resumes.role_terms import UnknownRoleError, terms_of

CANNOT_REVIEW = 2
_LOG = logging.getLogger(__name__)


class Command(BaseCommand):
    """Says of each document what to change and why."""

    help = (
        "Review resumes and cover letters: PDF, DOCX, ODT, RTF, TXT or Markdown. Says for each what to change and why, "
        "in the order of the files. The exit status is 2 where any file could not be reviewed."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files, what they are held against, and how the answer is to look."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="Documents to review.")
        parser.add_argument("--kind", choices=["resume", "cover-letter"], help="Without it, each document says.")
        parser.add_argument("--role", metavar="SLUG", help="A role of the guides, or an O*NET-SOC code.")
        parser.add_argument("--posting", metavar="FILE", help="The job posting, in any kind of file that can be read.")
        parser.add_argument("--resume", metavar="FILE", help="The resume that a cover letter goes with.")
        parser.add_argument("--today", metavar="DATE", help="The day to review on, such as 2026-11-28.")
        parser.add_argument("--json", action="store_true", help="One line of JSON for each file, for programs.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Review one file after the other; a file that cannot be reviewed does not stop the rest."""
        against = {
            "kind": options["kind"],
            "role": _role(options["role"]),
            "posting": _posting(options["posting"]),
            "resume": _read_or_refuse(options["resume"]) if options["resume"] else None,
            "today": _day(options["today"]),
        }
        failed = 0
        for file, outcome in _outcomes(options["files"], against):
            failed += isinstance(outcome, UnreadableError)
            self.stdout.write(_as_json(file, outcome) if options["json"] else _as_text(file, outcome))
            self.stdout.flush()
        if failed:
            said = ngettext("%(count)s file could not be reviewed.", "%(count)s files could not be reviewed.", failed)
            raise CommandError(said % {"count": failed}, returncode=CANNOT_REVIEW)


_PLAIN = {".txt", ".md", ""}
_MOST_OF_AN_AD = 100_000


def _outcomes(files: list[str], against: dict[str, Any]) -> Iterator[tuple[str, Review | UnreadableError]]:
    for file in files:
        try:
            yield file, review(_read(file), **against)
        except UnreadableError as trouble:
            yield file, trouble
        except Exception:  # noqa: BLE001 -- one document that we cannot handle must not take the others with it
            _LOG.exception("A review failed: %s", file)
            yield file, UnreadableError("failed", _("Reviewing this file failed. That is our fault, not yours."))


def _read(file: str) -> ReadDocument:
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        reason = {"reason": error.strerror or error}
        raise UnreadableError("no-file", _("The file cannot be opened: %(reason)s.") % reason) from error
    return read_caged(data, Path(file).name)


def _read_or_refuse(file: str) -> ReadDocument:
    try:
        return _read(file)
    except UnreadableError as trouble:
        raise CommandError(f"{file}: {trouble.message}", returncode=CANNOT_REVIEW) from trouble


def _posting(file: str | None) -> Posting | None:
    if not file:
        return None
    if Path(file).suffix.lower() in _PLAIN:
        # An ad may have three lines, which would be no resume.
        return matching.read_posting(reading.read_text(_plain(file)).text)
    return matching.read_posting(_read_or_refuse(file).text)


def _plain(file: str) -> str:
    try:
        text = Path(file).read_bytes()[:_MOST_OF_AN_AD].decode("utf-8-sig", "replace")
    except OSError as error:
        said = _("%(file)s: The file cannot be opened: %(reason)s.")
        raise CommandError(
            said % {"file": file, "reason": error.strerror or error}, returncode=CANNOT_REVIEW
        ) from error
    if not text.strip():
        raise CommandError(_("%(file)s: The posting is empty.") % {"file": file}, returncode=CANNOT_REVIEW)
    return text


def _role(name: str | None) -> RoleTerms | None:
    try:
        return terms_of(name) if name else None
    except UnknownRoleError as error:
        raise CommandError(str(error), returncode=CANNOT_REVIEW) from error


def _day(written: str | None) -> date:
    if not written:
        return timezone.localdate()
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        said = _("“%(written)s” is not a date. Write it as 2026-11-28.") % {"written": written}
        raise CommandError(said, returncode=CANNOT_REVIEW) from error


def _as_json(file: str, outcome: Review | UnreadableError) -> str:
    if isinstance(outcome, UnreadableError):
        return json.dumps(writing.error_as_json(file, outcome.code, outcome.message))
    return json.dumps(writing.as_json(outcome, file))


def _as_text(file: str, outcome: Review | UnreadableError) -> str:
    return f"{file}\n{outcome.message}\n" if isinstance(outcome, UnreadableError) else writing.as_text(outcome, file)
