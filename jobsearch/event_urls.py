"""Addresses of fairs, workshops and meetups, under /my/events/."""

from django.urls import path

from jobsearch.views import event_items, events

app_name = "events"
urlpatterns = [
    path("", events.list, name="list"),
    path("add/", events.add, name="add"),
    path("<int:pk>/", events.detail, name="detail"),
    path("<int:pk>/edit/", events.edit, name="edit"),
    path("<int:pk>/delete/", events.delete, name="delete"),
    path("<int:pk>/state/", events.state, name="state"),
    path("<int:pk>/event.ics", events.calendar, name="calendar"),
    path("<int:pk>/items/add/", event_items.item_add, name="item_add"),
    path("items/<int:pk>/", event_items.item, name="item"),
    path("items/<int:pk>/done/", event_items.item_done, name="item_done"),
    path("items/<int:pk>/delete/", event_items.item_delete, name="item_delete"),
]
