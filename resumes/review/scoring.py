"""From findings to points.

The score has one part for each category. A part begins at its weight and loses what its findings cost (`limits`), down
to nothing. The part for the match begins at the share of what was asked for that was found: answering less scores less.
Where neither a role nor a posting is given there is nothing to match: the part is left out, and the others take its
weight in proportion. The same findings always give the same score, and one more never a higher one.
"""

from collections.abc import Iterable

from resumes.review import limits
from resumes.review.finding import Case, Category, Finding, Part, Score
from resumes.review.matching.tailoring import share_found


def score(case: Case, findings: Iterable[Finding]) -> Score:
    """The parts of the score, and their sum."""
    own = weights(case)
    lost = _lost(findings, own)
    parts = []
    for category, weight in own.items():
        begin = round(weight * _answered(case)) if category == "match" else weight
        parts.append(Part(category, max(0, begin - lost.get(category, 0)), weight))
    return Score(sum(part.score for part in parts), tuple(parts))


def _answered(case: Case) -> float:
    """How much of what is asked for was found: of a posting all, of a role's long list the better half."""
    if case.kind == "cover-letter":
        found = sum(term.found for term in case.match.terms)
        return min(1.0, found / limits.LETTER_TERMS_FOR_ALL) if case.match.terms else 1.0
    share = share_found(case.match.terms)
    return share if case.match.from_posting else min(1.0, share / limits.ROLE_SHARE)


def weights(case: Case) -> dict[Category, int]:
    """How much each part weighs here; always 100 together."""
    if case.role or case.posting:
        return dict(limits.WEIGHTS)
    rest = {category: weight for category, weight in limits.WEIGHTS.items() if category != "match"}
    total = sum(rest.values())
    shared: dict[Category, int] = {category: round(weight * 100 / total) for category, weight in rest.items()}
    first = next(iter(shared))
    shared[first] += 100 - sum(shared.values())
    return shared


def _lost(findings: Iterable[Finding], own: dict[Category, int]) -> dict[Category, int]:
    """What the findings of each category cost; those of a match cost content where there is no part for it."""
    lost: dict[Category, int] = {}
    once: dict[str, int] = {}
    for finding in findings:
        category: Category = finding.category if finding.category in own else "content"
        price = cost(finding)
        if finding.rule in limits.COST_ONCE:
            price, once[finding.rule] = max(0, price - once.get(finding.rule, 0)), max(price, once.get(finding.rule, 0))
        lost[category] = lost.get(category, 0) + price
    return lost


def cost(finding: Finding) -> int:
    """What one finding costs: by its rule where that is dearer or free, else by its severity."""
    own = limits.COST_OF_RULE.get(finding.rule)
    by_severity = limits.COST[finding.severity]
    if own is None or (own and finding.severity == "could"):
        return by_severity
    return max(own, by_severity) if own else 0
