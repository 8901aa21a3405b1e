"""A message can say that an application is withdrawn."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jobsearch', '0009_site_of_an_alert'),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='kind',
            field=models.CharField(choices=[('introduction', 'Introduce yourself'), ('informational', 'Ask for a talk about the job'), ('referral', 'Ask for a word for you'), ('recruiter', 'Answer a recruiter'), ('after-fair', 'After a fair or a meeting'), ('after-interview', 'After an interview'), ('missed-call', 'They named a time and did not call'), ('follow-up', 'Ask how an application stands'), ('thanks', 'Say thank you'), ('stay', 'Stay in touch'), ('accept', 'Accept an offer'), ('decline', 'Decline an offer'), ('withdraw', 'Withdraw an application')], max_length=15, verbose_name='what it is for'),
        ),
    ]
