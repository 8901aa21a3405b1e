"""Study groups: find one or begin one, choose what to share, leave again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.actions import grouping
from certifications.forms.groups import FindForm, GroupForm, NextFounderForm, SharingForm
from certifications.models import GroupMember, StudyGroup
from certifications.preparing.groups import filtered, filters, members_of

_STATION = {"station": "qualify"}
_A_PAGE = 50


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """One's own groups, and open ones by credential, state and month."""
    form = FindForm(request.GET)
    asked = form.asked()
    rows = StudyGroup.objects.select_related("credential", "state").counted()
    mine = StudyGroup.objects.with_member(request.user).values("pk")
    others = filtered(rows.open().exclude(pk__in=mine), asked)
    context = {
        "asked": asked,
        "filters": filters(asked),
        "remarks": form.remarks,
        "mine": rows.filter(pk__in=mine),
        "page": Paginator(others, _A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "certifications/study/groups.html", {**context, **_STATION})


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Begin a group; its founder then joins it like everyone else."""
    initial = {"credential": request.GET.get("credential", "")[:60]}
    form = GroupForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        if grouping.may_begin(request.user, now=timezone.now()):
            group = grouping.begin(form.save(commit=False), request.user)
            messages.success(request, _("The group is there. Now choose what you share in it."))
            return redirect("study:group_join", group.pk)
        form.add_error(None, _("You began three groups today. Begin the next one tomorrow."))
    return render(request, "certifications/study/group_add.html", {"form": form, **_STATION})


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """What a group is for; to its members also who is in it."""
    group = _group(request, pk)
    me = _me(request, group)
    context = {
        "group": group,
        "me": me,
        "is_founder": group.made_by_id == request.user.pk,
        "members": members_of(group, request.user, today=timezone.localdate()) if me else [],
    }
    return render(request, "certifications/study/group.html", {**context, **_STATION})


@require_http_methods(["GET", "POST"])
def join(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go by a name of one's choice, and share what one chooses."""
    group = get_object_or_404(StudyGroup.objects.open().select_related("credential"), pk=pk)
    if _me(request, group):
        return redirect(group)
    form = SharingForm(
        request.POST if request.method == "POST" else None, instance=GroupMember(group=group, user=request.user)
    )
    if request.method == "POST" and form.is_valid():
        if not grouping.may_join(request.user, now=timezone.now()):
            form.add_error(None, _("You joined 20 groups today. Join the next one tomorrow."))
        elif grouping.join(form.save(commit=False)):
            messages.success(request, _("You are in. You can change what you share, or leave, at any time."))
            return redirect(group)
        else:
            form.add_error(None, _("This group is full. Look for another, or begin one."))
    return render(request, "certifications/study/group_join.html", {"form": form, "group": group, **_STATION})


@require_http_methods(["GET", "POST"])
def sharing(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change the name one goes by and what one shares."""
    member = _member(request, pk)
    form = SharingForm(request.POST if request.method == "POST" else None, instance=member)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved. The others see it that way from now on."))
        return redirect(member.group)
    context = {"form": form, "group": member.group, "is_member": True, **_STATION}
    return render(request, "certifications/study/group_join.html", context)


@require_POST
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go; the others no longer see anything of this person."""
    member = _member(request, pk)
    grouping.leave(member, at=timezone.now())
    messages.success(request, _("You left the group. Its members no longer see anything of you."))
    return redirect("study:groups")


@require_POST
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its founder lets nobody else in."""
    group = _founded(request, pk)
    group.close(at=timezone.now())
    messages.success(request, _("The group is closed. Nobody finds it any more; its members still see it."))
    return redirect(group)


@require_http_methods(["GET", "POST"])
def hand_over(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its founder lets another member look after it."""
    group = _founded(request, pk)
    form = NextFounderForm(request.POST if request.method == "POST" else None, group=group)
    if request.method == "POST" and form.is_valid():
        member: GroupMember = form.cleaned_data["member"]
        group.hand_to(member.user)
        messages.success(request, _("%(name)s looks after the group now.") % {"name": member.name})
        return redirect(group)
    return render(request, "certifications/study/group_hand_over.html", {"form": form, "group": group, **_STATION})


def _group(request: SignedInRequest, pk: int) -> StudyGroup:
    rows = StudyGroup.objects.visible_to(request.user).select_related("credential", "state").counted()
    return get_object_or_404(rows, pk=pk)


def _me(request: SignedInRequest, group: StudyGroup) -> GroupMember | None:
    return GroupMember.objects.present().filter(group=group, user=request.user).first()


def _member(request: SignedInRequest, pk: int) -> GroupMember:
    rows = GroupMember.objects.present().filter(user=request.user).select_related("group__credential")
    return get_object_or_404(rows, group=pk)


def _founded(request: SignedInRequest, pk: int) -> StudyGroup:
    return get_object_or_404(StudyGroup.objects.open().filter(made_by=request.user), pk=pk)
