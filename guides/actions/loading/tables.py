"""Every noun of the content files with its model."""

from guides.actions.loading.table import Table
from guides.actions.loading.wage_table import WageTable
from guides.content_files.entries import (
    CredentialEntry,
    FactEntry,
    ProjectionEntry,
    QuestionEntry,
    RelatedEntry,
    ResourceEntry,
    RoleEntry,
    RuleEntry,
    RungEntry,
    SectionEntry,
    SettingEntry,
    SourceEntry,
    StateEntry,
    StepEntry,
    TermEntry,
    TitleEntry,
    WagesEntry,
)
from guides.models import (
    CareerRung,
    Credential,
    EntryStep,
    Fact,
    FrequentQuestion,
    GlossaryTerm,
    Projection,
    RelatedRole,
    Resource,
    Role,
    RoleTitle,
    Section,
    Source,
    State,
    StateRequirement,
    WageEstimate,
    WorkSetting,
)

# In the order of need: what is named stands before what names it.
TABLES: tuple[Table, ...] = (
    Table(StateEntry, State),
    Table(SourceEntry, Source),
    Table(TermEntry, GlossaryTerm),
    Table(RoleEntry, Role),
    Table(CredentialEntry, Credential),
    Table(FactEntry, Fact),
    Table(ResourceEntry, Resource),
    Table(ProjectionEntry, Projection),
    WageTable(WagesEntry, WageEstimate),
    Table(TitleEntry, RoleTitle),
    Table(SettingEntry, WorkSetting),
    Table(StepEntry, EntryStep),
    Table(RungEntry, CareerRung),
    Table(QuestionEntry, FrequentQuestion),
    Table(RelatedEntry, RelatedRole),
    Table(RuleEntry, StateRequirement),
    Table(SectionEntry, Section),
)
