"""What happened with a client since the last contact, within what they let staff see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _

from accounts.models import User
from caseloads.models import ConsentRecord, Scope
from caseloads.seeing import Case
from certifications.models import CECredit, HeldCredential
from certifications.models import PracticeSession as StudySession
from interviews.models import Answer
from jobsearch.models import Application, StageChange
from resumes.models import Version

# Of each part; a page that shows more is no longer read.
_A_PART: Final = 6
_IN_ALL: Final = 15


@dataclass(frozen=True)
class Happened:
    """One line: on which day, what, and the name of the page that shows more."""

    on: date
    words: str
    page: str = ""


def since(case: Case, client: User, *, after: date) -> list[Happened]:
    """What happened after that day, the newest first; one query for each part that is open, however much happened."""
    found = [*_consents(case, after)]
    for scope, look in _PARTS.items():
        if case.opens(scope):
            found += [Happened(each.on, each.words, f"clients:{scope}") for each in look(client, after)]
    return sorted(found, key=lambda each: each.on, reverse=True)[:_IN_ALL]


def _start(after: date) -> datetime:
    return make_aware(datetime.combine(after, time.max))


def _day(moment: datetime) -> date:
    return localtime(moment).date()


def _consents(case: Case, after: date) -> Iterator[Happened]:
    for consent in ConsentRecord.objects.filter(relationship=case.relationship, granted_at__gt=_start(after))[:_A_PART]:
        yield Happened(_day(consent.granted_at), _("Opened to you: %s") % consent.get_scope_display())


def _documents(client: User, after: date) -> Iterator[Happened]:
    rows = Version.objects.owned_by(client).filter(made_at__gt=_start(after)).select_related("document", "review")
    for version in rows.defer("text", "reading", "review__result").order_by("-made_at")[:_A_PART]:
        words = _("%(title)s, version %(number)d") % {"title": version.document.title, "number": version.number}
        review = getattr(version, "review", None)
        if review:
            words += ": " + _("notes of the review: %d") % review.finding_count
        yield Happened(_day(version.made_at), words)


def _certifications(client: User, after: date) -> Iterator[Happened]:
    for held in HeldCredential.objects.owned_by(client).filter(made_at__gt=_start(after))[:_A_PART]:
        yield Happened(_day(held.made_at), _("Wrote down: %s") % held.title)
    for credit in CECredit.objects.owned_by(client).filter(made_at__gt=_start(after))[:_A_PART]:
        yield Happened(_day(credit.made_at), _("Continuing education: %s") % credit.title)


def _practice(client: User, after: date) -> Iterator[Happened]:
    number = StudySession.objects.owned_by(client).filter(finished_at__gt=_start(after)).order_by("-finished_at")
    for session in number.select_related("credential")[:_A_PART]:
        if session.finished_at:
            yield Happened(_day(session.finished_at), _("Finished a round for %s") % session.credential)


def _interviews(client: User, after: date) -> Iterator[Happened]:
    for answer in Answer.objects.owned_by(client).shown().filter(shown_at__gt=_start(after))[:_A_PART]:
        if answer.shown_at:
            yield Happened(_day(answer.shown_at), _("Shows an answer: %s") % answer.asked)


def _jobs(client: User, after: date) -> Iterator[Happened]:
    rows = StageChange.objects.owned_by(client).filter(on__gt=after).exclude(stage=Application.Stage.SAVED)
    for change in rows.select_related("application__posting").order_by("-on", "-pk")[:_A_PART]:
        yield Happened(change.on, f"{change.application}: {change.get_stage_display()}")


_PARTS: Final[dict[str, Callable[[User, date], Iterator[Happened]]]] = {
    Scope.CERTIFICATIONS: _certifications,
    Scope.PRACTICE: _practice,
    Scope.DOCUMENTS: _documents,
    Scope.INTERVIEWS: _interviews,
    Scope.JOB_SEARCH: _jobs,
}
