"""Addresses of a person's job search, under /my/jobs/."""

from django.urls import path

from jobsearch.views import applications, board

app_name = "jobs"
urlpatterns = [
    path("", board.list, name="list"),
    path("board/", board.board, name="board"),
    path("<int:pk>/", applications.detail, name="detail"),
    path("<int:pk>/move/", applications.move, name="move"),
    path("<int:pk>/undo/", applications.undo, name="undo"),
    path("<int:pk>/next/", applications.next_action, name="next_action"),
    path("<int:pk>/sent/", applications.sent, name="sent"),
    path("<int:pk>/follow-up/", applications.follow_up, name="follow_up"),
    path("<int:pk>/rest/", applications.rest, name="rest"),
    path("<int:pk>/delete/", applications.delete, name="delete"),
]
