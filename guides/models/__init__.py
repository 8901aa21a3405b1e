"""The nouns of the public reference."""

from guides.models.credential import Credential
from guides.models.fact import Confidence, Fact
from guides.models.glossary import GlossaryTerm
from guides.models.loaded import LoadedContent
from guides.models.occupation import (
    EducationShare,
    Element,
    JobZone,
    Occupation,
    OccupationTitle,
    Rating,
    RelatedOccupation,
    Software,
    Task,
)
from guides.models.pay import Area, AreaWage, OutlookReason, Projection, WageEstimate
from guides.models.place import State
from guides.models.reader import GuideFeedback, SavedGuide, TargetRole
from guides.models.release import Release
from guides.models.resource import Resource
from guides.models.role import PreviewLink, RelatedRole, Role, RoleTitle
from guides.models.role_term import RoleTerm, RoleWords
from guides.models.section import Section
from guides.models.source import Source
from guides.models.state_requirement import StateRequirement
from guides.models.way import CareerRung, EntryStep, FrequentQuestion, WorkSetting

__all__ = [
    "Area",
    "AreaWage",
    "CareerRung",
    "Confidence",
    "Credential",
    "EducationShare",
    "Element",
    "EntryStep",
    "Fact",
    "FrequentQuestion",
    "GlossaryTerm",
    "GuideFeedback",
    "JobZone",
    "LoadedContent",
    "Occupation",
    "OccupationTitle",
    "OutlookReason",
    "PreviewLink",
    "Projection",
    "Rating",
    "RelatedOccupation",
    "RelatedRole",
    "Release",
    "Resource",
    "Role",
    "RoleTerm",
    "RoleTitle",
    "RoleWords",
    "SavedGuide",
    "Section",
    "Software",
    "Source",
    "State",
    "StateRequirement",
    "TargetRole",
    "Task",
    "WageEstimate",
    "WorkSetting",
]
