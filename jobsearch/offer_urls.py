"""Addresses of offers, under /my/offers/. An offer goes by the number of its application."""

from django.urls import path

from jobsearch.views import offer_answers, offer_questions, offer_sheet, offers

app_name = "offers"
urlpatterns = [
    path("", offers.list, name="list"),
    path("add/", offers.add, name="add"),
    path("compare/", offers.compare, name="compare"),
    path("<int:pk>/", offers.detail, name="detail"),
    path("<int:pk>/edit/", offers.edit, name="edit"),
    path("<int:pk>/delete/", offers.delete, name="delete"),
    path("<int:pk>/questions/", offer_questions.questions, name="questions"),
    path("<int:pk>/pay/", offer_sheet.sheet, name="sheet"),
    path("<int:pk>/answer/", offer_answers.answer, name="answer"),
    path("<int:pk>/answer/words/", offer_answers.words, name="words"),
    path("<int:pk>/answer/withdraw/", offer_answers.withdraw, name="withdraw"),
]
