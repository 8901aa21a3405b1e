"""The counselor's list of clients, and what begins and ends there."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import TeamMembership, User
from accounts.requests import SignedInRequest
from caseloads.actions.flagging import note_flag
from caseloads.actions.inviting import invite, mail_invitation, take_back
from caseloads.actions.relating import NotNowError, decline, end, reassign, take
from caseloads.doors import counselors_only
from caseloads.forms.clients import HandOverForm, InviteForm, ListForm
from caseloads.forms.sharing import EndForm
from caseloads.listing import NO_CONTACT_AFTER, SHOWN, State, listed, silent
from caseloads.models import CounselingRelationship, Invitation, RiskFlag
from caseloads.seeing import cases, with_cases
from guides.models import Role
from kit.limits import within_limit
from kit.paging import one_page

STATION = {"station": "clients"}
_MAILS_AN_HOUR = 30
_TOO_MANY = gettext_lazy("You mailed many invitations within the hour. Hand the link over yourself, or wait a while.")
_REQUESTS = 50
_INVITATIONS = 50


@require_safe
@counselors_only
def list(request: SignedInRequest) -> HttpResponse:
    """Their clients, who asks for a counselor, and whom they invited."""
    now, staff = timezone.now(), request.user
    form = ListForm(
        request.GET,
        user=staff,
        label_suffix="",
        roles=Role.objects.published(now).order_by("title"),
    )
    chosen = _chosen(form)
    page = one_page(request, listed(staff, chosen, now=now))
    context = {
        "form": form,
        "is_filtered": any(chosen.values()),
        "page": page,
        "cases": cases(page),
        **_views(staff, request.GET.urlencode(), now),
        "asking": CounselingRelationship.objects.waiting_for(staff).select_related("client", "team")[:_REQUESTS],
        "invitations": Invitation.objects.made_by(staff).open(now).select_related("team")[:_INVITATIONS],
        "supervises": TeamMembership.objects.open().held_by(staff).supervisors().exists(),
        **STATION,
    }
    return render(request, "caseloads/list.html", context)


def _views(staff: User, query: str, now: datetime) -> dict[str, Any]:
    """The views that one click opens, each with how many are in it, in one query."""
    today = timezone.localdate(now)
    long_ago, week = today - NO_CONTACT_AFTER, today - timedelta(days=7)
    noticed = Exists(RiskFlag.objects.to_see_to().filter(relationship=OuterRef("pk")))
    counts = (
        CounselingRelationship.objects.under(staff)
        .filter(state__in=SHOWN)
        .aggregate(
            all=Count("pk"),
            needs=Count("pk", filter=Q(noticed, state=State.ACTIVE)),
            week=Count("pk", filter=Q(last_contact_on__gt=week)),
            silent=Count("pk", filter=silent(long_ago)),
        )
    )
    return {
        "views": [
            ("?needs=any", _("Needs me"), counts["needs"]),
            ("", _("All"), counts["all"]),
            ("?contact=week", _("In touch this week"), counts["week"]),
            ("?contact=30", _("No contact for 30 days"), counts["silent"]),
        ],
        "view": f"?{query}" if query else "",
        "total": counts["all"],
    }


def _chosen(form: ListForm) -> dict[str, Any]:
    """What was understood of the filters."""
    form.is_valid()
    return {name: form.cleaned_data.get(name) for name in form.fields}


@never_cache
@require_http_methods(["GET", "POST"])
@counselors_only
def invite_client(request: SignedInRequest) -> HttpResponse:
    """Make an invitation; its link is shown once."""
    form = InviteForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "caseloads/invite.html", {"form": form, **STATION})
    now, to = timezone.now(), form.cleaned_data["email"]
    if to and not within_limit("invitations", str(request.user.pk), most=_MAILS_AN_HOUR, seconds=3600, now=now):
        form.add_error(
            "email",
            _TOO_MANY,
        )
        return render(request, "caseloads/invite.html", {"form": form, **STATION}, status=429)
    made, token = invite(request.user, form.cleaned_data["team"], label=form.cleaned_data["label"], now=now)
    link = request.build_absolute_uri(reverse("invitation", args=[token]))
    if to:
        mail_invitation(made, link, to=to)
    return render(request, "caseloads/invited.html", {"invitation": made, "link": link, "to": to, **STATION})


@require_POST
@counselors_only
def invitation_take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """The link opens nothing any more."""
    found = get_object_or_404(Invitation.objects.made_by(request.user), pk=pk)
    if take_back(found, now=timezone.now()):
        messages.success(request, _("Taken back. The link opens nothing any more."))
    else:
        messages.info(request, _("It was answered or over already."))
    return redirect("clients:list")


@require_POST
@counselors_only
def take_on(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take on somebody who asked."""
    asked = get_object_or_404(CounselingRelationship.objects.waiting_for(request.user), pk=pk)
    try:
        take(asked, request.user, now=timezone.now())
    except NotNowError as trouble:
        messages.error(request, str(trouble))
        return redirect("clients:list")
    messages.success(request, _("They are your client now, and were told your name."))
    return redirect(asked)


@require_POST
@counselors_only
def turn_away(request: SignedInRequest, pk: int) -> HttpResponse:
    """Decline somebody who asked."""
    asked = get_object_or_404(CounselingRelationship.objects.waiting_for(request.user), pk=pk)
    try:
        decline(asked, request.user, now=timezone.now())
        messages.success(request, _("Declined. They were told, and that they can ask another team."))
    except NotNowError as trouble:
        messages.error(request, str(trouble))
    return redirect("clients:list")


@require_http_methods(["GET", "POST"])
@counselors_only
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """End it, with a reason that reports count."""
    relationship = _under(request, pk)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end(relationship, request.user, reason=form.cleaned_data["reason"], now=timezone.now())
            messages.success(request, _("Ended. Their records are closed to the team."))
        except NotNowError as trouble:
            messages.error(request, str(trouble))
        return redirect("clients:list")
    return render(request, "caseloads/finish.html", {"form": form, "relationship": relationship, **STATION})


@require_http_methods(["GET", "POST"])
@counselors_only
def hand_over(request: SignedInRequest, pk: int) -> HttpResponse:
    """A supervisor gives the client to another counselor of the team."""
    rows = CounselingRelationship.objects.supervised_by(request.user).filter(state__in=SHOWN)
    relationship = get_object_or_404(with_cases(rows, now=timezone.now()), pk=pk)
    form = HandOverForm(request.POST if request.method == "POST" else None, team=relationship.team)
    if request.method == "POST" and form.is_valid():
        try:
            reassign(relationship, form.cleaned_data["counselor"], actor=request.user, now=timezone.now())
            messages.success(request, _("Handed over. Both were told."))
        except NotNowError as trouble:
            messages.error(request, str(trouble))
        return redirect("clients:list")
    context = {"form": form, "case": cases([relationship])[0], "relationship": relationship, **STATION}
    return render(request, "caseloads/hand_over.html", context)


@require_POST
@counselors_only
def flag_note(request: SignedInRequest, pk: int) -> HttpResponse:
    """Somebody sees to what a flag says."""
    flag = get_object_or_404(RiskFlag.objects.visible_to(request.user).select_related("relationship__client"), pk=pk)
    if note_flag(flag, request.user, now=timezone.now()):
        messages.success(request, _("Noted. It stays here until it is no longer the case."))
    return redirect(flag.relationship)


def _under(request: SignedInRequest, pk: int) -> CounselingRelationship:
    """One that this person may end: active or paused, and theirs or of a team that they supervise."""
    rows = CounselingRelationship.objects.under(request.user).filter(state__in=SHOWN)
    return get_object_or_404(rows.select_related("client", "team"), pk=pk)
