"""Requests whose person is known."""

from django.http import HttpRequest

from accounts.models import User


class SignedInRequest(HttpRequest):
    """A request that the sign-in middleware has let through: its user is a person of ours."""

    user: User
