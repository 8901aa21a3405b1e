"""A small folder of rules and questions that tests start from and change."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from django.core.management import call_command

RULES = """\
- slug: helper
  name: Helpers
  credential: cph
  versions:
    - number: 1
      in_force_from: 2020-01-01
      in_force_until: 2025-12-31
      body: {total: 10}
      source: board
      published: yes
    - number: 2
      in_force_from: 2026-01-01
      body:
        total: 20
        minimums:
          - {tag: law, hours: 1.50}
        carry_max: 0
        grace_days: 30
      renewal_fee: 55
      summary: Twenty hours.
      source: board
      checked_on: 2026-01-05
      review_by: 2027-01-05
      published: yes
"""
SMALL = {
    "sources.yaml": "- {key: board, title: The board's page}\n",
    "rules.yaml": RULES,
    "pathways.yaml": """\
- credential: cph
  slug: program
  name: After a program
  source: board
  conditions:
    - {key: diploma, words: a diploma, how: Finish school.}
    - {key: program, words: a program behind you}
""",
    "outlines.yaml": """\
- credential: cph
  version: "2026"
  items: 90
  source: board
  domains:
    - {slug: law, name: Law, weight: 18.75}
    - {slug: rest, name: The rest, weight: 81.25}
""",
    "questions/law.yaml": """\
- slug: refills
  kind: law
  stem: How often may it be refilled?
  choices: [five times, twice]
  answer: 0
  rationale: The rule says five.
  why_not: ["", Twice is another rule.]
  source: board
  source_words: 21 CFR 1306.22
  places:
    - {credential: cph, domain: law}
""",
    "drugs.yaml": "- {slug: warfarin, generic: warfarin, brand: Coumadin, source: board}\n",
}


def rules_folder(path: Path, files: Mapping[str, str] | None = None) -> Path:
    """A folder with the small files, or with those that are given in their place."""
    for name, text in {**SMALL, **(files or {})}.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def load_rules(path: Path, **options: object) -> list[str]:
    """Load it, and give back what the command said."""
    out = StringIO()
    call_command("load_content", certifications=path, stdout=out, **options)
    return out.getvalue().splitlines()


def swap(path: Path, name: str, old: str, new: str) -> None:
    """Put other words into a file."""
    text = (path / name).read_text(encoding="utf-8")
    assert old in text
    (path / name).write_text(text.replace(old, new), encoding="utf-8")
