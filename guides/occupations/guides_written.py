"""Which occupations have a guide of ours."""

from datetime import datetime

from guides.models import Role


def guides_by_code(now: datetime) -> dict[str, Role]:
    """Guides that readers may see, by O*NET code and by the SOC code that it begins with; one query."""
    found: dict[str, Role] = {}
    for role in Role.objects.published(now).exclude(onet_soc="").only("slug", "title", "plural", "lead", "onet_soc"):
        found.setdefault(role.onet_soc, role)
        found.setdefault(role.soc, role)
    return found
