"""The nouns of casework. None of them is in the Django admin: who reads what follows from the client's consent."""

from caseloads.models.appointment import Appointment, AvailabilityWindow, Way, Weekday
from caseloads.models.consent import ConsentRecord, Scope
from caseloads.models.flag import RiskFlag
from caseloads.models.invitation import Invitation
from caseloads.models.note import NoteRevision, ServiceNote
from caseloads.models.relationship import Assignment, CounselingRelationship

__all__ = [
    "Appointment",
    "Assignment",
    "AvailabilityWindow",
    "ConsentRecord",
    "CounselingRelationship",
    "Invitation",
    "NoteRevision",
    "RiskFlag",
    "Scope",
    "ServiceNote",
    "Way",
    "Weekday",
]
