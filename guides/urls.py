"""Addresses of the public reference."""

from django.urls import path

from guides import views

app_name = "guides"
urlpatterns = [
    path("", views.list, name="list"),
    path("search/", views.search, name="search"),
    path("glossary/", views.glossary, name="glossary"),
    path("<slug:slug>/", views.detail, name="detail"),
]
