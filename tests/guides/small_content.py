"""A small folder of content files that tests start from and change."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from django.core.management import call_command

SMALL = {
    "sources.yaml": """\
- key: bls
  title: Wage statistics
  publisher: U.S. Bureau of Labor Statistics
  url: https://www.bls.gov/oes/
  published_on: 2026-05-15
  kind: official
- {key: board, title: The board's page}
""",
    "states.yaml": """\
- {usps: OH, fips: "39", name: Ohio}
- {usps: NO, fips: 01, name: Northland, kind: territory}
""",
    "glossary.yaml": """\
- {slug: sig, term: Sig, definition: The short directions on a prescription., also: "signa, directions"}
- {slug: ndc, term: NDC, definition: The number on every package.}
""",
    "facts.yaml": """\
- {key: usa.states, label: States, value: "50", number: 50, source: board, confidence: high}
""",
    "credentials.yaml": """\
- slug: cph
  name: Certified Helper
  issuer: Board of Helpers
  is_entry: true
  roles: [helper]
  facts:
    - {key: exam.fee, label: Exam fee, value: $129, number: 129, unit: USD, source: board, review_by: 2027-05-31}
""",
    "resources.yaml": "- {key: onestop, kind: job-board, name: OneStop, what_for: Openings near you.}\n",
    "projections.yaml": """\
- {soc: 29-2052, base_year: 2024, target_year: 2034, jobs_base: 1000, change_percent: 6.4, source: bls}
""",
    "wages/29-2052.yaml": """\
soc: 29-2052
as_of: May 2025
source: bls
columns: [place, naics, industry, employment, hour_median, year_median]
rows:
  - [US, "", "", 471680, 22.00, 45750]
  - [OH, "", "", 9000, 20.10, null]
  - [US, 456110, Drug stores, 1000, 19.00, 39520]
""",
    "roles/helper/role.yaml": """\
slug: helper
title: Helper
plural: Helpers
lead: Fills orders and helps people.
onet_soc: 29-2052.00
status: published
titles:
  - {title: aide, is_shown: true}
  - {title: drug store job}
settings:
  - {name: Drug store, naics: 456110, pace: Fast}
steps:
  - {slug: register, title: Register, time: a week, body: "Ask the **board**. {{ fact:training.months }}"}
  - {slug: apply, title: Apply, body: Send it.}
rungs:
  - {title: Lead helper, branches: [Sterile, Chemotherapy]}
questions:
  - {slug: no-experience, question: Without experience?, answer: Yes.}
related:
  - {title: Neighbor, soc: 31-9097, why: Much is alike., target: neighbor}
resources:
  - {key: guild, kind: association, name: Guild, what_for: Meeting others.}
""",
    "roles/helper/facts.yaml": """\
- key: training.months
  label: Length of a program
  value: 4 to 12 months
  unit: months
  as_of: 2026
  source: board
  review_by: 2027-11-30
- {key: fee.ohio, label: Fee, value: $50, state: OH, source: board}
""",
    "roles/helper/states.yaml": """\
- {state: OH, kind: registration, detail: Register first., board: Board of Pharmacy, national: no, sources: its page}
""",
    "roles/helper/terms.yaml": """\
verbs: [fill, count]
vocabulary: [Pyxis]
terms:
  - {name: CPh, kind: credential, also: [Certified Helper, CPh card], is_required: true}
  - {name: data entry, kind: skill}
""",
    "roles/helper/sections/010-work.md": """\
---
kind: work
title: What you would do
reviewed_on: 2026-11-23
---
You read the {{ term:sig }} and count.

### The counter

See [pay](#pay) and [the counter](#work-the-counter).
""",
    "roles/helper/sections/020-pay.md": """\
---
kind: pay
title: Pay
---
The middle person earns {{ fact:pay.median.us }}, in Ohio {{ fact:pay.hour.median.oh }}.
Training takes {{ fact:training.months }}, the exam costs {{ fact:cph/exam.fee }}.

{{ show:pay }}
""",
}
SECTION = "roles/helper/sections/010-work.md"
ROLE = "roles/helper/role.yaml"


def small_folder(path: Path) -> Path:
    """Write the small folder below the path."""
    return change(path, SMALL)


def change(path: Path, files: Mapping[str, str | None]) -> Path:
    """Write files below the path; nothing in place of a text takes the file away."""
    for name, text in files.items():
        file = path / name
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return path


def swap(path: Path, name: str, old: str, new: str) -> None:
    """Change words of one file."""
    text = (path / name).read_text(encoding="utf-8")
    assert old in text
    (path / name).write_text(text.replace(old, new), encoding="utf-8")


def load(path: Path, **options: object) -> str:
    """Run the command, and return what it says."""
    out = StringIO()
    call_command("load_content", path=path, stdout=out, **options)
    return out.getvalue()
