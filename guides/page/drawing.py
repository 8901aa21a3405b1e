"""The sections of a guide as HTML, each drawn from the values that its templates read."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.safestring import SafeString

from guides.drawn import Only, draw
from guides.page.assembly import GuidePage, SectionView

# What the template of a block reads of the page, where it is not just the attribute of its name.
_READS = {
    "glance": ("glance", "places", "state"),
    "pay": ("pay", "no_pay"),
    "sources": ("source_groups", "reviewed_on", "reviewers"),
}


def contents(page: GuidePage) -> SafeString:
    """The links to the sections, in their order."""
    sections = [Only(section=Only(slug=view.section.slug, title=view.section.title)) for view in page.sections]
    return draw(
        "guides/_contents.html",
        page=Only(sections=sections, neighbors=bool(page.neighbors), where_to_look=bool(page.where_to_look)),
    )


def head(page: GuidePage, *, is_saved: bool) -> SafeString:
    """The title, what can be done with the guide, and who looked at it when."""
    reads = {name: getattr(page, name) for name in ("also_called", "state", "minutes", "reviewed_on", "reviewers")}
    role = Only(**{name: getattr(page.role, name) for name in ("slug", "title", "lead", "art")})
    return draw("guides/_guide_head.html", page=Only(**reads), role=role, is_saved=is_saved)


def foot(page: GuidePage, *, form: Callable[[], object] | None) -> SafeString:
    """The form for feedback, where there is one, and what changed."""
    rows = [Only(section=Only(pk=view.section.pk, title=view.section.title)) for view in page.sections]
    return draw(
        "guides/_guide_foot.html",
        constants=lambda: {"feedback_form": form() if form else None},
        page=Only(sections=rows, changes=page.changes),
        role=Only(slug=page.role.slug),
        has_form=form is not None,
    )


def sections(page: GuidePage) -> Iterator[SafeString]:
    """Every section, in the order of the page: the list of sources comes after all that cite them."""
    for view in page.sections:
        reads = {name: getattr(page, name) for segment in view.segments for name in _reads(page, segment.block)}
        reads["flag_at"] = page.flag_at
        if page.flag_at == view.section.slug:
            reads["next_step"] = page.next_step
        yield draw("guides/_section.html", page=Only(**reads), role=Only(slug=page.role.slug), view=_seen(view))


def related(page: GuidePage) -> SafeString:
    """The jobs next door, what the official data say about this one, and the places to look for it."""
    names = ("neighbors", "neighbor_notes", "compare_url", "profile", "where_to_look")
    reads: dict[str, Any] = {name: getattr(page, name) for name in names}
    return draw("guides/_after.html", page=Only(**reads), role=Only(title=page.role.title))


def _reads(page: GuidePage, block: str) -> tuple[str, ...]:
    if block == "state-rule":
        return ("state_rule", "blocks") if page.state_rule else ("state_rule", "state_picture", "places", "state")
    return _READS.get(block, (block.replace("-", "_"),)) if block else ()


def _seen(view: SectionView) -> Only:
    row = view.section
    section = Only(slug=row.slug, kind=row.kind, title=row.title, review_by=row.review_by)
    return Only(section=section, segments=view.segments, is_due=view.is_due, art=view.art)
