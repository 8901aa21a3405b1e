"""What the front page of the desk counts."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.contrib.admin import site
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from guides.admin.filters import SOON
from guides.admin.queue import due_count
from guides.models import Fact, GuideFeedback, Role

register = template.Library()


@dataclass(frozen=True)
class Queue:
    """One pile of work, with the way to it."""

    url: str
    name: str
    count: int
    hint: str


@register.inclusion_tag("admin/guides/_queues.html", takes_context=True)
def desk_queues(context: dict[str, Any]) -> dict[str, Any]:
    """The piles that the person may work on."""
    user = context["request"].user
    queues = []
    if user.has_perms(["guides.view_section", "guides.view_fact", "guides.view_staterequirement"]):
        count = due_count(timezone.localdate() + SOON)
        hint = _("sections, facts, state rules and places past their date, or due within 30 days")
        queues.append(Queue(reverse("admin:guides_due"), _("Due for review"), count, hint))
    if user.has_perm("guides.view_guidefeedback"):
        url = reverse("admin:guides_guidefeedback_changelist")
        hint = _("what was wrong or missing, in their words")
        queues.append(Queue(url, _("Reported by readers"), GuideFeedback.objects.open().count(), hint))
    if user.has_perm("guides.view_role"):
        url = reverse("admin:guides_role_changelist") + "?status__exact=review"
        count = Role.objects.filter(status=Role.Status.REVIEW).count()
        queues.append(Queue(url, _("Guides in review"), count, _("waiting for someone to read them")))
    if user.has_perm("guides.view_fact"):
        url = reverse("admin:guides_fact_changelist") + "?confidence__exact=low"
        count = Fact.objects.filter(confidence="low").count()
        queues.append(Queue(url, _("Facts not confirmed"), count, _("shown to readers as not confirmed")))
    # Apps above bring the piles of their own.
    desk: Any = site
    queues += desk.queues(context["request"])
    return {"queues": queues}
