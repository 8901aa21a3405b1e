"""Download or delete one's own data."""

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import ask_erasure, keep_account, record
from accounts.models import ErasureRequest
from accounts.requests import SignedInRequest
from careerguide.forms import DeleteForm
from careerguide.personal_data import export


@require_safe
def my_data(request: SignedInRequest) -> HttpResponse:
    """What we keep, the download, and the way to have it erased."""
    wish = ErasureRequest.objects.owned_by(request.user).open().first()
    return render(request, "careerguide/my_data.html", {"wish": wish, "grace_days": settings.ERASURE_GRACE_DAYS})


@require_POST
def my_data_download(request: SignedInRequest) -> HttpResponse:
    """Everything as one JSON file."""
    now = timezone.now()
    response = JsonResponse(export(request.user, now=now), json_dumps_params={"indent": 2, "ensure_ascii": False})
    name = f"{slugify(settings.SITE_NAME) or 'my'}-data-{timezone.localdate(now)}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    record(actor=request.user, action="own data downloaded", subject=request.user)
    return response


@require_http_methods(["GET", "POST"])
@reauthentication_required(allow_get=True)
def my_data_delete(request: SignedInRequest) -> HttpResponse:
    """Say what goes and what stays; after the password, start the days of grace."""
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        wish = ask_erasure(request.user, now=timezone.now())
        day = formats.date_format(timezone.localtime(wish.due_at), "j F Y")
        messages.success(
            request, _("Your account will be deleted on %(day)s. Until then you can keep it.") % {"day": day}
        )
        return redirect("my_data")
    return render(request, "careerguide/my_data_delete.html", {"form": form, "grace_days": settings.ERASURE_GRACE_DAYS})


@require_POST
def my_data_keep(request: SignedInRequest) -> HttpResponse:
    """Take the wish to be erased back."""
    if keep_account(request.user, now=timezone.now()):
        messages.success(request, _("You are keeping your account. Everything is still here."))
    return redirect("my_data")
