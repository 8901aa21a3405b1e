"""Milestones that the app sees come onto the record of achievements by themselves, each once."""

from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from plans.models import Achievement, Deed, Doing

# The first takes courage, and later ones show how far someone came.
_INTERVIEWS_THAT_COUNT = {1, 5, 10, 25}


def recognize(owner: User, doing: Doing, key: str, *, on: date, title: str) -> None:
    """Write down the milestone that a deed is, if it is one."""
    if doing == Doing.INTERVIEW_HELD:
        words, key = _interview(owner, title)
    else:
        words = _words(doing, title)
    if words:
        Achievement.objects.get_or_create(
            owner=owner,
            key=_key(doing, key),
            defaults={"on": on, "title": words[:200], "kind": _KINDS[doing]},
        )


def take_back(owner: User, doing: Doing, key: str) -> None:
    """It was not reached after all. What its person wrote about it, or put into a resume, stays theirs."""
    milestones = Achievement.objects.owned_by(owner).filter(key=_key(doing, key))
    milestones.filter(text="", in_resume_on__isnull=True).delete()


_KINDS = {
    Doing.CREDENTIAL_EARNED: Achievement.Kind.LEARNING,
    Doing.GOAL_REACHED: Achievement.Kind.GOAL,
    Doing.INTERVIEW_HELD: Achievement.Kind.SEARCH,
    Doing.OFFER: Achievement.Kind.SEARCH,
    Doing.HIRED: Achievement.Kind.SEARCH,
}


def _words(doing: Doing, title: str) -> str:
    words = {
        Doing.CREDENTIAL_EARNED: _("Earned: %(title)s"),
        Doing.GOAL_REACHED: _("Reached: %(title)s"),
        Doing.OFFER: _("An offer: %(title)s"),
        Doing.HIRED: _("Hired: %(title)s"),
    }
    return words[doing] % {"title": title} if doing in words else ""


def _interview(owner: User, title: str) -> tuple[str, str]:
    """The words for an interview whose number is worth them, and the number."""
    number = Deed.objects.owned_by(owner).filter(doing=Doing.INTERVIEW_HELD).count()
    if number not in _INTERVIEWS_THAT_COUNT:
        return "", ""
    if number == 1:
        return _("The first interview: %(title)s") % {"title": title}, "1"
    return _("%(number)d interviews held") % {"number": number}, str(number)


def _key(doing: Doing, key: str) -> str:
    return f"{doing.value}:{key}"
