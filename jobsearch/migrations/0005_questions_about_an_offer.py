"""Questions to ask before answering an offer."""

from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('jobsearch', '0004_day_of_a_referral'),
    ]

    operations = [
        migrations.CreateModel(
            name='OfferQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(blank=True, editable=False, max_length=40, verbose_name='key')),
                ('text', models.CharField(max_length=200, verbose_name='question')),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('answer', models.CharField(blank=True, max_length=1000, verbose_name='what they said')),
                ('offer', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='jobsearch.offer', verbose_name='offer')),
            ],
            options={
                'verbose_name': 'question',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('offer', 'key'), name='offer_question_once_a_key')],
            },
        ),
    ]
