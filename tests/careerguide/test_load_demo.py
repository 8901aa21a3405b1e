"""The demonstration: five people, and only where nobody else can reach them."""

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from accounts.models import TeamMembership, User
from careerguide.demo import PASSWORD
from guides.models import SavedGuide, TargetRole
from interviews.models import Answer, Interview, QuestionCard, Story
from jobsearch.models import Application, Contact, Event, Message, Offer
from kit.network import is_loopback
from plans.models import Goal, WeeklyGoal
from resumes.models import Version
from tests.factories import make_role, make_state, make_user
from tests.interviews.factories import make_question

pytestmark = pytest.mark.django_db


def test_five_people_with_their_roles():
    make_state("OH")
    role = make_role(slug="pharmacy-technician")

    call_command("load_demo", verbosity=0)

    people = {user.email.partition("@")[0]: user for user in User.objects.all()}
    assert set(people) == {"seeker", "counselor", "supervisor", "editor", "admin"}
    assert {word for word, user in people.items() if user.is_staff} == {"editor", "admin"}
    assert not any(user.is_superuser for user in people.values())
    assert people["counselor"].is_counselor
    assert people["supervisor"].is_supervisor
    assert TeamMembership.objects.values("team").distinct().count() == 1
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 5
    target = TargetRole.objects.get(user=people["seeker"])
    assert (target.role, target.state_id) == (role, "OH")
    assert SavedGuide.objects.get().user == people["seeker"]
    better, first = Version.objects.owned_by(people["seeker"]).select_related("review", "made_from")
    assert better.made_from == first
    assert 0 < better.review.finding_count < first.review.finding_count
    assert better.review.score > first.review.score


def test_the_seeker_has_practised_for_an_interview_in_three_days():
    make_role(slug="pharmacy-technician")
    asked = {
        "pt-caught-an-error": "Tell me about a time you caught an error before it reached the patient.",
        "pt-upset-wait": "Tell me about a time a customer was upset about a wait.",
    }
    for slug, text in asked.items():
        make_question(slug=slug, text=text, about=("accuracy",))

    call_command("load_demo", verbosity=0)

    interview = Interview.objects.get()
    assert "made up" in interview.employer
    assert (timezone.localdate(interview.starts_at) - timezone.localdate()).days == 3
    tries = Answer.objects.order_by("given_at").values_list("position", "attempt", "feedback__badge")
    assert [*tries][:2] == [(1, 1, "draft"), (1, 2, "interview-ready")]
    assert [row[:2] for row in tries] == [(1, 1), (1, 2), (2, 1)]
    story = Story.objects.get()
    assert all((story.situation, story.action, story.result))
    assert [*story.competencies.values_list("slug", flat=True)] == ["accuracy"]
    assert QuestionCard.objects.filter(owner=interview.owner).count() == 2


def test_the_seeker_has_searched_for_three_months():
    make_role(slug="pharmacy-technician")

    call_command("load_demo", verbosity=0)

    applications = Application.objects.all()
    stages = {"saved", "preparing", "interview", "applied", "rejected", "quiet", "declined", "offer"}
    assert {one.stage for one in applications} == stages
    assert applications.silent_on(timezone.localdate()).count() == 1
    assert all(one.changes.last().stage == one.stage for one in applications)
    assert Offer.objects.to_answer().count() == 1
    contacts = Contact.objects.all()
    assert contacts.filter(referral="done").get().applications.get().stage == "interview"
    assert 0 < contacts.due_on(timezone.localdate()).count() < contacts.count()
    assert [event.state for event in Event.objects.order_by("starts_at")] == ["attended", "planned"]
    assert {message.used_on is None for message in Message.objects.all()} == {True, False}
    assert WeeklyGoal.objects.current().count() == 2
    assert Goal.objects.open().get(title="Become certified").steps.open().count() == 2


@pytest.mark.parametrize("word", ["seeker", "counselor", "supervisor", "editor", "admin"])
def test_each_can_sign_in_with_the_public_password(client, word):
    call_command("load_demo", verbosity=0)

    answer = client.post("/accounts/login/", {"login": f"{word}@demo.test", "password": PASSWORD})

    assert answer.url == reverse("my")


def test_a_second_time_changes_nothing(capsys):
    call_command("load_demo")
    call_command("load_demo")

    assert "Nothing was changed" in capsys.readouterr().out
    assert User.objects.count() == 5


def test_refused_in_production(settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match="This is production"):
        call_command("load_demo")


@pytest.mark.parametrize("bind", ["0.0.0.0", "0.0.0.0:8000", "192.0.2.7", "[::]:8000", "::", "guide.example.org", ""])
def test_refused_where_others_can_reach_it(settings, bind):
    settings.BIND = bind

    with pytest.raises(CommandError, match="where others can reach it"):
        call_command("load_demo")

    assert not User.objects.exists()


@pytest.mark.parametrize("bind", ["127.0.0.1", "127.0.0.1:8000", "localhost", "localhost:8000", "::1", "[::1]:8000"])
def test_loopback_addresses(bind):
    assert is_loopback(bind)


def test_refused_beside_real_people():
    make_user(email="real@example.org")

    with pytest.raises(CommandError, match="People have accounts here already"):
        call_command("load_demo")

    assert User.objects.count() == 1


def test_pages_say_so_while_it_exists(client):
    assert "demo-career-2026" not in client.get("/accounts/login/").content.decode()

    call_command("load_demo", verbosity=0)

    assert "demo-career-2026" in client.get("/accounts/login/").content.decode()
