"""The nouns of certifications."""

from certifications.models.card import Card, DrugName
from certifications.models.catalogue import ExamOutline, OutlineDomain, Pathway, PathwayCondition
from certifications.models.group import GroupMember, StudyGroup
from certifications.models.held import ExamAppointment, HeldCredential, ShareLink
from certifications.models.ledger import (
    CalendarFeed,
    CECredit,
    CreditAllocation,
    EvidenceFile,
    ReminderSent,
    RenewalCycle,
)
from certifications.models.practice import (
    Attempt,
    PracticeQuestion,
    PracticeSession,
    QuestionPlace,
)
from certifications.models.rule import RenewalRule, RenewalRuleVersion
from certifications.models.target import ExamTarget, StudyDone

__all__ = [
    "Attempt",
    "CECredit",
    "CalendarFeed",
    "Card",
    "CreditAllocation",
    "DrugName",
    "EvidenceFile",
    "ExamAppointment",
    "ExamOutline",
    "ExamTarget",
    "GroupMember",
    "HeldCredential",
    "OutlineDomain",
    "Pathway",
    "PathwayCondition",
    "PracticeQuestion",
    "PracticeSession",
    "QuestionPlace",
    "ReminderSent",
    "RenewalCycle",
    "RenewalRule",
    "RenewalRuleVersion",
    "ShareLink",
    "StudyDone",
    "StudyGroup",
]
