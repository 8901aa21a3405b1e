"""The nouns of people and teams."""

from accounts.models.user import User

__all__ = ["User"]
