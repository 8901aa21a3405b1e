"""Tell people when a guide they saved has changed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions import notify
from accounts.notices import Kind
from guides.models import Role, SavedGuide, Section

# Days that a run looks back, in case the one before did not happen.
_LOOK_BACK = timedelta(days=7)


def tell_of_changes(now: datetime) -> int:
    """One notice a day, guide and person, for texts changed before today; the number of changed guides and days."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    changed: dict[tuple[int, str], datetime] = {}
    for role_id, at in _changed_texts(today - _LOOK_BACK, today):
        changed[role_id, f"{timezone.localdate(at):%Y-%m-%d}"] = at
    for (role_id, day), at in changed.items():
        _tell(role_id, day, at, now)
    return len(changed)


def _changed_texts(since: datetime, until: datetime) -> Iterator[tuple[int, datetime]]:
    """The role and moment of each saved text that differs from the one before."""
    history = Section.history.filter(history_date__lt=until)
    touched = history.filter(history_date__gte=since, history_type="~").values_list("id", flat=True).distinct()
    for section_id in touched:
        texts = list(
            history.filter(id=section_id)
            .order_by("history_date", "history_id")
            .values("role_id", "body", "history_date")
        )
        for before, after in pairwise(texts):
            if after["history_date"] >= since and after["body"] != before["body"]:
                yield after["role_id"], after["history_date"]


def _tell(role_id: int, day: str, at: datetime, now: datetime) -> None:
    role = Role.objects.published(now).filter(pk=role_id).first()
    if role is None:
        return
    for saved in SavedGuide.objects.of_role(role).saved_before(at).select_related("user"):
        notify(
            saved.user,
            kind=Kind.GUIDE_CHANGED,
            title=_("The guide “%(role)s” has changed") % {"role": role.title},
            body=_("Part of its text was brought up to date."),
            link=role.get_absolute_url(),
            key=f"guide-changed:{role.pk}:{day}",
        )
