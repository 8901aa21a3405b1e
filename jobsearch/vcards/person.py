"""What a card says of a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """One person as a card knows them; what has no field of its own stands in the notes."""

    name: str
    employer: str = ""
    job_title: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    relation: str = ""
    how_met: str = ""
    met_on: str = ""
    notes: str = ""
    # The line of the file on which a field was found.
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
