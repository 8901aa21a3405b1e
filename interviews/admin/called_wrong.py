"""Which notes of the feedback people called wrong: by note and question, with the words, and without a person."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from interviews.forms.desk import CalledWrongForm
from interviews.models import Disagreement, Question

# What counts as of late on the desk's front page.
LATELY = timedelta(days=30)
# Groups a page, and quotations a group.
PAGE, MOST_QUOTES = 30, 12
# Warnings that are for the writer alone: the words may name a patient or an employer.
PRIVATE = frozenset({"privacy", "blame", "positive_tone"})


@dataclass
class Group:
    """One note at one question."""

    code: str
    question: Question
    count: int
    quotes: list[str] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Whether its words are nobody's business here."""
        return self.code in PRIVATE


def of_the_bank() -> QuerySet[Disagreement]:
    """Those at questions of the bank. What people say to questions of their own is theirs."""
    return Disagreement.objects.filter(answer__question__isnull=False, answer__question__owner__isnull=True)


def recent_count(since: datetime) -> int:
    """How many notes were called wrong since then."""
    return of_the_bank().filter(made_at__gte=since).count()


def groups(page: Any) -> list[Group]:
    """The groups of a page with the words that the notes were about, the newest first."""
    found = {(row["code"], row["answer__question"]): row["count"] for row in page}
    questions = Question.objects.select_related("role").in_bulk({question for _code, question in found})
    made = {key: Group(key[0], questions[key[1]], count) for key, count in found.items()}
    which = Q(pk__in=[])
    for code, question in (key for key in found if key[0] not in PRIVATE):
        which |= Q(code=code, answer__question=question)
    quoted = of_the_bank().filter(which).exclude(quote="").order_by("-made_at", "-pk")
    for code, question, quote in quoted.values_list("code", "answer__question", "quote"):
        quotes = made[code, question].quotes
        if quote not in quotes and len(quotes) < MOST_QUOTES:
            quotes.append(quote)
    return list(made.values())


@require_safe
def called_wrong_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The list, most often called wrong first."""
    if not request.user.has_perm("interviews.view_disagreement"):
        raise PermissionDenied
    form = CalledWrongForm(request.GET)
    chosen = form.chosen()
    grouped = of_the_bank().filter(**chosen).order_by().values("code", "answer__question").annotate(count=Count("pk"))
    pages = Paginator(grouped.order_by("-count", "code", "answer__question"), PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        **site.each_context(request),
        "title": _("What people called wrong"),
        "opts": Question._meta,
        "page": page,
        "groups": groups(page),
        "codes": of_the_bank().order_by("code").values("code").annotate(count=Count("pk")),
        "code": chosen.get("code"),
        "is_all": not chosen,
    }
    return render(request, "admin/interviews/question/called_wrong.html", context)
