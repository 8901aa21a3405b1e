"""An introduction knows who listens to it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jobsearch', '0006_pay_to_ask_for'),
    ]

    operations = [
        migrations.AddField(
            model_name='pitch',
            name='audience',
            field=models.CharField(choices=[('fair', 'An employer at a job fair'), ('recruiter', 'A recruiter'), ('colleague', 'Someone who does the work'), ('friend', 'A friend of the family')], default='fair', max_length=9, verbose_name='who listens'),
        ),
    ]
