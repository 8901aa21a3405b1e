"""Addresses of the catalogue: what there is to earn, side by side, and what others were given a link to."""

from django.urls import URLPattern

app_name = "certifications"
urlpatterns: list[URLPattern] = []
