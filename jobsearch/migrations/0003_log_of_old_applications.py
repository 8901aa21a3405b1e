"""Applications kept before there was a log get its first line."""

from django.db import migrations


def begin_logs(apps, schema_editor):
    StageChange = apps.get_model("jobsearch", "StageChange")
    Application = apps.get_model("jobsearch", "Application")
    for application in Application.objects.filter(changes=None).iterator():
        on = application.applied_on or application.made_at.date()
        StageChange.objects.create(application=application, stage=application.stage, on=on)
        Application.objects.filter(pk=application.pk, last_on=None).update(last_on=on)


class Migration(migrations.Migration):
    dependencies = [("jobsearch", "0002_search")]

    operations = [migrations.RunPython(begin_logs, migrations.RunPython.noop)]
