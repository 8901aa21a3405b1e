"""Facts, terms and places filled into a guide's text, with their margin."""

from datetime import date

import pytest

from guides.models import Confidence, Source
from guides.page import GuidePage, guide_page
from guides.page.notes import Note
from tests.factories import make_fact, make_role, make_section, make_source, make_state, make_term, make_wage

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def page_of(body: str, **facts) -> GuidePage:
    """A guide of one section called “part”."""
    role = facts.pop("role", None) or make_role()
    make_section(role=role, slug="part", body=body)
    return guide_page(role, state=facts.pop("state", None), today=TODAY)


def html_of(page: GuidePage) -> str:
    return "".join(segment.html for view in page.sections for segment in view.segments)


def notes_of(page: GuidePage) -> list[Note]:
    return [note for view in page.sections for segment in view.segments for note in (*segment.notes, *segment.below)]


def test_a_fact_links_to_its_source_in_the_margin():
    source = make_source(key="survey", title="Survey")
    make_fact(key="training.months", value="4 to 12 months", source=source, as_of="May 2026")

    page = page_of("It takes {{ fact:training.months }}.")

    assert '<a class="fact" href="#part-0-survey">4 to 12 months</a>.' in html_of(page)
    (note,) = notes_of(page)
    assert (note.kind, note.sources[0].anchor, note.sources[0].edition) == ("source", "part-0-survey", "May 2026")


def test_a_role_s_own_fact_comes_before_a_shared_one():
    role = make_role(slug="helper")
    make_fact(key="training.months", value="shared")
    make_fact(key="helper/training.months", value="own")

    page = page_of("{{ fact:training.months }}", role=role)

    assert ">own</a>" in html_of(page)


def test_a_fact_that_does_not_exist_is_said_to_be_missing():
    page = page_of("It costs {{ fact:no.such }}.")

    assert "not in our data" in html_of(page)
    assert notes_of(page) == []


def test_a_fact_of_low_confidence_says_so_and_the_margin_says_why():
    make_fact(key="exam.fee", value="$125", label="Exam fee", confidence=Confidence.LOW, note="Sources differ.")

    page = page_of("It costs {{ fact:exam.fee }}.")

    assert "not confirmed</span>" in html_of(page)
    assert [note.kind for note in notes_of(page)] == ["unsure", "source"]
    assert notes_of(page)[0].facts[0].note == "Sources differ."


@pytest.mark.parametrize(("review_by", "stale"), [(date(2026, 11, 22), True), (TODAY, False)])
def test_a_fact_is_past_its_check_from_the_day_after_its_review_date(review_by, stale):
    make_fact(key="exam.fee", value="$129", review_by=review_by)

    page = page_of("It costs {{ fact:exam.fee }}.")

    assert ("past its check" in html_of(page)) is stale
    assert ("stale" in [note.kind for note in notes_of(page)]) is stale


@pytest.mark.parametrize(("letters", "is_marked_after"), [(32, False), (33, True)])
def test_a_long_phrase_is_followed_by_the_word_source_and_not_underlined(letters, is_marked_after):
    make_fact(key="why.so", value="x" * letters)

    page = page_of("Because {{ fact:why.so }}.")

    assert (">source</a>)" in html_of(page)) is is_marked_after


def test_a_value_is_escaped():
    make_fact(key="why.so", value="<b>&")

    assert "&lt;b&gt;&amp;" in html_of(page_of("{{ fact:why.so }}"))


def test_a_source_is_named_once_a_section_and_later_figures_lead_back_to_it():
    source = make_source(key="survey")
    make_fact(key="a.one", value="1", source=source, as_of="2025")
    make_fact(key="a.two", value="2", source=source, as_of="2025")

    page = page_of("{{ fact:a.one }}\n\n### More\n\n{{ fact:a.two }}")

    assert html_of(page).count('href="#part-0-survey"') == 2
    assert [note.kind for note in notes_of(page)] == ["source"]


def test_another_edition_of_a_source_is_named_again():
    source = make_source(key="survey")
    make_fact(key="a.one", value="1", source=source, as_of="2024")
    make_fact(key="a.two", value="2", source=source, as_of="2025")

    page = page_of("{{ fact:a.one }}\n\n### More\n\n{{ fact:a.two }}")

    assert [note.sources[0].edition for note in notes_of(page)] == ["2024", "2025"]


def test_two_editions_in_one_text_stand_in_one_line():
    source = make_source(key="survey")
    make_fact(key="a.one", value="1", source=source, as_of="2024")
    make_fact(key="a.two", value="2", source=source, as_of="2025")

    (note,) = notes_of(page_of("{{ fact:a.one }} {{ fact:a.two }}"))

    assert [cited.edition for cited in note.sources] == ["2024; 2025"]


def test_a_term_is_explained_where_it_first_stands_and_linked_from_then_on():
    make_term(slug="sig", term="Sig", definition="The short directions.")

    page = page_of("Read the {{ term:sig }}.\n\n### Again\n\nThe {{ term:sig|directions }}.")

    assert '<a class="term" href="#t-sig">Sig</a>' in html_of(page)
    assert '<a class="term" href="#t-sig">directions</a>' in html_of(page)
    assert [(note.id, note.text) for note in notes_of(page)] == [("t-sig", "The short directions.")]


def test_an_unknown_term_stands_as_its_words():
    assert html_of(page_of("Read the {{ term:nothing|small print }}.")) == "<p>Read the small print.</p>\n"


@pytest.mark.parametrize(("usps", "words"), [("OH", "Ohio"), ("", "your state")])
def test_the_reader_s_state_is_named(usps, words):
    state = make_state(usps) if usps else None

    assert f"In {words}." in html_of(page_of("In {{ state }}.", state=state))


def test_pay_here_is_that_of_the_reader_s_state_where_it_is_known():
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=40_650)

    page = page_of(
        "{{ fact:pay.median.here }} in {{ fact:pay.place.here }}, {{ fact:pay.median.us }}", state=make_state()
    )

    assert ">$40,650</a> in Ohio" in html_of(page)
    assert ">$45,750</a>" in html_of(page)


def test_pay_here_falls_back_to_the_nation():
    make_wage(year_median=45_750)

    page = page_of("{{ fact:pay.median.here }} in {{ fact:pay.place.here }}", state=make_state())

    assert ">$45,750</a> in the U.S." in html_of(page)


def test_a_figure_that_was_not_released_is_not_a_zero():
    make_wage(year_p90=None)

    assert "not released" in html_of(page_of("{{ fact:pay.p90.us }}"))


def test_headings_carry_a_link_that_names_the_part():
    page = page_of("### Pay & *hours*\n\nWords.")

    assert (
        '<div class="headed"><h3 id="part-pay-hours">Pay &amp; <em>hours</em></h3><a class="anchor" href="#part-pay-hours">'
        '<span class="visually-hidden">Link to this part: Pay &amp; hours</span></a></div>'
    ) in html_of(page)


def test_notes_that_would_run_on_far_below_their_text_stand_under_it():
    terms = [make_term(slug=f"word-{number}", definition="A long explanation. " * 8) for number in range(6)]

    page = page_of(" ".join(f"{{{{ term:{term.slug} }}}}" for term in terms))

    (segment,) = page.sections[0].segments
    assert len(segment.notes) >= 1
    assert [note.id for note in (*segment.notes, *segment.below)] == [f"t-{term.slug}" for term in terms]
    assert len(segment.below) >= 1


def test_a_short_note_stands_beside_its_text():
    make_term(slug="sig", definition="The short directions.")

    (segment,) = page_of("Read the {{ term:sig }}.").sections[0].segments

    assert (len(segment.notes), segment.below) == (1, ())


def test_second_hand_sources_are_kept_apart_in_the_list_of_sources():
    make_fact(key="a.one", value="1", source=make_source(title="Law"))
    make_fact(key="a.two", value="2", source=make_source(title="Blog", kind=Source.Kind.SECOND_HAND))

    page = page_of("{{ fact:a.one }} {{ fact:a.two }}")

    assert [[source.title for source in found] for _words, found in page.source_groups] == [["Law"], ["Blog"]]


@pytest.mark.parametrize(("next_on", "shown"), [(TODAY, "Next."), (date(2026, 11, 24), "Now."), (None, "Now.")])
def test_a_next_text_takes_over_on_its_day(next_on, shown):
    role = make_role()
    make_section(role=role, slug="part", body="Now.", next_body="Next.", next_on=next_on)

    page = guide_page(role, state=None, today=TODAY)

    assert html_of(page) == f"<p>{shown}</p>\n"


def test_a_preview_shows_the_next_text_before_its_day():
    role = make_role()
    make_section(role=role, slug="part", body="Now.", next_body="Next.")

    page = guide_page(role, state=None, today=TODAY, drafts=True)

    assert html_of(page) == "<p>Next.</p>\n"


def test_an_empty_section_is_left_out():
    assert page_of("  \n").sections == []


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (220, 1), (660, 3)])
def test_reading_time_is_in_whole_minutes_and_never_none(words, minutes):
    assert page_of("word " * words).minutes == minutes
