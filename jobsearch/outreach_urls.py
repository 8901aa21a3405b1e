"""Addresses of the words that a person writes to people, under /my/outreach/."""

from django.urls import path

from jobsearch.views import outreach, pitches, profile

app_name = "outreach"
urlpatterns = [
    path("", outreach.list, name="list"),
    path("new/", outreach.add, name="add"),
    path("introductions/", pitches.pitches, name="pitches"),
    path("introductions/<int:pk>/", pitches.pitch, name="pitch"),
    path("introductions/<int:pk>/delete/", pitches.pitch_delete, name="pitch_delete"),
    path("profile/", profile.profile, name="profile"),
    path("profile/<slug:key>/done/", profile.profile_done, name="profile_done"),
    path("profile/<slug:key>/open/", profile.profile_open, name="profile_open"),
    path("<int:pk>/", outreach.message, name="message"),
    path("<int:pk>/sent/", outreach.sent, name="sent"),
    path("<int:pk>/unsent/", outreach.unsent, name="unsent"),
    path("<int:pk>/delete/", outreach.delete, name="delete"),
]
