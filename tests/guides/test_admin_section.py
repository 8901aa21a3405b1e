"""Writing a section at the desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.models import Role, Section
from tests.factories import make_fact, make_role, make_section, make_state, make_term, make_wage
from tests.guides.test_admin_role import form_of, text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def change_url(section):
    return reverse("admin:guides_section_change", args=[section.pk])


def preview_url(section):
    return reverse("admin:guides_section_preview", args=[section.pk])


def save(client, section, **changes):
    data = form_of(client.get(change_url(section))) | changes
    return client.post(change_url(section), data, follow=True)


def test_a_change_is_on_the_page_at_once(as_editor, client):
    section = make_section(body="Old words.")

    answer = save(as_editor, section, body="New words.")

    page = client.get(section.role.get_absolute_url()).content.decode()
    assert "New words." in page
    assert "Old words." not in page
    assert "Saved. Readers see it now." in text_of(answer)


def test_a_change_is_found_at_once(as_editor, client):
    section = make_section(body="You count pills.")

    save(as_editor, section, body="You measure quicksilver.")

    assert section.get_absolute_url() in text_of(client.get(reverse("guides:search"), {"q": "quicksilver"}))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("Fine.\n\n<script>alert(1)</script>", "Line 3: HTML is not allowed here"),
        ("::: aside Note\nNever closed.", "Line 1: The container “aside” is never closed"),
        ("{{ fact:no.such }}", "Line 1: There is no fact “no.such”."),
        ("{{ term:no-such }}", "Line 1: There is no glossary term “no-such”."),
        ("[x](javascript:alert(1))", "Line 1: This link would run something"),
        ("[x](/guides/hidden/)", "leads to a guide that is not published yet"),
        ("[x](/guides/no-such/)", "leads to a guide that does not exist"),
        ("[x](#no-such-place)", "this guide has no such place"),
        ("{{ show:no-such }}", "There is no block “no-such”."),
    ],
)
def test_a_text_that_readers_would_see_broken_is_refused_in_a_sentence(as_editor, body, sentence):
    make_role(slug="hidden", status=Role.Status.DRAFT)
    section = make_section(body="Old words.")

    answer = save(as_editor, section, body=body)

    section.refresh_from_db()
    form = answer.context["adminform"].form
    assert section.body == "Old words."
    assert sentence in " ".join(form.errors["body"])
    assert form["body"].value() == body


def test_a_draft_may_name_what_is_still_to_be_made_and_says_so(as_editor):
    section = make_section(role=make_role(status=Role.Status.DRAFT))

    answer = save(as_editor, section, body="It takes {{ fact:no.such }}.")

    section.refresh_from_db()
    assert section.body == "It takes {{ fact:no.such }}."
    assert "Before readers see this text, mend:" in text_of(answer)
    assert "There is no fact “no.such”." in text_of(answer)


def test_a_script_is_refused_in_a_draft_too(as_editor):
    section = make_section(role=make_role(status=Role.Status.DRAFT), body="Old words.")

    save(as_editor, section, body="<script>alert(1)</script>")

    section.refresh_from_db()
    assert section.body == "Old words."


def test_an_anchor_that_another_section_has_is_refused(as_editor):
    role = make_role()
    make_section(role=role, slug="pay")
    section = make_section(role=role, slug="work")

    answer = save(as_editor, section, slug="pay")

    section.refresh_from_db()
    assert section.slug == "work"
    assert "Another section of this guide has the same anchor. Choose another." in text_of(answer)


def test_a_section_is_added_after_the_last_one(as_editor):
    role = make_role()
    make_section(role=role, position=30)
    add = reverse("admin:guides_section_add")

    first = as_editor.get(add, {"role": role.pk}).context["adminform"].form.initial
    new = {"role": role.pk, "kind": "other", "title": "Uniforms", "slug": "uniforms", "position": first["position"]}
    as_editor.post(add, new)

    assert [*role.sections.values_list("position", flat=True)] == [30, 40]


@pytest.mark.parametrize(("days", "is_taken"), [(-1, False), (0, True), (1, True)])
def test_a_next_text_takes_over_today_or_later(as_editor, days, is_taken):
    section = make_section()

    save(as_editor, section, next_body="New words.", next_on=str(TODAY + timedelta(days=days)))

    section.refresh_from_db()
    assert (section.next_on is not None) == is_taken


def test_a_day_without_a_next_text_is_refused(as_editor):
    section = make_section()

    answer = save(as_editor, section, next_on=str(TODAY))

    assert "Write the next text, or take away the day" in text_of(answer)


def test_a_next_text_takes_over_at_a_press(as_editor):
    section = make_section(body="Old words.", next_body="New words.")

    save(as_editor, section, _take_next="1")

    section.refresh_from_db()
    assert (section.body, section.next_body) == ("New words.", "")


def test_reading_it_through_leaves_name_and_days(as_editor, editor):
    section = make_section()

    save(as_editor, section, _read_through="1")

    section.refresh_from_db()
    assert (section.reviewed_on, section.reviewed_by) == (TODAY, str(editor))
    assert section.review_by == TODAY + timedelta(days=365)


def test_saving_without_a_change_makes_no_version(as_editor):
    section = make_section()

    save(as_editor, section)

    assert section.history.count() == 1


def test_line_ends_of_a_browser_are_no_change(as_editor):
    section = make_section(body="One.\n\nTwo.")

    save(as_editor, section, body="One.\r\n\r\nTwo.")
    versions = section.history.count()
    save(as_editor, section, body="One.\r\n\r\nThree.")

    section.refresh_from_db()
    assert (versions, section.body) == (1, "One.\n\nThree.")


# ---- the preview


def test_the_preview_shows_the_section_as_the_page_does(as_editor, client):
    role = make_role(onet_soc="29-2052.00")
    make_wage(year_median=45_750)
    make_term(slug="sig", term="Sig", definition="The short directions.")
    make_fact(key=f"{role.slug}/training.months", value="4 to 12 months")
    section = make_section(
        role=role, slug="pay", body="A {{ term:sig }}. {{ fact:training.months }}.\n\n{{ show:pay }}"
    )

    preview = as_editor.get(preview_url(section)).content.decode()
    page = client.get(role.get_absolute_url()).content.decode()

    drawn = preview[preview.index('<section class="section') : preview.index("</article>")]
    assert "4 to 12 months" in drawn
    assert " ".join(drawn.split()) in " ".join(page.split())


def test_the_preview_shows_what_is_typed_and_saves_nothing(as_editor):
    section = make_section(body="Old words.")

    answer = as_editor.post(preview_url(section), {"body": "New words.", "_preview": "body"})

    section.refresh_from_db()
    assert "New words." in text_of(answer)
    assert section.body == "Old words."


def test_the_preview_shows_the_next_text_when_asked(as_editor):
    section = make_section(body="Old words.")

    typed = {"body": "Old words.", "next_body": "Next words.", "_preview": "next_body"}

    assert "Next words." in text_of(as_editor.post(preview_url(section), typed))


def test_the_preview_stands_in_the_state_that_was_chosen(as_editor):
    section = make_section(body="In {{ state }}.")

    answer = as_editor.post(preview_url(section), {"body": section.body, "preview_state": make_state("OH").pk})

    assert "In Ohio." in text_of(answer)


def test_the_preview_says_what_is_wrong_and_runs_nothing(as_editor):
    section = make_section()

    answer = as_editor.post(preview_url(section), {"body": "Well.\n\n<script>alert(1)</script>"})

    assert "<script>alert" not in text_of(answer)
    assert "Line 3: HTML is not allowed here" in text_of(answer)


def test_only_our_own_pages_may_frame_the_preview(as_editor):
    answer = as_editor.get(preview_url(make_section()))

    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_a_job_seeker_gets_no_preview(as_seeker):
    assert as_seeker.get(preview_url(make_section())).status_code == 302


# ---- the page


def test_facts_terms_and_boxes_can_be_put_in(as_editor):
    role = make_role()
    make_fact(key=f"{role.slug}/training.months", label="Length of a program", role=role)
    make_term(slug="sig")
    section = make_section(role=role)

    page = text_of(as_editor.get(change_url(section)))

    assert "{{ fact:training.months }}" in page
    assert "{{ term:sig }}" in page
    assert "{{ show:pay }}" in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_section_costs_the_same_at_any_length(as_editor, count, django_assert_num_queries):
    role = make_role()
    for _ in range(count):
        section = make_section(role=role)
        make_fact(role=role)
        make_term()
    as_editor.get(change_url(section))

    with django_assert_num_queries(10):
        as_editor.get(change_url(section))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_sections_costs_the_same_at_any_length(as_editor, count, django_assert_num_queries):
    for _ in range(count):
        make_section()
    as_editor.get(reverse("admin:guides_section_changelist"))

    with django_assert_num_queries(8):
        as_editor.get(reverse("admin:guides_section_changelist"))


def test_deleting_a_section_takes_it_from_the_page(as_editor, client):
    section = make_section(body="Odd words.")

    as_editor.post(reverse("admin:guides_section_delete", args=[section.pk]), {"post": "yes"})

    assert not Section.objects.exists()
    assert "Odd words." not in client.get(section.role.get_absolute_url()).content.decode()
