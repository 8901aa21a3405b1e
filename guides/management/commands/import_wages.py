"""Brings in what jobs pay."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from guides.actions.importing_wages import OlderWagesError, WagesReport, import_wages, known_places
from guides.actions.matching import Changes
from guides.importers.problems import DataFileError
from guides.importers.wages import WageRelease, month_of, read_wages
from guides.management.official import said_of, sentence

NAMES = {
    "areas": gettext_noop("areas"),
    "nation": gettext_noop("pay in the whole country"),
    "state": gettext_noop("pay by state"),
    "industry": gettext_noop("pay by industry"),
    "area": gettext_noop("pay by area"),
}


class Command(BaseCommand):
    """Imports Occupational Employment and Wage Statistics, or says why they cannot be used."""

    help = (
        "Import the Occupational Employment and Wage Statistics (OEWS): the spreadsheets or flat files as downloaded, "
        "or CSV files of them. All of it is checked first; if anything is wrong, nothing changes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files lie, of when they are, and whether older pay may replace newer."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="Files, folders or .zip files as downloaded.")
        parser.add_argument("--period", default="", help="Where no file says it: the month, such as “May 2025”.")
        parser.add_argument("--allow-older", action="store_true", help="Put older pay in place of newer.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and check, write, then say what changed."""
        self.shows = options["verbosity"] > 0
        try:
            release = self._read(options["paths"], options["period"])
            self._say(_("Writing"))
            report = import_wages(release, now=timezone.now(), allow_older=options["allow_older"], tell=self._tell_rows)
        except DataFileError as error:
            raise CommandError(_("%(problem)s Nothing was changed.") % {"problem": sentence(error.problem)}) from error
        except OlderWagesError as error:
            raise CommandError(str(error)) from error
        self._say_rest(release, report)

    def _say(self, text: str) -> None:
        """A line at once, also where the output is a file."""
        if self.shows:
            self.stdout.write(text)
            self.stdout.flush()

    def _read(self, paths: list[str], period: str) -> WageRelease:
        if period and not month_of(period)[0]:
            raise CommandError(_("“%s” is not a month and a year, such as May 2025.") % period)
        places = known_places()
        if not places.known:
            raise CommandError(_("The site knows no states yet. Run load_content first."))
        self._say(_("Reading"))
        return read_wages(paths, places=places, period=period, tell=self._tell_file)

    def _tell_file(self, name: str, rows: int) -> None:
        self._say(f"  {name}: {ngettext('%s row', '%s rows', rows) % f'{rows:,}'}")

    def _tell_rows(self, kind: str, changes: Changes) -> None:
        self._say(f"  {_(NAMES[kind]):32} {changes.total:>8,}  {said_of(changes)}")

    def _say_rest(self, release: WageRelease, report: WagesReport) -> None:
        for reason, number in sorted(release.skipped.items()):
            text = ngettext("%(number)s row passed over: %(why)s.", "%(number)s rows passed over: %(why)s.", number)
            self._say(text % {"number": f"{number:,}", "why": _(reason)})
        for (kind, as_of), number in sorted(report.left.items()):
            text = ngettext(
                "%(kind)s: %(number)s row of %(when)s stays, for an occupation that these files do not have.",
                "%(kind)s: %(number)s rows of %(when)s stay, for occupations that these files do not have.",
                number,
            )
            self._say(text % {"kind": _(NAMES[kind]), "number": f"{number:,}", "when": as_of})
        if report.changed_anything:
            self._say(_("The site holds pay of %s now.") % release.period)
        else:
            self._say(_("Nothing changed: the site held this pay of %s already.") % release.period)
