"""The article of a guide as HTML: everything between the frame's head and foot, kept while nothing changes it.

It reads neither person, session nor token, so one article serves all who are in the same state. Its forms stand in it
without a token: the page adds that beside the article, in fields that belong to the forms by their names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from guides.forms.feedback import FeedbackForm
from guides.models import Role, State
from guides.page import GuidePage, drawing, guide_page
from guides.rows import rows_now
from guides.structured import of_guide
from guides.version import content_version, key_of


@dataclass(frozen=True)
class Article:
    """A guide's HTML, and the forms behind its menus of states: name, and where the reader comes back to."""

    html: SafeString
    switches: list[tuple[str, str]]


def guide_article(role: Role, *, state: State | None, today: date, is_saved: bool) -> Article:
    """The article for readers in a state on a day; made anew when the content has changed."""
    version = content_version()
    zone = str(timezone.get_current_timezone())
    key = key_of(version, role.pk, state and state.pk, today, is_saved, get_language(), zone)
    article: Article | None = caches["articles"].get(key) if version else None
    if article is None:
        page = guide_page(role, state=state, today=today, rows=rows_now())
        article = write_article(page, is_saved=is_saved, form=lambda: FeedbackForm(role=role))
        if version:
            caches["articles"].set(key, article)
    return article


def write_article(
    page: GuidePage, *, is_saved: bool = False, form: Callable[[], FeedbackForm] | None = None
) -> Article:
    """The article of an assembled guide; drafts have no form for feedback."""
    context = {
        "contents": drawing.contents(page),
        "head": drawing.head(page, is_saved=is_saved),
        "sections": [*drawing.sections(page)],
        "related": drawing.related(page),
        "foot": drawing.foot(page, form=form),
        "structured": of_guide(page),
    }
    return Article(SafeString(render_to_string("guides/_article.html", context)), page.switches)
