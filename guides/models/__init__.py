"""The nouns of the public reference."""

from guides.models.credential import Credential
from guides.models.fact import Confidence, Fact
from guides.models.glossary import GlossaryTerm
from guides.models.loaded import LoadedContent
from guides.models.pay import Projection, WageEstimate
from guides.models.place import State
from guides.models.reader import GuideFeedback, SavedGuide, TargetRole
from guides.models.resource import Resource
from guides.models.role import PreviewLink, RelatedRole, Role, RoleTitle
from guides.models.section import Section
from guides.models.source import Source
from guides.models.state_requirement import StateRequirement
from guides.models.way import CareerRung, EntryStep, FrequentQuestion, WorkSetting

__all__ = [
    "CareerRung",
    "Confidence",
    "Credential",
    "EntryStep",
    "Fact",
    "FrequentQuestion",
    "GlossaryTerm",
    "GuideFeedback",
    "LoadedContent",
    "PreviewLink",
    "Projection",
    "RelatedRole",
    "Resource",
    "Role",
    "RoleTitle",
    "SavedGuide",
    "Section",
    "Source",
    "State",
    "StateRequirement",
    "TargetRole",
    "WageEstimate",
    "WorkSetting",
]
