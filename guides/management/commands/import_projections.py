"""Brings in the outlook of occupations."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from guides.actions.importing_projections import OlderProjectionsError, import_projections
from guides.actions.matching import Changes
from guides.importers.problems import DataFileError
from guides.importers.projections import ProjectionRelease, read_projections
from guides.management.official import said_of, sentence

NAMES = {"projections": gettext_noop("outlook of occupations"), "reasons": gettext_noop("reasons of change")}


class Command(BaseCommand):
    """Imports Employment Projections, or says why they cannot be used."""

    help = (
        "Import the Employment Projections: the workbook occupation.xlsx, or CSV files of its tables 1.2, 1.10 and "
        "1.12. All of it is checked first; if anything is wrong, nothing changes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files lie, and whether an older edition may replace a newer one."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="Files, folders or .zip files as downloaded.")
        parser.add_argument("--allow-older", action="store_true", help="Put an older edition in place of a newer one.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and check, write, then say what changed."""
        self.shows = options["verbosity"] > 0
        try:
            self._say(_("Reading"))
            release = read_projections(options["paths"], tell=self._tell_file)
            self._say_remarks(release)
            self._say(_("Writing"))
            report = import_projections(
                release, now=timezone.now(), allow_older=options["allow_older"], tell=self._tell_rows
            )
        except DataFileError as error:
            raise CommandError(_("%(problem)s Nothing was changed.") % {"problem": sentence(error.problem)}) from error
        except OlderProjectionsError as error:
            raise CommandError(str(error)) from error
        said = _("The site holds the projections %s now.")
        if not report.changed_anything:
            said = _("Nothing changed: the site held the projections %s already.")
        self._say(said % release.edition)

    def _say(self, text: str) -> None:
        """A line at once, also where the output is a file."""
        if self.shows:
            self.stdout.write(text)
            self.stdout.flush()

    def _tell_file(self, name: str, rows: int) -> None:
        self._say(f"  {name}: {ngettext('%s row', '%s rows', rows) % f'{rows:,}'}")

    def _tell_rows(self, table: str, changes: Changes) -> None:
        self._say(f"  {_(NAMES[table]):32} {changes.total:>8,}  {said_of(changes)}")

    def _say_remarks(self, release: ProjectionRelease) -> None:
        """What the paths do not hold, and what was passed over."""
        if not release.leaving:
            self._say(_("Table 1.10, separations and openings, is not among the files."))
        if not release.reasons:
            self._say(_("Table 1.12, factors affecting occupational utilization, is not among the files."))
        for reason, number in sorted(release.skipped.items()):
            text = ngettext("%(number)s row passed over: %(why)s.", "%(number)s rows passed over: %(why)s.", number)
            self._say(text % {"number": f"{number:,}", "why": _(reason)})
        groups = sum(jobs.is_summary for jobs in release.jobs.values())
        if groups:
            text = ngettext(
                "%s row stands for a group of occupations.", "%s rows stand for groups of occupations.", groups
            )
            self._say(text % f"{groups:,}")
