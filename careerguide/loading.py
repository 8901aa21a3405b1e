"""Loads the content files of every app as one: all of it, or nothing."""

from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from certifications import content_files as certifications_files
from certifications.actions.loading import NOUNS as OF_CERTIFICATIONS
from certifications.actions.loading import load_certifications
from guides import content_files as guides_files
from guides.actions.loading import LoadReport, load_folder
from guides.content_files import Folder, files_below
from interviews import content_files as interviews_files
from interviews.actions.loading import NOUNS as OF_INTERVIEWS
from interviews.actions.loading import load_interviews
from plans import content_files as plans_files
from plans.actions.loading import NOUNS as OF_PLANS
from plans.actions.loading import load_plans


@dataclass(frozen=True)
class App:
    """An app with content: the folder that comes with it, how it is read and loaded, and the nouns it owns."""

    content: Path
    read: Callable[[Mapping[str, str]], Folder]
    load: Callable[..., LoadReport]
    nouns: AbstractSet[str] = frozenset()


# Guides first, for plans, rules and questions name what they hold.
APPS = {
    "guides": App(guides_files.CONTENT, guides_files.read_folder, load_folder),
    "plans": App(plans_files.CONTENT, plans_files.read_plans, load_plans, OF_PLANS),
    "certifications": App(
        certifications_files.CONTENT, certifications_files.read_certifications, load_certifications, OF_CERTIFICATIONS
    ),
    "interviews": App(interviews_files.CONTENT, interviews_files.read_interviews, load_interviews, OF_INTERVIEWS),
}


@transaction.atomic
def load_content(
    folders: Mapping[str, Path], *, now: datetime, take_file: Collection[str] = (), keep_edit: Collection[str] = ()
) -> LoadReport:
    """Load the folders that are given, by the name of their app."""
    report = LoadReport()
    names = [name for name in APPS if name in folders]
    for name in names:
        folder = APPS[name].read(files_below(folders[name]))
        settled = {"take_file": _of(name, take_file, names), "keep_edit": _of(name, keep_edit, names)}
        report += APPS[name].load(folder, now=now, **settled)
    return report


def _of(name: str, items: Collection[str], loaded: Sequence[str]) -> list[str]:
    """The items that an app settles; those that no loaded app owns go to the first one, which says so."""
    return [item for item in items if _owner(item, loaded) == name]


def _owner(item: str, loaded: Sequence[str]) -> str:
    noun = item.partition(":")[0]
    return next((name for name in loaded if noun in APPS[name].nouns), loaded[0])
