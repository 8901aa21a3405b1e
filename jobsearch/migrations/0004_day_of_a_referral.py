"""A referral knows the day since when it stands so."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jobsearch', '0003_log_of_old_applications'),
    ]

    operations = [
        migrations.AddField(
            model_name='contact',
            name='referral_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='on which day'),
        ),
    ]
