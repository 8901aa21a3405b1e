"""The reader's state: asked once, remembered in the session, kept in the profile of who has an account."""

import re

from django.conf import settings
from django.http import HttpRequest, QueryDict

from guides.models import State

SESSION_KEY = "state"
_POSTAL = re.compile(r"[A-Z]{2}")


def reader_state(request: HttpRequest) -> State | None:
    """The state that pages should show: the address's, else the remembered one, else the profile's."""
    asked = request.GET.get("state", "")
    if asked:
        return State.objects.coded(asked).first()
    # Someone without a session cookie has told us nothing, and gets the page that everyone gets.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    remembered = request.session.get(SESSION_KEY)
    if remembered is None and request.user.is_authenticated:
        remembered = request.user.state
    return State.objects.filter(usps=remembered).first() if remembered else None


def asked_state(query: QueryDict) -> dict[str, str]:
    """What pages read of the address: the state's postal code, where it could be one."""
    code = query.get("state", "").upper()
    return {"state": code} if _POSTAL.fullmatch(code) else {}
