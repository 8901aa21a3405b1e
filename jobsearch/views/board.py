"""All applications: as a list with what to do next, and as a board with a column for each stage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from jobsearch.forms.board import ShowForm
from jobsearch.models import Application
from jobsearch.models.application import MOST_FOLLOW_UPS, ApplicationQuerySet
from kit.paging import one_page

_A_PAGE = 25
_A_COLUMN = 12
_DUE = 10
_STATION = {"station": "connect"}


@dataclass(frozen=True)
class Card:
    """An application with its addresses; resolving them card by card would take a quarter of the page's time."""

    application: Application
    address: str
    move: str


@dataclass(frozen=True)
class Column:
    """A stage of the board: the first of its cards, how many there are, and where a card can go."""

    stage: Application.Stage
    count: int
    cards: tuple["Card", ...]
    targets: SafeString


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """What is to be done first comes first."""
    form = ShowForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    show, q = asked.get("show") or "open", asked.get("q", "")
    mine, today = Application.objects.owned_by(request.user), timezone.localdate()
    rows = _shown(mine, show, q).as_rows().by_next_action()
    context = {
        "page": one_page(request, rows, size=_A_PAGE),
        "query": urlencode({"show": show, "q": q}),
        "filters": _filters(mine),
        "show": show,
        "q": q,
        "today": today,
        **_due(mine, today),
        **_STATION,
    }
    return render(request, "jobsearch/job_list.html", context)


@require_safe
def board(request: SignedInRequest) -> HttpResponse:
    """A column for each stage that can still become a job; the others are counted."""
    counts, cards = _counts(Application.objects.owned_by(request.user)), [*_cards(request.user)]
    open_stages = [stage for stage in Application.Stage if stage not in Application.OVER]
    columns = [
        Column(
            stage,
            counts.get(stage, 0),
            tuple(card for card in cards if card.application.stage == stage),
            _targets(stage),
        )
        for stage in open_stages
    ]
    over = [(stage, counts[stage]) for stage in Application.OVER if counts.get(stage)]
    context = {"columns": columns, "over": over, "today": timezone.localdate(), **_STATION}
    return render(request, "jobsearch/job_board.html", context)


def _shown(mine: ApplicationQuerySet, show: str, q: str) -> ApplicationQuerySet:
    if show == "open":
        mine = mine.open()
    elif show == "over":
        mine = mine.filter(stage__in=Application.OVER)
    elif show != "all":
        mine = mine.filter(stage=show)
    return mine.matching(q) if q else mine


def _counts(mine: ApplicationQuerySet) -> dict[str, int]:
    return {row["stage"]: row["count"] for row in mine.order_by().values("stage").annotate(count=Count("pk"))}


def _filters(mine: ApplicationQuerySet) -> Sequence[tuple[str, str, int]]:
    """Each way to look at the list, with the number of its rows; stages without any are left out."""
    counts = _counts(mine)
    over = sum(counts.get(stage, 0) for stage in Application.OVER)
    total = sum(counts.values())
    stages = [(stage.value, str(stage.label), counts[stage]) for stage in Application.Stage if counts.get(stage)]
    return [("open", _("Open"), total - over), *stages, ("over", _("Over"), over), ("all", _("All"), total)]


def _due(mine: ApplicationQuerySet, today: date) -> dict[str, Any]:
    """What needs doing today: planned actions, and applications of which nobody heard for ten days."""
    due = mine.open().filter(next_on__lte=today).as_rows().by_next_action()[:_DUE]
    silent = mine.silent_on(today).exclude(next_on__isnull=False).as_rows().order_by("last_on", "pk")
    silent = silent.annotate(asks=Count("follow_ups"))
    return {"due": due, "silent": silent[:_DUE], "most_asks": MOST_FOLLOW_UPS}


def _cards(user: User) -> Iterator[Card]:
    """The first cards of every column. Ranking reads narrow rows; only the cards are read whole."""
    order = [F("next_on").asc(nulls_last=True), F("pk").desc()]
    rank = Window(RowNumber(), partition_by="stage", order_by=order)
    first = Application.objects.owned_by(user).open().annotate(rank=rank).filter(rank__lte=_A_COLUMN)
    shown = Application.objects.filter(pk__in=[*first.values_list("pk", flat=True).order_by()])
    detail, move = reverse("jobs:detail", args=[0]), reverse("jobs:move", args=[0])
    for one in shown.as_rows().order_by(*order):
        yield Card(one, detail.replace("/0/", f"/{one.pk}/"), move.replace("/0/", f"/{one.pk}/"))


def _targets(stage: Application.Stage) -> SafeString:
    """The choices of “move to”, drawn once for all cards of a column; the likely one is chosen."""
    likely = Application.NEXT.get(stage)
    chosen, plain = SafeString(" selected"), SafeString("")
    others = ((other.value, chosen if other == likely else plain, other.label) for other in Application.Stage)
    return format_html_join("", '<option value="{}"{}>{}</option>', (other for other in others if other[0] != stage))
