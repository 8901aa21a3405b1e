"""The signed-in person's own addresses."""

from django.urls import path

from careerguide import views

urlpatterns = [
    path("", views.my, name="my"),
    path("data/", views.my_data, name="my_data"),
]
