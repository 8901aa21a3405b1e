"""State rules at the desk."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, ngettext

from guides.actions.reviewing import CHECKED_FOR, check_state_rules
from guides.admin.filters import ReviewFilter
from guides.admin.history import HistoryAdmin
from guides.admin.saving import say
from guides.admin.words import confidence_tag, day_words, review_tag
from guides.models import StateRequirement


@admin.register(StateRequirement)
class StateRequirementAdmin(HistoryAdmin):
    """What each state asks of a person in a role."""

    place_on_desk = 5
    list_display = ["state", "role", "kind", "national", "board", "sureness", "checked_on", "review"]
    list_select_related = ["state", "role"]
    list_filter = [ReviewFilter, "confidence", "kind", "national", "role"]
    search_fields = ["state__name", "state__usps", "board", "detail"]
    ordering = ["state__name", "role__title"]
    list_per_page = 60
    actions = ["checked_today"]

    @admin.display(description=gettext_lazy("confidence"), ordering="confidence")
    def sureness(self, rule: StateRequirement) -> SafeString:
        """How sure we are, in a word."""
        return confidence_tag(rule.confidence)

    @admin.display(description=gettext_lazy("review by"), ordering="review_by")
    def review(self, rule: StateRequirement) -> SafeString:
        """When it should be checked again."""
        return review_tag(rule.review_by, today=timezone.localdate())

    @admin.action(
        description=gettext_lazy("Checked today with the board: next review in a year"), permissions=["change"]
    )
    def checked_today(self, request: HttpRequest, queryset: QuerySet[StateRequirement]) -> None:
        """Move the review date of rules that someone has just seen at the board."""
        today = timezone.localdate()
        count = check_state_rules(queryset, by=request.user, on=today)  # type: ignore[arg-type]
        words = ngettext(
            "%(count)d rule is to be checked again by %(day)s.",
            "%(count)d rules are to be checked again by %(day)s.",
            count,
        )
        say(request, words % {"count": count, "day": day_words(today + CHECKED_FOR)})
