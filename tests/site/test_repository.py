"""What stands in the repository besides code."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
LISTED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
_BINARY = {".png", ".woff2", ".ttf", ".ico", ".pdf", ".docx", ".odt"}
TEXTS = [name for name in LISTED if (ROOT / name).suffix not in _BINARY and (ROOT / name).is_file()]
# These look for what a writer left over in a resume, and so name it.
_LOOK_FOR_LEFTOVERS = {"resumes/review/rules/wording.py", "tests/resumes/test_rules_of_words.py"}

needs_history = pytest.mark.skipif(not LISTED, reason="the sources were unpacked without their history")


def lines_with(pattern: str, names: list[str]) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{name}:{number}"
        for name in names
        for number, line in enumerate((ROOT / name).read_text().splitlines(), start=1)
        if wanted.search(line)
    ]


@needs_history
def test_no_path_of_a_machine_is_written_down():
    # Split, so that this line does not find itself.
    assert lines_with("/ro" + "ot/|/ho" + r"me/\w+/|/wo" + r"rk/\w+|C:\\Us" + "ers", TEXTS) == []


@needs_history
def test_nothing_is_left_for_later():
    kinds = {".py", ".html", ".css", ".js", ".md", ".toml", ".yaml"}
    ours = [name for name in TEXTS if Path(name).suffix in kinds and name not in _LOOK_FOR_LEFTOVERS]

    assert lines_with("TO" + "DO|FIX" + "ME|X" + "XX:|raise NotImplemented" + "Error|(?i:lorem ip" + "sum)", ours) == []


@needs_history
def test_no_secret_database_or_third_party_file_is_kept():
    kept = re.compile(
        r"(^|/)(\.env|secret_key)$|\.(sqlite3|pem|key)$|(^|/)(vendor|node_modules)/|bootstrap.*\.(css|js)$"
    )

    assert [name for name in LISTED if kept.search(name)] == []


def test_the_readme_is_short_and_names_the_two_commands():
    readme = (ROOT / "README.md").read_text()

    assert len(readme.splitlines()) < 120
    assert {"make run", "make test"} <= set(re.findall(r"make \w+", readme))


def test_every_link_between_the_documents_leads_somewhere():
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]

    broken = {
        f"{document.relative_to(ROOT)} → {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text())
        if not (document.parent / target).exists()
    }

    assert broken == set()


def test_the_changelog_has_a_part_for_what_comes_next():
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text()


def test_every_setting_is_in_the_documents():
    code = "\n".join((ROOT / name).read_text() for name in ("careerguide/settings.py", "gunicorn.conf.py"))

    settings_read = set(re.findall(r"\b(CAREERGUIDE_[A-Z_]+|DATABASE_URL|PORT)\b", code))
    documented = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs" / "install.md").read_text()))

    assert settings_read - documented == set()


def test_both_licences_are_here():
    assert "Apache License" in (ROOT / "LICENSE").read_text()
    assert "Creative Commons Attribution 4.0 International" in (ROOT / "guides" / "content" / "LICENSE").read_text()
