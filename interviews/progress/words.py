"""Progress in sentences: no percentages, no days in a row, no blame."""

from datetime import datetime
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interviews.models import Feedback
from interviews.progress.reading import Often, Row, Try

# The codes of next steps, said as what an answer still wanted.
CODES: Final[dict[str, Promise]] = {
    "answer_the_question": gettext_lazy("Another question answered"),
    "give_specific_example": gettext_lazy("One real event missing"),
    "add_own_action": gettext_lazy("Own step missing"),
    "I_not_we": gettext_lazy("“We” where your part belongs"),
    "add_result": gettext_lazy("Result missing"),
    "expand": gettext_lazy("Very short"),
    "shorten": gettext_lazy("Too long"),
    "trim_setup": gettext_lazy("Long way in"),
    "state_task": gettext_lazy("Own task unclear"),
    "quantify_result": gettext_lazy("Result without a measure"),
    "tie_to_role": gettext_lazy("Link to the job missing"),
    "add_learning": gettext_lazy("What changed since then missing"),
    "name_terms": gettext_lazy("Words of the job missing"),
    "positive_tone": gettext_lazy("Blame for others"),
    "cut_fillers": gettext_lazy("Many fillers"),
    "cut_hedges": gettext_lazy("Words that make it smaller"),
    "end_cleanly": gettext_lazy("Ending trails off"),
}
_BEFORE: Final = 2


def badge_words(one: Try) -> str:
    """The step that a try came to."""
    return str(dict(Feedback.Badge.choices).get(one.badge, one.badge))


def day_words(at: datetime, now: datetime) -> str:
    """A day; with its year where that is not this one."""
    day, today = timezone.localtime(at), timezone.localtime(now)
    return date_format(day, "j F" if day.year == today.year else "j F Y")


def row_words(row: Row, now: datetime) -> str:
    """The latest word on a competency."""
    day = day_words(row.last.at, now)
    ready = len(row.ready)
    if row.last.is_ready:
        if ready == 1:
            return _("Interview-ready once, on %(day)s.") % {"day": day}
        return _("%(times)s, last on %(day)s.") % {"times": _ready_words(ready), "day": day}
    last = _("%(badge)s on %(day)s.") % {"badge": badge_words(row.last), "day": day}
    if ready:
        return f"{last} {_('%(times)s before that.') % {'times': _ready_words(ready)}}"
    number = len(row.tries)
    if number < _BEFORE:
        return last
    return f"{last} {ngettext('%(number)d answer so far.', '%(number)d answers so far.', number) % {'number': number}}"


def picture_words(row: Row, now: datetime) -> str:
    """The picture for whoever does not see it."""
    said = [_("%(badge)s on %(day)s") % {"badge": badge_words(one), "day": day_words(one.at, now)} for one in row.drawn]
    return _("The oldest first: %(steps)s.") % {"steps": ", ".join(said)}


def often_words(found: Often) -> str:
    """How often a note was the one next step."""
    if found.of is None:
        return ngettext("%(count)d time so far", "%(count)d times so far", found.count) % {"count": found.count}
    return _("%(count)d of your last %(of)d answers") % {"count": found.count, "of": found.of}


def _ready_words(number: int) -> str:
    if number == 1:
        return _("Interview-ready once")
    if number == _BEFORE:
        return _("Interview-ready twice")
    return ngettext("Interview-ready %(number)d time", "Interview-ready %(number)d times", number) % {"number": number}
