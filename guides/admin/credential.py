"""Credentials at the desk, each with its figures."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.forms import Textarea
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from guides.admin.choices import OneListOfChoices
from guides.admin.history import HistoryAdmin
from guides.admin.saving import FIELDS
from guides.forms.admin import CredentialFactForm
from guides.models import Credential, Fact, Role
from guides.search import index


class FactInline(OneListOfChoices, admin.StackedInline[Fact, Credential]):
    """Figures of the credential: fee, length, passing score, renewal."""

    model = Fact
    formfield_overrides = FIELDS
    form = CredentialFactForm
    extra = 0
    classes = ["collapse"]
    show_change_link = True
    fields = [
        ("label", "value"),
        ("key", "as_of"),
        ("source", "confidence", "review_by"),
        ("number", "unit", "position"),
    ]


@admin.register(Credential)
class CredentialAdmin(HistoryAdmin):
    """Certifications, licenses, registrations, certificates."""

    place_on_desk = 4
    list_display = ["name", "abbreviation", "issuer", "kind", "is_entry", "fact_count"]
    list_filter = ["kind", "is_entry", "roles"]
    search_fields = ["name", "abbreviation", "issuer", "exam"]
    ordering = ["position", "name"]
    prepopulated_fields = {"slug": ["name"]}
    filter_horizontal = ["roles"]
    inlines = [FactInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Credential]:
        """With how many facts each has."""
        rows: QuerySet[Credential] = super().get_queryset(request)
        return rows.annotate(facts_of_it=Count("facts", distinct=True))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Credential | None = None) -> Any:
        """Facts are named after the slug: it does not follow the name."""
        return self.prepopulated_fields if obj is None else {}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Room to write the summary."""
        if db_field.name == "summary":
            kwargs["widget"] = Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("facts"), ordering="facts_of_it")
    def fact_count(self, credential: Any) -> int:
        """How many figures we have on it."""
        return int(credential.facts_of_it)

    def put_in_search(self, obj: Credential) -> None:
        """The guides that name it."""
        index.put_credential(obj)

    def delete_model(self, request: HttpRequest, obj: Credential) -> None:
        """Delete, then index the guides that named it."""
        roles = [*obj.roles.all()]
        admin.ModelAdmin.delete_model(self, request, obj)
        _put(roles)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Credential]) -> None:
        """Delete them, then index the guides that named them."""
        roles = [*Role.objects.filter(credentials__in=queryset).distinct()]
        admin.ModelAdmin.delete_queryset(self, request, queryset)
        _put(roles)


def _put(roles: list[Role]) -> None:
    for role in roles:
        index.put_role(role)
