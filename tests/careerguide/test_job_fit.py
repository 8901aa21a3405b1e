"""How a job fits: every line of the ad beside what a resume shows and its owner holds, and whether it is worth it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from careerguide.fit.answering import competency_of
from certifications.models import HeldCredential
from resumes.actions.sending import change_words
from tests.factories import make_credential, make_role, make_state, make_user
from tests.jobsearch.factories import make_application
from tests.resumes.makers import make_document, newest

pytestmark = pytest.mark.django_db
CPHT = "CPhT certification"


def _fit(application):
    return reverse("job_fit", args=[application.pk])


def _answers(response):
    page = response.context["page"]
    return {answer.line: answer for answer in (*page.musts, *page.nices)}


def _hold(seeker, **fields):
    today = timezone.localdate()
    fields = {"name": "CPhT", "stage": "certified", "earned_on": today - timedelta(days=400), **fields}
    return HeldCredential.objects.create(holder=seeker, **fields)


def test_each_line_stands_beside_its_proof_or_says_what_is_missing_and_where_to_go(as_seeker, seeker):
    version = newest(make_document(seeker))
    job = make_application(
        owner=seeker, musts=f"Customer service\n{CPHT}\nSterile compounding\nLift 30 pounds", nices="Spanish"
    )

    told = _answers(as_seeker.get(_fit(job)))

    states = {line: answer.state for line, answer in told.items()}
    assert states == {
        "Customer service": "shown",
        CPHT: "missing",
        "Sterile compounding": "missing",
        "Lift 30 pounds": "yours",
        "Spanish": "shown",
    }
    assert "Customer service, cash handling" in told["Customer service"].proofs[0].words
    assert told["Sterile compounding"].gap.link == reverse("resumes:text", args=[version.document_id, version.number])
    assert told[CPHT].gap.link.startswith(reverse("held:add"))


@pytest.mark.parametrize(
    ("fields", "state", "words"),
    [
        ({}, "part", "this resume does not say so"),
        ({"expires_on": 0}, "part", "this resume does not say so"),
        ({"expires_on": -1}, "missing", "It ended on"),
        ({"stage": "preparing", "earned_on": None}, "part", "You are learning for it."),
        ({"stage": "given-up"}, "missing", "You no longer keep it up."),
    ],
)
def test_a_credential_counts_by_how_it_stands_today(as_seeker, seeker, fields, state, words):
    make_document(seeker)
    if "expires_on" in fields:
        fields = {**fields, "expires_on": timezone.localdate() + timedelta(days=fields["expires_on"])}
    held = _hold(seeker, **fields)
    job = make_application(owner=seeker, musts=CPHT)

    answer = _answers(as_seeker.get(_fit(job)))[CPHT]

    assert (answer.state, words in answer.gap.words) == (state, True)
    assert answer.gap.link == held.get_absolute_url() or "resume" in answer.gap.words


def test_a_credential_of_the_catalogue_leads_to_its_page(as_seeker, seeker):
    make_document(seeker)
    known = make_credential(name="Certified Pharmacy Technician", abbreviation="CPhT")
    job = make_application(owner=seeker, musts=CPHT)

    assert _answers(as_seeker.get(_fit(job)))[CPHT].gap.link == reverse("certifications:detail", args=[known.slug])


def test_what_the_ad_gives_time_for_is_no_paper_that_is_lacking(as_seeker, seeker):
    make_document(seeker)
    later = "CPhT, or ability to obtain it within 12 months"
    job = make_application(owner=seeker, musts=f"Customer service\n{later}")

    answer = _answers(as_seeker.get(_fit(job)))[later]

    assert (answer.state, answer.lacks_paper) == ("part", False)
    assert "the ad gives you time for it" in answer.gap.words


@pytest.mark.parametrize(("place", "state"), [("Columbus, OH", "part"), ("Austin, TX", "missing")])
def test_a_registration_counts_in_its_own_state(as_seeker, seeker, place, state):
    ohio, role = make_state("OH"), make_role()
    make_state("TX")
    make_document(seeker)
    _hold(seeker, name="Ohio: registration", state=ohio, role=role)
    line = "Current state registration"
    job = make_application(owner=seeker, musts=line, place=place, role=role)

    assert _answers(as_seeker.get(_fit(job)))[line].state == state


def test_the_resume_is_chosen_and_one_made_for_the_ad_comes_first(as_seeker, seeker):
    first, second = (make_document(seeker, title=title) for title in ("First", "Second"))
    job = make_application(owner=seeker, musts="Spanish")
    tailored, newer = newest(first), change_words(newest(first), "Sam Rivera\nSpanish", now=timezone.now())
    tailored.posting = job.posting
    tailored.save()

    page = as_seeker.get(_fit(job))
    assert page.context["page"].version == tailored
    other = newest(second)
    assert [*page.context["form"].fields["resume"].queryset] == [tailored, newer, other]
    assert as_seeker.get(_fit(job), {"resume": other.pk}).context["page"].version == other
    strange = newest(make_document(make_user()))
    refused = as_seeker.get(_fit(job), {"resume": strange.pk})
    assert refused.context["page"].version == tailored
    assert "Choose a resume from the list." in refused.text


def test_without_a_resume_or_without_requirements_the_page_says_what_to_do(as_seeker, seeker):
    job, empty = make_application(owner=seeker, musts="Spanish"), make_application(owner=seeker)

    assert reverse("resumes:add") in as_seeker.get(_fit(job)).text
    assert reverse("job_edit", args=[empty.pk]) in as_seeker.get(_fit(empty)).text


def test_whether_it_is_worth_it_is_asked_before_applying(as_seeker, seeker):
    make_document(seeker)
    day = timezone.localdate()
    job = make_application(owner=seeker, musts="Spanish", closes_on=day)
    past = make_application(owner=seeker, musts="Spanish", closes_on=day - timedelta(days=1))
    sent = make_application(owner=seeker, musts="Spanish", stage="applied")

    assert "Yes, and take your time over it" in as_seeker.get(_fit(job)).text
    assert "It closed yesterday." in as_seeker.get(_fit(past)).text
    assert as_seeker.get(_fit(sent)).context["page"].verdict is None


def test_the_job_of_another_does_not_exist(as_seeker):
    assert as_seeker.get(_fit(make_application(musts="Spanish"))).status_code == 404


@pytest.mark.parametrize("lines", [1, 3])
def test_fit_costs_the_same_at_any_length(as_seeker, seeker, lines, django_assert_num_queries):
    make_document(seeker)
    names = ["Customer service", CPHT, "Sterile compounding"][:lines]
    for name in names:
        _hold(seeker, name=name)
    job = make_application(owner=seeker, musts="\n".join(names))
    as_seeker.get(_fit(job))

    with django_assert_num_queries(14):
        as_seeker.get(_fit(job))


@pytest.mark.parametrize(
    ("line", "slug"),
    [("Clear communication", "communication"), ("Attention to detail", "accuracy"), ("Epic Willow", "")],
)
def test_what_an_interviewer_asks_about_is_told_from_the_line(line, slug):
    assert competency_of(line) == slug
