"""Placeholders while the pages are built side by side."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def list(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


@login_not_required
def search(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


@login_not_required
def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")

