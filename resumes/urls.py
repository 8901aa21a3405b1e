"""Addresses of a person's documents, under /my/documents/."""

from django.urls import path

from resumes.views import documents, exports, letters, mentors, requests, versions

app_name = "resumes"
urlpatterns = [
    path("", documents.list, name="list"),
    path("add/", documents.add, name="add"),
    path("<int:pk>/", versions.detail, name="detail"),
    path("<int:pk>/edit/", documents.edit, name="edit"),
    path("<int:pk>/delete/", documents.delete, name="delete"),
    path("<int:pk>/file/", versions.file, name="file"),
    path("<int:pk>/compare/", versions.compare, name="compare"),
    path("<int:pk>/<int:number>/", versions.version, name="version"),
    path("<int:pk>/<int:number>/text/", versions.text, name="text"),
    path("<int:pk>/<int:number>/line/", versions.line, name="line"),
    path("<int:pk>/<int:number>/review/", versions.review, name="review"),
    path("<int:pk>/<int:number>/answer/", versions.answer, name="answer"),
    path("<int:pk>/<int:number>/restore/", versions.restore, name="restore"),
    path("<int:pk>/<int:number>/tailor/", versions.tailor, name="tailor"),
    path("<int:pk>/<int:number>/ask/", requests.add, name="request_add"),
    path("<int:pk>/<int:number>/link/", mentors.add, name="link_add"),
    path("links/<int:pk>/revoke/", mentors.revoke, name="link_revoke"),
    path("shared/<slug:token>/", mentors.mentor, name="mentor"),
    path("comments/<int:pk>/resolve/", requests.resolve, name="resolve"),
    path("comments/<int:pk>/delete/", requests.comment_delete, name="comment_delete"),
    path("requests/", requests.list, name="requests"),
    path("requests/<int:pk>/", requests.detail, name="request"),
    path("requests/<int:pk>/comment/", requests.comment, name="comment"),
    path("requests/<int:pk>/return/", requests.give, name="give"),
    path("requests/<int:pk>/cancel/", requests.cancel, name="request_cancel"),
    path("letter/", letters.letter, name="letter"),
    path("<int:pk>/<int:number>/sent/", letters.sent, name="sent"),
    path("import/", exports.bring, name="import"),
    path("<int:pk>/<int:number>/export/", exports.export, name="export"),
    path("<int:pk>/<int:number>/printed/", exports.printed, name="printed"),
    path("<int:pk>/<int:number>/download/", versions.download, name="download"),
]
