"""Addresses of who sees what, under /my/sharing/."""

from django.urls import path

from caseloads.views import my_appointments, sharing

app_name = "sharing"
urlpatterns = [
    path("", sharing.list, name="list"),
    path("ask/", sharing.ask, name="ask"),
    path("notes/", sharing.notes, name="notes"),
    path("appointments/", my_appointments.list, name="appointments"),
    path("appointments/ask/", my_appointments.wish, name="appointment_ask"),
    path("appointments/<int:pk>/move/", my_appointments.reschedule, name="appointment_move"),
    path("appointments/<int:pk>/cancel/", my_appointments.call_off, name="appointment_cancel"),
    path("appointments/<int:pk>/appointment.ics", my_appointments.file, name="appointment_file"),
    path("record/", sharing.record, name="record"),
    path("answers/", sharing.answers, name="answers"),
    path("answers/<int:pk>/", sharing.answer_show, name="answer_show"),
    path("<int:pk>/open/", sharing.open_part, name="open"),
    path("<int:pk>/close/", sharing.close_part, name="close"),
    path("<int:pk>/close-all/", sharing.close_all, name="close_all"),
    path("<int:pk>/rest/", sharing.rest, name="rest"),
    path("<int:pk>/stop/", sharing.stop, name="stop"),
]
