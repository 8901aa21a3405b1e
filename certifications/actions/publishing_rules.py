"""The way of a rule's version to people's ledgers: begun as a copy, checked, tried out, published, ended."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from certifications.models import RenewalRule, RenewalRuleVersion
from certifications.renewal.cycles import AnchorKind, CycleError, Schedule
from certifications.renewal.entries import ReadingError
from certifications.renewal.reading import read_rule
from certifications.renewal.rules import Rule
from guides.models import Confidence

DAY = timedelta(days=1)
# Stands for a month of birth, which differs from person to person.
_ANY_MONTH = 1
_COPIED = (
    "body", "anchor", "anchor_month", "anchor_day", "renewal_fee", "late_fee", "reinstatement_fee",
    "summary", "source", "source_words", "as_of", "review_by", "confidence",
)  # fmt: skip


class NotReadyError(Exception):
    """The version cannot be published yet; `troubles` says why, in sentences."""

    def __init__(self, troubles: list[str]) -> None:
        self.troubles = troubles
        super().__init__(" ".join(troubles))


def begin_version(rule: RenewalRule, *, on: date) -> RenewalRuleVersion:
    """A draft of the next version: a copy of the last one, to be changed and checked."""
    last = rule.versions.order_by("-number").first()
    if last is None:
        return RenewalRuleVersion.objects.create(rule=rule, number=1, in_force_from=on)
    copied = {name: getattr(last, name) for name in _COPIED}
    return RenewalRuleVersion.objects.create(
        rule=rule, number=last.number + 1, in_force_from=max(on, last.in_force_from + DAY), **copied
    )


def find_troubles(version: RenewalRuleVersion) -> list[str]:
    """Everything that must be mended before people's hours may be counted by the version."""
    if version.is_published:
        return [_("This version is published already.")]
    return [*_unreadable(version), *_unsaid(version), *_overlaps(version)]


def ended_by(version: RenewalRuleVersion) -> RenewalRuleVersion | None:
    """The published version that this one takes over from: it ends on the day before."""
    others = version.rule.versions.published().exclude(pk=version.pk)
    earlier = others.filter(in_force_until__isnull=True, in_force_from__lt=version.in_force_from)
    return earlier.order_by("-in_force_from").first()


@transaction.atomic
def publish_version(version: RenewalRuleVersion, *, by: User, at: datetime) -> None:
    """Publish a version, and end the one before it; or say what must be mended first."""
    # One editor at a time: two could otherwise publish versions for the same days.
    [*RenewalRule.objects.select_for_update().order_by("pk").for_the_same(version.rule)]
    version.refresh_from_db()
    if troubles := find_troubles(version):
        raise NotReadyError(troubles)
    if before := ended_by(version):
        before.end(on=version.in_force_from - DAY)
    version.publish(by=by, at=at)


def rule_problem(version: RenewalRuleVersion) -> str:
    """What is wrong with the body or with the days the cycles end on, in a sentence; empty where nothing is."""
    return next(_unreadable(version), "")


def _unreadable(version: RenewalRuleVersion) -> Iterator[str]:
    try:
        rule = read_rule(version.body)
    except ReadingError as error:
        yield f"{error.key}: {error.said.read(_)}."
        return
    try:
        _schedule(version, rule)
    except CycleError as error:
        yield str(error)


def _schedule(version: RenewalRuleVersion, rule: Rule) -> Schedule:
    kind = AnchorKind(version.anchor)
    month = _ANY_MONTH if kind == AnchorKind.BIRTH_MONTH else version.anchor_month
    return Schedule(kind, version.in_force_from, rule.cycle_months, month, version.anchor_day)


def _unsaid(version: RenewalRuleVersion) -> Iterator[str]:
    if version.source_id is None:
        yield _("Name the source.")
    if not version.summary.strip():
        yield _("Write the rule in plain words: people read those first.")
    if version.checked_on is None:
        yield _("Give the day on which it was checked against the source.")
    if version.review_by is None and version.in_force_until is None:
        yield _("Give the day by which it is to be checked again.")
    if version.confidence == Confidence.LOW:
        yield _("Find a better source first: nobody's hours are counted by a rule that we are not sure of.")


def _overlaps(version: RenewalRuleVersion) -> Iterator[str]:
    """Published versions in force on the same days, but for the open one that this version takes over from."""
    before = ended_by(version)
    others = RenewalRuleVersion.objects.published().for_the_same(version.rule).exclude(pk=version.pk)
    for other in others.select_related("rule"):
        if other != before and _meet(version, other):
            values = {"other": other, "days": days_of(other)}
            yield _("Two rules would be in force: “%(other)s” is published for %(days)s.") % values


def _meet(one: RenewalRuleVersion, other: RenewalRuleVersion) -> bool:
    return one.in_force_from <= (other.in_force_until or date.max) and other.in_force_from <= (
        one.in_force_until or date.max
    )


def days_of(version: RenewalRuleVersion) -> str:
    """From when until when it is in force, in words."""
    begins = date_format(version.in_force_from, "j F Y")
    if version.in_force_until is None:
        return _("%(begins)s and later") % {"begins": begins}
    return _("%(begins)s to %(ends)s") % {"begins": begins, "ends": date_format(version.in_force_until, "j F Y")}
