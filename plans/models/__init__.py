"""The nouns of the plan."""

from plans.models.goal import Goal, Step

__all__ = ["Goal", "Step"]
