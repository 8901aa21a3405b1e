"""Teams at the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actions import record
from accounts.admin.people import actor_of
from accounts.models import Team, TeamMembership


class MembershipInline(admin.TabularInline[TeamMembership, Team]):
    """Who is in the team. A membership is ended, not deleted."""

    model = TeamMembership
    fields = ["user", "role", "started_on", "ended_on"]
    autocomplete_fields = ["user"]
    extra = 1
    can_delete = False

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """People are chosen here, and made on their own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "user":
            for permission in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, permission, False)
        return field

    def get_queryset(self, request: HttpRequest) -> QuerySet[TeamMembership]:
        """With the people, in one query."""
        return super().get_queryset(request).select_related("user")


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin[Team]):
    """A team and its people."""

    list_display = ["name", "counselor_count", "supervisor_count", "made_at"]
    search_fields = ["name"]
    inlines = [MembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Team]:
        """With the numbers of people, in one query."""
        today = timezone.localdate()
        holds = Q(memberships__started_on__lte=today) & (
            Q(memberships__ended_on__isnull=True) | Q(memberships__ended_on__gt=today)
        )
        roles = TeamMembership.Role
        return (
            super()
            .get_queryset(request)
            .annotate(
                counselors=Count("memberships", filter=holds & Q(memberships__role=roles.COUNSELOR)),
                supervisors=Count("memberships", filter=holds & Q(memberships__role=roles.SUPERVISOR)),
            )
        )

    @admin.display(description=_("counselors"), ordering="counselors")
    def counselor_count(self, team: Team) -> int:
        """Today's."""
        return int(getattr(team, "counselors", 0))

    @admin.display(description=_("supervisors"), ordering="supervisors")
    def supervisor_count(self, team: Team) -> int:
        """Today's."""
        return int(getattr(team, "supervisors", 0))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Write down who came and went: a staff role follows from it."""
        super().save_formset(request, form, formset, change)
        changed = [membership for membership, _fields in getattr(formset, "changed_objects", [])]
        for membership in [*getattr(formset, "new_objects", []), *changed]:
            record(
                actor=actor_of(request),
                action="membership saved",
                subject=membership,
                detail={
                    "person": membership.user_id,
                    "team": membership.team_id,
                    "role": membership.role,
                    "started_on": str(membership.started_on),
                    "ended_on": str(membership.ended_on or ""),
                },
            )
