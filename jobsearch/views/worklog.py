"""The work-search log, the lines that people write into it, and the numbers of a search."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from jobsearch import numbers as counted
from jobsearch.forms.worklog import ActivityForm, PeriodForm, week_of
from jobsearch.models import SearchActivity
from jobsearch.worklog import Line, lines_between
from kit import csv_tables

_STATION = {"station": "connect"}


@require_safe
def log(request: SignedInRequest) -> HttpResponse:
    """What was done in those days, to print or to copy into the form of the office."""
    form = PeriodForm(request.GET)
    lines: list[Line] = []
    if is_valid := form.is_valid():
        lines = lines_between(request.user, form.cleaned_data["first"], form.cleaned_data["last"])
        # The fields show the days that are meant, also where none was chosen.
        form = PeriodForm(initial=form.cleaned_data)
    context = {
        "form": form,
        "lines": lines,
        "period": form.initial if is_valid else None,
        "weeks": _weeks(timezone.localdate()),
        **_STATION,
    }
    return render(request, "jobsearch/job_log.html", context)


@require_safe
def log_csv(request: SignedInRequest) -> HttpResponse:
    """The same lines as a table."""
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return redirect(f"{reverse('jobs:log')}?{request.GET.urlencode()}")
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    head = [_("Day"), _("What"), _("Employer"), _("Address"), _("Job"), _("How"), _("Result")]
    rows = [
        [line.on.isoformat(), line.what, line.employer, line.address, line.job, line.how, line.result]
        for line in lines_between(request.user, first, last)
    ]
    response = HttpResponse(csv_tables.csv_text([head, *rows]), content_type=csv_tables.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="work-search-{first}-{last}.csv"'
    return response


@require_http_methods(["GET", "POST"])
def activity_add(request: SignedInRequest) -> HttpResponse:
    """Write down something that no other page here keeps."""
    own = SearchActivity(owner=request.user)
    form = ActivityForm(request.POST or None, instance=own, initial={"on": timezone.localdate()})
    return _activity(request, form)


@require_http_methods(["GET", "POST"])
def activity_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put it right."""
    own = get_object_or_404(SearchActivity.objects.owned_by(request.user), pk=pk)
    return _activity(request, ActivityForm(request.POST or None, instance=own))


@require_http_methods(["GET", "POST"])
def activity_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then take it out of the log."""
    own = get_object_or_404(SearchActivity.objects.owned_by(request.user), pk=pk)
    if request.method == "POST":
        own.delete()
        messages.success(request, _("It is out of the log."))
        return redirect(_week_page(own.on))
    return render(request, "jobsearch/job_activity_delete.html", {"own": own, **_STATION})


@require_safe
def numbers(request: SignedInRequest) -> HttpResponse:
    """What the search has brought so far, as counts."""
    counts, answers = counted.counts_of(request.user), counted.days_to_answer(request.user)
    rows = counted.by_source(counts)
    context = {
        "tables": [(_("Where you found them"), rows), (_("How you applied"), counted.by_way(counts))],
        "total": counted.total(rows),
        "fewest": counted.FEWEST,
        "answers": answers[0],
        "half_within": answers[1],
        **_STATION,
    }
    return render(request, "jobsearch/job_numbers.html", context)


def _activity(request: SignedInRequest, form: ActivityForm) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        own = form.save()
        messages.success(request, _("It stands in your log."))
        return redirect(_week_page(own.on))
    return render(request, "jobsearch/job_activity.html", {"form": form, "own": form.instance, **_STATION})


def _week_page(day: date) -> str:
    first, last = week_of(day)
    return f"{reverse('jobs:log')}?first={first}&last={last}"


def _weeks(today: date) -> list[tuple[str, date, date]]:
    """Usual choices: this week, the one before, four weeks."""
    first, last = week_of(today)
    week = timedelta(days=7)
    return [
        (_("This week"), first, last),
        (_("Last week"), first - week, last - week),
        (_("The last four weeks"), first - 3 * week, last),
    ]
