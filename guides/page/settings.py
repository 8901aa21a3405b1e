"""Workplaces side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from guides.models import WorkSetting
from guides.page.facts import FactStore
from guides.page.money import pay
from guides.page.notes import Note, cite
from guides.page.reliable import are_jobs_sure, instead_of_pay


@dataclass(frozen=True)
class SettingRow:
    """One workplace, with its pay and its share of all jobs; empty where there is no figure, and why not of pay."""

    setting: WorkSetting
    pay: str
    share: str
    no_pay: str = ""


@dataclass(frozen=True)
class SettingTable:
    """All workplaces of a role."""

    rows: list[SettingRow]
    notes: tuple[Note, ...]


def setting_table(facts: FactStore, settings: Sequence[WorkSetting]) -> SettingTable:
    """Every workplace with the national figures of its industry."""
    rows = [_row(facts, setting) for setting in settings]
    national = facts.wage_of.get("US")
    cited = [(national.source, national.as_of)] if national is not None and any(row.pay for row in rows) else []
    return SettingTable(rows, cite("b-settings", cited))


def _row(facts: FactStore, setting: WorkSetting) -> SettingRow:
    wage = facts.wage_of.get(f"n{setting.naics}") if setting.naics else None
    national = facts.wage_of.get("US")
    if wage is None:
        return SettingRow(setting, "", "", instead_of_pay(None))
    jobs, total = wage.employment, national.employment if national is not None else None
    share = _share(jobs, total) if are_jobs_sure(wage) else ""
    return SettingRow(setting, pay(wage, "year_median"), share, instead_of_pay(wage))


def _share(part: int | None, whole: int | None) -> str:
    if not part or not whole:
        return ""
    share = part / whole * 100
    return f"{share:.0f}%" if share >= 1 else "<1%"
