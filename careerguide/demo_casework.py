"""The demonstration's seeker works with the demonstration's counselor."""

from datetime import datetime, timedelta

from accounts.models import Team, User
from caseloads.actions.relating import ask_for, take
from caseloads.models import Scope
from interviews.models import Answer

_WISH = "I want to move from the front counter into a hospital pharmacy. I am not sure which step comes first."
_OPENED = (Scope.CERTIFICATIONS, Scope.DOCUMENTS, Scope.INTERVIEWS, Scope.JOB_SEARCH)


def write_casework(seeker: User, counselor: User, team: Team, *, now: datetime) -> None:
    """They asked seven weeks ago, and opened most of what they do; how they study stays closed."""
    asked = ask_for(seeker, team, wish=_WISH, scopes=_OPENED, now=now - timedelta(weeks=7))
    take(asked, counselor, now=now - timedelta(weeks=7) + timedelta(days=1))
    newest = Answer.objects.owned_by(seeker).given().order_by("-given_at").first()
    if newest:
        newest.show(at=now - timedelta(days=2))
