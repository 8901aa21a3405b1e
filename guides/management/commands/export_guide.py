"""Writes a guide as a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from guides.actions.exporting import FolderInUseError, write_guide
from guides.models import Role


class Command(BaseCommand):
    """Writes the content files of one guide."""

    help = "Write a guide as a folder of content files, with all it needs to be read in elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which guide, and where to."""
        parser.add_argument("slug", help="The last part of the guide's address.")
        parser.add_argument("path", type=Path, help="A folder that is new or empty.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write, then say how many files."""
        role = Role.objects.filter(slug=options["slug"]).first()
        if role is None:
            raise CommandError(_("There is no guide “%s”.") % options["slug"])
        try:
            number = write_guide(role, options["path"])
        except FolderInUseError as error:
            raise CommandError(str(error)) from error
        said = _("Wrote “%(title)s” as %(number)d files below %(path)s.")
        self.stdout.write(said % {"title": role.title, "number": number, "path": options["path"]})
