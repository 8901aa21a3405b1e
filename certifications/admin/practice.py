"""Practice questions and drug names at the desk."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certifications.actions.importing_questions import import_questions
from certifications.admin.statistics import statistics_view
from certifications.forms.questions import QuestionFileForm, QuestionForm
from certifications.models import DrugName, PracticeQuestion, QuestionPlace
from guides.admin.history import HistoryAdmin
from guides.admin.saving import SavingAdmin, say, show_rows
from guides.content_files import ContentError

# What a file holds: the keys are not for translation.
_SAMPLE = """\
- slug: lowest-refrigerator-temperature
  kind: safety
  stem: …
  choices: [2 °C, 0 °C, 8 °C, 15 °C]
  answer: 0
  rationale: …
  why_not: ["", …, …, …]
  source: cdc-storage
  source_words: …
  places:
    - {credential: ptcb-cpht, domain: patient-safety}"""


class ReviewedFilter(admin.SimpleListFilter):
    """By whether somebody with the profession has checked it."""

    title = gettext_lazy("review")
    parameter_name = "reviewed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("no", gettext_lazy("Not reviewed")), ("yes", gettext_lazy("Reviewed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of the chosen one."""
        if self.value() == "no":
            return queryset.filter(reviewed_by="")
        return queryset.exclude(reviewed_by="") if self.value() == "yes" else queryset


class PlaceInline(admin.TabularInline[QuestionPlace, PracticeQuestion]):
    """The exams that it serves."""

    model = QuestionPlace
    fields = ["credential", "domain"]
    autocomplete_fields = ["credential"]
    extra = 1


@admin.register(PracticeQuestion)
class PracticeQuestionAdmin(HistoryAdmin):
    """Questions of our own, with their answers and why."""

    place_on_desk = 15
    form = QuestionForm
    change_list_template = "admin/certifications/question/change_list.html"
    list_display = ["__str__", "kind", "source_words", "reviewed_by", "reviewed_on", "is_published"]
    list_filter = [ReviewedFilter, "is_published", "kind", ("places__credential", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["slug", "stem", "rationale", "source_words"]
    ordering = ["slug"]
    list_per_page = 50
    autocomplete_fields = ["source"]
    inlines = [PlaceInline]
    actions = ["publish", "take_back"]

    def put_in_search(self, obj: Any) -> None:
        """Nothing: guides do not show it."""

    @admin.action(description=gettext_lazy("Show to learners"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[PracticeQuestion]) -> None:
        """Let learners meet them."""
        count = show_rows(queryset, shown=True)
        say(request, ngettext("Learners see %d question more.", "Learners see %d questions more.", count) % count)

    @admin.action(description=gettext_lazy("Take from learners"), permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[PracticeQuestion]) -> None:
        """Keep them here, out of new rounds."""
        count = show_rows(queryset, shown=False)
        say(request, ngettext("%d question is kept back.", "%d questions are kept back.", count) % count)

    def get_urls(self) -> list[URLPattern]:
        """With the page that takes a file, and the one that tells how questions work."""
        view = self.admin_site.admin_view(self.import_view)
        told = self.admin_site.admin_view(partial(statistics_view, site=self.admin_site))
        return [
            path("import/", view, name="certifications_practicequestion_import"),
            path("statistics/", told, name="certifications_practicequestion_statistics"),
            *super().get_urls(),
        ]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Questions from a file: all of it, or nothing, with every problem by its line."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = QuestionFileForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                count = import_questions(
                    form.cleaned_data["file"],
                    by=request.user,  # type: ignore[arg-type]
                    now=timezone.now(),
                )
            except ContentError as error:
                form.add_error("file", [str(problem) for problem in error.problems])
            else:
                words = ngettext("Added %d question.", "Added %d questions.", count)
                messages.success(request, words % count)
                return redirect("admin:certifications_practicequestion_changelist")
        context = {**self.admin_site.each_context(request), "title": _("Import questions"), "form": form}
        context["opts"] = PracticeQuestion._meta
        return render(request, "admin/certifications/question/import.html", context | {"sample": _SAMPLE})


@admin.register(DrugName)
class DrugNameAdmin(SavingAdmin):
    """Generic and brand names."""

    place_on_desk = 16
    list_display = ["generic", "brand", "drug_class", "used_for"]
    search_fields = ["generic", "brand", "drug_class"]
    prepopulated_fields = {"slug": ["generic"]}
    autocomplete_fields = ["source"]

    def put_in_search(self, obj: Any) -> None:
        """Nothing: guides do not show it."""
