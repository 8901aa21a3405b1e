"""Everything between a fresh checkout and the first page: `make run` calls it, and so does an upgrade."""

import hashlib
import socket
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, connection

from accounts.models import User
from careerguide.demo import PASSWORD, DemoRefusedError, load_demo
from kit.network import is_loopback


class Command(BaseCommand):
    """Safe to repeat: it never removes a row, and a text that an editor changed stays as it is."""

    help = "Bring the database, the content and the static files up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The port is given by `make run`, which serves next."""
        parser.add_argument("--port", help="The port that will be served next: checked first, announced last.")

    def handle(self, *, port: str | None, **options: Any) -> None:
        """Check what could stop us, then prepare, then say where to look."""
        if port is not None:
            check_port(port)
        self.prepare_database()
        self.prepare_demo()
        self.collect_static_files()
        if port is not None:
            self.announce(port)

    def prepare_database(self) -> None:
        """Tables, the shared cache, what groups may do, and the content."""
        try:
            connection.ensure_connection()
        except OperationalError as trouble:
            raise CommandError(f"The database does not answer; check DATABASE_URL. It says: {trouble}") from trouble
        try:
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
            call_command("set_up_groups", verbosity=0)
            call_command("load_content", stdout=self.stdout, stderr=self.stderr)
        except DatabaseError as trouble:
            raise CommandError(f"The database could not be brought up to date. It says: {trouble}") from trouble

    def prepare_demo(self) -> None:
        """Accounts to try the site with, where nobody has one and this machine alone can look."""
        if not all(is_loopback(host) for host in settings.ALLOWED_HOSTS):
            return
        try:
            if load_demo():
                self.stdout.write("Made the demonstration accounts.")
        except DemoRefusedError:
            return  # real people are here already, or this is production

    def collect_static_files(self) -> None:
        """Hash and compress, if any file changed since the last time."""
        stamp, digest = settings.VAR / "static.digest", static_digest()
        if stamp.exists() and stamp.read_text() == digest and Path(settings.STATIC_ROOT).is_dir():
            return
        self.stdout.write("Compressing the static files.")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(digest)

    def announce(self, port: str) -> None:
        """Where to look, where mail lands, and who may sign in."""
        mail = (
            f"through {settings.EMAIL_HOST}" if settings.EMAIL_HOST else f"as files in {near(settings.EMAIL_FILE_PATH)}"
        )
        lines = ["", f"  Open      http://localhost:{port}", f"  Mail      is sent {mail}"]
        if people := User.objects.demo().values_list("email", flat=True):
            lines += [f"  Accounts  {', '.join(people)}", f"            password {PASSWORD}"]
        else:
            lines.append("  Accounts  make the first administrator with: .venv/bin/python manage.py createsuperuser")
        self.stdout.write("\n".join([*lines, ""]))


def check_port(port: str) -> None:
    """Say so now if the port cannot be served, not after a minute of preparing."""
    if not (port.isdigit() and 0 < int(port) < 65536):  # noqa: PLR2004 -- the largest port
        raise CommandError(f"PORT must be a number from 1 to 65535, not {port!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except PermissionError as trouble:
            raise CommandError(f"This user may not serve port {port}. Try another: make run PORT=8000") from trouble
        except OSError as trouble:
            another = 8001 if port == "8000" else 8000
            raise CommandError(
                f"Something is served on port {port} already. Stop it, or use another: make run PORT={another}"
            ) from trouble


def static_digest() -> str:
    """Changes whenever a file that pages link is added, removed or saved."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            place = Path(storage.path(name)).stat()
            digest.update(f"{name} {place.st_size} {place.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def near(path: Path) -> str:
    """The path as seen from the checkout, where it lies inside."""
    return str(path.relative_to(settings.BASE_DIR)) if path.is_relative_to(settings.BASE_DIR) else str(path)
