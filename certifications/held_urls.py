"""Addresses of what a person holds or is working towards."""

from django.urls import URLPattern

app_name = "held"
urlpatterns: list[URLPattern] = []
