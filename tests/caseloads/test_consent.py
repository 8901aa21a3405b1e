"""The client decides: nothing is visible before, part by part, until they close it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.models import AppendOnlyError, AuditEvent, Notification
from caseloads.actions.consenting import grant, withdraw
from caseloads.actions.relating import NotNowError, ask_for, decline, end, go_on, pause, reassign, take
from caseloads.models import ConsentRecord, CounselingRelationship, Scope
from tests.caseloads.cases import make_case, make_member, make_supervisor, make_team
from tests.factories import make_user

pytestmark = pytest.mark.django_db
State = CounselingRelationship.State


def open_scopes(case):
    return {*ConsentRecord.objects.filter(relationship=case).live(timezone.localdate()).values_list("scope", flat=True)}


def test_giving_twice_changes_nothing_and_a_withdrawal_is_kept_beside_what_was_given():
    case, now = make_case(scopes=["documents"]), timezone.now()

    assert grant(case, ["documents", "practice"], now=now) != []
    assert grant(case, ["documents", "practice"], now=now) == []
    assert withdraw(case, ["documents"], now=now) == 1
    assert withdraw(case, ["documents"], now=now) == 0
    grant(case, ["documents"], now=now)

    assert open_scopes(case) == {"documents", "practice"}
    assert case.consents.filter(scope="documents").count() == 2


def test_a_consent_holds_through_its_last_day_and_no_longer():
    case, today = make_case(), timezone.localdate()
    given = {"relationship": case, "text_version": 1, "granted_at": timezone.now() - timedelta(days=9)}
    ConsentRecord.objects.create(scope=Scope.DOCUMENTS, expires_on=today, **given)
    ConsentRecord.objects.create(scope=Scope.PRACTICE, expires_on=today - timedelta(days=1), **given)

    assert open_scopes(case) == {"documents"}
    grant(case, ["practice"], now=timezone.now())
    assert open_scopes(case) == {"documents", "practice"}


def test_a_client_asks_and_one_of_the_team_takes_them_on():
    team, client, now = make_team(), make_user(name="Kai"), timezone.now()
    counselor, other = make_member(team), make_member(team)

    case = ask_for(client, team, wish="Help", scopes=["documents"], now=now)
    with pytest.raises(NotNowError):
        ask_for(client, team, wish="", scopes=[], now=now)
    assert not CounselingRelationship.objects.visible_to(counselor).exists()
    assert Notification.objects.filter(title="Kai asks your team for a counselor").count() == 2

    take(case, counselor, now=now)
    with pytest.raises(NotNowError):
        take(case, other, now=now)

    assert list(CounselingRelationship.objects.visible_to(counselor)) == [case]
    assert not CounselingRelationship.objects.visible_to(other).exists()


def test_a_declined_request_closes_what_was_opened():
    team, now = make_team(), timezone.now()
    case = ask_for(make_user(), team, wish="", scopes=Scope.values, now=now)

    decline(case, make_member(team), now=now)

    case.refresh_from_db()
    assert (case.state, open_scopes(case)) == (State.DECLINED, set())


def test_a_pause_closes_everything_and_an_end_takes_it_back():
    counselor = make_member(make_team())
    case, now = make_case(counselor, scopes=Scope.values), timezone.now()
    visible = CounselingRelationship.objects.visible_to(counselor)

    pause(case, now=now)
    assert not visible.exists()
    go_on(case, now=now)
    assert visible.exists()
    assert open_scopes(case) == {*Scope.values}
    end(case, case.client, reason="client", now=now)

    assert not visible.exists()
    assert open_scopes(case) == set()
    assert CounselingRelationship.objects.once_held_by(counselor).exists()
    for wrong in (lambda: pause(case, now=now), lambda: end(case, case.client, reason="client", now=now)):
        with pytest.raises(NotNowError):
            wrong()


def test_handing_over_tells_the_client_the_new_name_and_closes_the_old_counselors_door():
    team = make_team()
    old, new, boss = make_member(team), make_member(team, name="Nia New"), make_supervisor(team)
    stranger = make_member(make_team())
    case = make_case(old, scopes=["documents"])

    with pytest.raises(NotNowError):
        reassign(case, stranger, actor=boss, now=timezone.now())
    reassign(case, new, actor=boss, now=timezone.now())

    seen_by = {user: CounselingRelationship.objects.visible_to(user).exists() for user in (old, new, boss, stranger)}
    assert seen_by == {old: False, new: True, boss: True, stranger: False}
    assert Notification.objects.owned_by(case.client).filter(title="Nia New is your counselor now").exists()


def test_who_left_the_team_sees_nothing_from_that_day():
    counselor = make_member(make_team())
    make_case(counselor, scopes=Scope.values)
    membership = counselor.team_memberships.get()

    membership.end(on=timezone.localdate() + timedelta(days=1))
    assert CounselingRelationship.objects.visible_to(counselor).exists()
    membership.end(on=timezone.localdate())
    assert not CounselingRelationship.objects.visible_to(counselor).exists()


def refused(sql, *values):
    with pytest.raises((DatabaseError, AppendOnlyError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_the_database_refuses_to_change_or_delete_the_record():
    user = make_user()
    event = AuditEvent.objects.create(actor=user, action="opened", subject="x", person=user, at=timezone.now())
    table = AuditEvent._meta.db_table

    refused(f"UPDATE {table} SET action = 'nothing' WHERE id = %s", event.pk)
    refused(f"UPDATE {table} SET actor_id = %s WHERE id = %s", make_user().pk, event.pk)
    refused(f"DELETE FROM {table} WHERE id = %s", event.pk)
    user.delete()

    event.refresh_from_db()
    assert (event.actor, event.person, event.action) == (None, None, "opened")


def test_the_database_refuses_to_change_or_delete_a_consent_but_for_taking_it_back_once():
    consent = make_case(scopes=["documents"]).consents.get()
    table = ConsentRecord._meta.db_table

    refused(f"UPDATE {table} SET scope = 'practice' WHERE id = %s", consent.pk)
    refused(f"DELETE FROM {table} WHERE id = %s", consent.pk)
    consent.withdraw(at=timezone.now())
    refused(f"UPDATE {table} SET withdrawn_at = NULL WHERE id = %s", consent.pk)
