"""Do what has come due: from cron, or as a worker that keeps running."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from careerguide.due import run

_LONGEST = 24 * 60


class Command(BaseCommand):
    """`manage.py run_due`: publishes, tells, mails, erases and clears what is due; safe to run again at any time."""

    help = "Do what has come due: publish scheduled guides, send notices, erase accounts, clear ended sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often, where it is to keep running."""
        parser.add_argument("--every", type=int, metavar="MINUTES", help="Keep running, and start again so often.")

    def handle(self, *args: Any, every: int | None = None, **options: Any) -> None:
        """Once, or for ever."""
        if every is None:
            if not self.run_once():
                raise CommandError("Something went wrong; the log says what. What could be done is done.")
            return
        if not 1 <= every <= _LONGEST:
            raise CommandError(f"--every takes minutes from 1 to {_LONGEST}.")
        while True:
            self.run_once()
            close_old_connections()
            time.sleep(every * 60)

    def run_once(self) -> bool:
        """One round; a line for each task."""
        outcomes = []
        for outcome in run(timezone.now()):
            outcomes.append(outcome)
            self.stdout.write(str(outcome))
        return not any(outcome.failed for outcome in outcomes)
