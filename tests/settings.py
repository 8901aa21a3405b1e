"""The settings of the product, made quick and kept apart for tests; also good for a development server."""

import atexit
import shutil
import tempfile
from pathlib import Path

from careerguide.settings import *  # noqa: F403
from careerguide.settings import DATABASES, STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

_RUN = Path(tempfile.mkdtemp(prefix="careerguide-"))
atexit.register(shutil.rmtree, _RUN, ignore_errors=True)
MEDIA_ROOT = _RUN / "media"
EMAIL_FILE_PATH = _RUN / "mail"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file: threads of a live server cannot share a database in memory without "table is locked".
    # Each process has its own, so that several runs can go on at the same time.
    DATABASES["default"]["TEST"] = {"NAME": _RUN / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
