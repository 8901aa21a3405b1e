"""What of certifications is due to be checked again: versions of rules, pathways, outlines; soonest first."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.actions.checking import check_outlines, check_pathways, check_versions
from certifications.forms.checked import CheckedForm
from certifications.ledger.troubles import RuleTrouble, rule_troubles
from certifications.models import ExamOutline, Pathway, RenewalRuleVersion
from guides.actions.reviewing import CHECKED_FOR
from guides.admin.filters import SOON
from guides.admin.saving import say
from guides.admin.words import day_words, review_tag

_CHECKS: dict[str, Any] = {"version": check_versions, "pathway": check_pathways, "outline": check_outlines}
_PAGES = {"version": "renewalruleversion", "pathway": "pathway", "outline": "examoutline"}
MOST = 200


def _due(until: date) -> dict[str, QuerySet[Any]]:
    versions = RenewalRuleVersion.objects.published().due_by(until)
    return {
        "version": versions.select_related("rule"),
        "pathway": Pathway.objects.filter(review_by__lte=until).select_related("credential"),
        "outline": ExamOutline.objects.filter(review_by__lte=until).select_related("credential"),
    }


def due_count(until: date) -> int:
    """How many are due by then, and how many rules count nobody's hours today."""
    return sum(rows.count() for rows in _due(until).values()) + len(rule_troubles(timezone.localdate()))


def due_view(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The queue; POST marks the ticked ones as checked today."""
    may_change = request.user.has_perms(
        [
            "certifications.change_renewalruleversion",
            "certifications.change_pathway",
            "certifications.change_examoutline",
        ]
    )
    if not request.user.has_perm("certifications.view_renewalruleversion"):
        raise PermissionDenied
    if request.method == "POST":
        if not may_change:
            raise PermissionDenied
        return _check(request)
    today = timezone.localdate()
    rows = [(kind, row) for kind, found in _due(today + SOON).items() for row in found.order_by("review_by")[:MOST]]
    rows.sort(key=lambda pair: pair[1].review_by)
    context |= {
        "title": _("Certifications due"),
        "rows": [_row(kind, row, today=today) for kind, row in rows],
        "may_change": may_change,
        "troubles": [_trouble(found) for found in rule_troubles(today)],
    }
    return render(request, "admin/certifications/due.html", context)


def _trouble(found: RuleTrouble) -> dict[str, str]:
    url = reverse("admin:certifications_renewalruleversion_change", args=[found.version.pk])
    return {"name": str(found.version), "words": found.words, "url": url}


def _row(kind: str, row: Any, *, today: date) -> dict[str, Any]:
    kinds = {"version": _("Rule"), "pathway": _("Pathway"), "outline": _("Outline")}
    return {
        "value": f"{kind}-{row.pk}",
        "kind": kinds[kind],
        "name": str(row),
        "place": str(getattr(row, "credential", "")),
        "due": review_tag(row.review_by, today=today),
        "url": reverse(f"admin:certifications_{_PAGES[kind]}_change", args=[row.pk]),
    }


def _check(request: HttpRequest) -> HttpResponse:
    form = CheckedForm(request.POST)
    chosen = form.chosen() if form.is_valid() else {}
    today = timezone.localdate()
    count = sum(_CHECKS[kind](keys, on=today) for kind, keys in chosen.items())
    words = ngettext("%(count)d is due again on %(day)s.", "%(count)d are due again on %(day)s.", count)
    done = words % {"count": count, "day": day_words(today + CHECKED_FOR)}
    say(request, done if count else _("Tick what you have checked first."))
    return redirect("admin:certifications_due")
