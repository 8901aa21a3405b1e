"""Addresses of a person's plan."""

from django.urls import path

from plans import views

app_name = "plans"
urlpatterns = [
    path("", views.list, name="list"),
    path("add/", views.add, name="add"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/steps/add/", views.step_add, name="step_add"),
    path("steps/<int:pk>/edit/", views.step_edit, name="step_edit"),
    path("steps/<int:pk>/delete/", views.step_delete, name="step_delete"),
    path("steps/<int:pk>/finish/", views.step_finish, name="step_finish"),
    path("steps/<int:pk>/reopen/", views.step_reopen, name="step_reopen"),
]
