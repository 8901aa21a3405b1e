"""Doors for pages that only some people may open."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def has_second_step(user: object) -> bool:
    """Whether the person signs in with a second step, or need not here."""
    return not settings.STAFF_MFA or bool(is_mfa_enabled(user))


def staff_mfa_required(view: View) -> View:
    """For pages of staff outside the admin: without a second step, people are sent to set one up."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if has_second_step(request.user):
            return view(request, *args, **kwargs)
        messages.warning(request, _("Set up a second step first. Staff pages open only with one."))
        return redirect("mfa_index")

    return cast("View", guarded)
