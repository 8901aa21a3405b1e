"""Addresses of a person's real interviews, under /my/interviews/."""

from django.urls import URLPattern

app_name = "interviews"
urlpatterns: list[URLPattern] = []
