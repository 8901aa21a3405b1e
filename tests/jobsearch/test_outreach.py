"""Messages: begun with what is known, never out with a blank, and kept when their writer sent them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from jobsearch.models import Contact, Interaction, Message
from plans.models import Deed
from tests.factories import make_user
from tests.jobsearch.factories import make_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(sign_in, seeker):
    return sign_in(seeker)


@pytest.fixture
def dana(seeker):
    return Contact.objects.create(owner=seeker, name="Dana")


def make_message(owner, **fields):
    return Message.objects.create(owner=owner, **{"kind": "thanks", "text": "Thank you, Dana.", **fields})


def test_a_message_begins_with_what_is_known(client, seeker, dana):
    application = make_application(owner=seeker, title="Pharmacy technician", employer="Hill Pharmacy")
    address = f"{reverse('outreach:add')}?contact={dana.pk}&application={application.pk}&kind=accept"

    page = client.get(address)
    answer = client.post(address, {"kind": "accept", "to": "Dana"})

    own = Message.objects.get()
    assert 'value="Dana"' in page.content.decode()
    assert answer.url == own.get_absolute_url()
    assert (own.contact, own.application) == (dana, application)
    assert all(fact in own.text for fact in ("Dear Dana", "Hill Pharmacy", "Pharmacy technician", "Sam Seeker", "[["))


def test_a_follow_up_begins_with_the_day_of_the_application(client, seeker):
    application = make_application(owner=seeker, stage="applied", on=date(2026, 11, 2))

    client.post(f"{reverse('outreach:add')}?application={application.pk}", {"kind": "follow-up", "to": "Dana"})

    assert "On 2 November I applied" in Message.objects.get().text


def test_things_of_others_do_not_exist(client):
    other = make_user()
    own, contact = make_message(other), Contact.objects.create(owner=other, name="Lee")

    assert client.get(f"{reverse('outreach:add')}?contact={contact.pk}").status_code == 404
    assert client.get(f"{reverse('outreach:add')}?contact=x").status_code == 404
    assert client.get(own.get_absolute_url()).status_code == 404
    for name in ("message", "sent", "delete"):
        assert client.post(reverse(f"outreach:{name}", args=[own.pk])).status_code == 404


def test_with_a_blank_it_is_neither_copied_nor_sent(client, seeker):
    own = make_message(seeker, text="Thank you for [[what they did]].")
    today = timezone.localdate().isoformat()

    page = client.get(own.get_absolute_url()).content.decode()
    client.post(reverse("outreach:sent", args=[own.pk]), {"on": today})

    own.refresh_from_db()
    assert own.used_on is None
    assert "data-copy=" not in page
    assert "mailto:" not in page
    assert "what they did" in page


def test_filled_in_it_can_be_copied_and_is_kept_as_an_attempt(client, seeker, dana):
    own = make_message(seeker, text="Thank you for [[what they did]].", contact=dana)
    today = timezone.localdate()

    client.post(own.get_absolute_url(), {"to": "Dana", "subject": "Thanks", "text": "Thank you for the hint."})
    page = client.get(own.get_absolute_url()).content.decode()
    for _press in range(2):
        client.post(reverse("outreach:sent", args=[own.pk]), {"on": today.isoformat()})

    own.refresh_from_db()
    assert "data-copy=" in page
    assert own.used_on == today
    assert [(i.contact, i.is_real, i.on) for i in Interaction.objects.all()] == [(dana, False, today)]
    assert Deed.objects.owned_by(seeker).get().doing == "message-sent"


def test_a_day_to_come_and_an_empty_message_are_refused(client, seeker):
    own = make_message(seeker)
    later = timezone.localdate() + timedelta(days=2)

    answer = client.post(reverse("outreach:sent", args=[own.pk]), {"on": later.isoformat()})
    empty = client.post(own.get_absolute_url(), {"to": "Kept", "text": ""})

    own.refresh_from_db()
    assert own.used_on is None
    assert "Write a day from" in answer.content.decode()
    assert 'value="Kept"' in empty.content.decode()


def test_it_is_deleted_when_asked_twice(client, seeker):
    own = make_message(seeker)
    address = reverse("outreach:delete", args=[own.pk])

    assert client.get(address).status_code == 200
    assert client.post(address).url == reverse("outreach:list")
    assert not Message.objects.exists()


def test_a_long_list_costs_what_a_short_one_does(client, seeker, django_assert_max_num_queries):
    for _number in range(30):
        make_message(seeker)
    with django_assert_max_num_queries(8):
        page = client.get(reverse("outreach:list"))
    assert page.content.decode().count("not sent yet") == 20


def test_a_follow_up_counts_for_its_application_and_can_be_taken_back(client, seeker, dana):
    application = make_application(owner=seeker, stage="applied", on=timezone.localdate() - timedelta(days=12))
    own = make_message(seeker, kind="follow-up", text="Is it still open?", contact=dana, application=application)
    today = timezone.localdate()

    client.post(reverse("outreach:sent", args=[own.pk]), {"on": today.isoformat()})
    asked = [each.on for each in application.follow_ups.all()]
    for _press in range(2):
        client.post(reverse("outreach:unsent", args=[own.pk]))

    own.refresh_from_db()
    assert asked == [today]
    assert own.used_on is None
    assert not application.follow_ups.exists()
    assert not Interaction.objects.exists()
    assert not Deed.objects.owned_by(seeker).filter(doing__in=["message-sent", "followed-up"]).exists()
