"""Ready plans: open to all beside the guide of a job, and put on one's own plan from a day on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from guides.models import Role, TargetRole
from guides.shared import shared_page
from guides.structured import breadcrumbs, script
from plans.actions import use_template
from plans.forms import StartForm
from plans.models import Goal, PlanTemplate
from plans.places import Where
from plans.ready import KEY, for_readers, next_monday, parts, under_way

_STATION = {"station": "grow"}


@login_not_required
@require_safe
@shared_page()
def for_role(request: HttpRequest, slug: str) -> HttpResponse:
    """The plans for a job, and those that serve any job, step by step."""
    now = timezone.now()
    role = get_object_or_404(Role.objects.published(now), slug=slug)
    where, starts_on = Where.of(role), timezone.localdate(now)
    found = [
        *for_readers(PlanTemplate.objects.published().for_role(role), now)
        .order_by("position", "title")
        .prefetch_related("steps")
    ]
    ready = [(one, parts(one.steps.all(), where, starts_on)) for one in found]
    context = {
        "role": role,
        "own": [pair for pair in ready if pair[0].role_id],
        "any_job": [pair for pair in ready if not pair[0].role_id],
        "structured": script(
            breadcrumbs(
                (_("Guides"), reverse("guides:list")),
                (role.title, role.get_absolute_url()),
                (_("Plans"), reverse("ready_plans:for_role", args=[role.slug])),
            )
        ),
        **_STATION,
    }
    return render(request, "plans/for_role.html", context)


@require_safe
def templates(request: SignedInRequest) -> HttpResponse:
    """All of them: those for the job in view, for any job, and for the other jobs."""
    target = _target(request)
    open_goals = under_way(Goal.objects.owned_by(request.user).open().filter(key__startswith=KEY))
    rows = [
        (one, open_goals.get(one.slug))
        for one in for_readers(PlanTemplate.objects.published(), timezone.now()).order_by(
            "role__position", "role__title", "position", "title"
        )
    ]
    context = {
        "target": target,
        "own": [row for row in rows if target and row[0].role_id == target.pk],
        "any_job": [row for row in rows if row[0].role_id is None],
        "others": [row for row in rows if row[0].role_id and (target is None or row[0].role_id != target.pk)],
        **_STATION,
    }
    return render(request, "plans/templates.html", context)


@require_http_methods(["GET", "POST"])
def template(request: SignedInRequest, slug: str) -> HttpResponse:
    """One plan with its days; on one's own plan by a button."""
    found = get_object_or_404(for_readers(PlanTemplate.objects.published(), timezone.now()), slug=slug)
    today = timezone.localdate()
    role = found.role or _target(request)
    where = Where.of(role)
    starts_on = next_monday(today)
    form = StartForm(request.POST if request.method == "POST" else None, today=today, initial={"starts_on": starts_on})
    if request.method == "POST" and form.is_valid():
        starts_on = form.cleaned_data["starts_on"]
        if "show" not in request.POST:
            goal = use_template(request.user, found, where, starts_on=starts_on, today=today)
            return _put(request, goal)
    goals = Goal.objects.owned_by(request.user).filter(key__startswith=KEY)
    context = {
        "template": found,
        "role": role,
        "form": form,
        "parts": parts(found.steps.all(), where, starts_on),
        "starts_on": starts_on,
        "goal": under_way(goals).get(found.slug),
        **_STATION,
    }
    return render(request, "plans/template.html", context)


def _put(request: SignedInRequest, goal: Goal | None) -> HttpResponse:
    """Say that it is on the plan, or was there before."""
    if goal is None:
        messages.info(request, _("This plan is on yours already. Move its days instead of beginning it twice."))
        return redirect("plans:list")
    done = goal.steps.filter(done_on__isnull=False).count()
    said = _("“%(goal)s” is on your plan, with a day for each step.") % {"goal": goal.title}
    if done:
        said += " " + _("What you have done since it began is ticked off.")
    messages.success(request, said)
    return redirect(f"{reverse('plans:list')}#goal-{goal.pk}")


def _target(request: SignedInRequest) -> Role | None:
    """The job that the person has in view, as long as its guide can be read."""
    published = Role.objects.published(timezone.now())
    target = TargetRole.objects.owned_by(request.user).filter(role__in=published).select_related("role").first()
    return target.role if target else None
