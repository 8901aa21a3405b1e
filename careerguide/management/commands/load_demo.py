"""Make the people of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from careerguide.demo import PASSWORD, DemoRefusedError, load_demo


class Command(BaseCommand):
    """`manage.py load_demo`: into an empty database, outside production, on a loopback address."""

    help = "Make the demonstration's people. Refused in production, on an open address, and beside real accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them, or say why not."""
        try:
            made = load_demo()
        except DemoRefusedError as reason:
            raise CommandError(str(reason)) from reason
        if not options["verbosity"]:
            return
        if made:
            self.stdout.write(f"The demonstration is loaded: seeker@demo.test and others, password {PASSWORD}.")
        else:
            self.stdout.write("The demonstration is loaded already. Nothing was changed.")
