"""Every address of the site, and one that says hello."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


@login_not_required
def hello(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The least that a Django view can do."""
    return HttpResponse("hello")


urlpatterns = [path("hello", hello), path("", include("careerguide.urls"))]
handler500 = "kit.errors.server_error"
