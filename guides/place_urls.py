"""Addresses of the directory of places to go."""

from django.urls import path

from guides.views import places as views

app_name = "places"
urlpatterns = [
    path("", views.list, name="list"),
    path("<slug:key>/", views.detail, name="detail"),
]
