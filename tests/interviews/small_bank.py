"""A small folder of competencies and questions that tests start from and change."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

SMALL = {
    "competencies.yaml": """\
- slug: accuracy
  name: Accuracy
  description: Getting it right.
  prototypes: [I counted twice., I read it back.]
- slug: teamwork
  name: Teamwork
  description: Doing your part.
""",
    "questions/general.yaml": """\
- slug: g-yourself
  kind: about-you
  text: Tell me about yourself.
  competencies: [teamwork]
""",
    "questions/helper.yaml": """\
- slug: helper-check
  kind: knowledge
  text: How do you check a label?
  competencies: [teamwork, accuracy]
  looking_for: A method.
  tip: Name the steps in order.
  cue_phrases:
    - I compare
    - against the order
  follow_ups: [And when it is busy?]
- slug: helper-mistake
  kind: behavioural
  text: Tell me about a mistake.
  competencies: [accuracy]
  is_published: no
""",
}


def bank_folder(path: Path) -> Path:
    """A folder with the small files."""
    for name, text in SMALL.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def load_bank(path: Path, **options: object) -> list[str]:
    """Load it, and give back what the command said."""
    out = StringIO()
    call_command("load_content", interviews=path, stdout=out, **options)
    return out.getvalue().splitlines()
