"""The groups of staff and what each may do. It joins the apps, so it lives up here."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

from accounts.actions import ADMINISTRATORS, EDITORS

# What readers leave is theirs: editors see what was said about guides and mark it as dealt with, nothing else.
_READERS = ("savedguide", "targetrole", "guidefeedback")
_HANDLED = ("view_guidefeedback", "change_guidefeedback")
# Of certifications, editors keep what everybody shares; what people hold, did and practiced is theirs alone.
_RULES_AND_PRACTICE = (
    "renewalrule", "renewalruleversion", "pathway", "pathwaycondition", "examoutline", "outlinedomain",
    "practicequestion", "questionplace", "drugname",
)  # fmt: skip
# Of interviews, the bank; and how often a note of the engine was called wrong, without a person.
_BANK = ("competency", "question", "questioncompetency")
_BANK_SEEN = ("view_historicalcompetency", "view_historicalquestion", "view_disagreement")
# Of plans, the templates; what people plan is theirs.
_READY = ("plantemplate", "templatestep")
_READY_SEEN = ("view_historicalplantemplate", "view_historicaltemplatestep")
_TEAMS = ("team", "teammembership")
_WATCHED = ("view_auditevent", "view_erasurerequest", "view_user", "add_user", "change_user")


@transaction.atomic
def set_up_groups() -> None:
    """Give both groups their permissions; run it again after an upgrade, which may bring new ones."""
    editors = _editing()
    _set(EDITORS, editors)
    _set(ADMINISTRATORS, editors | _administering())


def _editing() -> Q:
    guides = Q(content_type__app_label="guides")
    readers = Q(content_type__model__in=_READERS)
    history = Q(content_type__model__startswith="historical")
    own = guides & ~readers & ~history
    desk = Q(content_type__app_label="certifications")
    kept = desk & Q(content_type__model__in=_RULES_AND_PRACTICE)
    asked = desk & Q(codename="view_historicalpracticequestion")
    interviews = Q(content_type__app_label="interviews")
    bank = interviews & (Q(content_type__model__in=_BANK) | Q(codename__in=_BANK_SEEN))
    plans = Q(content_type__app_label="plans")
    ready = plans & (Q(content_type__model__in=_READY) | Q(codename__in=_READY_SEEN))
    return (
        own
        | kept
        | asked
        | bank
        | ready
        | guides & history & Q(codename__startswith="view_")
        | guides & Q(codename__in=_HANDLED)
    )


def _administering() -> Q:
    accounts = Q(content_type__app_label="accounts")
    return accounts & (Q(content_type__model__in=_TEAMS) | Q(codename__in=_WATCHED))


def _set(name: str, allowed: Q) -> None:
    group, _made = Group.objects.get_or_create(name=name)
    group.permissions.set(Permission.objects.filter(allowed))
