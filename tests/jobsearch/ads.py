"""Counts what was read of ads whose truth is known, and copies of one job told from others; the ads are in bench/ads."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from jobsearch.reading import Job, are_same, closing_of, own_part, pay_of
from resumes.review import matching

HERE = Path(__file__).resolve().parent.parent.parent / "bench" / "ads"
TODAY = date(2026, 11, 29)
PARTS = ("title", "employer", "place", "pay", "closes_on", "musts", "nices")
# A line is the same with a word more or less.
_ALIKE = 85


def ads_of(half: str) -> list[dict[str, Any]]:
    """The ads of one file."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / f"{half}.yaml").read_text(encoding="utf-8"))
    return found


def read(text: str) -> dict[str, Any]:
    """What the app reads from an ad, by the names of the truth."""
    text = own_part(text)
    told, pay, closing = matching.read_posting(text), pay_of(text), closing_of(text, today=TODAY)
    musts, nices = matching.lines_asked(text)
    return {
        "title": told.title,
        "employer": told.employer,
        "place": told.place,
        "pay": (pay.value.low, pay.value.high, pay.value.per) if pay else None,
        "closes_on": closing.value if closing else None,
        "musts": [*musts],
        "nices": [*nices],
    }


def truth(ad: Mapping[str, Any]) -> dict[str, Any]:
    """What the ad says, in the same form."""
    pay = ad["pay"] and (_money(ad["pay"]["low"]), _money(ad["pay"]["high"]), ad["pay"]["per"])
    return {**{part: ad[part] for part in PARTS}, "pay": pay}


def _money(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount)).quantize(Decimal("0.01"))


def judge(ads: Sequence[Mapping[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Count by part what was read, what is said, and what of it is right; and say what went wrong."""
    count: Counter[str] = Counter()
    misses: list[str] = []
    for ad in ads:
        told, said = read(ad["text"]), truth(ad)
        for part in PARTS:
            if part in {"musts", "nices"}:
                right, was_read, missed = _lines(told[part], said[part], ad)
            else:
                right, was_read, missed = _value(told[part], said[part])
            count += Counter({f"{part} right": right, f"{part} read": was_read})
            count[f"{part} said"] += len(said[part]) if isinstance(said[part], list) else said[part] is not None
            misses += [f"{ad['id']} {part}: {words}" for words in missed]
    return count, misses


def _value(told: object, said: object) -> tuple[int, int, list[str]]:
    is_right = bool(told) and (told == said or (isinstance(told, str) and _plain(told) == _plain(str(said))))
    return int(is_right), int(bool(told)), [] if is_right or not (told or said) else [f"{told!r}, not {said!r}"]


def _lines(told: Sequence[str], said: Sequence[str], ad: Mapping[str, Any]) -> tuple[int, int, list[str]]:
    """Lines of the truth that were read; one that may be taken or left counts neither way."""
    counted = [line for line in told if not any(_alike(line, other) for other in ad.get("also", ()))]
    right = [line for line in said if any(_alike(line, other) for other in counted)]
    extra = [line for line in counted if not any(_alike(line, other) for other in said)]
    missed = [f"missed “{line}”" for line in said if line not in right] + [f"made up “{line}”" for line in extra]
    return len(right), len(right) + len(extra), missed


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(_plain(one), _plain(other)) >= _ALIKE


def _plain(value: str) -> str:
    return " ".join(value.casefold().rstrip(".").split())


def pairs(half: str) -> Iterator[tuple[Job, Job, bool]]:
    """Pairs of ads whose first is of that half, and whether they are one job."""
    ads = {ad["id"]: ad for name in ("fitted", "held_out") for ad in ads_of(name)}
    for word, rows in yaml.safe_load((HERE / "pairs.yaml").read_text(encoding="utf-8")).items():
        for row in rows:
            if row["of"][0] != half[0]:
                continue
            ad = ads[row["of"]]
            other = ads[row["with"]] if "with" in row else _changed(ad, row)
            yield _job(ad), _job(other), word == "same"


def _changed(ad: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    text = ad["text"]
    for old, new in row.get("swap", ()):
        text = text.replace(old, new)
    lines = [line for line in text.split("\n") if not line.startswith(tuple(row.get("without", ())) or "\0")]
    text = "\n".join([*filter(None, [row.get("before")]), *lines, row.get("behind", "")])
    return {**ad, **{part: row[part] for part in ("title", "employer", "place", "hours") if part in row}, "text": text}


def _job(ad: Mapping[str, Any]) -> Job:
    return Job(ad["title"], ad["employer"], ad["place"], ad["text"], ad.get("hours", ""))


def judge_pairs(half: str) -> tuple[Counter[str], list[str]]:
    """Count copies found and jobs taken for copies, among pairs whose first ad is of that half."""
    count: Counter[str] = Counter()
    misses: list[str] = []
    for one, other, are_one in pairs(half):
        told = are_same(one, other)
        count[f"{are_one} {told}"] += 1
        if told != are_one:
            misses.append(
                f"{'overlooked' if are_one else 'taken for one'}: {one.title}, {one.employer} / {other.title}"
            )
    return count, misses
