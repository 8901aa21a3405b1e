"""Drafting a cover letter, and noting which version was sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from resumes.actions.sending import draft_letter, record_sent
from resumes.forms.letters import LetterForm
from resumes.forms.versions import SentForm
from resumes.page.proofs import proofs
from resumes.views.versions import own_version, within_hour


@require_http_methods(["GET", "POST"])
def letter(request: SignedInRequest) -> HttpResponse:
    """Ask for the four things a good letter needs, and put the answers together."""
    post = request.method == "POST"
    chosen = {key: request.GET.get(key) for key in ("posting", "resume") if request.GET.get(key, "").isdigit()}
    form = LetterForm(request.POST if post else None, user=request.user, initial=chosen)
    if post and form.is_valid() and within_hour(request, form):
        data = form.cleaned_data
        made = draft_letter(
            request.user, form.letter(), resume=data["resume"], posting=data["posting"], now=timezone.now()
        )
        messages.success(request, _("Your letter is put together and reviewed. Now make it flow."))
        return redirect(made)
    context = {"form": form, "proofs": proofs(request.user, chosen.get("posting")), "station": "apply"}
    return render(request, "resumes/letter.html", context)


@require_POST
def sent(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Note that this version went with the application for its ad."""
    version = own_version(request.user, pk, number)
    form = SentForm(request.POST)
    if version.posting is None:
        messages.error(request, _("Tailor a version to an ad first; then you can note that it was sent."))
    elif form.is_valid():
        record_sent(version, version.posting, request.user, on=form.cleaned_data["sent_on"])
        messages.success(request, _("Noted. The exact version you sent stays here, whatever you change later."))
    else:
        messages.error(request, " ".join(map(str, form.errors["sent_on"])))
    return redirect(f"{version.get_absolute_url()}#sent")
