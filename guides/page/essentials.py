"""A guide on one sheet of paper: what someone pins to the wall or hands over a desk."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from guides.models import Credential
from guides.page.assembly import GuidePage
from guides.page.facts import FactView
from guides.page.glance import Fig
from guides.page.strip import Strip

# What people ask first of a credential, and how many credentials and steps a sheet has room for.
_ASKED = ("eligibility", "exam.items", "exam.fee", "renewal.years", "renewal.ce")
_MOST_CREDENTIALS, _MOST_STEPS = 3, 8
_MOST_SOURCES = 8
_MOST_OFFICES = 2


def essentials(page: GuidePage) -> dict[str, Any]:
    """The values of the sheet, as `print/essentials.typ` reads them: words, and places on a line from 0 to 1."""
    page.facts.prefetch([], credentials=True)
    credentials = _credentials(page)
    return {
        "site": settings.SITE_NAME,
        "url": settings.BASE_URL + page.role.get_absolute_url(),
        "title": page.role.title,
        "lead": page.role.lead,
        "day": _("As of %s") % date_format(page.today, "j F Y"),
        "figs": [_fig(fig) for fig in page.glance.figs if fig.value],
        "pay": _pay(page),
        "steps": [[step.title, step.time, step.cost] for step in page.role.steps.all()[:_MOST_STEPS]],
        "credentials": credentials,
        "rule": _rule(page),
        "sources": _sources(page),
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "pay": _("Pay before tax, a year"),
        "pay_key": _("Line: eight in ten people. Band: the middle half. Bar: half earn more, half less."),
        "steps": _("How to get in"),
        "credentials": _("Credentials"),
        "rule": _("The rule in your state"),
        "sources": _("Sources"),
        "more": _("The whole guide, with every source and date:"),
        "check": _("Rules and fees change. Check with the board and the issuer before you pay for anything."),
        "unknown": _("not known"),
    }


def _fig(fig: Fig) -> list[str]:
    more = ", ".join(part for part in (fig.tag, fig.more) if part)
    return [fig.label, fig.value, more]


def _pay(page: GuidePage) -> list[dict[str, Any]]:
    return [_strip(strip) for strip in page.pay.strips if strip.is_known] if page.pay else []


def _strip(strip: Strip) -> dict[str, Any]:
    places = {point: strip.scale.share(value) for point, value in strip.figures.items()}
    return {"name": strip.name, "amount": strip.amount, "mine": strip.is_mine, "points": places}


def _credentials(page: GuidePage) -> dict[str, Any]:
    columns = [item for item in page.role.credentials.all() if item.is_entry][:_MOST_CREDENTIALS]
    known = [page.facts.of_credential(item.pk) for item in columns]
    labels = {key: views[key].label for views in known for key in views}
    rows = [[labels[key], *(_cell(views.get(key)) for views in known)] for key in _ASKED if key in labels]
    return {"columns": [item.letters_and_issuer for item in columns], "rows": rows}


def _cell(view: FactView | None) -> str:
    """What is not known is empty; what we could not confirm or should have read again says so."""
    if view is None:
        return ""
    doubt = _("not confirmed") if view.is_low else _("past its check") if view.is_stale else ""
    return f"{view.value} ({doubt})" if doubt else view.value


def _sources(page: GuidePage) -> list[str]:
    """Where the figures of this sheet come from: pay, outlook, what the day asks, the credentials."""
    figures = [*page.glance.notes, *(page.pay.notes if page.pay else ())]
    cited = [source.source for note in figures for source in note.sources]
    told = [view.source for item in page.role.credentials.all() if item.is_entry for view in _asked(page, item)]
    names = dict.fromkeys(
        f"{source.publisher}, {source}" if source.publisher else str(source) for source in [*cited, *filter(None, told)]
    )
    return [*names][:_MOST_SOURCES]


def _asked(page: GuidePage, item: Credential) -> list[FactView]:
    views = page.facts.of_credential(item.pk)
    return [views[key] for key in _ASKED if key in views]


def _rule(page: GuidePage) -> list[str]:
    return [*_rule_lines(page)]


def _rule_lines(page: GuidePage) -> Iterator[str]:
    rule = page.state_rule
    if rule is None:
        known = _("Each state sets its own. Look yours up at %s") % _address(page, "guides:states")
        if page.state_picture.total:
            yield known
            return
        yield _("We have no state’s rule for this job. Ask before you train.")
        yield from _whom_to_ask(page)
        return
    yield rule.title
    if rule.requirement is None:
        yield from _whom_to_ask(page)
        return
    if not rule.is_unsure:
        yield rule.requirement.detail
        if rule.requirement.ce:
            yield _("Continuing education: %s") % rule.requirement.ce
    yield _("Board: %(name)s %(address)s") % {"name": rule.requirement.board, "address": rule.requirement.board_url}


def _whom_to_ask(page: GuidePage) -> list[str]:
    """The first official places of this role that one of us has opened."""
    own = [place.resource for place in page.regulators if place.resource.role_id and not place.is_unchecked]
    return [_("Ask: %(name)s %(address)s") % {"name": row.name, "address": row.url} for row in own[:_MOST_OFFICES]]


def _address(page: GuidePage, name: str) -> str:
    return settings.BASE_URL + reverse(name, args=[page.role.slug])
