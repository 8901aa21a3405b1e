"""The plan of alerts: which words, where, how often; the person sets each up on its site."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions.alerts import change, plan_alerts, set_up, take_down
from jobsearch.alerting.links import Link, search_link
from jobsearch.alerting.suggesting import suggested
from jobsearch.forms.alerts import AlertForm, BoardForm, PlanForm, SetUpForm
from jobsearch.models import Alert
from jobsearch.models.alert import AlertQuerySet
from kit.paging import one_page

_STATION = {"station": "connect"}
_SEARCH = {"terms", "where", "site", "link"}


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """All of them: what is to be set up, and when each was looked through."""
    mine = _mine(request)
    page = one_page(request, mine.to_set_up_first())
    context = {
        "page": page,
        "rows": [(alert, _link(alert)) for alert in page],
        "running": mine.set_up().count(),
        "today": timezone.localdate(),
        **_STATION,
    }
    return render(request, "jobsearch/alert_list.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Plan a search on one or several sites."""
    board = BoardForm(request.GET)
    asked = board.cleaned_data["site"] if board.is_valid() else ""
    begins = suggested(request.user, now=timezone.now(), asked=asked)
    ticked = [str(each.pk) for each in begins.sites if each.key == asked]
    data = request.POST if request.method == "POST" else None
    form = PlanForm(data, owner=request.user, suggested=begins, initial={"sites": ticked})
    if request.method == "POST" and form.is_valid():
        number = plan_alerts(form.alerts())
        words = ngettext(
            "%(number)d alert is planned. Open the search, and set it up there.",
            "%(number)d alerts are planned. Open each search, and set it up there.",
            number,
        )
        messages.success(request, words % {"number": number})
        return redirect("alerts:list")
    return render(request, "jobsearch/alert_add.html", {"form": form, "suggested": begins, **_STATION})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change one; with other words it is to be set up again."""
    alert = get_object_or_404(_mine(request), pk=pk)
    form = AlertForm(request.POST if request.method == "POST" else None, instance=alert)
    if request.method == "POST" and form.is_valid():
        is_other, was_running = bool(_SEARCH & {*form.changed_data}), alert.set_up_on is not None
        change(form.save(commit=False), is_other_search=is_other)
        words = _("Changed. Set it up anew on the site, and end the old one there.")
        messages.success(request, words if is_other and was_running else _("Changed."))
        return redirect("alerts:list")
    return render(request, "jobsearch/alert_form.html", {"form": form, "alert": alert, **_STATION})


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then take it off the plan."""
    alert = get_object_or_404(_mine(request), pk=pk)
    if request.method == "POST":
        alert.delete()
        messages.success(request, _("It is off your plan."))
        return redirect("alerts:list")
    return render(request, "jobsearch/alert_delete.html", {"alert": alert, "link": _link(alert), **_STATION})


@require_POST
def running(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is set up on its site, or not after all."""
    alert, form = get_object_or_404(_mine(request), pk=pk), SetUpForm(request.POST)
    if form.is_valid() and form.cleaned_data["done"]:
        set_up(alert, on=timezone.localdate())
        messages.success(request, _("Noted: %(alert)s runs. In a week we remind you to look.") % {"alert": alert})
    else:
        take_down(alert)
        messages.success(request, _("Noted: %(alert)s is to be set up.") % {"alert": alert})
    return redirect("alerts:list")


@require_POST
def looked(request: SignedInRequest) -> HttpResponse:
    """Everything that runs was looked through today."""
    _mine(request).set_up().update(looked_on=timezone.localdate())
    messages.success(request, _("Noted. We remind you again in a week. Did something fit you? Save it as a job."))
    return redirect("alerts:list")


def _mine(request: SignedInRequest) -> AlertQuerySet:
    return Alert.objects.owned_by(request.user).select_related("resource", "owner")


def _link(alert: Alert) -> Link:
    """Its own address, else the search of its site."""
    if alert.link or alert.resource is None:
        return Link(alert.link)
    return search_link(alert.resource.key, alert.resource.url, alert.terms, alert.where)
