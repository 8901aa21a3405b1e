"""What the page of a finished round says first: how it went, and where to go on."""

from dataclasses import dataclass

from certifications.rounds.bank import Bank
from certifications.rounds.shown import Round
from certifications.study.scoring import PartResult


@dataclass
class ResultPage:
    """A finished round beside the questions that there are."""

    round: Round
    bank: Bank

    @property
    def next_parts(self) -> list[tuple[PartResult, str]]:
        """What to study next, the most rewarding part first, with its name."""
        outline = self.bank.outline
        weights = {row.slug: row.weight for row in outline.domains.all()} if outline else {}
        return [(part, self.round.name_of(part.domain)) for part in self.round.result.study_next(weights)]
