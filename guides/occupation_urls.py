"""Addresses of the occupations: every job of the O*NET database by its code, and ways to look through them."""

from django.urls import path, register_converter

from guides.views import occupations as views
from guides.views.prints import occupation_card


class OccupationCode:
    """An O*NET-SOC code, such as 29-2052.00."""

    regex = r"\d{2}-\d{4}\.\d{2}"

    def to_python(self, value: str) -> str:
        """The code as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it stands in the database."""
        return value


register_converter(OccupationCode, "onet_soc")

app_name = "occupations"
urlpatterns = [
    path("", views.list, name="list"),
    path("<onet_soc:code>/", views.detail, name="detail"),
    path("<onet_soc:code>/card.png", occupation_card, name="card"),
]
