"""Addresses of the plan of alerts, under /my/alerts/."""

from django.urls import path

from jobsearch.views import alerts

app_name = "alerts"
urlpatterns = [
    path("", alerts.list, name="list"),
    path("add/", alerts.add, name="add"),
    path("looked/", alerts.looked, name="looked"),
    path("<int:pk>/edit/", alerts.edit, name="edit"),
    path("<int:pk>/running/", alerts.running, name="running"),
    path("<int:pk>/delete/", alerts.delete, name="delete"),
]
