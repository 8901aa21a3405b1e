"""The four parts in words, beside the answer that carries their marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.feedback.result import PART_OF, Feedback, Label
from interviews.page.annotated import PARTS

# Questions that are answered well without an event.
_WITHOUT_STORY = {"situational", "knowledge", "about-you", "motivation"}


@dataclass(frozen=True)
class PartShown:
    """One part: its letter, its name, and what was found of it."""

    label: Label
    name: str
    words: str
    is_there: bool

    @property
    def letter(self) -> str:
        """The letter as the style sheet writes it."""
        return self.label.lower()


def parts_of(result: Feedback) -> list[PartShown]:
    """All four, also those that are not there."""
    return [
        PartShown(label, str(PARTS[label]), _words(result, label, result.shares), result.has[part])
        for label, part in PART_OF.items()
    ]


def _words(result: Feedback, label: Label, shares: Mapping[str, int]) -> str:
    count = shares.get(label, 0)
    if result.has[PART_OF[label]]:
        return ngettext("%(count)d word.", "%(count)d words.", count) % {"count": count}
    if count:
        thin = ngettext("%(count)d word: too little to retell.", "%(count)d words: too little to retell.", count)
        return thin % {"count": count}
    if result.kind in _WITHOUT_STORY and label != "A":
        return _("None found. This kind of question can do without.")
    return _("None found.")
