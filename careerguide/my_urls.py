"""The signed-in person's own addresses."""

from django.urls import path

from accounts import views as accounts
from careerguide import views

urlpatterns = [
    path("", views.my, name="my"),
    path("calendar.ics", views.calendar_download, name="calendar_download"),
    path("profile/", views.my_profile, name="my_profile"),
    path("notifications/", accounts.notifications, name="my_notifications"),
    path("notifications/read/", accounts.notifications_read, name="my_notifications_read"),
    path("notifications/switches/", accounts.notification_switches, name="my_notification_switches"),
    path("notifications/<int:pk>/read/", accounts.notification_read, name="my_notification_read"),
    path("data/", views.my_data, name="my_data"),
    path("data/download/", views.my_data_download, name="my_data_download"),
    path("data/delete/", views.my_data_delete, name="my_data_delete"),
    path("data/keep/", views.my_data_keep, name="my_data_keep"),
]
