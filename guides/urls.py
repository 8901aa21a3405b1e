"""Addresses of the public reference. A role's slug must not be one of the fixed words here (models.words.RESERVED)."""

from django.urls import path

from guides import views

app_name = "guides"
urlpatterns = [
    path("", views.list, name="list"),
    path("search/", views.search, name="search"),
    path("glossary/", views.glossary, name="glossary"),
    path("compare/", views.compare, name="compare"),
    path("my-state/", views.my_state, name="my_state"),
    path("preview/<slug:token>/", views.preview, name="preview"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/card.png", views.card, name="card"),
    path("<slug:slug>/essentials.pdf", views.essentials, name="essentials"),
    path("<slug:slug>/facts/", views.facts, name="facts"),
    path("<slug:slug>/states/", views.states, name="states"),
    path("<slug:slug>/states/<slug:usps>/", views.state, name="state"),
    path("<slug:slug>/save/", views.save, name="save"),
    path("<slug:slug>/target/", views.target, name="target"),
    path("<slug:slug>/feedback/", views.feedback, name="feedback"),
]
