"""A point of the online profile is done, or is not after all."""

from datetime import date

from django.db import transaction

from accounts.models import User
from jobsearch.models import ProfileTick
from jobsearch.profile_points import Point, deed_key
from plans.actions import did, undid
from plans.models import Doing


@transaction.atomic
def tick(owner: User, point: Point, *, on: date) -> None:
    """It is done; a weekly one for the week of the day."""
    ProfileTick.objects.update_or_create(owner=owner, key=point.key, defaults={"done_on": on})
    did(owner, Doing.PROFILE_POINT, deed_key(point, on=on), on=on, title=str(point.title))


@transaction.atomic
def untick(owner: User, point: Point) -> None:
    """It was not done after all, and does not count."""
    known = ProfileTick.objects.owned_by(owner).filter(key=point.key).first()
    if known:
        undid(owner, Doing.PROFILE_POINT, deed_key(point, on=known.done_on))
        known.delete()
