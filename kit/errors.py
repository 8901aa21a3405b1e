"""What a visitor sees when something broke here."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """A plain page; 503 where the database is away, full or too busy, because trying again then helps.

    Django calls it while the exception is being handled. The pages use neither request nor database.
    """
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "30"})
    return HttpResponse(render_to_string("500.html"), status=500)
