"""Every template is used, says what it needs, and keeps to the content security policy."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs

ROOT = Path(settings.BASE_DIR) / "templates"
OURS = sorted(file.relative_to(ROOT).as_posix() for file in ROOT.rglob("*") if file.suffix in {".html", ".txt", ".svg"})
SOURCES = [
    file
    for app in ("careerguide", "interviews", "certifications", "plans", "guides", "accounts", "kit")
    for file in (Path(settings.BASE_DIR) / app).rglob("*.py")
    if "migrations" not in file.parts
]
# Asked for by Django and allauth under these names.
BY_CONVENTION = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html"}


def words_of(file: Path) -> Iterator[str]:
    """The strings of a module as patterns: a placeholder may stand for anything."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.JoinedStr):
            parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)


def is_override(name: str) -> bool:
    """Whether an installed package ships a template of that name, which ours replaces."""
    return any(
        (folder / name).exists() for folder in get_app_template_dirs("templates") if "site-packages" in str(folder)
    )


def text_of(name: str) -> str:
    return (ROOT / name).read_text()


def without_comments(text: str) -> str:
    return re.sub(r"\{#.*?#\}|\{% comment.*?endcomment %\}", "", text, flags=re.DOTALL)


def test_every_template_is_used():
    in_templates = {
        word for name in OURS for word in re.findall(r"[\"']([\w/.-]+\.(?:html|txt|svg))[\"']", text_of(name))
    }
    in_code = {word for file in SOURCES for word in words_of(file) if re.search(r"(html|txt|svg)$|/", word)}
    patterns = [re.compile(word) for word in in_code if ".+" in word]
    plain = {word.replace("\\", "") for word in in_code}

    unused = [
        name
        for name in OURS
        if name not in in_templates | plain | BY_CONVENTION
        and not is_override(name)
        and not any(pattern.fullmatch(name) or pattern.fullmatch(name.rpartition(".")[0]) for pattern in patterns)
    ]

    assert unused == []


@pytest.mark.parametrize("name", [name for name in OURS if name.endswith(".html")])
def test_every_template_compiles(name):
    assert get_template(name)


def test_fragments_say_on_their_first_line_what_they_need():
    fragments = [name for name in OURS if name.rpartition("/")[2].startswith("_")]

    silent = [name for name in fragments if not text_of(name).startswith("{# Needs: ")]

    assert silent == []


INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=|\shx-on|<style\b|javascript:|<script\b(?![^>]*(\bsrc=|application/json))""",
    re.IGNORECASE,
)
FOREIGN = re.compile(r"<(?:script|link|img|iframe|use)\b[^>]*\s(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE)


def test_nothing_is_inline_and_nothing_comes_from_other_hosts():
    refused = {
        name: found[0]
        for name in OURS
        if name.endswith(".html")
        and (found := INLINE.search(without_comments(text_of(name))) or FOREIGN.search(text_of(name)))
    }

    assert refused == {}


def test_pages_switch_no_escaping_off():
    trusting = [
        name for name in OURS if name.endswith(".html") and re.search(r"\|\s*safe\b|autoescape off", text_of(name))
    ]

    assert trusting == []
