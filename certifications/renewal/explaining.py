"""What is told to a person: what the cycle asks for and why, and of each credit where it counts or why not."""

from certifications.renewal.eligibility import Reason
from certifications.renewal.outcome import Line, Outcome
from certifications.renewal.requirement import Asked
from kit.said import Said, gettext_noop

ASKED = {
    Asked.FULL: gettext_noop("%(total)s h in this cycle, in full."),
    Asked.EXEMPT: gettext_noop("%(total)s h: a first cycle asks only for the minimums that it keeps."),
    Asked.PRORATED: gettext_noop("%(total)s h: a first cycle asks for its share, and this one has %(months)s months."),
    Asked.SHORT: gettext_noop("%(total)s h: a first cycle of less than %(threshold)s months asks for the short list."),
    Asked.REINSTATEMENT: gettext_noop("%(total)s h, which is what reinstatement asks for."),
}

AGAINST = {
    Reason.REJECTED: gettext_noop("Does not count: it was rejected."),
    Reason.OUTSIDE_CYCLE: gettext_noop(
        "Does not count in this cycle: it was done on %(day)s, and the cycle runs from %(starts_on)s to %(ends_on)s."
    ),
    Reason.FUTURE: gettext_noop("Does not count yet: %(day)s comes after %(as_of)s."),
    Reason.EXCLUDED: gettext_noop("Does not count: this rule leaves out what is marked %(tags)s."),
    Reason.NO_EVIDENCE: gettext_noop("Does not count yet: this rule wants the certificate as a file. Add it."),
    Reason.DUPLICATE: gettext_noop(
        "Does not count: activity %(activity)s counts once in a cycle, and another entry stands for it."
    ),
    Reason.OVER_CAP: gettext_noop("Does not count: as many hours as this rule lets count are there already: %(caps)s."),
}


def about_requirement(outcome: Outcome) -> Said:
    """What the cycle asks for, and why it is not the full total where it is not."""
    values = {
        "total": outcome.asked.total,
        "months": outcome.asked.months,
        "threshold": outcome.rule.threshold_months,
    }
    return Said(ASKED[outcome.asked.asked], values)


def about_line(outcome: Outcome, line: Line) -> Said:
    """Where the credit counts, or why it does not."""
    if line.reason:
        return Said(AGAINST[line.reason], _values(outcome, line))
    if not line.hours:
        return Said(gettext_noop("Does not count: it comes to less than 0.01 h."))
    return Said(_counted(line), _values(outcome, line))


def _counted(line: Line) -> str:
    if line.counted == line.hours:
        if line.serves:
            return gettext_noop("Counts in full: %(counted)s h in the total and for %(serves)s.")
        return gettext_noop("Counts in full: %(counted)s h in the total.")
    if line.serves:
        return gettext_noop(
            "Counts in part: %(counted)s of %(hours)s h, in the total and for %(serves)s. "
            "More is not allowed: %(caps)s."
        )
    return gettext_noop("Counts in part: %(counted)s of %(hours)s h, in the total. More is not allowed: %(caps)s.")


def _values(outcome: Outcome, line: Line) -> dict[str, object]:
    return {
        "day": line.credit.completed_on,
        "starts_on": outcome.cycle.starts_on,
        "ends_on": outcome.cycle.ends_on,
        "as_of": outcome.as_of,
        "tags": tuple(sorted(line.credit.tags & outcome.rule.excluded_tags)),
        "activity": line.credit.activity_id.strip(),
        "counted": line.counted,
        "hours": line.hours,
        "serves": line.serves,
        "caps": line.full_caps,
    }
