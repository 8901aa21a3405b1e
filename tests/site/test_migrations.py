"""Models and migrations agree."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command


@pytest.mark.django_db
def test_models_and_migrations_agree(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)

    assert "No changes detected" in capsys.readouterr().out


def test_migrations_are_named_for_what_they_do():
    ours = [config.label for config in apps.get_app_configs() if "site-packages" not in config.path]
    names = [file.stem for label in ours for file in Path(settings.BASE_DIR, label, "migrations").glob("[0-9]*.py")]

    unnamed = [name for name in names if re.search(r"_auto_|_alter_.*_and_more$|_and_more$", name)]

    assert names
    assert unnamed == []
