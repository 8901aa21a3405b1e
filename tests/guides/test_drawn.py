"""A piece of a page is kept under what it was drawn from, and can show nothing else."""

from datetime import date

import pytest
from django.test import override_settings

from guides.drawn import NotGivenError, Only, draw
from guides.models import WageEstimate
from guides.page.notes import Note
from tests.factories import make_role, make_section, make_wage

NOTES = "guides/_notes.html"


def note(text):
    return Note("aside", "here", title="A title", text=text)


def test_other_values_are_drawn_anew():
    first, second = (draw(NOTES, notes=(note(text),)) for text in ("One text.", "Another text."))

    assert "One text." in first
    assert "Another text." in second


def test_the_same_values_are_drawn_once():
    calls = []

    def constants():
        calls.append(1)
        return {}

    drawn = {draw(NOTES, constants=constants, notes=(note("The same."),)) for _time in range(3)}

    assert len(drawn) == len(calls) == 1


def test_what_a_template_was_not_given_it_may_not_ask_for():
    with pytest.raises(NotGivenError):
        draw("guides/_contents.html", page=Only(sections=[]))


@pytest.mark.django_db
def test_a_template_may_not_ask_the_database():
    wage = WageEstimate.objects.get(pk=make_wage().pk)

    with pytest.raises(NotGivenError):
        draw("guides/_rows_source.html", row=Only(wage=wage, projection=None))


@pytest.mark.django_db
def test_a_changed_row_is_another_value():
    section = make_section(role=make_role(), title="Before")
    before = draw(
        "guides/_contents.html", page=Only(sections=[Only(section=section)], neighbors=False, where_to_look=False)
    )
    section.title = "After"

    after = draw(
        "guides/_contents.html", page=Only(sections=[Only(section=section)], neighbors=False, where_to_look=False)
    )

    assert "Before" in before
    assert "After" in after


def test_the_words_around_it_do_not_hide_python_s_own_questions():
    held = Only(day=date(2026, 11, 23))

    assert hasattr(held, "day")
    assert not hasattr(held, "__len__")
    with override_settings(DEBUG=True), pytest.raises(NotGivenError):
        held.night  # noqa: B018
