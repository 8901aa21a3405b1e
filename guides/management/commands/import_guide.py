"""Brings in a guide from a folder or a packed folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from guides.actions.importing import GuideExistsError, ImportReport, import_guide_folder, import_guide_zip
from guides.content_files import ContentError


class Command(BaseCommand):
    """Brings in one guide, with what it shares with others where that is not here yet."""

    help = "Bring in a guide from a folder or a .zip file of content files. It arrives as a draft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the guide is, and whether it may replace one."""
        parser.add_argument("path", type=Path, help="A folder, or a .zip file of one.")
        parser.add_argument("--replace", action="store_true", help="Take the place of the guide with the same slug.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Bring it in, or list everything that is wrong with it."""
        try:
            report = _import(options["path"], replace=options["replace"])
        except ContentError as error:
            for problem in error.problems:
                self.stderr.write(str(problem))
            raise CommandError(_("Nothing was imported: mend what is listed above, then try again.")) from error
        except (GuideExistsError, FileNotFoundError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(report.summary())


def _import(path: Path, *, replace: bool) -> ImportReport:
    if path.is_dir():
        return import_guide_folder(path, by=None, now=timezone.now(), replace=replace)
    with path.open("rb") as file:
        return import_guide_zip(file, by=None, now=timezone.now(), replace=replace)
