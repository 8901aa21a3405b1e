"""The nouns of casework. None of them is in the Django admin: who reads what follows from the client's consent."""

from caseloads.models.consent import ConsentRecord, Scope
from caseloads.models.invitation import Invitation
from caseloads.models.note import NoteRevision, ServiceNote
from caseloads.models.relationship import Assignment, CounselingRelationship

__all__ = [
    "Assignment",
    "ConsentRecord",
    "CounselingRelationship",
    "Invitation",
    "NoteRevision",
    "Scope",
    "ServiceNote",
]
