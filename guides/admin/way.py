"""Settings, steps and questions: edited on their role's page, with versions on pages of their own."""

from django.contrib import admin
from django.http import HttpRequest

from guides.admin.history import HistoryAdmin
from guides.forms.admin import QuestionForm, StepForm
from guides.models import EntryStep, FrequentQuestion, WorkSetting


class _PartAdmin(HistoryAdmin):
    list_select_related = ["role"]
    list_filter = ["role"]

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """Not on the front page: the way here is through the role."""
        return {}

    def has_add_permission(self, request: HttpRequest) -> bool:
        """New ones are made on the role's page."""
        return False


@admin.register(WorkSetting)
class WorkSettingAdmin(_PartAdmin):
    """Workplaces."""

    list_display = ["name", "role", "naics"]
    exclude = ["role"]


@admin.register(EntryStep)
class EntryStepAdmin(_PartAdmin):
    """Steps in."""

    form = StepForm
    list_display = ["title", "role", "time", "cost"]


@admin.register(FrequentQuestion)
class FrequentQuestionAdmin(_PartAdmin):
    """Questions people ask."""

    form = QuestionForm
    list_display = ["question", "role"]
