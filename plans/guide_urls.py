"""Public addresses of the ready plans of a job, beside its guide."""

from django.urls import path

from plans.views import ready

app_name = "ready_plans"
urlpatterns = [path("<slug:slug>/plans/", ready.for_role, name="for_role")]
