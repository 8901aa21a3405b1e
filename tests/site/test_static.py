"""Static files as they are served: hashed, compressed, ours."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

STATIC = Path(settings.BASE_DIR) / "static"
PRODUCT = {"default": settings.STORAGES["default"], "staticfiles": {"BACKEND": "kit.static.StaticStorage"}}


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The folder that the product would serve from."""
    root = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=PRODUCT, STATIC_ROOT=root):
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


def test_every_file_has_a_name_with_its_digest_and_a_compressed_copy(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]

    assert {"css/app.css", "vendor/css/bootstrap.min.css", "img/icons.svg", "js/site.js"} <= set(names)
    assert re.fullmatch(r"css/app\.[0-9a-f]{12}\.css", names["css/app.css"])
    assert (collected / (names["css/app.css"] + ".br")).exists()


def test_files_that_a_file_names_are_the_hashed_ones(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]

    style = (collected / names["css/app.css"]).read_text()

    assert Path(names["css/tokens.css"]).name in style
    assert Path(names["vendor/css/bootstrap.min.css"]).name in style


def test_modules_import_each_other_by_their_hashed_names(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    modules = [name for name in names if name.startswith("js/")]

    plain = [
        name
        for name in modules
        for target in re.findall(r"""(?:from|import)\s*\(?["']\./([^"']+)["']""", (collected / names[name]).read_text())
        if not re.search(r"\.[0-9a-f]{12}\.js$", target)
    ]

    assert plain == []


def test_only_the_files_we_link_come_from_other_packages(collected):
    vendor = sorted(file.relative_to(collected / "vendor").as_posix() for file in (collected / "vendor").rglob("*.css"))

    assert [name for name in vendor if not re.search(r"\.[0-9a-f]{12}\.", name)] == ["css/bootstrap.min.css"]


def test_fonts_weigh_little_and_carry_their_licences():
    fonts = list((STATIC / "fonts").glob("*.woff2"))

    assert 0 < sum(font.stat().st_size for font in fonts) <= 55 * 1024
    assert len(list((STATIC / "fonts").glob("LICENSE-*.txt"))) >= 2


def test_drawings_hold_no_script_and_no_outside_address():
    for drawing in STATIC.rglob("*.svg"):
        text = re.sub(r'xmlns(:\w+)?="[^"]*"', "", drawing.read_text())

        assert not re.search(r"<script|\son\w+=|https?://|@import|<foreignObject", text), drawing.name


def test_styles_and_scripts_fetch_nothing_from_elsewhere():
    for file in [*STATIC.rglob("*.css"), *STATIC.rglob("*.js")]:
        text = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)

        assert not re.search(r"url\(\s*[\"']?(https?:)?//|\bfetch\(\s*[\"']https?:|\beval\(|new Function", text), (
            file.name
        )
