"""The record of achievements: what a person reached, year by year."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from kit.paging import one_page
from plans.forms import AchievementForm
from plans.models import Achievement

_STATION = {"station": "grow"}
_PK = re.compile(r"[0-9]{1,15}")


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Everything reached, the newest first."""
    page = one_page(request, Achievement.objects.owned_by(request.user))
    return render(request, "plans/achievements.html", {"page": page, **_STATION})


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """One more, written down by hand."""
    today = timezone.localdate()
    achievement = Achievement(owner=request.user, on=today, seen_on=today)
    form = AchievementForm(request.POST if request.method == "POST" else None, instance=achievement)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("It is on your record."))
        return redirect("plans:achievements")
    return render(request, "plans/achievement_form.html", {"form": form, "achievement": None, **_STATION})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change it, or add what was learned and whom to thank."""
    achievement = get_object_or_404(Achievement.objects.owned_by(request.user), pk=pk)
    form = AchievementForm(request.POST if request.method == "POST" else None, instance=achievement)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("plans:achievements")
    context = {"form": form, "achievement": achievement, **_STATION}
    return render(request, "plans/achievement_form.html", context)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then take it off the record."""
    achievement = get_object_or_404(Achievement.objects.owned_by(request.user), pk=pk)
    if request.method == "POST":
        achievement.delete()
        messages.success(request, _("It is off your record."))
        return redirect("plans:achievements")
    return render(request, "plans/achievement_delete.html", {"achievement": achievement, **_STATION})


@require_POST
def seen(request: SignedInRequest) -> HttpResponse:
    """The person saw what they reached; those that the page showed are not celebrated again."""
    shown = [int(pk) for pk in request.POST.getlist("pk")[:20] if _PK.fullmatch(pk)]
    Achievement.objects.owned_by(request.user).filter(pk__in=shown).update(seen_on=timezone.localdate())
    return redirect("my" if request.POST.get("next") == "my" else "plans:list")
