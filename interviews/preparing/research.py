"""The research worksheet: what to find out about an employer, where to look, and what a useful finding looks like."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guides.models import Role
from interviews.models import Worksheet


@dataclass(frozen=True)
class Topic:
    """One field of the worksheet; `example` is made up and says so on the page."""

    field: str
    title: Promise
    ask: Promise
    where: tuple[Promise, ...]
    example: Promise


TOPICS: Final = (
    Topic(
        "values",
        _("What they stand for"),
        _("Which words do they use about themselves, and where do you see that they mean it?"),
        (
            _("Their own site: “About us”, “Our mission”, and the careers page."),
            _("The ad: what it names first, and what it says twice."),
            _("A nonprofit or a listed company: the letter at the front of the annual report."),
        ),
        _(
            "They say “we answer the phone with a person”. The ad asks twice for a calm voice on the phone. So I tell "
            "the story of the refill line."
        ),
    ),
    Topic(
        "services",
        _("What they do, and for whom"),
        _("Who comes there, what for, and what do they offer that the place down the road does not?"),
        (
            _("Their site, under services or departments, and the hours they are open."),
            _("A visit as a customer, or a walk through the lobby: who is waiting, how long, who answers."),
            _("The ad: machines, programs and patients it names."),
        ),
        _(
            "Vaccines without an appointment, blister packs for two nursing homes, delivery by bike. The blister packs "
            "are where my two years at Oak Court count."
        ),
    ),
    Topic(
        "setting",
        _("What kind of place it is"),
        _("Which kind of workplace is it, how big is the team, and what does that mean for a shift?"),
        (
            _("The state board’s license look-up: the type of license, since when, and any discipline on record."),
            _("For hospitals and nursing homes: Medicare’s public comparison of care."),
            _("People who work there or did: ask how many are on at the busiest hour."),
        ),
        _(
            "Independent, licensed since 1998, nothing on record at the board. Two pharmacists and three technicians, "
            "so I would do every task, and cover when one is out."
        ),
    ),
    Topic(
        "news",
        _("What is new there"),
        _("What changed in the last year: a new owner, a new building, a new program, an award, a closing?"),
        (
            _("Their news page, and the name of the place in the local paper’s search."),
            _("Listed companies: the newest annual or quarterly report."),
            _(
                "Review sites, with a grain of salt: whoever is angry writes more often. Believe what many say in "
                "several years."
            ),
        ),
        _("They open a second site in spring and are hiring six people. I can ask who would train there."),
    ),
    Topic(
        "why_fit",
        _("Why you fit"),
        _("What of yours goes with what you found? Two or three lines, each with a fact behind it."),
        (
            _("The ad once more: mark each thing you can prove with one day of your life."),
            _("The guide to the role, for the words the trade uses."),
            _("What people told you about your work, in their words."),
        ),
        _(
            "They need closing shifts covered: I closed alone four nights a week for a year. They train on a new "
            "system: I was the one who taught it to three others."
        ),
    ),
    Topic(
        "sources",
        _("Where you found it"),
        _("Addresses, names and days, so that you find it again and can say where you read it."),
        (),
        _("Site, “About us”, read on 3 March. Talked with Dana, who worked there until summer."),
    ),
)
FIELDS: Final = tuple(topic.field for topic in TOPICS)

# Kinds of pharmacies that people speak of, beside those that the guide compares.
_PHARMACIES: Final = (
    _("Chain"),
    _("Independent"),
    _("Compounding"),
    _("Long-term care"),
    _("Specialty or nuclear"),
)


@dataclass(frozen=True)
class Kind:
    """A kind of workplace, and what the guide says of it."""

    name: str
    pace: str = ""
    hardest: str = ""


@dataclass(frozen=True)
class Hints:
    """What the guide to the role has to say beside the worksheet."""

    role: Role | None
    kinds: tuple[Kind, ...]
    words: tuple[str, ...]


def hints_for(role: Role | None) -> Hints:
    """Kinds of workplaces, and the words of the trade; in two queries."""
    if role is None:
        return Hints(None, (), ())
    kinds = tuple(Kind(place.name, place.pace, place.hardest) for place in role.settings.all())
    if role.slug == "pharmacy-technician":
        kinds = (*kinds, *_others(kinds))
    terms = role.terms.order_by("-is_required", "position", "pk")[:12]
    return Hints(role, kinds, tuple(term.name for term in terms))


def found(worksheet: Worksheet | None) -> int:
    """How many fields hold something; where it was found does not count."""
    return sum(bool(worksheet and getattr(worksheet, field).strip()) for field in FIELDS if field != "sources")


def _others(known: tuple[Kind, ...]) -> list[Kind]:
    names = {kind.name.lower() for kind in known}
    return [Kind(str(name)) for name in _PHARMACIES if str(name).lower() not in names]
