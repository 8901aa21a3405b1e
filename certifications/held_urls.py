"""Addresses of what a person holds or is working towards."""

from django.urls import path

from certifications.views import calendar, exams, files, held, sharing

app_name = "held"
urlpatterns = [
    path("", held.list, name="list"),
    path("add/", held.add, name="add"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/new/", calendar.renew, name="calendar_renew"),
    path("calendar/off/", calendar.revoke, name="calendar_revoke"),
    path("<int:pk>/", held.detail, name="detail"),
    path("<int:pk>/edit/", held.edit, name="edit"),
    path("<int:pk>/stage/", held.move, name="move"),
    path("<int:pk>/end/", held.accept_end, name="accept_end"),
    path("<int:pk>/delete/", held.delete, name="delete"),
    path("<int:pk>/plan/", held.plan, name="plan"),
    path("<int:pk>/files/add/", files.add, {"kind": "held"}, name="file_add"),
    path("credits/<int:pk>/files/add/", files.add, {"kind": "credit"}, name="credit_file_add"),
    path("files/<int:pk>/", files.download, name="file_download"),
    path("files/<int:pk>/delete/", files.delete, name="file_delete"),
    path("<int:pk>/exams/add/", exams.add, name="exam_add"),
    path("exams/<int:pk>/edit/", exams.edit, name="exam_edit"),
    path("exams/<int:pk>/cancel/", exams.cancel, name="exam_cancel"),
    path("exams/<int:pk>/calendar/", exams.calendar, name="exam_calendar"),
    path("<int:pk>/links/add/", sharing.add, name="share_add"),
    path("links/<int:pk>/revoke/", sharing.revoke, name="share_revoke"),
]
