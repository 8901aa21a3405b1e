"""Addresses of a person's practice, under /my/practice/."""

from django.urls import path

from interviews.views import answers, hub, questions, sessions, stories

app_name = "practice"
urlpatterns = [
    path("", hub.list, name="list"),
    path("start/", sessions.start, name="start"),
    path("past/", sessions.past, name="past"),
    path("sessions/<int:pk>/", sessions.session, name="session"),
    path("sessions/<int:pk>/finish/", sessions.finish, name="finish"),
    path("sessions/<int:pk>/delete/", sessions.delete, name="delete"),
    path("answers/<int:pk>/", answers.answer, name="answer"),
    path("answers/<int:pk>/save/", answers.save, name="save"),
    path("answers/<int:pk>/give/", answers.give, name="give"),
    path("answers/<int:pk>/skip/", answers.skip, name="skip"),
    path("answers/<int:pk>/keep/", stories.keep, name="keep"),
    path("stories/", stories.stories, name="stories"),
    path("stories/add/", stories.story_add, name="story_add"),
    path("stories/<int:pk>/", stories.story, name="story"),
    path("stories/<int:pk>/delete/", stories.story_delete, name="story_delete"),
    path("questions/", questions.own, name="own"),
    path("questions/add/", questions.question_add, name="question_add"),
    path("questions/<int:pk>/", questions.question, name="question"),
    path("questions/<int:pk>/practise/", questions.practise, name="practise"),
    path("questions/<int:pk>/edit/", questions.question_edit, name="question_edit"),
    path("questions/<int:pk>/delete/", questions.question_delete, name="question_delete"),
]
