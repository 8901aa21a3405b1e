"""The page beside the text: what can be typed, and what it makes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def how_to_write_view(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Markdown, tags, pictures and boxes, each with what stands there."""
    groups = [
        (_("Markdown"), _markdown()),
        (_("Facts, terms, places"), _tags()),
        (_("Pictures and lists, on a line of their own"), _blocks()),
        (_("Boxes"), _boxes()),
    ]
    return render(request, "admin/guides/how_to_write.html", context | {"title": _("How to write"), "groups": groups})


def _markdown() -> list[tuple[str, str]]:
    return [
        ("### Where they work", _("A heading inside the section. It gets an anchor that one can link to.")),
        ("**bold**, *italic*", _("Bold and italic. Use bold for what the eye should find.")),
        ("- one\n- two", _("A list. “1.” makes it numbered.")),
        (
            "[words](https://www.bls.gov/)",
            _("A link. Inside the site: /guides/… for a page, #pay for a place on this one."),
        ),
        ("| Setting | Pace |\n| --- | --- |\n| Hospital | steady |", _("A table. On a phone its rows become a list.")),
        (_("(an empty line)"), _("A new paragraph.")),
        ("<script>, <b>, …", _("Refused. HTML has no place in a text.")),
    ]


def _tags() -> list[tuple[str, str]]:
    return [
        ("{{ fact:training.months }}", _("The value of a fact, with its source one tap away.")),
        ("{{ fact:ptcb-cpht/exam.fee }}", _("A fact of a credential.")),
        ("{{ fact:pay.median.us }}", _("Pay from the wage tables: p10, p25, median, p75, p90; us, here, oh, n456110.")),
        ("{{ fact:pay.hour.median.here }}", _("The same by the hour, for the reader's state.")),
        (
            "{{ fact:outlook.openings }}",
            _("A figure of the outlook: openings, change, jobs_base, jobs_target, exits, transfers."),
        ),
        ("{{ term:sig }}", _("A glossary word, explained in the margin.")),
        ("{{ term:sig|short directions }}", _("The same, with your words in the text.")),
        ("{{ state }}", _("The name of the reader's state, or “your state”.")),
    ]


def _blocks() -> list[tuple[str, str]]:
    return [
        ("{{ show:glance }}", _("The figures people compare.")),
        ("{{ show:settings }}", _("The settings side by side.")),
        ("{{ show:pay }}", _("Pay as a picture. show:pay-states and show:pay-settings compare places and settings.")),
        ("{{ show:outlook }}", _("Jobs now and then, and where openings come from.")),
        ("{{ show:steps }}", _("The steps in. show:path draws the rungs up.")),
        (
            "{{ show:credentials }}",
            _("The entry credentials side by side. show:more-credentials lists the later ones."),
        ),
        ("{{ show:state-rule }}", _("What the reader's state asks, or a way to choose one.")),
        (
            "{{ show:associations }}",
            _("Places to go. Also show:job-boards, show:programs, show:education and show:regulators."),
        ),
        ("{{ show:questions }}", _("Questions and answers.")),
        ("{{ show:sources }}", _("Every source that the guide uses.")),
    ]


def _boxes() -> list[tuple[str, str]]:
    return [
        ("::: day\n- **7:45** Unlock …\n:::", _("A day at work, hour by hour.")),
        ("::: never\n…\n:::", _("What is not theirs to do.")),
        ("::: aside Title\n…\n:::", _("Something beside the main line.")),
        ("::: duties\n- …\n:::", _("A list in two columns.")),
        ("::: say\n…\n:::", _("Words to say or write.")),
        ("::: before-after\n| Instead of | Write |\n| --- | --- |\n| … | … |\n:::", _("Two versions side by side.")),
        ("::: do\n…\n:::", _("The one thing to do at the end of a section; at most one.")),
    ]
