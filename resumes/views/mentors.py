"""A mentor without an account: one version, to read and to comment, by a link that ends."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from kit.http import unlisted
from kit.limits import within_limit
from resumes.forms.reviewing import CommentForm, LinkForm
from resumes.models import MentorLink, ReviewComment
from resumes.page.version import reading_page
from resumes.views.versions import own_version

# Comments by one link in an hour: more than anyone writes by hand.
MOST_AN_HOUR = 60


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Make a link to one version: for whom, and until when."""
    version = own_version(request.user, pk, number)
    post = request.method == "POST"
    form = LinkForm(request.POST if post else None, instance=MentorLink(version=version), now=timezone.now())
    if post and form.is_valid():
        form.save()
        messages.success(request, _("The link is made. Copy it below, and send it to the person it is for."))
        return redirect(f"{version.get_absolute_url()}#people")
    context = {"form": form, "version": version, "station": "apply"}
    return render(request, "resumes/link_add.html", context)


@require_POST
def revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a link back: from now on it opens nothing. Its comments stay."""
    link = get_object_or_404(MentorLink.objects.owned_by(request.user).select_related("version"), pk=pk)
    link.revoke(at=timezone.now())
    messages.success(request, _("The link is taken back. It opens nothing any more."))
    return redirect(f"{link.version.get_absolute_url()}#people")


@login_not_required
@require_http_methods(["GET", "POST"])
@never_cache
def mentor(request: HttpRequest, token: str) -> HttpResponse:
    """Read the one version, and say something about it."""
    link = _open(token)
    made = ReviewComment(version=link.version, link=link)
    post = request.method == "POST"
    form = CommentForm(request.POST if post else None, instance=made, text=link.version.text, named=True)
    if post and form.is_valid() and _has_room(link, form):
        form.save()
        messages.success(request, _("Thank you. Your comment is there."))
        return redirect(link)
    comments = [*link.comments.order_by("start", "pk")]
    page = reading_page(link.version, comments)
    return unlisted(render(request, "resumes/mentor.html", {"link": link, "page": page, "form": form}))


def _open(token: str) -> MentorLink:
    links = MentorLink.objects.open(timezone.now()).filter(version__document__owner__is_active=True)
    return get_object_or_404(links.select_related("version__document__owner", "version__document__role"), token=token)


def _has_room(link: MentorLink, form: CommentForm) -> bool:
    if within_limit("mentor", str(link.pk), most=MOST_AN_HOUR, seconds=3600, now=timezone.now()):
        return True
    form.add_error(None, _("There are very many comments by this link already. Try again in an hour."))
    return False
