"""One migrated database for a whole run: made once, and copied for every worker.

Migrating takes some twenty seconds, a copy takes a few milliseconds. Django still migrates the copy, which has nothing
left to do then but what follows every migration. The template's name says which migrations made it, so it is never
older than they are; on SQLite it stays for the next run. `pytest --create-db` does without.
"""

import fcntl
import gc
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

# What is done to a database after its migrations is written here.
_AFTERWARDS = ("guides/version.py", "certifications/frozen.py", "kit/append_only.py")
_PREFIX = "careerguide_template_"


def use_template() -> None:
    """Have the test database begin as a copy of the template, which is made where it is missing."""
    with _alone():
        if connection.vendor == "sqlite":
            _copy_file(_PREFIX + _key())
        else:
            _name_template(_PREFIX + _key())


def _key() -> str:
    """Another one as soon as a migration, of ours or of a package, is another."""
    files = [Path(settings.BASE_DIR, file) for file in _AFTERWARDS]
    files += [Path(config.path, "apps.py") for config in apps.get_app_configs()]
    for migration in MigrationLoader(None).disk_migrations.values():
        files.append(Path(sys.modules[migration.__module__].__file__ or ""))
    key = blake2b(django.__version__.encode(), digest_size=8)
    for file in sorted({file for file in files if file.is_file()}):
        key.update(f"{file.parent.parent.name}/{file.name}".encode() + file.read_bytes())
    return key.hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Workers come at the same time: the first makes the template, the others wait for it."""
    with Path(settings.VAR, "template.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _migrate_into(name: str) -> None:
    test = connection.settings_dict["TEST"]
    before, test["NAME"], product = test["NAME"], name, connection.settings_dict["NAME"]
    # Migrating makes thousands of classes, and looking for those to throw away takes a sixth of the time. Without any
    # looking it would take three quarters of a gigabyte.
    often = gc.get_threshold()
    gc.set_threshold(300_000, 100, 100)
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connection.creation.destroy_test_db(product, verbosity=0, keepdb=True)
    finally:
        gc.set_threshold(*often)
        test["NAME"] = before


def _copy_file(name: str) -> None:
    template, target = Path(settings.VAR, f"{name}.sqlite3"), Path(connection.settings_dict["TEST"]["NAME"])
    if not template.exists():
        for older in template.parent.glob(f"{_PREFIX}*"):
            older.unlink()
        unfinished = template.with_suffix(".unfinished")
        _migrate_into(str(unfinished))
        unfinished.rename(template)
    for rest in ("-wal", "-shm"):
        target.with_name(target.name + rest).unlink(missing_ok=True)
    shutil.copyfile(template, target)


def _name_template(name: str) -> None:
    # The server of a run of its own has none; one that stays has those of earlier runs.
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [_PREFIX])
        known = {row[0] for row in cursor.fetchall()}
    if name not in known:
        _migrate_into(f"{name}_unfinished")
        with connection._nodb_cursor() as cursor:
            for older in known:
                cursor.execute(f'DROP DATABASE IF EXISTS "{older}"')
            cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    connection.settings_dict["TEST"]["TEMPLATE"] = name
