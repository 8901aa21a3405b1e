"""How people get ready for an occupation: time, schooling, training."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import EducationShare, Occupation, Projection
from guides.occupations.training import SCHOOLING, TRAINING, experience_in_words, in_words
from guides.occupations.zones import Preparation, preparation

# The release's twelve categories run to three lines each; these are their first words.
_NAMES = {
    1: gettext_lazy("Less than high school"),
    2: gettext_lazy("High school diploma or GED"),
    3: gettext_lazy("Certificate after high school"),
    4: gettext_lazy("Some college courses"),
    5: gettext_lazy("Associate’s degree"),
    6: gettext_lazy("Bachelor’s degree"),
    7: gettext_lazy("Certificate after a bachelor’s degree"),
    8: gettext_lazy("Master’s degree"),
    9: gettext_lazy("Certificate after a master’s degree"),
    10: gettext_lazy("First professional degree"),
    11: gettext_lazy("Doctoral degree"),
    12: gettext_lazy("Training after a doctorate"),
}
_NEGLIGIBLE = 0.5


@dataclass(frozen=True)
class Share:
    """How many in a hundred people in the job name this schooling."""

    name: str
    percent: str
    width: str


@dataclass(frozen=True)
class Schooling:
    """What a job takes, from three places: O*NET's zone, people in the job, and BLS."""

    zone: Preparation | None
    shares: list[Share]
    title: str
    usual: list[tuple[str, str]]

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return bool(self.zone or self.shares or self.usual)


def schooling(occupation: Occupation, projection: Projection | None) -> Schooling:
    """What is known of schooling and training; parts that are not known stay empty."""
    rows = EducationShare.objects.filter(occupation=occupation).order_by("category")
    known = [
        (str(_NAMES.get(category, name)), float(percent))
        for category, name, percent in rows.values_list("category", "name", "percent")
        if percent >= _NEGLIGIBLE
    ]
    zone = occupation.job_zone
    return Schooling(
        zone=preparation(zone) if zone else None,
        shares=[Share(name, f"{percent:.0f}%", f"{percent:.1f}%") for name, percent in known],
        title=_title(known),
        usual=_usual(projection),
    )


def _title(known: list[tuple[str, float]]) -> str:
    if not known:
        return ""
    name, percent = max(known, key=lambda row: row[1])
    return _("%(percent)d in 100 people in the job say it takes: %(name)s") % {
        "percent": round(percent),
        "name": name[:1].lower() + name[1:],
    }


def _usual(row: Projection | None) -> list[tuple[str, str]]:
    if row is None:
        return []
    told = [
        (_("Usual schooling"), in_words(SCHOOLING, row.entry_education)),
        (_("Training at work"), in_words(TRAINING, row.training)),
        (_("Work before it"), experience_in_words(row.experience)),
    ]
    return [(label, words) for label, words in told if words]
