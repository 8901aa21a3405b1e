"""Addresses of a person's job search, under /my/jobs/."""

from django.urls import path

from jobsearch.views import applications, board, tables, worklog

app_name = "jobs"
urlpatterns = [
    path("", board.list, name="list"),
    path("board/", board.board, name="board"),
    path("log/", worklog.log, name="log"),
    path("log/table/", worklog.log_csv, name="log_csv"),
    path("log/new/", worklog.activity_add, name="activity_add"),
    path("log/<int:pk>/", worklog.activity_edit, name="activity_edit"),
    path("log/<int:pk>/delete/", worklog.activity_delete, name="activity_delete"),
    path("table/", tables.export, name="export"),
    path("import/", tables.import_file, name="import"),
    path("import/template/", tables.template, name="template"),
    path("numbers/", worklog.numbers, name="numbers"),
    path("<int:pk>/", applications.detail, name="detail"),
    path("<int:pk>/move/", applications.move, name="move"),
    path("<int:pk>/undo/", applications.undo, name="undo"),
    path("<int:pk>/next/", applications.next_action, name="next_action"),
    path("<int:pk>/sent/", applications.sent, name="sent"),
    path("<int:pk>/follow-up/", applications.follow_up, name="follow_up"),
    path("<int:pk>/rest/", applications.rest, name="rest"),
    path("<int:pk>/delete/", applications.delete, name="delete"),
]
