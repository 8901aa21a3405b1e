"""Everything that the page of a job's fit shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from careerguide.fit.answering import Places, answers, competency_of
from careerguide.fit.gap import Answer
from careerguide.fit.papers import Wallet
from careerguide.fit.pay_beside import PayBeside, pay_beside
from careerguide.fit.words import VerdictShown, verdict_shown
from certifications.holding.shown import shown
from certifications.models import HeldCredential
from guides.models import Credential, Role, Section, State
from interviews.models import Question
from jobsearch.models import Application, Posting
from jobsearch.worth import Case, worth
from resumes.actions.reviewing import role_terms
from resumes.models import Version
from resumes.review import matching, understanding
from resumes.review.matching import LineMatch

_CODE = re.compile(r"\b[A-Z]{2}\b")


@dataclass(frozen=True)
class FitPage:
    """The lines of an ad with how they are met, the verdict, and what was looked at."""

    version: Version
    musts: list[Answer]
    nices: list[Answer]
    helds: int
    verdict: VerdictShown | None
    pay: PayBeside | None

    @property
    def gaps(self) -> int:
        """Required lines of which nothing was found."""
        return sum(one.state == "missing" for one in self.musts)

    @property
    def lines(self) -> int:
        """How many lines were looked at."""
        return len(self.musts) + len(self.nices)


def asked_lines(posting: Posting) -> tuple[list[str], list[str]]:
    """The musts and what would be nice: as they stand on the job's page, or, where none do, as the ad has them."""
    musts, nices = _lines(posting.musts), _lines(posting.nices)
    if musts or nices:
        return musts, nices
    read = matching.lines_asked(posting.text)
    return [*read[0]], [*read[1]]


def fit_page(application: Application, version: Version, *, now: datetime) -> FitPage:
    """Hold a version of a resume, and what its owner holds, against the ad."""
    posting, user, today = application.posting, application.owner, timezone.localdate(now)
    role = posting.role or version.document.role
    states = {state.usps: state for state in State.objects.all()}
    state = _state(posting, user, states)
    helds = shown(HeldCredential.objects.owned_by(user), today=today, now=now)
    names = {usps: one.name for usps, one in states.items()}
    lines = _matched(posting, version)
    wallet = Wallet(
        helds, [*Credential.objects.all()], role, state, names, has_guide=bool(role and role.is_public(now))
    )
    told = answers(lines, wallet, _places(version, role, lines, now))
    musts = [one for one in told if one.required]
    pay = pay_beside(posting, role, state)
    return FitPage(
        version=version,
        musts=musts,
        nices=[one for one in told if not one.required],
        helds=len(helds),
        verdict=_verdict(application, musts, pay, today),
        pay=pay,
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _matched(posting: Posting, version: Version) -> tuple[LineMatch, ...]:
    musts, nices = asked_lines(posting)
    document = version.read_document
    return matching.match_lines(
        document,
        understanding.understand(document, "resume"),
        musts=musts,
        nices=nices,
        head=(posting.title, posting.employer, posting.place),
        role=role_terms(version.document),
    )


def _state(posting: Posting, user: User, states: dict[str, State]) -> State | None:
    """Where the job is; where the ad does not say, where its reader looks for work."""
    told = [code for code in _CODE.findall(posting.place) if code in states]
    named = [code for code, state in states.items() if state.name in posting.place]
    return states.get(next(iter([*told[::-1], *named]), user.state))


def _places(version: Version, role: Role | None, lines: Sequence[LineMatch], now: datetime) -> Places:
    resume = reverse("resumes:text", args=[version.document_id, version.number])
    wanted = {slug for line in lines if (slug := competency_of(line.text))}
    asked = Question.objects.bank().for_role(role).filter(competencies__slug__in=wanted).order_by("position", "pk")
    found: dict[str, str] = {}
    for slug, pk in asked.values_list("competencies__slug", "pk"):
        found.setdefault(slug, reverse("practice:question", args=[pk]))
    return Places(resume, found, _way_in(role, now))


def _way_in(role: Role | None, now: datetime) -> str:
    if role is None or not role.is_public(now):
        return ""
    section = Section.objects.filter(role=role, kind=Section.Kind.WAY_IN).first()
    return f"{reverse('guides:detail', args=[role.slug])}#{section.slug}" if section else ""


def _verdict(
    application: Application, musts: Sequence[Answer], pay: PayBeside | None, today: date
) -> VerdictShown | None:
    """Nothing once it was sent: then the question is no longer whether."""
    if application.stage not in Application.BEFORE_APPLYING:
        return None
    closes_on = application.posting.closes_on
    others = Application.objects.owned_by(application.owner).under_way().exclude(pk=application.pk)
    case = Case(
        shown=_count(musts, "shown"),
        in_part=_count(musts, "part"),
        missing=_count(musts, "missing"),
        papers=sum(one.lacks_paper for one in musts),
        days_left=(closes_on - today).days if closes_on else None,
        pay=pay.place if pay else "",
        under_way=others.count(),
    )
    return verdict_shown(worth(case), case, pay)


def _count(musts: Sequence[Answer], state: str) -> int:
    return sum(one.state == state for one in musts)
