"""What search engines read beside a page: schema.org objects as JSON-LD, made of the same facts as the page."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from guides.models import FrequentQuestion, Occupation, Projection, WageEstimate
from guides.page import GuidePage
from guides.page.state_page import StatePage

Thing = dict[str, Any]
# Letters that could end the element that the data stand in.
_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
_POINTS = {
    "p10": "percentile10",
    "p25": "percentile25",
    "median": "median",
    "p75": "percentile75",
    "p90": "percentile90",
}


def script(*things: Thing) -> SafeString:
    """The things as data that no browser runs, in one element."""
    graph = {"@context": "https://schema.org", "@graph": [thing for thing in things if thing]}
    data = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    # Nothing in it can end the element: see above.
    return mark_safe(f'<script type="application/ld+json">{data}</script>')  # noqa: S308


def of_guide(page: GuidePage) -> SafeString:
    """What a guide is about: the job, its questions, and the way to its page."""
    role = page.role
    asked = [
        (told.row.question, told.html)
        for told in (page.questions[0] if "questions" in page.blocks else ())
        if isinstance(told.row, FrequentQuestion)
    ]
    return script(
        _occupation(
            name=role.title,
            about=role.lead,
            path=role.get_absolute_url(),
            code=role.onet_soc,
            wages=_wages(page),
            outlook=page.facts.projection,
        ),
        _questions(asked),
        breadcrumbs((_("Guides"), reverse("guides:list")), (role.title, role.get_absolute_url())),
    )


def of_state(page: StatePage) -> SafeString:
    """The job in one state, with what it pays there where that is known, and the way to the page."""
    role, place = page.role, page.state
    path = reverse("guides:state", args=[role.slug, place.usps.lower()])
    wage = page.facts.wage_of.get(place.usps)
    return script(
        _occupation(
            name=role.title,
            about=role.lead,
            path=path,
            code=role.onet_soc,
            wages=[wage] if wage else [],
            outlook=None,
            state=place.name,
        ),
        breadcrumbs(
            (_("Guides"), reverse("guides:list")),
            (role.title, role.get_absolute_url()),
            (_("States"), page.states_url),
            (place.name, path),
        ),
    )


def of_occupation(occupation: Occupation, wage: WageEstimate | None, outlook: Projection | None) -> SafeString:
    """What a profile is about, and the way to its page."""
    path = occupation.get_absolute_url()
    return script(
        _occupation(
            name=occupation.title,
            about=occupation.description,
            path=path,
            code=occupation.code,
            wages=[wage] if wage else [],
            outlook=outlook,
        ),
        breadcrumbs((_("Occupations"), reverse("occupations:list")), (occupation.title, path)),
    )


def _wages(page: GuidePage) -> list[WageEstimate]:
    places = dict.fromkeys(("US", page.facts.here))
    return [page.facts.wage_of[place] for place in places if place in page.facts.wage_of]


def _occupation(
    *,
    name: str,
    about: str,
    path: str,
    code: str,
    wages: Sequence[WageEstimate],
    outlook: Projection | None,
    state: str = "",
) -> Thing:
    """An Occupation, in one state or in the whole country; a wage needs its year's median, and names its place."""
    thing: Thing = {
        "@type": "Occupation",
        "name": name,
        "description": about,
        "url": settings.BASE_URL + path,
        "mainEntityOfPage": settings.BASE_URL + path,
        "occupationLocation": [{"@type": "State", "name": state} if state else {"@type": "Country", "name": "US"}],
        "occupationalCategory": code,
        "educationRequirements": outlook.entry_education if outlook else "",
        "estimatedSalary": [_salary(row) for row in wages if row.year_median],
    }
    return {name: value for name, value in thing.items() if value}


def _salary(row: WageEstimate) -> Thing:
    known = {name: getattr(row, f"year_{point}") for point, name in _POINTS.items()}
    return {
        "@type": "MonetaryAmountDistribution",
        "name": _("Yearly pay before tax, %(place)s, %(day)s") % {"place": row.place, "day": row.as_of},
        "currency": "USD",
        "duration": "P1Y",
        **{name: value for name, value in known.items() if value is not None},
    }


def _questions(asked: Iterable[tuple[str, str]]) -> Thing:
    """A FAQPage of questions with their answers, which may be HTML; nothing without a question."""
    found = [
        {
            "@type": "Question",
            "name": question,
            "acceptedAnswer": {"@type": "Answer", "text": _plain(str(answer))},
        }
        for question, answer in asked
    ]
    return {"@type": "FAQPage", "mainEntity": found} if found else {}


@lru_cache(maxsize=1_000)
def _plain(html: str) -> str:
    """The words of an answer; the same few are asked for whenever a page is made anew."""
    return " ".join(strip_tags(html).split())


def breadcrumbs(*steps: tuple[str, str]) -> Thing:
    """The way from the front page to this one: names with their paths."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": settings.BASE_URL + path}
        for place, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
