"""Addresses of exam plans, practice, cards and study groups."""

from django.urls import path

from certifications.views import cards, mock, practice, study

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
]
