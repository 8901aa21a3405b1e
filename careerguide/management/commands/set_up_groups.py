"""Make the groups of staff."""

from typing import Any

from django.core.management.base import BaseCommand

from careerguide.groups import set_up_groups


class Command(BaseCommand):
    """`manage.py set_up_groups`: editors and administrators get what they need; safe to run again."""

    help = "Make the groups Editors and Administrators, or bring their permissions up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set them up."""
        set_up_groups()
        if options["verbosity"]:
            self.stdout.write("The groups Editors and Administrators are up to date.")
