"""Addresses of a person's real interviews, under /my/interviews/."""

from django.urls import path

from interviews.views import afterwards, interviews, notes, preparing

app_name = "interviews"
urlpatterns = [
    path("", interviews.list, name="list"),
    path("add/", interviews.add, name="add"),
    path("<int:pk>/", interviews.detail, name="detail"),
    path("<int:pk>/edit/", interviews.edit, name="edit"),
    path("<int:pk>/next-round/", interviews.next_round, name="next_round"),
    path("<int:pk>/cancel/", interviews.cancel, name="cancel"),
    path("<int:pk>/restore/", interviews.restore, name="restore"),
    path("<int:pk>/delete/", interviews.delete, name="delete"),
    path("<int:pk>/interview.ics", interviews.calendar, name="calendar"),
    # before
    path("<int:pk>/research/", preparing.research, name="research"),
    path("<int:pk>/logistics/", preparing.logistics, name="logistics"),
    path("<int:pk>/logistics/tick/", preparing.item_tick, name="item_tick"),
    path("<int:pk>/logistics/add/", preparing.item_add, name="item_add"),
    path("items/<int:pk>/done/", preparing.item_done, name="item_done"),
    path("items/<int:pk>/delete/", preparing.item_delete, name="item_delete"),
    path("<int:pk>/questions/", preparing.to_ask, name="to_ask"),
    path("<int:pk>/questions/choose/", preparing.to_ask_choose, name="to_ask_choose"),
    path("<int:pk>/questions/heard/", preparing.heard, name="heard"),
    path("questions/<int:pk>/move/", preparing.to_ask_move, name="to_ask_move"),
    path("questions/<int:pk>/delete/", preparing.to_ask_delete, name="to_ask_delete"),
    path("<int:pk>/warm-up/", afterwards.warm_up, name="warm_up"),
    path("<int:pk>/warm-up/begin/", afterwards.warm_up_begin, name="warm_up_begin"),
    # after
    path("<int:pk>/debrief/", afterwards.debrief, name="debrief"),
    path("asked/<int:pk>/own/", afterwards.asked_own, name="asked_own"),
    path("asked/<int:pk>/delete/", afterwards.asked_delete, name="asked_delete"),
    path("<int:pk>/thanks/", afterwards.thanks, name="thanks"),
    path("<int:pk>/follow-up/", afterwards.follow_up, name="follow_up"),
    path("<int:pk>/heard-from/", afterwards.heard_from, name="heard_from"),
    path("notes/<int:pk>/", notes.note, name="note"),
    path("notes/<int:pk>/words/", notes.note_words, name="note_words"),
    path("notes/<int:pk>/sent/", notes.note_sent, name="note_sent"),
    path("notes/<int:pk>/unsent/", notes.note_unsent, name="note_unsent"),
    path("notes/<int:pk>/delete/", notes.note_delete, name="note_delete"),
]
