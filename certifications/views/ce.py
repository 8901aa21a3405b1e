"""Courses of continuing education, and how they count."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from certifications.actions.ledger import FrozenError, delete_credit, keep_credit, put_towards
from certifications.forms.ce import AskForm, CreditForm, ServesForm, WhatIfForm, initial_of
from certifications.ledger.letters import letter_about
from certifications.ledger.marks import asked_by, asked_marks
from certifications.ledger.pages import DetailPage, ListPage
from certifications.ledger.sheets import ledger_of, sheet_of
from certifications.ledger.what_if import what_if as think
from certifications.models import CECredit, HeldCredential
from certifications.models.ledger import CECreditQuerySet

_STATION = {"station": "qualify"}
_PER_PAGE = 50


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Every credential with its progress, and every course with where it counts."""
    page = ListPage(ledger_of(request.user, today=timezone.localdate()))
    shown = Paginator(page.courses, _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "certifications/ce/list.html", {"page": page, "shown": shown, **_STATION})


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The open cycle of one credential."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user), pk=pk)
    sheet = sheet_of(held, as_of=timezone.localdate())
    context = {"page": DetailPage(sheet), "sheet": sheet, "form": WhatIfForm(asked=asked_by(sheet)), **_STATION}
    return render(request, "certifications/ce/detail.html", context)


@require_safe
def what_if(request: SignedInRequest, pk: int) -> HttpResponse:
    """What a course would change. The question stands in the address, and nothing is stored."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user), pk=pk)
    today = timezone.localdate()
    sheet = sheet_of(held, as_of=today)
    form = WhatIfForm(request.GET if "hours" in request.GET else None, asked=asked_by(sheet))
    found = None
    if form.is_valid():
        said = form.cleaned_data
        tags = frozenset(said.get("tags", ()))
        found = think(sheet, hours=said["hours"], tags=tags, on=said["on"] or today)
    context = {"sheet": sheet, "form": form, "found": found, **_STATION}
    return render(request, "certifications/ce/what_if.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Write down a course."""
    helds = _helds(request.user)
    form = CreditForm(
        request.POST if request.method == "POST" else None,
        helds=helds,
        asked=asked_marks(helds, today=timezone.localdate()),
        initial={"serves": _first_served(helds, request.GET.get("held", ""))},
    )
    if request.method == "POST" and form.is_valid():
        is_known = _is_known(form, request.user)
        credit = keep_credit(form.fill(CECredit(owner=request.user)), form.chosen_helds())
        messages.success(request, _("“%(title)s” is written down.") % {"title": credit.title})
        if is_known:
            messages.warning(request, _("This activity number stands on your list already. It counts once in a cycle."))
        return _after(form.chosen_helds())
    return render(request, "certifications/ce/add.html", {"form": form, **_STATION})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a course; one that was filed keeps all but what it is put towards."""
    credit = get_object_or_404(_credits(request.user), pk=pk)
    if credit.allocations.all():
        return _edit_filed(request, credit)
    helds = _helds(request.user, credit)
    form = CreditForm(
        request.POST if request.method == "POST" else None,
        helds=helds,
        asked=asked_marks(helds, today=timezone.localdate()) | {*credit.tags},
        initial=initial_of(credit),
    )
    if request.method == "POST" and form.is_valid():
        try:
            keep_credit(form.fill(credit), form.chosen_helds())
        except FrozenError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("“%(title)s” is saved.") % {"title": credit.title})
            return redirect("ce:list")
    return render(request, "certifications/ce/edit.html", {"form": form, "credit": credit, **_STATION})


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete a course with its files."""
    credit = get_object_or_404(_credits(request.user), pk=pk)
    refused = str(FrozenError(credit)) if credit.allocations.all() else ""
    if request.method == "POST" and not refused:
        title = credit.title
        try:
            delete_credit(credit)
        except FrozenError as error:
            refused = str(error)
        else:
            messages.success(request, _("“%(title)s” is deleted.") % {"title": title})
            return redirect("ce:list")
    context = {"credit": credit, "refused": refused, "files": len(credit.files.all()), **_STATION}
    return render(request, "certifications/ce/delete.html", context)


@require_safe
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """A letter to the provider, ready for one's own mail program. We send nothing."""
    credit = get_object_or_404(CECredit.objects.owned_by(request.user), pk=pk)
    form = AskForm(request.GET if "wish" in request.GET else None)
    wish, email = "certificate", ""
    if form.is_valid():
        wish, email = form.cleaned_data["wish"], form.cleaned_data["email"]
    letter = letter_about(credit, wish=wish, email=email, name=request.user.name)
    context = {"credit": credit, "form": form, "letter": letter, **_STATION}
    return render(request, "certifications/ce/ask.html", context)


def _edit_filed(request: SignedInRequest, credit: CECredit) -> HttpResponse:
    helds = _helds(request.user, credit)
    form = ServesForm(
        request.POST if request.method == "POST" else None,
        helds=helds,
        initial={"serves": [str(held.pk) for held in credit.serves.all()]},
    )
    if request.method == "POST" and form.is_valid():
        put_towards(credit, form.chosen_helds())
        messages.success(request, _("“%(title)s” is saved.") % {"title": credit.title})
        return redirect("ce:list")
    context = {"form": form, "credit": credit, "refused": str(FrozenError(credit)), **_STATION}
    return render(request, "certifications/ce/edit_filed.html", context)


def _credits(user: User) -> CECreditQuerySet:
    return CECredit.objects.owned_by(user).prefetch_related("serves__credential", "files", "allocations")


def _helds(user: User, credit: CECredit | None = None) -> Sequence[HeldCredential]:
    """What a course can be put towards: all that was not given up, and what it serves already."""
    serves = {held.pk for held in credit.serves.all()} if credit else set()
    helds = HeldCredential.objects.owned_by(user).select_related("credential", "role", "state")
    return [held for held in helds if held.stage != HeldCredential.Stage.GIVEN_UP or held.pk in serves]


def _first_served(helds: Sequence[HeldCredential], asked: str) -> Sequence[str]:
    """The credential that the address names, or all that one holds."""
    named = [str(held.pk) for held in helds if str(held.pk) == asked]
    return named or [str(held.pk) for held in helds if held.is_held]


def _is_known(form: CreditForm, user: User) -> bool:
    """Whether the activity number stands on the list already."""
    number = form.cleaned_data["activity_id"]
    return bool(number) and CECredit.objects.owned_by(user).filter(activity_id__iexact=number).exists()


def _after(helds: Sequence[HeldCredential]) -> HttpResponse:
    """Where the course can be seen: on the page of its one credential, else on the list."""
    return redirect("ce:detail", helds[0].pk) if len(helds) == 1 else redirect("ce:list")
