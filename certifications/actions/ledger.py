"""Keep, change and delete CE credits, and set the cycle of a credential by hand."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from certifications.actions.files import remove_files
from certifications.holding.standing import day_words
from certifications.models import CECredit, HeldCredential, RenewalCycle
from plans.actions import did, undid
from plans.models import Doing


class FrozenError(Exception):
    """The credit counted in a renewal that was filed, so it stays as it is; the message says which."""

    def __init__(self, credit: CECredit) -> None:
        cycles = RenewalCycle.objects.filter(allocations__credit=credit).select_related("held__credential")
        names = "; ".join(f"{cycle.held.title}, {day_words(cycle.ends_on)}" for cycle in cycles)
        words = _("This course was filed with a renewal (%s), so how it counted stays as it is.")
        super().__init__(words % names)


class OverlapError(Exception):
    """Two cycles of one credential would share a day; the message says which."""

    def __init__(self, other: RenewalCycle) -> None:
        values = {"first": day_words(other.starts_on), "last": day_words(other.ends_on)}
        words = _("These days overlap the cycle from %(first)s to %(last)s, which was filed. Begin after it.")
        super().__init__(words % values)


@transaction.atomic
def keep_credit(credit: CECredit, serves: Collection[HeldCredential]) -> CECredit:
    """Save a credit and what it is put towards. One that was filed keeps all but that."""
    if credit.pk:
        locked = CECredit.objects.select_for_update().get(pk=credit.pk)
        if locked.allocations.exists():
            raise FrozenError(locked)
    credit.save()
    credit.serves.set(serves)
    did(credit.owner, Doing.CE_LOGGED, f"credit:{credit.pk}", on=credit.completed_on, title=credit.title)
    return credit


@transaction.atomic
def put_towards(credit: CECredit, serves: Collection[HeldCredential]) -> None:
    """Choose anew what a credit serves; where it was filed, it stays."""
    CECredit.objects.select_for_update().get(pk=credit.pk)
    filed = HeldCredential.objects.filter(cycles__allocations__credit=credit)
    credit.serves.set({*serves, *filed})


@transaction.atomic
def delete_credit(credit: CECredit) -> None:
    """Delete a credit with its files, unless it was filed."""
    locked = CECredit.objects.select_for_update(of=("self",)).select_related("owner").get(pk=credit.pk)
    if locked.allocations.exists():
        raise FrozenError(locked)
    remove_files(locked.files.all())
    undid(locked.owner, Doing.CE_LOGGED, f"credit:{locked.pk}")
    locked.delete()


@transaction.atomic
def set_cycle(
    held: HeldCredential, row: RenewalCycle | None, *, starts_on: date, ends_on: date, is_first: bool, carry_in: Decimal
) -> RenewalCycle:
    """The open cycle as its holder says it is. Its last day is the credential's last day too."""
    HeldCredential.objects.select_for_update().get(pk=held.pk)
    other = held.cycles.filed().overlapping(starts_on, ends_on).first()
    if other is not None:
        raise OverlapError(other)
    row = row or RenewalCycle(held=held)
    row.starts_on, row.ends_on, row.is_first, row.carry_in = starts_on, ends_on, is_first, carry_in
    row.save()
    if held.expires_on != ends_on:
        held.last_until(ends_on)
    return row
