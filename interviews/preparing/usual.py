"""What nearly every interview asks one to see to, with a short why; what applies depends on how people meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interviews.models import Interview

_ON_SITE: Final = frozenset({Interview.Way.ON_SITE})
_VIDEO: Final = frozenset({Interview.Way.VIDEO})
_PHONE: Final = frozenset({Interview.Way.PHONE})
_FAR: Final = _VIDEO | _PHONE
_SEEN: Final = _ON_SITE | _VIDEO
_ALL: Final = frozenset(Interview.Way)


@dataclass(frozen=True)
class Part:
    """A group of the list: when it is seen to."""

    key: str
    title: Promise


@dataclass(frozen=True)
class Usual:
    """One thing to see to. The key stays for ever, for ticks are kept by it."""

    key: str
    part: str
    ways: frozenset[Interview.Way]
    text: Promise
    why: Promise


ON_THE_DAY: Final = "there"
PARTS: Final = (
    Part("before", _("Days before")),
    Part("pack", _("Laid out the evening before")),
    Part(ON_THE_DAY, _("On the day")),
)

USUAL: Final = (
    # ---- days before
    Usual(
        "route",
        "before",
        _ON_SITE,
        _("Try the route out, at the same hour of the day"),
        _("Traffic at eight is not traffic at noon. You also learn where to park and which door to use."),
    ),
    Usual(
        "names",
        "before",
        _ALL,
        _("Write down whom to ask for, with how the name is said"),
        _("The first sentence at the front desk is then easy. If you don’t know how to say it, call and ask."),
    ),
    Usual(
        "needs",
        "before",
        _ALL,
        _("Ask for what you need: a ramp, an interpreter, a quiet room"),
        _("Employers are used to it, and a day or two of notice is enough. You don’t have to say why you need it."),
    ),
    Usual(
        "link",
        "before",
        _VIDEO,
        _("Open the link on the device you will use"),
        _("Some programs want to be installed, or ask for a permission. Better tonight than at one minute past."),
    ),
    Usual(
        "camera",
        "before",
        _VIDEO,
        _("Camera at the height of your eyes, lamp or window in front of you"),
        _("From below or against the light they see a chin or a shadow, and talk to that."),
    ),
    Usual(
        "sound",
        "before",
        _VIDEO,
        _("Test the sound with a friend; take headphones if the room echoes"),
        _("Bad sound tires people faster than a bad picture."),
    ),
    Usual(
        "name-shown",
        "before",
        _VIDEO,
        _("The name shown is your first and last name"),
        _("“iPad of Mom” makes them wonder whom they let in."),
    ),
    Usual(
        "background",
        "before",
        _VIDEO,
        _("A plain wall or a tidy corner behind you"),
        _("Blurring works too, but try it: with some cameras hands disappear."),
    ),
    Usual(
        "number",
        "before",
        _PHONE,
        _("Know who calls whom, on which number, in whose time zone"),
        _("A call at ten in another state may be nine for you."),
    ),
    Usual(
        "quiet",
        "before",
        _FAR,
        _("A quiet room with a door, and the others at home know the hour"),
        _("A car that stands still is better than a kitchen. Check the signal there first."),
    ),
    # ---- laid out the evening before
    Usual(
        "clothes",
        "pack",
        _SEEN,
        _("Clothes clean, pressed and tried on sitting down"),
        _("One step neater than the job’s own dress is right. No strong scent: some people react to it."),
    ),
    Usual(
        "resume",
        "pack",
        _ON_SITE,
        _("Three copies of your resume, flat in a folder"),
        _("There may be one more person in the room than they told you."),
    ),
    Usual(
        "resume-open",
        "pack",
        _FAR,
        _("Your resume and the ad open or printed, beside you"),
        _("They will ask about a line of it. Looking down at paper is fine, and quicker than searching."),
    ),
    Usual(
        "id",
        "pack",
        _ON_SITE,
        _("A photo ID"),
        _("Hospitals and labs often print a visitor’s badge from it."),
    ),
    Usual(
        "licences",
        "pack",
        _ALL,
        _("Certificates, with license and registration numbers and their dates"),
        _("Forms ask for the number and the last day. What you hold stands on your page under certifications."),
    ),
    Usual(
        "references",
        "pack",
        _ALL,
        _("Two or three references on a sheet: name, job, number, and that they know"),
        _("Ask them before you give their names, so that a call does not surprise them."),
    ),
    Usual(
        "i9",
        "pack",
        _ON_SITE,
        _("Papers for Form I-9 only if they asked for them"),
        _("They are checked after a job is offered. Leave a Social Security card at home unless it is wanted."),
    ),
    Usual(
        "pen",
        "pack",
        _ALL,
        _("Your questions, paper and a pen"),
        _("Notes show that you listen, and you need them for the thank-you note."),
    ),
    Usual(
        "notes",
        "pack",
        _PHONE,
        _("One page of notes in front of you: three stories, three questions"),
        _("Nobody sees it. Key words are enough; read sentences sound read."),
    ),
    Usual(
        "charger",
        "pack",
        _FAR,
        _("Battery full, charger plugged in"),
        _("A call drains a phone or a laptop faster than you think."),
    ),
    Usual(
        "second-way",
        "pack",
        _FAR,
        _("A second way in: their phone number on paper"),
        _("If the line drops, you call within a minute and say so. That is handled, and no harm is done."),
    ),
    # ---- on the day
    Usual(
        "early",
        "there",
        _ON_SITE,
        _("At the door 10 to 15 minutes early"),
        _("Time to breathe and find the room. Earlier than that puts people under pressure; wait outside."),
    ),
    Usual(
        "early-far",
        "there",
        _FAR,
        _("Ready in your place 10 minutes early, and in the call 2 minutes early"),
        _("Programs update themselves at the worst moment."),
    ),
    Usual(
        "phone-off",
        "there",
        _ON_SITE,
        _("Phone off, not on vibrate"),
        _("A buzz in a bag is heard by everyone in a small office."),
    ),
    Usual(
        "alerts-off",
        "there",
        _FAR,
        _("Messages and alerts switched off"),
        _("Each chime pulls your eyes away in the middle of a sentence."),
    ),
    Usual(
        "greeting",
        "there",
        _ON_SITE,
        _("Greet everyone, first of all the front desk; shake hands if a hand is offered"),
        _("Staff at the desk are often asked later. Where people don’t shake hands, a nod and a smile do the same."),
    ),
    Usual(
        "eyes",
        "there",
        _SEEN,
        _("Look at whoever asks; on video, at the camera when you speak"),
        _("A glance that comes back every few seconds is enough. If that is hard for you, look between the brows."),
    ),
    Usual(
        "posture",
        "there",
        _ALL,
        _("Both feet on the floor, shoulders down, hands where they can rest"),
        _("Your voice is steadier when you sit upright, also on the phone."),
    ),
)


def of_way(way: str) -> Iterator[Usual]:
    """Those that apply where people meet in this way."""
    return (usual for usual in USUAL if way in usual.ways)


def by_key(key: str) -> Usual | None:
    """The one with that key."""
    return next((usual for usual in USUAL if usual.key == key), None)
