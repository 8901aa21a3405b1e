"""Download or delete one's own data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def my_data(request: HttpRequest) -> HttpResponse:
    """Written by the accounts part."""
    return render(request, "base.html")
