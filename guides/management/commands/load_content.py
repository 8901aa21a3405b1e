"""Brings the content files into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

import guides
from guides.actions.loading import UnknownItemError, load_folder
from guides.content_files import ContentError, files_below, read_folder

CONTENT = Path(guides.__file__).parent / "content"


class Command(BaseCommand):
    """Loads content files; an editor's change is never overwritten."""

    help = "Load guides and reference content from files. An editor's change wins, and the conflict is reported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files are, and which conflicts are settled."""
        parser.add_argument("--path", type=Path, default=CONTENT, help="The whole folder of content files.")
        parser.add_argument(
            "--take-file", nargs="+", default=[], metavar="ITEM", help="Settle these conflicts for the file."
        )
        parser.add_argument(
            "--keep-edit", nargs="+", default=[], metavar="ITEM", help="Settle these conflicts for the editor."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, then say what happened."""
        try:
            folder = read_folder(files_below(options["path"]))
            report = load_folder(
                folder, now=timezone.now(), take_file=options["take_file"], keep_edit=options["keep_edit"]
            )
        except ContentError as error:
            for problem in error.problems:
                self.stderr.write(str(problem))
            raise CommandError(_("Nothing was loaded: mend what is listed above, then load again.")) from error
        except UnknownItemError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(report.summary())
        for sentence in report.conflicts:
            self.stdout.write(f"  {sentence}")
        if report.conflicts:
            self.stdout.write(_("To settle one: load_content --take-file ITEM, or --keep-edit ITEM."))
