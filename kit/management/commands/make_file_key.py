"""Print a new key for CAREERGUIDE_FILE_KEYS."""

from typing import Any

from cryptography.fernet import Fernet
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Makes a key under which people's files are encrypted on the disk."""

    help = "Print a new key for CAREERGUIDE_FILE_KEYS. Keep it apart from the files: without it they cannot be read."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        self.stdout.write(Fernet.generate_key().decode())
