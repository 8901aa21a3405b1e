"""An alert can be on a site that is not among the places to go."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jobsearch', '0008_events_are_canceled'),
    ]

    operations = [
        migrations.AddField(
            model_name='alert',
            name='link',
            field=models.URLField(blank=True, max_length=500, verbose_name='address of the site'),
        ),
    ]
