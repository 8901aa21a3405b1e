"""Put places of the directory on a person's plan, as steps that lead to what we know of them."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from guides.models import Resource
from plans.actions.putting import put_goal, put_step
from plans.models import Step

GOAL = "places"


@transaction.atomic
def put_place(owner: User, place: Resource) -> bool:
    """The place as a step of one goal for all of them; says whether it is new there."""
    key = f"place-{place.key}"
    if Step.objects.owned_by(owner).filter(goal__key=GOAL, key=key).exists():
        return False
    goal = put_goal(owner, key=GOAL, title=_("Know where to look"), link=reverse("places:list"))
    if goal.done_on is not None:
        goal.reopen()
    put_step(goal, key=key, title=_("Look at %s") % place.name, link=place.get_absolute_url())
    return True
