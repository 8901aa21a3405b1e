"""Brings the content files of certifications into the database without overwriting what an editor changed."""

from certifications.actions.loading.loader import NOUNS, load_certifications

__all__ = ["NOUNS", "load_certifications"]
