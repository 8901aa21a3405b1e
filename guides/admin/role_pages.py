"""Pages and buttons that belong to one guide as a whole: preview, links for colleagues, folders in and out."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.actions.exporting import guide_as_zip
from guides.actions.importing import GuideExistsError, import_guide_zip
from guides.actions.publishing import share_preview, start_sections, take_back_preview
from guides.admin.words import moment
from guides.content_files import ContentError
from guides.forms.admin import GuideUploadForm
from guides.models import PreviewLink, Role
from guides.preview import preview_context


class RolePages(admin.ModelAdmin[Role]):
    """What the desk can do with one guide beside editing its rows."""

    def get_urls(self) -> list[URLPattern]:
        """Our pages before Django's own."""
        views: dict[str, tuple[Callable[..., HttpResponse], str]] = {
            "import/": (self.import_view, "import"),
            "<int:pk>/preview/": (self.preview_view, "preview"),
            "<int:pk>/share/": (self.share_view, "share"),
            "<int:pk>/share/<int:link_pk>/take-back/": (self.take_back_view, "take_back"),
            "<int:pk>/start-sections/": (self.start_sections_view, "start_sections"),
            "<int:pk>/export/": (self.export_view, "export"),
        }
        ours = [
            path(where, self.admin_site.admin_view(view), name=f"guides_role_{name}")
            for where, (view, name) in views.items()
        ]
        return ours + super().get_urls()

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The guide as readers would see it, next texts included."""
        role = self._role(request, pk, may_change=False)
        note = _("Only editors see this page. It shows next texts, and sections that are not published.")
        return render(request, "guides/preview.html", preview_context(request, role, note=note))

    def share_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a link for a colleague."""
        role = self._role_of_post(request, pk)
        link = share_preview(role, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        messages.success(
            request,
            _("The link is made. Copy it below and send it: whoever has it can read this guide until %(day)s.")
            % {"day": moment(link.expires_at)},
        )
        return self._back(role, "#preview-links")

    def take_back_view(self, request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
        """Close a link."""
        role = self._role_of_post(request, pk)
        link = PreviewLink.objects.filter(role=role, pk=link_pk).first()
        if link is None:
            raise Http404
        take_back_preview(link, at=timezone.now())
        messages.success(request, _("The link is taken back. It opens nothing any more."))
        return self._back(role, "#preview-links")

    def start_sections_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Add the usual sections that are missing."""
        role = self._role_of_post(request, pk)
        count = start_sections(role)
        words = ngettext("Added %(count)d empty section.", "Added %(count)d empty sections.", count)
        messages.success(request, words % {"count": count})
        return self._back(role, "#sections-group")

    def export_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The guide as a folder, packed."""
        role = self._role(request, pk, may_change=False)
        return HttpResponse(
            guide_as_zip(role),
            content_type="application/zip",
            headers={"Content-Disposition": f'attachment; filename="{role.slug}.zip"'},
        )

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Bring in a guide that was exported here or elsewhere."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = GuideUploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                report = import_guide_zip(
                    form.cleaned_data["file"],
                    by=request.user,  # type: ignore[arg-type]
                    now=timezone.now(),
                    replace=form.cleaned_data["replace"],
                )
            except ContentError as error:
                form.add_error("file", [str(problem) for problem in error.problems])
            except GuideExistsError as error:
                text = _("There is a guide “%s” already. To replace it, tick the box and choose the file again.")
                form.add_error("replace", text % error.slug)
            else:
                messages.success(request, report.summary())
                return self._back(report.role)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import a guide"),
            "form": form,
            "opts": Role._meta,
        }
        return render(request, "admin/guides/role/import.html", context)

    def _role(self, request: HttpRequest, pk: int, *, may_change: bool) -> Role:
        role = Role.objects.filter(pk=pk).first()
        if role is None:
            raise Http404
        may = self.has_change_permission if may_change else self.has_view_permission
        if not may(request, role):
            raise PermissionDenied
        return role

    def _role_of_post(self, request: HttpRequest, pk: int) -> Role:
        if request.method != "POST":
            raise Http404
        return self._role(request, pk, may_change=True)

    def _back(self, role: Role, place: str = "") -> HttpResponse:
        return redirect(reverse("admin:guides_role_change", args=[role.pk]) + place)


def preview_links(role: Role) -> list[Any]:
    """Links that still open the guide, newest first."""
    return [*role.preview_links.open(timezone.now()).select_related("made_by")]
