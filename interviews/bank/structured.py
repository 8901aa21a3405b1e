"""What search engines read beside the pages of the bank: the way to them. Questions without answers are no FAQ."""

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guides.models import Role
from guides.structured import breadcrumbs, script
from interviews.content_files.folder import GENERAL


def of_bank() -> SafeString:
    """The way to the first page."""
    return script(breadcrumbs(_first()))


def of_role(role: Role | None) -> SafeString:
    """The way to the questions of a job."""
    slug, name = (role.slug, role.title) if role else (GENERAL, _("Any job"))
    return script(breadcrumbs(_first(), (name, reverse("bank:role", args=[slug]))))


def _first() -> tuple[str, str]:
    return _("Interview questions"), reverse("bank:list")
