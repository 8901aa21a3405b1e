"""Keep what a person did, tick off what it was a step of, and write down what it makes of a milestone."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Count

from accounts.models import User
from plans.actions.achieving import recognize, take_back
from plans.models import Deed, Doing, Step


@transaction.atomic
def did(owner: User, doing: Doing, key: str, *, on: date, title: str = "") -> bool:
    """Keep a deed, once a key; open steps that are done by such deeds are ticked off. Whether it is a new one."""
    _deed, is_new = Deed.objects.get_or_create(
        owner=owner, doing=doing, key=key, defaults={"on": on, "title": title[:200]}
    )
    if is_new:
        _tick_steps(owner, doing, on)
        recognize(owner, doing, key, on=on, title=title)
    return is_new


@transaction.atomic
def did_all(owner: User, doing: Doing, deeds: Sequence[Deed]) -> None:
    """Keep many deeds of one kind at once, such as those of an import; the steps are looked at once."""
    for deed in deeds:
        deed.owner, deed.doing, deed.title = owner, doing, deed.title[:200]
    Deed.objects.bulk_create(deeds, ignore_conflicts=True)
    if deeds:
        _tick_steps(owner, doing, max(deed.on for deed in deeds))


@transaction.atomic
def undid(owner: User, doing: Doing, key: str) -> None:
    """It was not done after all. A step that was ticked off by it stays so: its person unticks it if they like."""
    gone, _rows = Deed.objects.owned_by(owner).filter(doing=doing, key=key).delete()
    if gone:
        take_back(owner, doing, key)


def leave_unnamed(owner: User, doing: Doing, keys: Collection[str]) -> None:
    """Deeds stay counted, but no longer say with whom or with what: that was deleted."""
    Deed.objects.owned_by(owner).filter(doing=doing, key__in=keys).update(title="")


def _tick_steps(owner: User, doing: Doing, on: date) -> None:
    for step in Step.objects.owned_by(owner).open().filter(doing=doing, counts_from__lte=on):
        done = Deed.objects.owned_by(owner).filter(doing=doing, on__gte=step.counts_from)
        if done.aggregate(number=Count("pk"))["number"] >= step.times:
            step.finish(on=on)
