"""Every address of the site."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from careerguide import views
from caseloads.views.invitations import invitation
from certifications.sitemaps import Catalogue
from guides.sitemaps import SITEMAPS
from guides.views.prints import site_card
from interviews.sitemaps import Bank
from plans.sitemaps import ReadyPlans

urlpatterns = [
    path("", views.home, name="home"),
    path("about/facts/", views.about_facts, name="about_facts"),
    path("about/accessibility/", views.about_accessibility, name="about_accessibility"),
    path("about/reviews/", views.about_reviews, name="about_reviews"),
    path("about/feedback/", views.about_feedback, name="about_feedback"),
    path("about/privacy/", views.about_privacy, name="about_privacy"),
    path("guides/", include("guides.urls")),
    path("guides/", include("plans.guide_urls")),
    path("occupations/", include("guides.occupation_urls")),
    path("places/", include("guides.place_urls")),
    path("certifications/calendar/<slug:token>.ics", views.calendar_feed, name="calendar_feed"),
    path("certifications/", include("certifications.urls")),
    path("my/certifications/", include("certifications.held_urls")),
    path("my/ce/", include("certifications.ce_urls")),
    path("my/study/", include("certifications.study_urls")),
    path("my/documents/", include("resumes.urls")),
    path("interviews/", include("interviews.bank_urls")),
    path("my/practice/", include("interviews.practice_urls")),
    path("my/interviews/", include("interviews.urls")),
    path("my/jobs/", include("careerguide.job_urls")),
    path("my/jobs/", include("jobsearch.urls")),
    path("my/contacts/", include("jobsearch.contact_urls")),
    path("my/outreach/", include("careerguide.outreach_urls")),
    path("my/outreach/", include("jobsearch.outreach_urls")),
    path("my/offers/", include("jobsearch.offer_urls")),
    path("my/alerts/", include("jobsearch.alert_urls")),
    path("my/plan/", include("careerguide.plan_urls")),
    path("my/events/", include("jobsearch.event_urls")),
    path("my/plan/", include("plans.urls")),
    path("my/sharing/", include("caseloads.sharing_urls")),
    path("my/", include("careerguide.my_urls")),
    path("clients/", include("caseloads.client_urls")),
    path("invitations/<str:token>/", invitation, name="invitation"),
    path("accounts/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("card.png", site_card, name="card"),
    path(
        "sitemap.xml",
        login_not_required(sitemap),
        {"sitemaps": {**SITEMAPS, "certifications": Catalogue, "interviews": Bank, "plans": ReadyPlans}},
        name="sitemap",
    ),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]

handler500 = "kit.errors.server_error"
