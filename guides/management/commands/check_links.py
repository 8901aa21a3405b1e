"""Looks for links that lead nowhere."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.checks.links import broken_links, external_links
from guides.checks.web import WebChecker


class Command(BaseCommand):
    """Checks the links of all published guides."""

    help = "Check the links of published guides. Links to other sites are asked only with --external."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether the network may be used."""
        parser.add_argument(
            "--external", action="store_true", help="Ask other sites too, one address after another. Uses the network."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print every link that leads nowhere."""
        now = timezone.now()
        broken = broken_links(now=now)
        for link in broken:
            self.stdout.write(_("%(place)s, line %(line)d: %(message)s") % vars(link))
        number = len(broken)
        if options["external"]:
            number += self._ask(external_links(now=now))
        if number:
            raise CommandError(ngettext("%d link needs mending.", "%d links need mending.", number) % number)
        self.stdout.write(_("Every link leads somewhere."))

    def _ask(self, addresses: dict[str, list[str]]) -> int:
        """Ask every address; print a table, and count those that are gone."""
        checker, dead = WebChecker(), 0
        for url, places in addresses.items():
            answer = checker.ask(url)
            dead += not answer.is_alive
            verdict = _("there") if answer.is_alive and answer.is_sure else _("look") if answer.is_alive else _("gone")
            self.stdout.write(f"{verdict:6} {answer.said[:48]:48} {url}")
            if not (answer.is_alive and answer.is_sure):
                for place in places:
                    self.stdout.write(f"       {place}")
        return dead
