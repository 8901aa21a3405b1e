"""How we check facts, who sees what, and how far the pages are usable by everyone."""

from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guides.models import Role, Source
from guides.standing import standing
from interviews import feedback
from interviews.feedback.measured import measured
from resumes.review import ENGINE, limits


@login_not_required
@require_safe
def about_facts(request: HttpRequest) -> HttpResponse:
    """Where numbers come from, how sure we are of them, and what is due for a check."""
    context = {
        "standing": standing(today=timezone.localdate()),
        "sources": Source.objects.all(),
        "roles": Role.objects.published(timezone.now()),
    }
    return render(request, "careerguide/about_facts.html", context)


@login_not_required
@require_safe
def about_accessibility(request: HttpRequest) -> HttpResponse:
    """What we do so that everyone can use the pages."""
    return render(request, "careerguide/about_accessibility.html")


@login_not_required
@require_safe
def about_reviews(request: HttpRequest) -> HttpResponse:
    """How a resume or a letter is reviewed, by which limits, and what no program sees."""
    return render(request, "careerguide/about_reviews.html", {"limits": limits, "engine": ENGINE, "station": "apply"})


@login_not_required
@require_safe
def about_feedback(request: HttpRequest) -> HttpResponse:
    """What is looked at in an interview answer, what that rests on, and what no program hears."""
    found = measured()
    agreed = [
        (_("Is there a situation?"), found.situation),
        (_("Is there a task?"), found.task),
        (_("Is there an action?"), found.action),
        (_("Is there a result?"), found.result),
        (_("Which of the three steps is it?"), found.same_step),
        (_("The same step, or the next one to it"), found.near_step),
    ]
    day = date.fromisoformat(found.day)
    context = {"engine": feedback.ENGINE, "measured": found, "agreed": agreed, "day": day, "station": "interview"}
    return render(request, "careerguide/about_feedback.html", context)


@login_not_required
@require_safe
def about_privacy(request: HttpRequest) -> HttpResponse:
    """Who sees which records."""
    return render(request, "careerguide/about_privacy.html", {"grace_days": settings.ERASURE_GRACE_DAYS})


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """What crawlers should leave alone: pages that are nobody's to find."""
    lines = [
        "User-agent: *",
        "Disallow: /my/",
        "Disallow: /accounts/",
        "Disallow: /admin/",
        "Disallow: /guides/preview/",
        "",
        f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Browsers that ask for the old address get the mark."""
    return redirect(static("img/favicon.svg"))
