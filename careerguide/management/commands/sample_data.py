"""Fill the site with made-up people."""

import secrets
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import User
from careerguide.sample import DOMAIN, make_sample


class Command(BaseCommand):
    """`manage.py sample_data --seekers 10000 --counselors 40`: to measure, or to see how long lists look."""

    help = "Make so many made-up seekers and counselors with caseloads. Refused in production, and a second time."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many."""
        parser.add_argument("--seekers", type=int, default=300)
        parser.add_argument("--counselors", type=int, default=4)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them, or say why not."""
        if settings.PRODUCTION:
            raise CommandError("This is production: made-up people have no place among real ones.")
        if options["seekers"] < 1 or options["counselors"] < 1:
            raise CommandError("Say how many: --seekers 300 --counselors 4.")
        if User.objects.filter(email__endswith=f"@{DOMAIN}").exists():
            raise CommandError("Made-up people are here already. Begin with an empty database to make others.")
        password = secrets.token_urlsafe(12)
        made = make_sample(
            seekers=options["seekers"], counselors=options["counselors"], password=password, now=timezone.now()
        )
        if options["verbosity"]:
            self.stdout.write(
                f"Made {made.seekers} seekers, {made.counselors} counselors and {made.teams} teams. "
                f"Sign in as counselor1@{DOMAIN} or supervisor1@{DOMAIN}, password {password}."
            )
