"""Who may come in: pages of counselors open to people in a team, with a second step where the site asks for one."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import Http404, HttpResponseBase

from accounts.counselors import is_counselor
from accounts.decorators import staff_mfa_required
from accounts.requests import SignedInRequest

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def counselors_only(view: View) -> View:
    """For everybody else there is no such page."""
    inner = staff_mfa_required(view)

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_counselor(request.user):
            raise Http404
        return inner(request, *args, **kwargs)

    return cast("View", guarded)
