"""Brings in the O*NET database."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.actions.importing_onet import ImportReport, OlderReleaseError, TableReport, import_release
from guides.importers.onet import FileReport, Release, read_release
from guides.importers.problems import DataFileError
from guides.management.official import said_of, sentence


class Command(BaseCommand):
    """Imports a release of the O*NET database, or says why it cannot be used."""

    help = (
        "Import the text release of the O*NET database, from folders or .zip files as downloaded. Name several to "
        "fill what the first one lacks. All of it is checked first; if anything is wrong, nothing changes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the release lies, and whether an older one may replace a newer one."""
        parser.add_argument(
            "paths",
            nargs="+",
            metavar="PATH",
            help="A folder or .zip file. Where nothing in it says which release it is, write PATH@29.0.",
        )
        parser.add_argument("--allow-older", action="store_true", help="Put an older release in place of a newer one.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read and check, write, then say what changed."""
        self.shows = options["verbosity"] > 0
        try:
            release = self._read(options["paths"])
            report = import_release(
                release, now=timezone.now(), allow_older=options["allow_older"], tell=self._tell_table
            )
        except DataFileError as error:
            raise CommandError(_("%(problem)s Nothing was changed.") % {"problem": sentence(error.problem)}) from error
        except OlderReleaseError as error:
            raise CommandError(str(error)) from error
        self._say(_summary(release, report))

    def _say(self, text: str) -> None:
        """A line at once, also where the output is a file."""
        if self.shows:
            self.stdout.write(text)
            self.stdout.flush()

    def _read(self, paths: list[str]) -> Release:
        self._say(_("Reading"))
        release = read_release(paths, tell=self._tell_file)
        for line in _remarks(release):
            self._say(line)
        return release

    def _tell_file(self, file: FileReport) -> None:
        said = _("  %(version)s %(name)s: %(rows)s") % {
            "version": file.version,
            "name": file.name,
            "rows": ngettext("%s row", "%s rows", file.rows) % f"{file.rows:,}",
        }
        reasons = "; ".join(f"{number:,} {_(reason)}" for reason, number in sorted(file.skipped.items()))
        notes = "".join(f"; {number:,} {_(remark)}" for remark, number in file.remarks.items())
        self._say(said + (_(", passed over: %s") % reasons if reasons else "") + notes)

    def _tell_table(self, table: TableReport) -> None:
        self._say(f"  {table.name:24} {table.changes.total:>8,}  {said_of(table.changes)}")


def _remarks(release: Release) -> list[str]:
    """What the paths do not hold, what of them has no use here, and what occupations go without."""
    lines = []
    if release.absent:
        lines.append(_("Not among the files: %s.") % ", ".join(_(part) for part in release.absent))
    lines += [_("Only one of two files is there: “%s” is missing.") % name for name in release.halves]
    lines += [_("Passed over for a newer file: %s.") % file.where for file in release.passed]
    others = sum(found.path.others for found in release.paths)
    if others:
        lines.append(ngettext("%d file has no use here.", "%d files have no use here.", others) % others)
    holes = ", ".join(f"{_(part)} ({number:,})" for part, number in release.holes().items() if number)
    if holes:
        lines.append(_("Occupations without: %s.") % holes)
    return lines


def _summary(release: Release, report: ImportReport) -> str:
    names = _(" and ").join(edition.version for edition in release.editions())
    if report.changed_anything:
        return _("The site holds O*NET %s now.") % names
    return _("Nothing changed: the site held O*NET %s already.") % names
