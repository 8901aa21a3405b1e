"""The editors' desk in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS
from tests.factories import (
    make_credential,
    make_fact,
    make_feedback,
    make_preview_link,
    make_role,
    make_section,
    make_state_requirement,
    make_step,
    make_term,
)

pytestmark = pytest.mark.django_db(transaction=True)


def make_guide():
    role = make_role(title="Phlebotomist", lead="You draw blood, kindly.")
    make_section(role=role, title="The work", slug="work", body="You find the vein.")
    make_step(role=role)
    return role


@pytest.mark.looks
@pytest.mark.parametrize(("size", "colors"), LOOKS)
def test_the_desk_is_usable_by_everyone(
    open_context, sign_in_page, assert_accessible, complaints, editor, size, colors
):
    role = make_guide()
    section = role.sections.get()
    make_preview_link(role=role, made_by=editor)
    make_feedback(role=role, section=section, comment="The fee is old.")
    fact = make_fact(role=role)
    rule = make_state_requirement(role=role)
    section.title = "What you do"
    section.save()
    page = open_context(size=size, colors=colors).new_page()
    sign_in_page(page, editor)

    for name, args in [
        ("index", []),
        ("guides_role_changelist", []),
        ("guides_role_add", []),
        ("guides_role_import", []),
        ("guides_role_change", [role.pk]),
        ("guides_section_change", [section.pk]),
        ("guides_section_history", [section.pk]),
        ("guides_section_simple_history", [section.pk, section.history.last().pk]),
        ("guides_fact_changelist", []),
        ("guides_fact_change", [fact.pk]),
        ("guides_staterequirement_change", [rule.pk]),
        ("guides_guidefeedback_changelist", []),
        ("guides_due", []),
        ("guides_how_to_write", []),
    ]:
        page.goto(reverse(f"admin:{name}", args=args))
        assert complaints == []
        assert_accessible(page)
        complaints.clear()


def test_an_editor_changes_a_section_sees_it_on_the_page_and_takes_it_back(page, sign_in_page, editor):
    role = make_guide()
    make_term(slug="vein", term="Vein")
    sign_in_page(page, editor)
    page.goto(reverse("admin:guides_role_change", args=[role.pk]))

    page.get_by_role("link", name="The work", exact=True).click()
    page.get_by_label("Text:", exact=True).fill("You greet the patient, then find the")
    drawn = page.frame_locator("iframe[name=preview]")
    expect(drawn.get_by_text("You greet the patient")).to_be_visible()
    page.get_by_label("Text:", exact=True).press("End")
    page.locator("summary", has_text="Terms").click()
    page.get_by_role("button", name="Vein").click()
    expect(drawn.get_by_role("link", name="Vein")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved. Readers see it now.")).to_be_visible()

    page.goto(role.get_absolute_url())
    expect(page.locator("#work")).to_contain_text("You greet the patient, then find the Vein")

    page.goto(reverse("admin:guides_section_history", args=[role.sections.get().pk]))
    page.locator(".desk-versions li").last.get_by_role("link").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Restore this version").click()
    page.goto(role.get_absolute_url())
    expect(page.locator("#work")).to_contain_text("You find the vein.")


def test_the_desk_works_without_script(without_script, sign_in_page, editor):
    role = make_guide()
    page = without_script
    sign_in_page(page, editor)
    page.goto(reverse("admin:guides_section_change", args=[role.sections.get().pk]))

    page.get_by_label("Text:", exact=True).fill("You greet the patient.")
    page.get_by_role("button", name="Show the text").click()
    expect(page.frame_locator("iframe[name=preview]").get_by_text("You greet the patient.")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved. Readers see it now.")).to_be_visible()

    assert role.sections.get().body == "You greet the patient."


def test_an_editor_makes_a_guide_from_nothing(page, sign_in_page, editor):
    make_credential()
    sign_in_page(page, editor)
    page.goto(reverse("admin:guides_role_add"))

    page.get_by_label("Title:", exact=True).press_sequentially("Phlebotomist")
    page.get_by_label("Plural:", exact=True).fill("Phlebotomists")
    page.get_by_label("Lead:", exact=True).fill("You draw blood, kindly.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="What you would do", exact=True).click()
    page.get_by_label("Text:", exact=True).fill("You find the vein.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Save and publish now").click()
    expect(page.get_by_text("“Phlebotomist” is published. Readers see it now.")).to_be_visible()

    page.goto("/guides/phlebotomist/")
    expect(page.get_by_text("You find the vein.")).to_be_visible()
    expect(page.get_by_role("heading", name="Interview")).to_have_count(0)
