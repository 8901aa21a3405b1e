"""The admin, opened only by the site's own sign-in and, where required, a second factor."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# allauth's own pages show the seeds of people's second factors. A person is helped on their page of the desk.
_KEPT_AWAY = {"account", "mfa", "usersessions"}


class Site(admin.AdminSite):
    """The editors' desk."""

    site_header = gettext_lazy("CareerGuide desk")
    site_title = gettext_lazy("CareerGuide desk")
    index_title = gettext_lazy("What readers see, and what needs you")
    # Every page has the same list along its top instead, so that texts and tables keep the width.
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Everything but what keeps sign-in safe."""
        models: list[Any] = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        shown = [model for model in models if model._meta.app_label not in _KEPT_AWAY]
        super().register(shown, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Active staff, with a second factor where the site asks for one."""
        if not super().has_permission(request):
            return False
        return not settings.STAFF_MFA or is_mfa_enabled(request.user)

    def get_urls(self) -> list[Any]:
        """With the pages that an app's admin adds beside those of its models, such as a queue over several."""
        beside = [page for desk in self._registry.values() for page in getattr(desk, "pages_beside", list)()]
        return beside + super().get_urls()

    def queues(self, request: HttpRequest) -> list[Any]:
        """Piles of work that an app's admin counts on the front page, beside those of the guides."""
        return [pile for desk in self._registry.values() for pile in getattr(desk, "queues", _no_piles)(request)]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """In the order in which editors work, where a ModelAdmin says its place; the rest by name."""
        apps: list[Any] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=self._place)
        apps.sort(key=lambda app: self._place(app["models"][0]))
        return apps

    def _place(self, row: dict[str, Any]) -> int:
        return int(getattr(self._registry[row["model"]], "place_on_desk", 100))

    @method_decorator(secure_admin_login)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # noqa: ARG002
        """Only signed-in active staff come here: let them in, or send them to set up a second factor."""
        if self.has_permission(request):
            return redirect("admin:index")
        messages.warning(request, _("Set up a second step first. Staff pages open only with one."))
        return redirect("mfa_index")


def _no_piles(_request: HttpRequest) -> list[Any]:
    return []
