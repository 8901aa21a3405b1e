"""Addresses of exam plans, practice, cards and study groups."""

from django.urls import path

from certifications.views import cards, mock, practice, study, targets

app_name = "study"
urlpatterns = [
    path("", study.list, name="list"),
    path("practice/<slug:slug>/", practice.practice, name="practice"),
    path("mock/<slug:slug>/", mock.mock, name="mock"),
    path("rounds/<int:pk>/", practice.session, name="session"),
    path("rounds/<int:pk>/<int:position>/", practice.question, name="question"),
    path("rounds/<int:pk>/finish/", practice.finish, name="finish"),
    path("rounds/<int:pk>/delete/", practice.delete, name="delete"),
    path("cards/", cards.cards, name="cards"),
    path("cards/begin/", cards.deck, name="deck"),
    path("cards/<int:pk>/grade/", cards.grade, name="grade"),
    path("cards/<int:pk>/delete/", cards.card_delete, name="card_delete"),
    path("exam/<int:pk>/", targets.plan, name="plan"),
    path("exam/<int:pk>/day/", targets.target, name="target"),
    path("exam/<int:pk>/log/", targets.log, name="log"),
    path("exam/<int:pk>/delete/", targets.drop, name="drop"),
    path("exam/<int:pk>/calendar/", targets.calendar, name="calendar"),
    path("studied/<int:pk>/undo/", targets.undo, name="undo"),
]
