"""What is done to people and teams in several rows at once."""

from accounts.actions.audit import record, subject_of
from accounts.actions.erasure import ask_erasure, keep_account
from accounts.actions.notices import mail_notices, mark_all_read, notify, save_switches
from accounts.actions.people import (
    ADMINISTRATORS,
    EDITORS,
    end_sessions,
    follow_groups,
    give_address,
    make_person,
    remove_second_step,
)

__all__ = [
    "ADMINISTRATORS",
    "EDITORS",
    "ask_erasure",
    "end_sessions",
    "follow_groups",
    "give_address",
    "keep_account",
    "mail_notices",
    "make_person",
    "mark_all_read",
    "notify",
    "record",
    "remove_second_step",
    "save_switches",
    "subject_of",
]
