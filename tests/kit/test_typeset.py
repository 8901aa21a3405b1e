"""Pages and pictures set by Typst."""

import pytest
import typst

from kit import typeset


@pytest.fixture
def template(tmp_path):
    def made(text: str):
        path = tmp_path / "page.typ"
        path.write_text(f"#let d = json(bytes(sys.inputs.data))\n{text}", encoding="utf-8")
        return path

    return made


def test_a_page_is_a_tagged_pdf(template):
    made = typeset.pdf(template("#set document(title: d.title)\n= Pay\n#d.title"), {"title": "Pharmacy technician"})

    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made


def test_a_picture_has_as_many_pixels_as_its_page_has_points(template):
    made = typeset.png(template("#set page(width: 120pt, height: 63pt, margin: 0pt)\n#d.title"), {"title": "Pay"})

    assert made.startswith(b"\x89PNG")
    assert (int.from_bytes(made[16:20], "big"), int.from_bytes(made[20:24], "big")) == (120, 63)


def test_a_picture_has_one_page(template):
    with pytest.raises(TypeError, match="more than one page"):
        typeset.png(template("a #pagebreak() b"), {})


@pytest.mark.parametrize("title", ["#panic()", "*bold* _no_ $x$", '] #read("/etc/passwd")', "\\", "“é”\x00", "=" * 50])
def test_values_are_text_whatever_they_hold(template, title):
    made = typeset.pdf(template("#d.title"), {"title": title})

    assert made.startswith(b"%PDF-")


def test_an_error_in_a_template_is_an_error(template):
    with pytest.raises(typst.TypstError):
        typeset.pdf(template("#d.missing"), {})


def test_only_the_fonts_of_the_site_are_used(template):
    made = typeset.pdf(template('#set text(font: "Atkinson Hyperlegible Next")\nabc'), {})

    assert b"AtkinsonHyperlegible" in made
