"""What editors and administrators may do, and no more."""

import pytest
from django.core.management import call_command

from accounts.models import User

pytestmark = pytest.mark.django_db


def may(user, *permissions):
    user = User.objects.get(pk=user.pk)
    return [user.has_perm(permission) for permission in permissions]


def test_editors_write_guides_and_see_their_history(editor):
    assert may(
        editor, "guides.add_role", "guides.change_section", "guides.delete_fact", "guides.view_historicalrole"
    ) == [
        True,
        True,
        True,
        True,
    ]


def test_editors_answer_readers_but_do_not_write_for_them(editor):
    assert may(editor, "guides.view_guidefeedback", "guides.change_guidefeedback") == [True, True]
    assert may(editor, "guides.add_guidefeedback", "guides.delete_guidefeedback") == [False, False]
    assert may(editor, "guides.view_savedguide", "guides.view_targetrole") == [False, False]


def test_nobody_rewrites_history(editor, administrator):
    for person in (editor, administrator):
        assert may(person, "guides.change_historicalrole", "guides.delete_historicalrole") == [False, False]


def test_editors_see_nobodys_account(editor):
    assert may(editor, "accounts.view_user", "accounts.view_auditevent", "accounts.view_team") == [False] * 3


def test_administrators_run_people_and_teams(administrator):
    assert (
        may(administrator, "accounts.add_user", "accounts.change_user", "accounts.add_team", "guides.add_role")
        == [True] * 4
    )
    assert may(administrator, "accounts.delete_user", "accounts.view_notification", "auth.change_group") == [False] * 3


def test_setting_groups_up_again_changes_nothing(editor, capsys):
    before = User.objects.get(pk=editor.pk).get_all_permissions()

    call_command("set_up_groups")

    assert User.objects.get(pk=editor.pk).get_all_permissions() == before
    assert capsys.readouterr().out == "The groups Editors and Administrators are up to date.\n"
