"""Loads the content files of every app as one: all of it, or nothing."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from django.db import transaction

from certifications.actions.loading import NOUNS, load_certifications
from certifications.content_files import read_certifications
from guides.actions.loading import LoadReport, load_folder
from guides.content_files import files_below, read_folder


@transaction.atomic
def load_content(
    *,
    guides: Path | None,
    certifications: Path | None,
    now: datetime,
    take_file: Collection[str] = (),
    keep_edit: Collection[str] = (),
) -> LoadReport:
    """Load the folders that are given; guides first, for rules and questions name what they hold."""
    report = LoadReport()
    if guides is not None:
        settled = {"take_file": _guides_own(take_file), "keep_edit": _guides_own(keep_edit)}
        report += load_folder(read_folder(files_below(guides)), now=now, **settled)
    if certifications is not None:
        settled = {"take_file": _above(take_file, guides), "keep_edit": _above(keep_edit, guides)}
        report += load_certifications(read_certifications(files_below(certifications)), now=now, **settled)
    return report


def _is_above(item: str) -> bool:
    return item.partition(":")[0] in NOUNS


def _guides_own(items: Collection[str]) -> list[str]:
    return [item for item in items if not _is_above(item)]


def _above(items: Collection[str], guides: Path | None) -> list[str]:
    """Items of certifications; where they are loaded alone, every item must be one of theirs."""
    return [item for item in items if guides is None or _is_above(item)]
