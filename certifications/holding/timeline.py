"""The time strip of a credential: from its beginning to its last day, with today on it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from certifications.holding.governing import Governing
from certifications.holding.standing import SOON, Standing, day_words
from certifications.models import HeldCredential
from certifications.renewal.cycles import DAY, add_months

# The label of today is set from the end that it is near to, so that it stays on the page.
_NEAR = 20.0
_WHOLE = 100.0


@dataclass(frozen=True)
class Timeline:
    """Days on a line, in per cent of its length; past the last day on to where reinstatement ends, or to today."""

    starts_on: date
    ends_on: date
    today: date
    late_until: date | None = None

    @property
    def is_over(self) -> bool:
        """Whether the last day has passed."""
        return self.today > self.ends_on

    @property
    def end(self) -> str:
        """The place of the last day."""
        return _percent(self._at(self.ends_on))

    @property
    def done(self) -> str:
        """The length of what has passed."""
        return _percent(self._at(min(self.today, self.ends_on)))

    @property
    def now(self) -> str:
        """The place of today."""
        return _percent(self._at(self.today))

    @property
    def soon(self) -> str:
        """The place from which a renewal is near."""
        return _percent(self._at(self._soon_from))

    @property
    def soon_width(self) -> str:
        """The length of the days in which a renewal is near."""
        return _percent(self._at(self.ends_on) - self._at(self._soon_from))

    @property
    def late_width(self) -> str:
        """The length of the days in which it can still be brought back."""
        return _percent(_WHOLE - self._at(self.ends_on))

    @property
    def now_anchor(self) -> str:
        """From which side the label of today is set."""
        return _anchor(self._at(self.today))

    @property
    def end_anchor(self) -> str:
        """From which side the label of the last day is set."""
        return _anchor(self._at(self.ends_on))

    @property
    def words(self) -> str:
        """What the picture says."""
        parts = [
            _("From %(start)s to %(end)s.") % {"start": day_words(self.starts_on), "end": day_words(self.ends_on)},
            _("Today, %(today)s.") % {"today": day_words(self.today)},
        ]
        if self.is_over and self.late_until:
            parts.append(_("It can be brought back through %(until)s.") % {"until": day_words(self.late_until)})
        return " ".join(parts)

    @property
    def first_label(self) -> str:
        """The first day, short."""
        return date_format(self.starts_on, "j M Y")

    @property
    def last_label(self) -> str:
        """The last day, short."""
        return date_format(self.ends_on, "j M Y")

    @property
    def today_label(self) -> str:
        """Today, short."""
        return _("Today, %(day)s") % {"day": date_format(self.today, "j M Y")}

    @property
    def _soon_from(self) -> date:
        return max(self.starts_on, self.ends_on - timedelta(days=SOON))

    @property
    def _last(self) -> date:
        return max(self.late_until or self.today, self.ends_on) if self.is_over else self.ends_on

    def _at(self, day: date) -> float:
        span = max((self._last - self.starts_on).days, 1)
        return min(max((day - self.starts_on).days / span * _WHOLE, 0.0), _WHOLE)


def timeline_of(
    held: HeldCredential, standing: Standing, governing: Governing | None, *, today: date
) -> Timeline | None:
    """The strip of a credential that was earned and has a last day; nothing for any other."""
    if not held.is_held or held.earned_on is None or held.expires_on is None:
        return None
    starts_on = held.earned_on
    if governing is not None:
        starts_on = max(starts_on, add_months(held.expires_on + DAY, -governing.rule.cycle_months))
    late_until = standing.deadlines.reinstatable_until if standing.deadlines else None
    return Timeline(starts_on, held.expires_on, today, late_until)


def _anchor(place: float) -> str:
    return "start" if place < _NEAR else "end" if place > _WHOLE - _NEAR else "middle"


def _percent(value: float) -> str:
    return f"{value:.2f}%"
