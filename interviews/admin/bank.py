"""Competencies and questions of the bank at the desk."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from guides.admin.history import HistoryAdmin
from guides.admin.saving import say, show_rows
from guides.templatetags.desk import Queue
from interviews.admin.called_wrong import LATELY, called_wrong_view, recent_count
from interviews.forms.desk import CompetencyForm, QuestionForm
from interviews.models import AskedQuestion, Competency, Question, QuestionCompetency, StoryCompetency


class BankAdmin(HistoryAdmin):
    """Rows of the bank, which the search of guides does not look through. What people use is not deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not where what people keep of their own would go with it."""
        return super().has_delete_permission(request, obj) and (obj is None or not self.is_used(obj))

    def is_used(self, obj: Any) -> bool:
        """Whether something that people keep hangs on it."""
        return True

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without deleting several at once, which does not look at each."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def put_in_search(self, obj: Any) -> None:
        """Nothing: guides do not show it."""


@admin.register(Competency)
class CompetencyAdmin(BankAdmin):
    """What interviewers want to find out."""

    place_on_desk = 18
    form = CompetencyForm
    list_display = ["name", "description", "questions_held"]
    search_fields = ["name", "slug", "description"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Competency]:
        """With how many questions of the bank ask about each."""
        rows: QuerySet[Competency] = super().get_queryset(request)
        return rows.annotate(questions_of_it=Count("places", filter=Q(places__question__owner__isnull=True)))

    def is_used(self, obj: Any) -> bool:
        """Whether questions ask about it, or stories are filed under it."""
        return obj.places.exists() or StoryCompetency.objects.filter(competency=obj).exists()

    @admin.display(description=gettext_lazy("questions"), ordering="questions_of_it")
    def questions_held(self, competency: Any) -> SafeString:
        """How many questions ask about it, with the way to them."""
        url = reverse("admin:interviews_question_changelist")
        return format_html(
            '<a href="{}?places__competency__id__exact={}">{}</a>', url, competency.pk, competency.questions_of_it
        )


class PlaceInline(admin.TabularInline[QuestionCompetency, Question]):
    """What the question asks about."""

    model = QuestionCompetency
    fields = ["competency", "position"]
    extra = 1
    verbose_name = gettext_lazy("competency")
    verbose_name_plural = gettext_lazy("what it asks about, the main thing first")


@admin.register(Question)
class QuestionAdmin(BankAdmin):
    """Questions of the bank. Those that people added for themselves are theirs, and never shown here."""

    place_on_desk = 17
    form = QuestionForm
    change_list_template = "admin/interviews/question/change_list.html"
    list_display = ["text", "role", "kind", "practiced", "called_wrong", "is_published"]
    list_select_related = ["role"]
    list_filter = [
        "is_published",
        "kind",
        ("role", admin.RelatedOnlyFieldListFilter),
        ("places__competency", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["text", "slug", "looking_for", "tip"]
    ordering = ["role__title", "position", "pk"]
    list_per_page = 50
    empty_value_display = gettext_lazy("any job")
    prepopulated_fields = {"slug": ["text"]}
    readonly_fields = ["practiced", "called_wrong"]
    inlines = [PlaceInline]
    actions = ["publish", "take_back"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        """Those of the bank, with how often each was answered, by how many, and how often a note was called wrong."""
        given = Q(answers__given_at__isnull=False)
        rows: QuerySet[Question] = super().get_queryset(request)
        return rows.filter(owner__isnull=True).annotate(
            answers_given=Count("answers", filter=given, distinct=True),
            people=Count("answers__session__owner", filter=given, distinct=True),
            disagreed=Count("answers__disagreements", distinct=True),
        )

    def is_used(self, obj: Any) -> bool:
        """Whether somebody was asked it, in practice or for real."""
        asked = AskedQuestion.objects.filter(question=obj)
        return obj.answers.exists() or obj.cards.exists() or asked.exists()

    def get_history_queryset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Versions of the bank's questions alone."""
        return super().get_history_queryset(request, *args, **kwargs).filter(owner__isnull=True)

    @admin.display(description=gettext_lazy("practiced"), ordering="answers_given")
    def practiced(self, question: Any) -> str:
        """How many answers were given, and by how many people."""
        number = getattr(question, "answers_given", 0)
        if not number:
            return _("not yet")
        answers = ngettext("%d answer", "%d answers", number) % number
        people = ngettext("%d person", "%d people", question.people) % question.people
        return _("%(answers)s, %(people)s") % {"answers": answers, "people": people}

    @admin.display(description=gettext_lazy("called wrong"), ordering="disagreed")
    def called_wrong(self, question: Any) -> SafeString | str:
        """How many notes people said were not true, with the way to them."""
        number = getattr(question, "disagreed", 0)
        if not number:
            return "0"
        url = reverse("admin:interviews_question_called_wrong")
        return format_html('<a href="{}?question={}">{}</a>', url, question.pk, number)

    @admin.action(description=gettext_lazy("Show to people"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        """Let people meet them."""
        count = show_rows(queryset, shown=True)
        say(request, ngettext("People see %d question more.", "People see %d questions more.", count) % count)

    @admin.action(description=gettext_lazy("Keep back"), permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        """Keep them here, out of the bank's pages and of new practice."""
        count = show_rows(queryset, shown=False)
        say(request, ngettext("%d question is kept back.", "%d questions are kept back.", count) % count)

    def get_urls(self) -> list[URLPattern]:
        """With the page that tells which notes people called wrong."""
        view = self.admin_site.admin_view(partial(called_wrong_view, site=self.admin_site))
        return [path("called-wrong/", view, name="interviews_question_called_wrong"), *super().get_urls()]

    def queues(self, request: HttpRequest) -> list[Queue]:
        """What people called wrong of late, on the front page of the desk."""
        if not request.user.has_perm("interviews.view_disagreement"):
            return []
        hint = _("notes of interview feedback that people said were not true, in the last %d days") % LATELY.days
        count = recent_count(timezone.now() - LATELY)
        return [Queue(reverse("admin:interviews_question_called_wrong"), _("Called wrong"), count, hint)]
