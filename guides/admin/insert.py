"""What an editor can put into a text with one press: facts, terms, pictures, containers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from guides.markup import BLOCKS, CONTAINERS
from guides.models import Fact, GlossaryTerm, Role

_OUTLOOK = ("jobs_base", "jobs_target", "change", "openings", "exits", "transfers", "base_year", "target_year")


@dataclass(frozen=True)
class Insertable:
    """One thing: its name, what it shows, and what is written into the text."""

    name: str
    text: str
    shows: str = ""


@dataclass(frozen=True)
class Group:
    """Things of one sort."""

    name: str
    items: tuple[Insertable, ...]


def insertables(role: Role) -> list[Group]:
    """All that the texts of a guide can use; two queries at any length."""
    return [
        Group(_("Facts"), tuple(_facts(role))),
        Group(_("Pay and outlook"), tuple(_tables(role))),
        Group(_("Terms"), tuple(_terms())),
        Group(_("Pictures and lists"), tuple(_blocks())),
        Group(_("Boxes"), tuple(_containers())),
    ]


def _facts(role: Role) -> Iterator[Insertable]:
    own = f"{role.slug}/"
    usable = Q(role=role) | Q(credential__roles=role) | Q(role=None, credential=None)
    for fact in Fact.objects.filter(usable).distinct().order_by("label", "key"):
        yield Insertable(fact.label, f"{{{{ fact:{fact.key.removeprefix(own)} }}}}", fact.value)


def _tables(role: Role) -> Iterator[Insertable]:
    if not role.soc:
        return
    places = {"us": _("the U.S."), "here": _("the reader's state")}
    points = {
        "p10": _("One in ten earns less than"),
        "p25": _("One in four earns less than"),
        "median": _("The middle person earns"),
        "p75": _("One in four earns more than"),
        "p90": _("One in ten earns more than"),
        "hour.median": _("The middle person earns, by the hour"),
        "jobs": _("Number of jobs"),
    }
    for place, where in places.items():
        for point, words in points.items():
            yield Insertable(f"{words}, {where}", f"{{{{ fact:pay.{point}.{place} }}}}")
    yield Insertable(_("Name of the place whose pay is shown"), "{{ fact:pay.place.here }}")
    yield Insertable(_("Name of the reader's state"), "{{ state }}")
    for name in _OUTLOOK:
        yield Insertable(_("Outlook: %(name)s") % {"name": name.replace("_", " ")}, f"{{{{ fact:outlook.{name} }}}}")


def _terms() -> Iterator[Insertable]:
    for term in GlossaryTerm.objects.order_by("term"):
        yield Insertable(term.term, f"{{{{ term:{term.slug} }}}}", term.definition)


def _blocks() -> Iterator[Insertable]:
    for name in BLOCKS:
        yield Insertable(name.replace("-", " ").capitalize(), f"\n\n{{{{ show:{name} }}}}\n\n")


def _containers() -> Iterator[Insertable]:
    words = {
        "day": _("A day at work: times in bold"),
        "never": _("This is not yours to do"),
        "aside": _("Something beside the main line"),
        "duties": _("A list in two columns"),
        "say": _("Words to say or write"),
        "before-after": _("Instead of this, write that"),
        "do": _("The one thing to do, at the end"),
    }
    for name in CONTAINERS:
        yield Insertable(words.get(name, name), f"\n\n::: {name}\n{_('Your text')}\n:::\n\n")
