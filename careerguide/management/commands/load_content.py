"""Brings the content files of every app into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.loading import load_content
from certifications import content_files as certifications_files
from guides import content_files as guides_files
from guides.actions.loading import UnknownItemError
from guides.content_files import ContentError


class Command(BaseCommand):
    """Loads content files; an editor's change is never overwritten."""

    help = "Load guides, reference content and rules from files. An editor's change wins, and the conflict is reported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files are, and which conflicts are settled."""
        parser.add_argument("--path", type=Path, help="The whole folder of guides; then nothing else is loaded.")
        parser.add_argument(
            "--certifications", type=Path, help="The whole folder of rules and questions; alone unless --path is given."
        )
        parser.add_argument(
            "--take-file", nargs="+", default=[], metavar="ITEM", help="Settle these conflicts for the file."
        )
        parser.add_argument(
            "--keep-edit", nargs="+", default=[], metavar="ITEM", help="Settle these conflicts for the editor."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, then say what happened."""
        guides, certifications = options["path"], options["certifications"]
        if guides is None and certifications is None:
            guides, certifications = guides_files.CONTENT, certifications_files.CONTENT
        try:
            report = load_content(
                guides=guides,
                certifications=certifications,
                now=timezone.now(),
                take_file=options["take_file"],
                keep_edit=options["keep_edit"],
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
