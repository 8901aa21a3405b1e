"""Addresses of exam plans, practice, cards and study groups."""

from django.urls import path

from certifications.views import cards, groups, mock, practice, study, targets

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
    path("groups/", groups.list, name="groups"),
    path("groups/add/", groups.add, name="group_add"),
    path("groups/<int:pk>/", groups.detail, name="group"),
    path("groups/<int:pk>/join/", groups.join, name="group_join"),
    path("groups/<int:pk>/sharing/", groups.sharing, name="group_sharing"),
    path("groups/<int:pk>/leave/", groups.leave, name="group_leave"),
    path("groups/<int:pk>/close/", groups.close, name="group_close"),
    path("groups/<int:pk>/hand-over/", groups.hand_over, name="group_hand_over"),
]
