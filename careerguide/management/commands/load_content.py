"""Brings the content files of every app into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.loading import APPS, load_content
from guides.actions.loading import UnknownItemError
from guides.content_files import ContentError


class Command(BaseCommand):
    """Loads content files; an editor's change is never overwritten."""

    help = "Load guides, plans, rules and questions from files. An editor's change wins, and the conflict is reported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files are, and which conflicts are settled."""
        alone = "only the folders that are named are loaded."
        parser.add_argument("--path", dest="guides", type=Path, help=f"The whole folder of guides; {alone}")
        parser.add_argument(
            "--certifications", type=Path, help=f"The whole folder of rules and practice questions; {alone}"
        )
        parser.add_argument("--plans", type=Path, help=f"The whole folder of plan templates; {alone}")
        parser.add_argument("--interviews", type=Path, help=f"The whole folder of interview questions; {alone}")
        parser.add_argument(
            "--take-file", nargs="+", default=[], metavar="ITEM", help="Settle these conflicts for the file."
        )
        parser.add_argument(
            "--keep-edit", nargs="+", default=[], metavar="ITEM", help="Settle these conflicts for the editor."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, then say what happened."""
        given = {name: options[name] for name in APPS if options[name] is not None}
        try:
            report = load_content(
                given or {name: app.content for name, app in APPS.items()},
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
