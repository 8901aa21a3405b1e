"""Addresses of a person's practice, under /my/practice/."""

from django.urls import URLPattern

app_name = "practice"
urlpatterns: list[URLPattern] = []
