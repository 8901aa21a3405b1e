"""Addresses of a person's continuing education and renewals."""

from django.urls import path

from certifications.views import ce, cycles, imports, transcript

app_name = "ce"
urlpatterns = [
    path("", ce.list, name="list"),
    path("add/", ce.add, name="add"),
    path("courses.csv", transcript.courses, name="courses"),
    path("import/", imports.import_file, name="import_file"),
    path("import/template.csv", imports.template, name="template"),
    path("courses/<int:pk>/", ce.edit, name="edit"),
    path("courses/<int:pk>/delete/", ce.delete, name="delete"),
    path("courses/<int:pk>/ask/", ce.ask, name="ask"),
    path("<int:pk>/", ce.detail, name="detail"),
    path("<int:pk>/what-if/", ce.what_if, name="what_if"),
    path("<int:pk>/cycle/", cycles.cycle_edit, name="cycle_edit"),
    path("<int:pk>/file/", cycles.file, name="file"),
    path("<int:pk>/reinstate/", cycles.reinstate, name="reinstate"),
    path("<int:pk>/transcript.pdf", transcript.transcript, name="transcript"),
    path("<int:pk>/transcript.csv", transcript.transcript_csv, name="transcript_csv"),
    path("cycles/<int:pk>/", cycles.cycle, name="cycle"),
    path("cycles/<int:pk>/take-back/", cycles.take_back, name="take_back"),
    path("cycles/<int:pk>/transcript.pdf", transcript.cycle_transcript, name="cycle_transcript"),
]
