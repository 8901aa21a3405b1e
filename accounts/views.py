"""A person's notices."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts import actions
from accounts.forms import SwitchesForm
from accounts.models import Notification
from accounts.requests import SignedInRequest

NOTICES_A_PAGE = 30


@require_safe
def notifications(request: SignedInRequest) -> HttpResponse:
    """What there is to know, newest first, and the switches of each kind."""
    notices = Notification.objects.owned_by(request.user).shown()
    page = Paginator(notices, NOTICES_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "switches": SwitchesForm(user=request.user)}
    return render(request, "accounts/notifications.html", context)


@require_POST
def notification_read(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark one notice as read, and go to what it is about if that was asked."""
    notice = get_object_or_404(Notification.objects.owned_by(request.user).shown(), pk=pk)
    notice.mark_read(at=timezone.now())
    if notice.link and "open" in request.POST:
        return redirect(notice.link)
    return redirect("my_notifications")


@require_POST
def notifications_read(request: SignedInRequest) -> HttpResponse:
    """Mark everything as read."""
    actions.mark_all_read(request.user, at=timezone.now())
    return redirect("my_notifications")


@require_POST
def notification_switches(request: SignedInRequest) -> HttpResponse:
    """Keep which kinds the person wants where."""
    form = SwitchesForm(request.POST, user=request.user)
    if form.is_valid():
        actions.save_switches(request.user, form.switches())
        messages.success(request, _("Your choice is saved. It counts from the next notice on."))
    return redirect("my_notifications")
