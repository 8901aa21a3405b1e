"""Editors' Markdown: what it may hold, what becomes of it, and what is refused with a sentence."""

import pytest

from guides.markup import BLOCKS, Compiled, compile_text, fill, plain_text


def html_of(compiled: Compiled) -> str:
    return "".join(segment.html for segment in compiled.segments)


def messages_of(body: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in compile_text(body).problems]


def test_plain_markdown_is_one_segment_without_problems():
    compiled = compile_text("You **count** and\ncheck.")

    assert [segment.html for segment in compiled.segments] == ["<p>You <strong>count</strong> and\ncheck.</p>\n"]
    assert compiled.problems == ()


def test_an_empty_text_has_no_segments():
    compiled = compile_text("")

    assert (compiled.segments, compiled.words, compiled.problems) == ((), 0, ())


def test_every_third_level_heading_begins_a_segment_and_carries_an_anchor_that_starts_with_the_section():
    compiled = compile_text("Before.\n\n### The loop\n\nIn.\n\n### Also yours\n\nOut.", "work")

    assert len(compiled.segments) == 3
    assert compiled.anchors == ("work-the-loop", "work-also-yours")
    assert '<h3 id="work-the-loop">The loop</h3>' in compiled.segments[1].html


def test_two_headings_with_the_same_words_get_different_anchors():
    compiled = compile_text("### Ask\n\nA.\n\n### Ask\n\nB.", "pay")

    assert compiled.anchors[0] == "pay-ask"
    assert len(set(compiled.anchors)) == 2


@pytest.mark.parametrize("marks", ["#", "##"])
def test_a_heading_above_the_third_level_is_lowered_and_reported(marks):
    compiled = compile_text(f"{marks} Too high")

    assert "<h3" in html_of(compiled)
    assert [problem.line for problem in compiled.problems] == [1]
    assert "Begin headings inside a section with ###" in compiled.problems[0].message


def test_a_block_on_its_own_line_is_a_segment_between_texts():
    compiled = compile_text("One.\n\n{{ show:pay }}\n\nTwo.")

    assert [(segment.block, bool(segment.html)) for segment in compiled.segments] == [
        ("", True),
        ("pay", False),
        ("", True),
    ]
    assert compiled.blocks == ("pay",)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_may_be_shown(name):
    compiled = compile_text(f"{{{{ show:{name} }}}}")

    assert (compiled.blocks, compiled.problems) == ((name,), ())


def test_a_block_inside_a_sentence_is_reported_and_not_shown():
    compiled = compile_text("See {{ show:pay }} here.")

    assert "Put {{ show:pay }} on a line of its own" in compiled.problems[0].message
    assert all(segment.block == "" for segment in compiled.segments)


def test_an_unknown_block_is_reported_with_those_that_exist():
    ((line, message),) = messages_of("\n\n{{ show:salary }}")

    assert line == 3
    assert "no block “salary”" in message
    assert "pay-states" in message


def test_facts_and_terms_are_listed_once_in_the_order_of_the_text():
    compiled = compile_text("{{ fact:b.two }} {{ term:sig|short words }} {{ fact:a.one }} {{ fact:b.two }}")

    assert compiled.facts == ("b.two", "a.one")
    assert compiled.terms == ("sig",)


def test_marks_are_filled_with_what_the_page_puts_there():
    compiled = compile_text("Pay is {{ fact:pay.median.us }} in {{ state }}.")

    filled = fill(compiled.segments[0].html, lambda tag: f"[{tag.kind} {tag.key}]")

    assert filled == "<p>Pay is [fact pay.median.us] in [state ].</p>\n"


def test_words_of_a_term_reach_the_page_unescaped_once():
    compiled = compile_text("{{ term:sig|R & D }}")

    words = []
    fill(compiled.segments[0].html, lambda tag: words.append(tag.words) or "")

    assert words == ["R & D"]


@pytest.mark.parametrize("tag", ["{{ fact }}", "{{ pay.median }}", "{{ fact:a b }}", "{{ nothing:x }}"])
def test_braces_that_are_no_tag_are_reported_and_shown_as_typed(tag):
    compiled = compile_text(f"Here {tag} stands.")

    assert "is not a tag" in compiled.problems[0].message
    assert tag in html_of(compiled)


@pytest.mark.parametrize("name", ["day", "never", "aside", "duties", "say", "before-after", "do"])
def test_a_container_wraps_its_markdown_in_a_box_of_that_name(name):
    compiled = compile_text(f"::: {name}\nWords.\n:::")

    assert f'<div class="{name}">' in html_of(compiled)
    assert compiled.problems == ()


def test_a_container_shows_its_title_as_text():
    compiled = compile_text("::: aside Walk <away> when\nWords.\n:::")

    assert '<p class="aside__title">Walk &lt;away&gt; when</p>' in html_of(compiled)


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("::: box\nWords.\n:::", 1, "no container “box”"),
        ("Words.\n\n::: aside\nWords.", 3, "never closed"),
        ("Words.\n\n:::", 3, "closes nothing"),
    ],
)
def test_a_container_that_is_unknown_or_unbalanced_is_reported(body, line, words):
    found = messages_of(body)

    assert any(at == line and words in message for at, message in found)


def test_a_section_may_end_with_one_thing_to_do_but_not_with_two():
    one = "::: do\n[Read on](#pay)\n:::"

    assert compile_text(one).problems == ()
    assert "one thing to do" in compile_text(f"{one}\n\n{one}").problems[0].message


def test_a_table_names_its_columns_in_every_cell_so_that_it_can_stand_as_a_list():
    compiled = compile_text("| Route | Time |\n|---|---|\n| Trainee | none |")
    html = html_of(compiled)

    assert '<table class="tbl tbl--list">' in html
    assert '<th scope="col">Route</th>' in html
    assert '<th scope="row">Trainee</th>' in html
    assert '<td data-label="Time"><span>none</span></td>' in html


@pytest.mark.parametrize("address", ["https://www.ptcb.org/", "mailto:a@example.org", "/guides/", "#pay"])
def test_links_to_safe_places_pass(address):
    compiled = compile_text(f"[words]({address})")

    assert compiled.problems == ()
    assert compiled.links == ((1, address),)
    assert f'href="{address}"' in html_of(compiled)


@pytest.mark.parametrize("address", ["http://example.org/", "ftp://example.org/", "//example.org/", "page.html"])
def test_links_to_other_places_are_reported(address):
    found = compile_text(f"[words]({address})").problems

    assert [problem.line for problem in found] == [1]
    assert "Links must begin with https://" in found[0].message


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_would_run_something_is_reported_and_never_becomes_a_link(address):
    compiled = compile_text(f"[words]({address})")

    assert "would run something" in compiled.problems[0].message
    assert "<a" not in html_of(compiled)


@pytest.mark.parametrize(
    "body", ["<script>alert(1)</script>", 'Words <img src=x onerror="alert(1)"> more', '<a href="x" onclick="y">z</a>']
)
def test_html_is_reported_and_shown_as_text(body):
    compiled = compile_text(body)

    assert any("HTML is not allowed" in problem.message for problem in compiled.problems)
    assert "<script" not in html_of(compiled)
    assert "<img" not in html_of(compiled)


def test_pictures_are_refused():
    assert any("Pictures cannot" in message for _line, message in messages_of("![alt](https://example.org/x.png)"))


def test_external_links_are_marked_and_internal_ones_are_not():
    compiled = compile_text("[out](https://example.org/) [in](#pay)")

    assert 'rel="noopener external"' in html_of(compiled)
    assert html_of(compiled).count("external") == 2


@pytest.mark.parametrize(("letters", "problems"), [(100_000, 0), (100_001, 1)])
def test_a_text_may_be_as_long_as_the_limit_and_no_longer(letters, problems):
    body = ("word " * 20_001)[:letters]

    assert len(compile_text(body).problems) == problems


def test_a_mark_typed_by_hand_is_taken_out():
    compiled = compile_text("\ue000fact:pay.median.us|\ue001 trick")

    assert compiled.facts == ()
    assert "\ue000" not in html_of(compiled)


def test_words_are_counted_as_they_are_read():
    compiled = compile_text("### One heading\n\nTwo more {{ fact:x.y }} {{ term:sig|short words }}.\n\n{{ show:pay }}")

    assert compiled.words == 7


def test_plain_text_keeps_words_apart_and_reads_tags_by_their_words():
    compiled = compile_text("- One\n- Two {{ term:sig|three }}")

    assert plain_text(compiled.segments[0].html, lambda tag: tag.words) == "One Two three"
