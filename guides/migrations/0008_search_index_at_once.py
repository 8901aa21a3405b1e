"""On PostgreSQL words enter the search index as their text is saved, not into a list that every search reads through."""

from django.db import migrations

INDEXES = ["guides_fulltext_tsv", "guides_fulltext_title"]


def at_once(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for index in INDEXES:
            schema_editor.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
            schema_editor.execute(f"SELECT gin_clean_pending_list('{index}')")


def later(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for index in INDEXES:
            schema_editor.execute(f"ALTER INDEX {index} RESET (fastupdate)")


class Migration(migrations.Migration):
    dependencies = [("guides", "0007_resume_terms_of_roles")]

    operations = [migrations.RunPython(at_once, later)]
