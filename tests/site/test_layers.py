"""The house stands: imports point down, and so do foreign keys."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model

# From the roof to the ground; an app may point at itself and at what stands to the right of it.
HOUSE = [
    "careerguide",
    "caseloads",
    "resumes",
    "interviews",
    "certifications",
    "jobsearch",
    "plans",
    "guides",
    "accounts",
    "kit",
]
# Neighbors on one floor never point at each other.
ONE_FLOOR = {"resumes", "interviews", "certifications"}


def our_models() -> Iterator[type[Model]]:
    return (model for model in apps.get_models() if model._meta.app_label in HOUSE)


def points_to(model: type[Model]) -> Iterator[tuple[str, str]]:
    for field in model._meta.get_fields():
        target: Any = field.related_model
        if field.is_relation and not field.auto_created and target:
            yield field.name, target._meta.app_label


def may_point(origin: str, target: str) -> bool:
    if target not in HOUSE or origin == target:
        return True
    return HOUSE.index(origin) < HOUSE.index(target) and not {origin, target} <= ONE_FLOOR


def test_foreign_keys_point_down():
    upward = [
        f"{model.__name__}.{field} points at {target}"
        for model in our_models()
        for field, target in points_to(model)
        if not may_point(model._meta.app_label, target)
    ]

    assert upward == []


def test_every_app_of_ours_has_its_place_in_the_house():
    ours = {config.label for config in apps.get_app_configs() if "site-packages" not in config.path}

    assert ours <= set(HOUSE)


def test_neighbors_and_higher_floors_are_refused():
    assert may_point("plans", "guides")
    assert not may_point("guides", "plans")
    assert not may_point("resumes", "interviews")
