"""Begin, join and leave study groups."""

from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.models import User
from certifications.models import GroupMember, StudyGroup
from kit.limits import within_limit

# Larger, nobody knows anybody.
MOST_MEMBERS = 30
_GROUPS_A_DAY = 3
_JOINS_A_DAY = 20
_DAY = 24 * 60 * 60


def may_begin(user: User, *, now: datetime) -> bool:
    """Whether someone may begin one more group today; asking counts as a try."""
    return within_limit("groups", str(user.pk), most=_GROUPS_A_DAY, seconds=_DAY, now=now)


def may_join(user: User, *, now: datetime) -> bool:
    """Whether someone may join one more group today; asking counts as a try."""
    return within_limit("group-joins", str(user.pk), most=_JOINS_A_DAY, seconds=_DAY, now=now)


@transaction.atomic
def begin(group: StudyGroup, user: User) -> StudyGroup:
    """A new group, looked after by whoever begins it; they join it next."""
    group.made_by = user
    group.save()
    return group


def join(member: GroupMember) -> bool:
    """Take someone in; says no where the group is full, or they are in it already."""
    try:
        with transaction.atomic():
            group = StudyGroup.objects.select_for_update().open().filter(pk=member.group_id).first()
            if group is None or group.members.present().count() >= MOST_MEMBERS:
                return False
            member.save()
    except IntegrityError:
        return False
    return True


@transaction.atomic
def leave(member: GroupMember, *, at: datetime) -> None:
    """Someone goes. If they looked after the group, whoever joined first does now; without anyone it closes."""
    member.left_at = at
    member.save(update_fields=["left_at"])
    if member.group.made_by_id == member.user_id:
        _pass_on(member.group, at=at)


def _pass_on(group: StudyGroup, *, at: datetime) -> None:
    following = group.members.present().exclude(user=group.made_by).select_related("user").first()
    if following is None:
        group.close(at=at)
    else:
        group.hand_to(following.user)


@transaction.atomic
def leave_all(user: User, *, at: datetime) -> None:
    """Someone goes from every group, those that they began and never joined too."""
    for member in GroupMember.objects.present().filter(user=user).select_related("group"):
        leave(member, at=at)
    for group in StudyGroup.objects.open().filter(made_by=user):
        _pass_on(group, at=at)
