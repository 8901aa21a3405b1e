"""Made-up people for measuring."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Team, User
from caseloads.models import CounselingRelationship
from tests.factories import make_role

pytestmark = pytest.mark.django_db


def test_every_seeker_is_somebodys_client(capsys):
    make_role()

    call_command("sample_data", seekers=24, counselors=12)

    assert "Made 24 seekers, 12 counselors and 2 teams." in capsys.readouterr().out
    assert CounselingRelationship.objects.active().count() == 24
    boss = User.objects.get(email="supervisor2@sample.test")
    assert CounselingRelationship.objects.visible_to(boss).count() == 4
    assert Team.objects.count() == 2
    with pytest.raises(CommandError, match="already"):
        call_command("sample_data", seekers=1, counselors=1)


@pytest.mark.parametrize(("seekers", "counselors"), [(0, 1), (1, 0), (-1, 1)])
def test_numbers_that_make_nobody_are_refused(seekers, counselors):
    with pytest.raises(CommandError, match="how many"):
        call_command("sample_data", seekers=seekers, counselors=counselors)


def test_production_is_refused(settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match="production"):
        call_command("sample_data", seekers=1, counselors=1)
