"""Addresses of a person's plan."""

from django.urls import path

from plans.views import achievements, moving, places, ready, timeline, weekly
from plans.views import goals as views

app_name = "plans"
urlpatterns = [
    path("", views.list, name="list"),
    path("add/", views.add, name="add"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/move/", moving.move, name="move"),
    path("<int:pk>/steps/add/", views.step_add, name="step_add"),
    path("steps/<int:pk>/edit/", views.step_edit, name="step_edit"),
    path("steps/<int:pk>/delete/", views.step_delete, name="step_delete"),
    path("steps/<int:pk>/finish/", views.step_finish, name="step_finish"),
    path("steps/<int:pk>/reopen/", views.step_reopen, name="step_reopen"),
    path("achievements/", achievements.list, name="achievements"),
    path("achievements/add/", achievements.add, name="achievement_add"),
    path("achievements/seen/", achievements.seen, name="achievements_seen"),
    path("achievements/<int:pk>/edit/", achievements.edit, name="achievement_edit"),
    path("achievements/<int:pk>/delete/", achievements.delete, name="achievement_delete"),
    path("templates/", ready.templates, name="templates"),
    path("templates/<slug:slug>/", ready.template, name="template"),
    path("timeline/", timeline.show, name="timeline"),
    path("places/<int:pk>/add/", places.add, name="place_add"),
    path("weekly/begin/", weekly.begin, name="weekly_begin"),
    path("weekly/add/", weekly.add, name="weekly_add"),
    path("weekly/<int:pk>/edit/", weekly.edit, name="weekly_edit"),
    path("weekly/<int:pk>/end/", weekly.end, name="weekly_end"),
    path("weekly/<int:pk>/tick/", weekly.tick, name="weekly_tick"),
    path("weekly/ticks/<int:pk>/undo/", weekly.untick, name="weekly_untick"),
]
