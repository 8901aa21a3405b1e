"""Begin goals of the week."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from plans.models import MOST_WEEKLY_GOALS, Doing, WeeklyGoal


@transaction.atomic
def has_room(owner: User) -> bool:
    """Whether one more goal of the week fits; asked under a lock, so that two windows cannot add a fifth."""
    User.objects.select_for_update().get(pk=owner.pk)
    return WeeklyGoal.objects.owned_by(owner).current().count() < MOST_WEEKLY_GOALS


@transaction.atomic
def begin_first_pair(owner: User, *, on: date) -> bool:
    """A pair that suits most searches, for whoever has none. Whether it was begun."""
    User.objects.select_for_update().get(pk=owner.pk)
    if WeeklyGoal.objects.owned_by(owner).current().exists():
        return False
    applying = WeeklyGoal(title=_("Send applications"), quality=_("Each tailored to its ad."), times=3)
    applying.doing = Doing.APPLIED
    talking = WeeklyGoal(title=_("Be in touch with people"), quality=_("Each with a real question."), times=2)
    talking.doing = Doing.IN_TOUCH
    for goal in (applying, talking):
        goal.owner, goal.begun_on = owner, on
        goal.save()
    return True
