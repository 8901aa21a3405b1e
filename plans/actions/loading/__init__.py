"""Brings templates out of their files into the database without overwriting what an editor changed."""

from plans.actions.loading.loader import NOUNS, load_plans

__all__ = ["NOUNS", "load_plans"]
