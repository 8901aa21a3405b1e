"""Addresses of the job search that join it with documents."""

from django.urls import path

from careerguide.views import job_fit, jobs

urlpatterns = [
    path("add/", jobs.job_add, name="job_add"),
    path("<int:pk>/edit/", jobs.job_edit, name="job_edit"),
    path("<int:pk>/fit/", job_fit.job_fit, name="job_fit"),
]
