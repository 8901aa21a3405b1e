"""Our own mails: plain text, with links that come from the settings and never from a request."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from accounts.models import User


def frame() -> dict[str, Any]:
    """What every mail's template may use."""
    return {"site_name": settings.SITE_NAME, "base_url": settings.BASE_URL.rstrip("/")}


def send(*, to: str, subject: str, template: str, **context: Any) -> None:
    """Render and send one mail. Line ends in a subject would start another header, so they become spaces."""
    body = render_to_string(template, {**frame(), **context}).strip()
    EmailMessage(" ".join(subject.split()), body + "\n", settings.DEFAULT_FROM_EMAIL, [to]).send()


def send_to(user: User, *, subject: str, template: str, **context: Any) -> None:
    """One mail to the person's own address."""
    send(to=user.email, subject=subject, template=template, person=user, **context)
