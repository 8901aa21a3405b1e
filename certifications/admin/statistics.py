"""How well practice questions work, from first answers only; nobody is named."""

from dataclasses import dataclass

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certifications.models import Attempt, PracticeQuestion
from certifications.study.statistics import FEWEST_ANSWERS, FirstAnswer, ItemStatistics, item_statistics

# Where a question is worth a look: nearly everyone right, no more right than by guessing, or the strong no better.
_EASY, _HARD, _FLAT = 0.95, 0.3, 0.1


@dataclass(frozen=True)
class Row:
    """One question with what its first answers say."""

    question: PracticeQuestion
    statistics: ItemStatistics

    @property
    def right(self) -> str:
        """The share of right answers, in words."""
        facility = self.statistics.facility
        return "" if facility is None else f"{facility * 100:.0f}%"

    @property
    def tells_apart(self) -> str:
        """How far strong people do better on it, from −1 to 1."""
        value = self.statistics.discrimination
        return "" if value is None else f"{value:.2f}".replace("-", "−")

    @property
    def remark(self) -> str:
        """What an editor may want to look at."""
        facility, apart = self.statistics.facility, self.statistics.discrimination
        if apart is not None and apart < 0:
            return _("People who do well elsewhere miss it: check the answer")
        if facility is not None and facility < _HARD:
            return _("Hardly anyone gets it right: check the words")
        if facility is not None and facility > _EASY:
            return _("Nearly everyone gets it right")
        return _("Tells little") if apart is not None and apart < _FLAT else ""


def rows() -> tuple[list[Row], int]:
    """Questions with enough first answers, what needs a look first; and how many have too few."""
    first = Attempt.objects.first_ones().values_list("question_id", "session__owner_id", "is_correct")
    found = item_statistics(FirstAnswer(question, person, bool(right)) for question, person, right in first)
    known = [
        Row(question, found[question.pk])
        for question in PracticeQuestion.objects.filter(pk__in=found).order_by("slug")
        if found[question.pk].facility is not None
    ]
    known.sort(key=lambda row: (not row.remark, row.statistics.facility or 0))
    return known, len(found) - len(known)


@require_safe
def statistics_view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The table."""
    if not request.user.has_perm("certifications.view_practicequestion"):
        raise PermissionDenied
    known, too_few = rows()
    context = {**site.each_context(request), "title": _("How the questions work"), "rows": known, "too_few": too_few}
    context |= {"fewest": FEWEST_ANSWERS, "opts": PracticeQuestion._meta}
    return render(request, "admin/certifications/question/statistics.html", context)
