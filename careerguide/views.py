"""Placeholders while the pages are built side by side."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


about_facts = about_accessibility = about_privacy = healthz = readyz = home


def my(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


my_data = my
