"""Addresses of a person's continuing education and renewals."""

from django.urls import URLPattern

app_name = "ce"
urlpatterns: list[URLPattern] = []
