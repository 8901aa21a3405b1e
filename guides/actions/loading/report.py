"""What a load did, in numbers and sentences."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.actions.loading.decisions import Outcome
from guides.content_files.entries import Entry


@dataclass
class LoadReport:
    """How many items came in, and which ones an editor must look at."""

    counts: Counter[str] = field(default_factory=Counter)
    conflicts: list[str] = field(default_factory=list)

    def __add__(self, other: "LoadReport") -> "LoadReport":
        """Both loads as one."""
        return LoadReport(self.counts + other.counts, [*self.conflicts, *other.conflicts])

    @property
    def changed_anything(self) -> bool:
        """Whether any row is different now."""
        return any(self.counts[name] for name in ("new", "changed", "removed"))

    def summary(self) -> str:
        """One line: how many items, and what became of them."""
        total = self.counts["items"]
        parts = [_("%d new") % self.counts["new"], _("%d changed") % self.counts["changed"]]
        if self.counts["removed"]:
            parts.append(_("%d removed") % self.counts["removed"])
        if self.counts["kept"]:
            parts.append(_("%d as an editor left them") % self.counts["kept"])
        if self.counts["imported"]:
            parts.append(_("%d with imported figures") % self.counts["imported"])
        parts.append(_("%d unchanged") % self.counts["unchanged"])
        number = len(self.conflicts)
        conflicts = ngettext("%d conflict", "%d conflicts", number) % number
        items = ngettext("Loaded %d item", "Loaded %d items", total) % total
        return f"{items}: {', '.join(parts)}; {conflicts}."


def admin_place(model: type[models.Model], pk: object) -> str:
    """Where an editor finds a row."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return _("the admin")


def conflict(outcome: Outcome, item: str, entry: Entry | None, place: str) -> str:
    """A sentence for an outcome that an editor should know of."""
    said = {
        Outcome.BOTH: _("%(item)s was changed by an editor (%(place)s) and in %(file)s. The editor's version stays."),
        Outcome.FOREIGN: _(
            "%(item)s was made by an editor (%(place)s), and %(file)s has it too, with other words. "
            "The editor's version stays."
        ),
        Outcome.DELETED_AND_CHANGED: _("%(item)s was deleted by an editor, and changed in %(file)s. It stays deleted."),
        Outcome.FROZEN: _(
            "%(item)s is published (%(place)s), so it stays as it is. Write the change as a new version."
        ),
        Outcome.GONE_BUT_EDITED: _("%(item)s is gone from the files, but an editor changed it (%(place)s). It stays."),
    }
    return said[outcome] % {"item": item, "place": place, "file": entry.where if entry else ""}
