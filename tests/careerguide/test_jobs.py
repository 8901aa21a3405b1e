"""Save a job: with its ad or without, once, and begin its application."""

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
    assert "You saved this on" in warned.text

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
