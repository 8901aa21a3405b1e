"""Whether the machine behind the pages is well."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger("careerguide.health")


@never_cache
@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The process, its database and its files answer; a balancer sends visitors elsewhere while they do not."""
    troubles = [sentence for check in (_database, _storage) if (sentence := check())]
    return HttpResponse(
        "\n".join(troubles or ["ready"]) + "\n",
        status=503 if troubles else 200,
        content_type="text/plain; charset=utf-8",
    )


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.exception("The database does not answer.")
        return "The database does not answer."
    return ""


def _storage() -> str:
    name = f"readyz/{get_random_string(12)}"
    try:
        default_storage.delete(default_storage.save(name, ContentFile(b"ready")))
    except Exception:  # each storage fails in its own way, and all of them mean the same here
        logger.exception("Files cannot be stored.")
        return "Files cannot be stored."
    return ""
