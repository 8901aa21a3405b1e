"""The editors' desk: every noun of the reference, in the admin."""

from guides.admin.credential import CredentialAdmin
from guides.admin.fact import FactAdmin
from guides.admin.feedback import GuideFeedbackAdmin
from guides.admin.reference import (
    GlossaryTermAdmin,
    ProjectionAdmin,
    SourceAdmin,
    StateAdmin,
    WageEstimateAdmin,
)
from guides.admin.resource import ResourceAdmin
from guides.admin.role import RoleAdmin
from guides.admin.role_term import RoleTermAdmin
from guides.admin.section import SectionAdmin
from guides.admin.state_requirement import StateRequirementAdmin
from guides.admin.way import EntryStepAdmin, FrequentQuestionAdmin, WorkSettingAdmin

__all__ = [
    "CredentialAdmin",
    "EntryStepAdmin",
    "FactAdmin",
    "FrequentQuestionAdmin",
    "GlossaryTermAdmin",
    "GuideFeedbackAdmin",
    "ProjectionAdmin",
    "ResourceAdmin",
    "RoleAdmin",
    "RoleTermAdmin",
    "SectionAdmin",
    "SourceAdmin",
    "StateAdmin",
    "StateRequirementAdmin",
    "WageEstimateAdmin",
    "WorkSettingAdmin",
]
