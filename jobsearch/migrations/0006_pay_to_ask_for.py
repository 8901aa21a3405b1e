"""What to ask for when an offer's pay is talked about."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jobsearch', '0005_questions_about_an_offer'),
    ]

    operations = [
        migrations.AddField(
            model_name='offer',
            name='ask_pay',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='what I ask for'),
        ),
        migrations.AddField(
            model_name='offer',
            name='least_pay',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='the least I would take'),
        ),
        migrations.AddField(
            model_name='offer',
            name='reasons',
            field=models.CharField(blank=True, max_length=300, verbose_name='what I bring'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('ask_pay__isnull', True), ('least_pay__isnull', True), ('least_pay__lte', models.F('ask_pay')), _connector='OR'), name='offer_least_pay_up_to_ask', violation_error_message='The least you would take is above what you ask for. Swap them.'),
        ),
    ]
