"""What a person holds or is working towards."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.actions.holding import let_go, put_on_plan, reach
from certifications.forms.held import HeldForm
from certifications.forms.picking import Picking, StageForm
from certifications.holding.page import page_of
from certifications.holding.proposing import proposed_end
from certifications.holding.shown import grouped, shown
from certifications.models import CalendarFeed, HeldCredential
from guides.models import Credential

# Which part of the navigation the pages belong to.
_STATION = {"station": "qualify"}


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """All of them, with how each stands today."""
    helds = HeldCredential.objects.owned_by(request.user)
    rows = shown(helds, today=timezone.localdate(), now=timezone.now())
    feed = CalendarFeed.objects.owned_by(request.user).exists()
    return render(request, "certifications/held/list.html", {"groups": grouped(rows), "has_feed": feed, **_STATION})


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """First which one, said by the address; then how far one is."""
    picking = Picking(request.user, request.GET)
    if picking.known:
        messages.info(request, _("You keep this one already. Here it is."))
        return redirect(picking.known)
    if picking.held is None:
        entry = Credential.objects.filter(is_entry=True, roles__targeted_by__user=request.user)
        return render(request, "certifications/held/pick.html", {"picking": picking, "entry": entry, **_STATION})
    form = HeldForm(request.POST if request.method == "POST" else None, instance=picking.held)
    if request.method == "POST" and form.is_valid() and _saved(form):
        messages.success(request, _("It is on your list. Here is what comes next."))
        return redirect(form.instance)
    return render(request, "certifications/held/add.html", {"form": form, "held": picking.held, **_STATION})


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one of them, and the next step."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user), pk=pk)
    page = page_of(held, today=timezone.localdate(), now=timezone.now())
    return render(request, "certifications/held/detail.html", {"page": page, **_STATION})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what is written down."""
    helds = HeldCredential.objects.owned_by(request.user).select_related("credential", "state")
    held = get_object_or_404(helds, pk=pk)
    asked = StageForm(request.GET)
    initial = {"stage": asked.cleaned_data["stage"]} if asked.is_valid() else {}
    form = HeldForm(request.POST if request.method == "POST" else None, instance=held, initial=initial)
    if request.method == "POST" and form.is_valid() and _saved(form):
        messages.success(request, _("What you wrote is saved."))
        return redirect(held)
    return render(request, "certifications/held/edit.html", {"form": form, "pk": pk, **_STATION})


@require_POST
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go on to another stage; for holding it, the dates are asked for first."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user), pk=pk)
    form = StageForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose how far you are."))
        return redirect(held)
    stage = HeldCredential.Stage(form.cleaned_data["stage"])
    if stage == HeldCredential.Stage.CERTIFIED and held.earned_on is None:
        return redirect(f"{reverse('held:edit', args=[pk])}?stage={stage.value}")
    held.move_to(stage)
    reach(held, on=timezone.localdate())
    messages.success(request, _("Noted: %(stage)s.") % {"stage": stage.label})
    return redirect(held)


@require_POST
def accept_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the last day that the rule gives, after its holder compared it with the paper."""
    helds = HeldCredential.objects.owned_by(request.user).select_related("credential", "state", "role")
    held = get_object_or_404(helds, pk=pk)
    proposed = proposed_end(held, today=timezone.localdate())
    if proposed is not None:
        held.last_until(proposed[0])
        messages.success(request, _("The last day is written down. We remind you before it."))
    return redirect(held)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what goes with it, then delete it."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user).select_related("credential"), pk=pk)
    if request.method == "POST":
        title = held.title
        let_go(held)
        messages.success(request, _("%(name)s is deleted.") % {"name": title})
        return redirect("held:list")
    counts = {
        "files": held.files.count(),
        "exams": held.appointments.count(),
        "links": held.share_links.count(),
        "cycles": held.cycles.count(),
    }
    return render(request, "certifications/held/delete.html", {"held": held, **counts, **_STATION})


@require_POST
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put the usual steps on one's plan."""
    helds = HeldCredential.objects.owned_by(request.user).select_related("credential", "holder", "role")
    put_on_plan(get_object_or_404(helds, pk=pk))
    messages.success(request, _("The steps are on your plan. Change them as you like."))
    return redirect("plans:list")


def _saved(form: HeldForm) -> bool:
    """Save it; where the same one was saved in the same moment, say so instead."""
    try:
        with transaction.atomic():
            reach(form.save(), on=timezone.localdate())
    except IntegrityError:
        form.add_error(None, _("You keep this one already. Open it in your list and change it there."))
        return False
    return True
