"""Choices in inlines: fetched once a page, however many rows there are."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.http import HttpRequest


class OneListOfChoices(BaseModelAdmin[Any]):
    """An inline whose rows share the list of each foreign key."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The field with its list from the first row on."""
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None:
            lists = request.__dict__.setdefault("_lists_of_choices", {})
            if db_field.name not in lists:
                lists[db_field.name] = [*field.choices]
            field.choices = lists[db_field.name]
        return field
