"""Public addresses of the question bank, under /interviews/."""

from django.urls import URLPattern

app_name = "bank"
urlpatterns: list[URLPattern] = []
