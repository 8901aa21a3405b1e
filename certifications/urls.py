"""Addresses of the catalogue: what there is to earn, side by side, and what others were given a link to.

A credential's slug must not be one of the fixed words here.
"""

from django.urls import path

from certifications.views import catalogue, compare, sharing

app_name = "certifications"
urlpatterns = [
    path("", catalogue.list, name="list"),
    path("compare/", compare.compare, name="compare"),
    path("shared/<slug:token>/", sharing.shared, name="shared"),
    path("<slug:slug>/", catalogue.detail, name="detail"),
]
