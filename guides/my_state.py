"""The reader's state: asked once, remembered in the session, kept in the profile of who has an account."""

from django.conf import settings
from django.http import HttpRequest

from guides.models import State

SESSION_KEY = "state"


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
