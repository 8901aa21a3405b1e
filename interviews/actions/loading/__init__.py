"""Brings the question bank out of its files into the database without overwriting what an editor changed."""

from interviews.actions.loading.loader import NOUNS, load_interviews

__all__ = ["NOUNS", "load_interviews"]
