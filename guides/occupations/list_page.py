"""What the page of all occupations shows beside the list: rows in words, my state, guides, sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from guides.models import Role, State
from guides.occupations.browse import Browse
from guides.occupations.guides_written import guides_by_code
from guides.occupations.listed import Listed
from guides.occupations.releases import Releases, releases
from guides.page.money import dollars, openings_a_year
from guides.page.places import Place, all_places


@dataclass(frozen=True)
class ListRow:
    """One occupation in words; an empty word stands for what is not known."""

    title: str
    url: str
    field: str
    time: str
    pay: str
    openings: str
    change: str
    guide: Role | None
    is_shared: bool


@dataclass
class ListPage:
    """One page of the list for one reader."""

    browse: Browse
    state: State | None
    now: datetime

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every state, D.C. and territory."""
        return all_places()

    @cached_property
    def releases(self) -> Releases:
        """The editions that the page rests on."""
        return releases()

    @property
    def place(self) -> str:
        """Where the pay is that rows show."""
        return self.state.name if self.state else _("the U.S.")

    @property
    def with_pay(self) -> bool:
        """Whether pay is known of any occupation there."""
        return any(row.pay is not None for row in self.browse.rows)

    @property
    def with_outlook(self) -> bool:
        """Whether the outlook is known of any."""
        return any(row.change is not None or row.openings is not None for row in self.browse.rows)

    @property
    def next_address(self) -> str:
        """Where someone comes back to after choosing a state: the same list, for whatever they chose."""
        query = self.browse.url(state="")
        return reverse("occupations:list") + (query if query.startswith("?") else "")

    @property
    def everything(self) -> str:
        """The address of the list without any filter, in the same order."""
        return self.browse.url(**dict.fromkeys(self.browse.chosen, ""))

    @property
    def rows(self) -> Iterator[ListRow]:
        """The rows of the page."""
        guides = guides_by_code(self.now)
        return (self._row(row, guides) for row in self.browse.page.object_list)

    @property
    def with_shared(self) -> bool:
        """Whether a row shows figures that it shares with others."""
        return any(row.is_shared for row in self.browse.page.object_list)

    def _row(self, row: Listed, guides: dict[str, Role]) -> ListRow:
        words = self.browse.words
        pay = dollars(row.pay)
        return ListRow(
            title=row.title,
            url=reverse("occupations:detail", args=[row.code]),
            field=words["field"].get(row.keys["field"], ""),
            time=words["zone"].get(row.keys["zone"], ""),
            pay=_("%s or more") % pay if row.is_or_more else pay,
            openings=openings_a_year(row.openings),
            change="" if row.change is None else f"{row.change:+.1f}%".replace("-", "−"),
            guide=guides.get(row.code) or (None if row.is_shared else guides.get(row.code[:7])),
            is_shared=row.is_shared,
        )
