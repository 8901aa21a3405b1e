"""Addresses of the plan that join it with documents."""

from django.urls import path

from careerguide.views import resume_line

urlpatterns = [path("achievements/<int:pk>/resume/", resume_line.achievement_resume, name="achievement_resume")]
