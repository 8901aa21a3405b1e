"""Addresses of introductions and the online profile that join them with documents and practice."""

from django.urls import path

from careerguide.views import pitches, profile_texts

urlpatterns = [
    path("introductions/new/", pitches.pitch_add, name="pitch_add"),
    path("introductions/<int:pk>/lines/", pitches.pitch_lines, name="pitch_lines"),
    path("introductions/<int:pk>/practice/", pitches.pitch_practice, name="pitch_practice"),
    path("profile/texts/", profile_texts.profile_texts, name="profile_texts"),
]
