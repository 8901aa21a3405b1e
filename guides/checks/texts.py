"""Checks a text of a guide; every problem is a sentence that says what to do."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from guides.checks.lookup import GuideTargets, Lookup, is_page
from guides.markup import Compiled, Problem, compile_text
from guides.markup.tags import SYNTAX
from guides.models.words import RESERVED

_GUIDE = re.compile(r"^/guides/([a-z0-9-]+)/")
_POINT = re.compile(r"^(?:hour\.)?(?:p10|p25|median|p75|p90)\.([a-z0-9]+)$|^jobs\.([a-z0-9]+)$")
_OUTLOOK = ("jobs_base", "jobs_target", "change", "openings", "exits", "transfers", "base_year", "target_year")
_PAY = [f"pay.{point}.us" for point in ("p10", "p25", "median", "p75", "p90", "hour.median", "jobs")]
_TABLE_KEYS = [*_PAY, "pay.place.here", *(f"outlook.{name}" for name in _OUTLOOK)]


class RoleLike(Protocol):
    """What a check must know of the role: its slug, and the SOC code of its pay and outlook."""

    @property
    def slug(self) -> str:
        """The last part of the guide's address."""

    @property
    def soc(self) -> str:
        """The SOC code, or an empty text."""


def check_text(body: str, *, role: RoleLike | None, lookup: Lookup, prefix: str = "") -> list[Problem]:
    """What keeps the text from being published; `prefix` is the section's anchor, which its headings begin with."""
    compiled = compile_text(body, prefix)
    problems = [
        *compiled.problems,
        *_fact_problems(body, compiled, role, lookup),
        *_term_problems(body, compiled, lookup),
        *_link_problems(compiled, role, lookup),
    ]
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.line)


def check_links(body: str, *, role: RoleLike | None, lookup: Lookup, prefix: str = "") -> list[Problem]:
    """Links of the text that lead nowhere on this site."""
    return [*_link_problems(compile_text(body, prefix), role, lookup)]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one; empty where none does."""
    found = process.extractOne(word, [*known], scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else ""


def _fact_problems(body: str, compiled: Compiled, role: RoleLike | None, lookup: Lookup) -> Iterator[Problem]:
    own = f"{role.slug}/" if role else ""
    for key in compiled.facts:
        if f"{own}{key}" in lookup.facts or key in lookup.facts:
            continue
        line = _line_of(body, "fact", key)
        head, _dot, rest = key.partition(".")
        if head == "pay" and role and role.soc:
            yield from _pay_problem(line, key, rest, lookup.pay_places(role.soc))
        elif head == "outlook" and role and rest in _OUTLOOK:
            if not (role.soc and lookup.has_outlook(role.soc)):
                yield Problem(line, _("There is no outlook for this role's occupation: check its O*NET-SOC code."))
        else:
            short = (full.removeprefix(own) for full in lookup.facts)
            yield Problem(line, _unknown(_("There is no fact “%s”.") % key, key, [*short, *_TABLE_KEYS]))


def _pay_problem(line: int, key: str, rest: str, places: Iterable[str]) -> Iterator[Problem]:
    if rest == "place.here":
        return
    match = _POINT.match(rest)
    if match is None:
        yield Problem(line, _unknown(_("There is no fact “%s”.") % key, key, _TABLE_KEYS))
        return
    place = match[1] or match[2]
    if place != "here" and place.upper() not in {known.upper() for known in places}:
        yield Problem(
            line,
            _("There is no pay for “%(place)s” in “%(key)s”: it is not in the tables.") % {"place": place, "key": key},
        )


def _term_problems(body: str, compiled: Compiled, lookup: Lookup) -> Iterator[Problem]:
    for slug in compiled.terms:
        if slug not in lookup.terms:
            text = _("There is no glossary term “%s”.") % slug
            yield Problem(_line_of(body, "term", slug), _unknown(text, slug, lookup.terms))


def _unknown(text: str, word: str, known: Iterable[str]) -> str:
    like = nearest(word, known)
    return f"{text} {_('Did you mean “%s”?') % like}" if like else text


def _line_of(body: str, kind: str, key: str) -> int:
    for number, line in enumerate(body.splitlines(), start=1):
        for match in SYNTAX.finditer(line):
            if match[1] == kind and match[2].lower() == key:
                return number
    return 1


def _link_problems(compiled: Compiled, role: RoleLike | None, lookup: Lookup) -> Iterator[Problem]:
    for line, link in compiled.links:
        sentence = ""
        if link.startswith("#"):
            sentence = _anchor_problem(link[1:], role, compiled, lookup)
        elif link.startswith("https://"):
            sentence = (
                "" if urlsplit(link).hostname else _("The link “%s” leads nowhere: write the whole address.") % link
            )
        elif link.startswith("/") and not link.startswith("//"):
            sentence = _path_problem(link, role, compiled, lookup)
        if sentence:
            yield Problem(line, sentence)


def _anchor_problem(anchor: str, role: RoleLike | None, compiled: Compiled, lookup: Lookup) -> str:
    targets = lookup.guide(role.slug) if role else None
    known = {*compiled.anchors, *(targets.anchors if targets else ())}
    if anchor in known:
        return ""
    return _unknown(_("The link “#%s” leads nowhere: this guide has no such place.") % anchor, anchor, known)


def _path_problem(link: str, role: RoleLike | None, compiled: Compiled, lookup: Lookup) -> str:
    parts = urlsplit(link)
    match = _GUIDE.match(parts.path)
    if not is_page(parts.path):
        return _("The link “%s” leads to no page of this site.") % link
    if match is None or match[1] in RESERVED:
        return ""
    if role and match[1] == role.slug:
        return _anchor_problem(parts.fragment, role, compiled, lookup) if parts.fragment else ""
    return _guide_problem(link, parts.fragment, lookup.guide(match[1]))


def _guide_problem(link: str, anchor: str, targets: GuideTargets | None) -> str:
    if targets is None:
        return _("The link “%s” leads to a guide that does not exist.") % link
    if not targets.is_public:
        return _("The link “%s” leads to a guide that is not published yet.") % link
    if anchor and anchor not in targets.anchors:
        text = _("The link “%s” leads to a guide that has no such place.") % link
        return _unknown(text, anchor, targets.anchors)
    return ""
