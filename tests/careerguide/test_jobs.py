"""Save a job: with its ad or without, once, and begin its application."""

from datetime import date

import pytest
from django.urls import reverse

from jobsearch.models import Application, Posting
from plans.models import Deed
from tests.jobsearch.factories import make_application

pytestmark = pytest.mark.django_db
ADD = "/my/jobs/add/"
AD = (
    "Pharmacy Technician\nSpecimen Hospital\nColumbus, OH\n\nRequirements:\n- High school diploma\n- State registration"
)


def test_an_ad_becomes_a_job_with_its_parts_and_a_log(as_seeker, seeker):
    answer = as_seeker.post(ADD, {"text": AD, "source": "job-board"})

    application = Application.objects.get(owner=seeker)
    assert answer.url == application.get_absolute_url()
    assert application.posting.title == "Pharmacy Technician"
    assert application.posting.source == "job-board"
    assert [change.stage for change in application.changes.all()] == ["saved"]
    assert Deed.objects.get(owner=seeker).doing == "posting-saved"


def test_a_job_without_an_ad_needs_its_title(as_seeker):
    refused = as_seeker.post(ADD, {"employer": "Specimen Hospital"})
    assert "Paste the ad, or write the job title." in refused.text
    assert 'value="Specimen Hospital"' in refused.text

    as_seeker.post(ADD, {"title": "Pharmacy clerk", "employer": "Specimen Hospital"})
    assert Posting.objects.get().employer == "Specimen Hospital"


@pytest.mark.parametrize("job", [{"text": AD}, {"title": "Pharmacy clerk", "employer": "Specimen Hospital"}])
def test_a_job_saved_before_is_shown_and_kept_twice_only_if_one_is_sure(as_seeker, job):
    as_seeker.post(ADD, job)

    warned = as_seeker.post(ADD, job)
    assert Posting.objects.count() == 1
    assert "You may have saved this on" in warned.text

    as_seeker.post(ADD, {**job, "is_sure": "1"})
    assert Posting.objects.count() == 2


def test_what_was_read_can_be_corrected(as_seeker, seeker):
    application = make_application(owner=seeker)
    address = reverse("job_edit", args=[application.pk])

    assert as_seeker.post(address, {"title": ""}).status_code == 200
    as_seeker.post(address, {"title": "Another", "text": "Words", "employer": "Placeholder Mail"})

    application.posting.refresh_from_db()
    assert (application.posting.title, application.posting.employer) == ("Another", "Placeholder Mail")


def test_the_job_of_another_does_not_exist(as_seeker):
    assert as_seeker.get(reverse("job_edit", args=[make_application().pk])).status_code == 404


FULL = (
    AD.replace(
        "Requirements",
        "Pay: $18.50 – $22.00 per hour, plus a $2,000 sign-on bonus\nFull time, 40 hours a week, nights"
        "\nApply by January 15, 2099\n\nRequirements",
    )
    + "\n\nPreferred:\n- PTCB certification"
)


def test_what_the_ad_says_is_shown_to_be_corrected_and_a_correction_stays(as_seeker, seeker):
    looked = as_seeker.post(ADD, {"text": FULL, "employer": "Mine", "read": "1"})
    form = looked.context["form"]

    assert not Posting.objects.exists()
    assert (form["employer"].value(), form["pay_low"].value(), form["hours"].value()) == (
        "Mine",
        "18.50",
        "Full time, 40 hours a week, nights",
    )
    assert (form["pay_high"].value(), form["pay_per"].value()) == ("22.00", "hour")
    assert "From the ad: “Pay: $18.50 – $22.00 per hour" in looked.text

    seen = {name: form[name].value() or "" for name in form.fields}
    as_seeker.post(ADD, {**seen, "hours": "", "pay_high": "21"})
    posting = Posting.objects.get()
    assert (posting.employer, posting.pay_low, posting.pay_high, posting.hours) == ("Mine", 18.5, 21, "")
    assert posting.closes_on == date(2099, 1, 15)
    assert (posting.musts, posting.nices) == ("High school diploma\nState registration", "PTCB certification")

    again = as_seeker.post(
        reverse("job_edit", args=[posting.application.pk]),
        {"title": "Own title", "text": FULL, "pay_low": "17", "read": "1"},
    ).context["form"]
    assert (again["title"].value(), again["pay_low"].value(), again["pay_high"].value()) == ("Own title", "17", None)
    assert again["hours"].value() == "Full time, 40 hours a week, nights"


def test_an_ad_that_nobody_looked_through_is_read_as_it_is_saved(as_seeker):
    as_seeker.post(ADD, {"text": FULL})
    posting = Posting.objects.get()
    assert (posting.pay_low, posting.pay_high, posting.pay_per) == (18.5, 22, "hour")
    assert posting.fingerprint


def test_pay_the_wrong_way_round_is_refused_with_a_sentence(as_seeker):
    refused = as_seeker.post(ADD, {"title": "Clerk", "pay_low": "20", "pay_high": "18"})
    assert "Swap them" in refused.text
    assert 'value="20"' in refused.text


def test_a_copy_from_another_site_is_noticed_and_noted_on_the_first(as_seeker):
    as_seeker.post(ADD, {"text": FULL})
    copy = FULL.replace("Specimen Hospital", "Specimen Hospital, Inc.") + "\n\nShare this job. Report this job."

    warned = as_seeker.post(ADD, {"text": copy, "employer": "Specimen Hospital, Inc."})
    assert "It is at the stage “Saved”" in warned.text

    as_seeker.post(ADD, {"text": copy, "employer": "Specimen Hospital, Inc.", "source_name": "Indeed", "is_same": "1"})
    assert "Indeed" in Application.objects.get().notes
