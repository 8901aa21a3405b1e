"""Sign-in and everything about one's own account."""

from django.urls import include, path

urlpatterns = [
    path("", include("allauth.urls")),
]
