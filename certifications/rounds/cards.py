"""Cards with what stands on them: questions missed, words of the trade, drug names in both directions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from certifications.models import Card, DrugName, PracticeQuestion, QuestionPlace
from certifications.rounds.shown import LETTERS, PHARMACY, unreviewed
from guides.models import GlossaryTerm, Role, Section, Source
from kit.memory import Grade, waits

# The card of a drug that shows the brand name and asks for the generic one.
FROM_BRAND = "__brand"
# What was just missed comes again within this time; whoever does not want to wait takes it now.
EARLY = timedelta(minutes=20)
_AT_ONCE = 100
# How the text of a guide names a word of the trade.
_TERM = re.compile(r"term:([a-z0-9-]+)")


@dataclass(frozen=True)
class Face:
    """Both sides of a card."""

    card: Card
    asks: str
    front: str
    back: str
    more: list[str] = field(default_factory=list)
    choices: list[tuple[str, str]] = field(default_factory=list)
    source: Source | None = None
    source_words: str = ""
    review: str = ""


@dataclass(frozen=True)
class GradeButton:
    """A grade with the time that the card would then stay away."""

    grade: Grade
    label: str
    wait: str


def faces(cards: Iterable[Card]) -> list[Face]:
    """The cards whose subject still exists, in three queries however many there are."""
    rows = list(cards)
    questions = PracticeQuestion.objects.published().filter(slug__in=_keys(rows, Card.Kind.QUESTION))
    terms = GlossaryTerm.objects.filter(slug__in=_keys(rows, Card.Kind.TERM))
    drugs = DrugName.objects.filter(slug__in=_keys(rows, Card.Kind.DRUG)).select_related("source")
    pharmacy = QuestionPlace.objects.filter(question=OuterRef("pk"), credential__roles__slug=PHARMACY)
    by_question = {row.slug: row for row in questions.select_related("source").annotate(is_pharmacy=Exists(pharmacy))}
    by_term = {row.slug: row for row in terms}
    by_drug = {row.slug: row for row in drugs}
    found = (_face(card, by_question, by_term, by_drug) for card in rows)
    return [face for face in found if face]


def _keys(cards: Iterable[Card], kind: Card.Kind) -> set[str]:
    return {card.key.removesuffix(FROM_BRAND) for card in cards if card.kind == kind}


def _face(
    card: Card,
    questions: Mapping[str, PracticeQuestion],
    terms: Mapping[str, GlossaryTerm],
    drugs: Mapping[str, DrugName],
) -> Face | None:
    key = card.key.removesuffix(FROM_BRAND)
    if question := questions.get(key) if card.kind == Card.Kind.QUESTION else None:
        return _of_question(card, question)
    if term := terms.get(key) if card.kind == Card.Kind.TERM else None:
        return Face(card, _("What does it mean?"), term.term, term.definition)
    if drug := drugs.get(key) if card.kind == Card.Kind.DRUG else None:
        return _of_drug(card, drug)
    return None


def _of_question(card: Card, question: PracticeQuestion) -> Face:
    choices = [(LETTERS[number], text) for number, text in enumerate(question.choices)]
    right = f"{LETTERS[question.answer]}. {question.choices[question.answer]}"
    return Face(
        card,
        _("You missed this one"),
        question.stem,
        right,
        [question.rationale],
        choices,
        question.source,
        question.source_words,
        "" if question.reviewed_by else unreviewed(is_pharmacy=question.is_pharmacy),  # type: ignore[attr-defined]
    )


def _of_drug(card: Card, drug: DrugName) -> Face:
    facts = (drug.drug_class, drug.used_for and _("For: %s") % drug.used_for, drug.note)
    more = [fact for fact in facts if fact]
    if card.key.endswith(FROM_BRAND):
        return Face(card, _("Which generic name?"), drug.brand, drug.generic, more, source=drug.source)
    return Face(card, _("Which brand name, and what for?"), drug.generic, drug.brand, more, source=drug.source)


@dataclass
class Pile:
    """Someone's cards: the one to show, how many are due, and when the next one comes."""

    face: Face | None
    due: int
    soon: int
    total: int
    next_at: datetime | None

    def buttons(self, now: datetime) -> list[GradeButton]:
        """The four grades, each with its time."""
        if self.face is None:
            return []
        names = {Grade.AGAIN: _("Not at all"), Grade.HARD: _("Barely"), Grade.GOOD: _("Yes"), Grade.EASY: _("Easily")}
        times = waits(self.face.card.state, now=now)
        return [GradeButton(grade, names[grade], wait_words(times[grade])) for grade in Grade]


def pile_of(user: User, *, now: datetime, early: bool = False) -> Pile:
    """What is due; with `early`, also what comes back within minutes."""
    own = Card.objects.owned_by(user)
    soon = faces(own.due(now + EARLY)[:_AT_ONCE])
    due = [face for face in soon if face.card.due_at <= now]
    shown = due or (soon if early else [])
    later = own.exclude(pk__in=[face.card.pk for face in due]).values_list("due_at", flat=True)
    return Pile(shown[0] if shown else None, len(due), len(soon), own.count(), later.first())


def wait_words(wait: timedelta) -> str:
    """A wait as people say it."""
    if wait < timedelta(hours=1):
        minutes = max(1, round(wait / timedelta(minutes=1)))
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    days = max(1, round(wait / timedelta(days=1)))
    return ngettext("%d day", "%d days", days) % days


@dataclass(frozen=True)
class Deck:
    """Cards that someone may begin: how many there are, and which of them come next."""

    kind: str
    name: str
    total: int
    begun: int
    keys: list[str]
    role: Role | None = None

    @property
    def width(self) -> str:
        """How much of it is begun."""
        return f"{100 * self.begun / self.total:.2f}%" if self.total else "0%"


def decks(user: User, roles: Iterable[Role]) -> list[Deck]:
    """Drug names, and the words of each role's guide, in a number of queries that does not grow with the cards."""
    begun: dict[str, set[str]] = {kind: set() for kind in Card.Kind}
    for kind, key in Card.objects.owned_by(user).values_list("kind", "key"):
        begun[kind].add(key)
    words = _words_of(roles)
    found = [_deck(Card.Kind.TERM, role.title, words[role.pk], begun, role) for role in roles]
    drugs = [*DrugName.objects.values_list("slug", flat=True)]
    return [deck for deck in (*found, _deck(Card.Kind.DRUG, "", drugs, begun)) if deck.total]


def _deck(kind: Card.Kind, name: str, keys: list[str], begun: Mapping[str, set[str]], role: Role | None = None) -> Deck:
    left = [key for key in keys if key not in begun[kind]]
    return Deck(kind, name, len(keys), len(keys) - len(left), left, role)


def _words_of(roles: Iterable[Role]) -> dict[int, list[str]]:
    """The words that each guide explains, in the order in which they come."""
    named: dict[int, dict[str, None]] = {role.pk: {} for role in roles}
    sections = Section.objects.filter(role__in=list(named)).order_by("role", "position")
    for role, body in sections.values_list("role_id", "body"):
        named[role].update(dict.fromkeys(_TERM.findall(body)))
    wanted = {slug for own in named.values() for slug in own}
    known = set(GlossaryTerm.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    return {role: [slug for slug in own if slug in known] for role, own in named.items()}
