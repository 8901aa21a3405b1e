"""People one knows: days counted from the last real contact, one's own only, lists that cost the same."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Notification
from jobsearch.actions.contacts import keep_interaction, remove_interaction, rest
from jobsearch.models import Contact, Interaction, Message
from jobsearch.personal_data import export
from jobsearch.rhythm import advice_of
from plans.models import Deed, Doing
from tests.factories import make_goal, make_plan_step
from tests.jobsearch.factories import DAY, make_application, make_contact

pytestmark = pytest.mark.django_db


def in_touch(contact, on, **fields):
    return keep_interaction(Interaction(contact=contact, on=on, kind="call", **fields))


def test_days_are_counted_from_the_last_real_contact(seeker):
    contact = make_contact(owner=seeker)
    assert (contact.last_on, contact.due_on) == (None, DAY + timedelta(30))

    real = in_touch(contact, DAY + timedelta(10))
    in_touch(contact, DAY + timedelta(20), is_real=False)
    assert (contact.last_on, contact.due_on, contact.late_on) == (
        DAY + timedelta(10),
        DAY + timedelta(40),
        DAY + timedelta(70),
    )
    assert [*Deed.objects.owned_by(seeker).values_list("doing", flat=True)] == [Doing.IN_TOUCH, Doing.CONTACT_ADDED]

    remove_interaction(real)
    assert contact.interactions.count() == 1
    contact.refresh_from_db()
    assert (contact.last_on, contact.due_on) == (None, DAY + timedelta(30))
    assert not Deed.objects.filter(doing=Doing.IN_TOUCH).exists()


def test_a_contact_is_written_down_changed_and_deleted(as_seeker, seeker):
    application = make_application(owner=seeker)
    answer = as_seeker.post(
        reverse("contacts:add"), {"name": "Bo Lee", "ideal_days": "30", "applications": [application.pk]}
    )
    contact = Contact.objects.get()
    assert answer["Location"] == contact.get_absolute_url()
    assert [*contact.applications.all()] == [application]
    assert contact.due_on == timezone.localdate(contact.made_at, seeker.zone) + timedelta(30)

    bad = as_seeker.post(reverse("contacts:edit", args=[contact.pk]), {"name": "B", "ideal_days": 9, "latest_days": 8})
    assert "The latest day cannot come before the ideal one." in bad.content.decode()
    today = timezone.localdate()
    page = contact.get_absolute_url()
    note = {"kind": "met", "is_real": "yes", "text": "Kept words"}
    future = as_seeker.post(page, {**note, "on": today + timedelta(2)}).content.decode()
    assert "Write a day from" in future
    assert "Kept words" in future
    as_seeker.post(page, {**note, "on": today - timedelta(1)})
    assert contact.interactions.get().on == today - timedelta(1)

    as_seeker.post(reverse("contacts:rest", args=[contact.pk]), {"until": today + timedelta(5)})
    as_seeker.post(reverse("contacts:referral", args=[contact.pk]), {"referral": "asked"})
    contact.refresh_from_db()
    assert (contact.rests_until, contact.referral, contact.referral_on) == (today + timedelta(5), "asked", today)
    assert "Rests until" in as_seeker.get(page).content.decode()

    one = contact.interactions.get()
    as_seeker.post(reverse("contacts:interaction", args=[one.pk]), {**note, "on": one.on, "is_real": "no"})
    contact.refresh_from_db()
    assert contact.last_on is None
    as_seeker.post(reverse("contacts:interaction_delete", args=[one.pk]))
    as_seeker.post(reverse("contacts:delete", args=[contact.pk]))
    assert not Contact.objects.exists()


def test_a_referral_has_the_day_since_when_it_stands_so_and_shows_at_the_application(as_seeker, seeker):
    contact, application = make_contact(owner=seeker), make_application(owner=seeker)
    contact.applications.add(application)
    place, today = reverse("contacts:referral", args=[contact.pk]), timezone.localdate()
    before = today - timedelta(9)

    def noted(**fields):
        as_seeker.post(place, fields)
        contact.refresh_from_db()
        return contact.referral, contact.referral_on

    assert noted(referral="asked", on=before) == ("asked", before)
    page = as_seeker.get(application.get_absolute_url()).content.decode()
    assert f"Asked on {date_format(before, 'j M')}" in page
    assert noted(referral="promised", on=before) == ("promised", today)
    assert noted(referral="promised", on=today + timedelta(1)) == ("promised", today)
    assert noted(referral="", on=today) == ("", None)


def test_another_persons_contacts_do_not_exist(as_seeker):
    contact = make_contact()
    note = in_touch(contact, DAY)
    for name in ("detail", "edit", "delete", "card"):
        assert as_seeker.get(reverse(f"contacts:{name}", args=[contact.pk])).status_code == 404
    for name in ("rest", "referral", "link"):
        assert as_seeker.post(reverse(f"contacts:{name}", args=[contact.pk])).status_code == 404
    for name in ("interaction", "interaction_delete"):
        assert as_seeker.get(reverse(f"contacts:{name}", args=[note.pk])).status_code == 404


def test_links_narrow_the_list_on_both_sides_of_each_day(as_seeker, seeker):
    today = timezone.localdate()
    make_contact(owner=seeker, name="Due", met_on=today - timedelta(30))
    make_contact(owner=seeker, name="Soon", met_on=today - timedelta(29), relation="mentor")
    make_contact(owner=seeker, name="Late", met_on=today - timedelta(60), referral="asked")
    make_contact(owner=seeker, name="Rests", met_on=today - timedelta(90), rests_until=today + timedelta(1))
    in_touch(make_contact(owner=seeker, name="Fresh"), today - timedelta(29))

    def shown(query):
        return {contact.name for contact, _ in as_seeker.get(f"/my/contacts/?{query}").context["rows"]}

    assert as_seeker.get("/my/contacts/").context["counts"] == {"due": 2, "late": 1}
    assert shown("show=due") == {"Due", "Late"}
    assert shown("show=late") == {"Late"}
    assert shown("show=30") == {"Due", "Soon", "Late", "Rests"}
    assert shown("relation=mentor") == {"Soon"}
    assert shown("referral=asked") == {"Late"}
    assert shown("q=fres") == {"Fresh"}
    assert len(shown("show=nonsense&relation=no")) == 5


def test_the_list_costs_the_same_at_any_length(as_seeker, seeker, django_assert_max_num_queries):
    for _ in range(3):
        make_contact(owner=seeker)
    with django_assert_max_num_queries(12) as few:
        as_seeker.get("/my/contacts/")
    for _ in range(60):
        make_contact(owner=seeker)
    with django_assert_max_num_queries(len(few)):
        assert len(as_seeker.get("/my/contacts/").context["rows"]) == 50


@pytest.mark.parametrize(
    ("kind", "is_real", "days", "words"),
    [
        ("call", True, 3, "Thank them while it is fresh"),
        ("call", True, 4, ""),
        ("email", True, 0, ""),
        ("call", False, 6, ""),
        ("call", False, 7, "No answer for 7 days"),
        ("call", True, 30, "It is time to be in touch"),
    ],
)
def test_what_would_do_good_follows_from_the_last_time(seeker, kind, is_real, days, words):
    contact = make_contact(owner=seeker)
    keep_interaction(Interaction(contact=contact, on=DAY, kind=kind, is_real=is_real))

    advice = advice_of(contact, DAY + timedelta(days))

    assert words in advice.words if words else advice is None


def test_after_two_attempts_it_rests_and_thanks_need_no_answer(seeker):
    contact = make_contact(owner=seeker)
    attempt = {"contact": contact, "kind": "message", "is_real": False}
    keep_interaction(Interaction(on=DAY, **attempt))
    keep_interaction(Interaction(on=DAY + timedelta(8), **attempt))

    assert advice_of(contact, DAY + timedelta(15)).words.startswith("You tried twice")
    contact.messages.create(owner=seeker, kind="thanks", text="Thanks", used_on=DAY + timedelta(8))
    assert advice_of(contact, DAY + timedelta(15)) is None
    rest(contact, until=DAY + timedelta(40))
    assert advice_of(contact, DAY + timedelta(39)) is None


def test_a_job_is_found_by_its_words_and_linked(as_seeker, seeker):
    contact, stranger = make_contact(owner=seeker), make_application(employer="Hill")
    hill = make_application(owner=seeker, employer="Hill")
    page, place = contact.get_absolute_url(), reverse("contacts:link", args=[contact.pk])

    assert [*as_seeker.get(page, {"job": "hill"}).context["found"]] == [hill]
    as_seeker.post(place, {"application": hill.pk})
    assert [*contact.applications.all()] == [hill]
    assert not as_seeker.get(page, {"job": "hill"}).context["found"]
    for key in (hill.pk, stranger.pk, "", "x", "9" * 30):
        assert as_seeker.post(place, {"application": key}).status_code == 404


def test_the_page_costs_the_same_and_offers_few_of_many_applications(as_seeker, seeker, django_assert_max_num_queries):
    contact = make_contact(owner=seeker)
    first = make_application(owner=seeker)
    contact.applications.add(first)
    in_touch(contact, DAY, application=first)
    with django_assert_max_num_queries(14) as few:
        as_seeker.get(contact.get_absolute_url())
    for _ in range(32):
        contact.interactions.create(on=DAY, kind="call", application=make_application(owner=seeker))
    with django_assert_max_num_queries(len(few)):
        page = as_seeker.get(contact.get_absolute_url())

    choices = [key for key, _label in page.context["form"].fields["application"].choices]
    assert choices[:2] == ["", first.pk]
    assert len(choices) == 32
    stranger = make_application()
    form = {"name": "Ana", "applications": [stranger.pk]}
    assert as_seeker.post(reverse("contacts:edit", args=[contact.pk]), form).status_code == 200


# ---- when someone is deleted


def test_what_was_done_outlives_a_deleted_contact_and_their_name_does_not(as_seeker, seeker):
    contact = make_contact(owner=seeker, name="Ana Ortiz")
    goal = make_goal(owner=seeker)
    step = make_plan_step(goal=goal, doing=Doing.IN_TOUCH, times=1, counts_from=DAY)
    keep_interaction(Interaction(contact=contact, on=DAY, kind="call", text="About nights"))
    message = Message.objects.create(owner=seeker, contact=contact, to="Ana", text="Hello", kind="stay")
    application = make_application(owner=seeker)
    contact.applications.add(application)
    for key in (f"contact-due:{contact.pk}:2026-12-02", f"contact-due:{contact.pk}0:2026-12-02"):
        Notification.objects.create(user=seeker, kind="search", title="Ana Ortiz", key=key, made_at=timezone.now())

    as_seeker.post(reverse("contacts:delete", args=[contact.pk]))

    deeds = Deed.objects.owned_by(seeker)
    assert sorted(deeds.values_list("doing", "on", "title")) == [("contact-added", DAY, ""), ("in-touch", DAY, "")]
    for row in (step, message, application):
        row.refresh_from_db()
    assert (step.done_on, message.contact, application.contacts.count()) == (DAY, None, 0)
    assert not Interaction.objects.exists()
    assert [*Notification.objects.values_list("key", flat=True)] == [f"contact-due:{contact.pk}0:2026-12-02"]
    assert "Ana Ortiz" not in str(export(seeker))
