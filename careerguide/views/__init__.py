"""Pages that join the apps."""

from careerguide.views.about import (
    about_accessibility,
    about_facts,
    about_feedback,
    about_privacy,
    about_reviews,
    favicon,
    robots,
)
from careerguide.views.calendar import calendar_download, calendar_feed
from careerguide.views.health import healthz, readyz
from careerguide.views.home import home
from careerguide.views.my import my
from careerguide.views.my_data import my_data, my_data_delete, my_data_download, my_data_keep
from careerguide.views.profile import my_profile

__all__ = [
    "about_accessibility",
    "about_facts",
    "about_feedback",
    "about_privacy",
    "about_reviews",
    "calendar_download",
    "calendar_feed",
    "favicon",
    "healthz",
    "home",
    "my",
    "my_data",
    "my_data_delete",
    "my_data_download",
    "my_data_keep",
    "my_profile",
    "readyz",
    "robots",
]
