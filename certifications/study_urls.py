"""Addresses of exam plans, practice, cards and study groups."""

from django.urls import URLPattern

app_name = "study"
urlpatterns: list[URLPattern] = []
