"""Rows for tests: each function fills in what the test is not about."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import Notification, Team, TeamMembership, User
from certifications.models import (
    CalendarFeed,
    Card,
    CECredit,
    DrugName,
    EvidenceFile,
    ExamAppointment,
    ExamOutline,
    ExamTarget,
    HeldCredential,
    OutlineDomain,
    Pathway,
    PathwayCondition,
    PracticeQuestion,
    QuestionPlace,
    RenewalRule,
    RenewalRuleVersion,
    ShareLink,
)
from guides.models import (
    Area,
    AreaWage,
    CareerRung,
    Credential,
    EducationShare,
    Element,
    EntryStep,
    Fact,
    FrequentQuestion,
    GlossaryTerm,
    GuideFeedback,
    JobZone,
    Occupation,
    OccupationTitle,
    OutlookReason,
    PreviewLink,
    Projection,
    Rating,
    RelatedOccupation,
    RelatedRole,
    Release,
    Resource,
    Role,
    RoleTerm,
    RoleTitle,
    SavedGuide,
    Section,
    Software,
    Source,
    State,
    StateRequirement,
    TargetRole,
    Task,
    WageEstimate,
    WorkSetting,
)
from interviews.models import Competency, Question
from plans.models import Goal, PlanTemplate, Step, TemplateStep

PASSWORD = "a long enough passphrase"
_number = count(1)


def _filled(given: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    return defaults | given


def make_user(*, password: str = PASSWORD, **fields: Any) -> User:
    """A person whose address is confirmed."""
    fields.setdefault("email", f"person{next(_number)}@example.org")
    user = User.objects.create_user(password=password, **fields)
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    return user


def make_admin(**fields: Any) -> User:
    """A person who may change everything that the admin shows."""
    return make_user(is_staff=True, is_superuser=True, **fields)


def make_state(usps: str = "OH", **fields: Any) -> State:
    """The state with that postal code, made once."""
    number = next(_number)
    fields = _filled(
        fields, {"name": {"OH": "Ohio", "TX": "Texas"}.get(usps, f"State {usps}"), "fips": f"{number % 100:02d}"}
    )
    return State.objects.get_or_create(usps=usps, defaults=fields)[0]


def make_source(**fields: Any) -> Source:
    number = next(_number)
    fields = _filled(fields, {"key": f"source-{number}", "title": f"Report {number}", "kind": Source.Kind.OFFICIAL})
    return Source.objects.create(**fields)


def make_role(**fields: Any) -> Role:
    """A published role."""
    number = next(_number)
    fields = _filled(
        fields,
        {
            "slug": f"role-{number}",
            "title": f"Role {number}",
            "lead": "Fills orders and helps people.",
            "onet_soc": "29-2052.00",
            "status": Role.Status.PUBLISHED,
        },
    )
    fields.setdefault("plural", f"{fields['title']}s")
    if fields["status"] == Role.Status.PUBLISHED:
        fields.setdefault("published_at", timezone.now())
    return Role.objects.create(**fields)


def make_section(**fields: Any) -> Section:
    number = next(_number)
    fields = _filled(
        fields,
        {
            "kind": Section.Kind.WORK,
            "slug": f"part-{number}",
            "title": f"Part {number}",
            "body": "You count, check and label.",
            "position": number,
        },
    )
    return Section.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_fact(**fields: Any) -> Fact:
    number = next(_number)
    fields = _filled(fields, {"key": f"some.figure{number}", "label": f"Figure {number}", "value": "4 to 12 months"})
    return Fact.objects.create(source=fields.pop("source", None) or make_source(), **fields)


def make_credential(*, roles: tuple[Role, ...] = (), **fields: Any) -> Credential:
    number = next(_number)
    fields = _filled(
        fields, {"slug": f"credential-{number}", "name": f"Certified Helper {number}", "issuer": "Board of Helpers"}
    )
    credential = Credential.objects.create(**fields)
    credential.roles.set(roles)
    return credential


def make_state_requirement(**fields: Any) -> StateRequirement:
    fields = _filled(
        fields,
        {
            "kind": StateRequirement.Kind.REGISTRATION,
            "detail": "Register before the first day.",
            "board": "Board of Pharmacy",
            "national": StateRequirement.National.NO,
            "sources": "Board's page",
            "checked_on": date(2026, 11, 23),
        },
    )
    role, state = fields.pop("role", None) or make_role(), fields.pop("state", None) or make_state()
    return StateRequirement.objects.create(role=role, state=state, **fields)


def make_term(**fields: Any) -> GlossaryTerm:
    number = next(_number)
    fields = _filled(fields, {"slug": f"term-{number}", "term": f"Term {number}", "definition": "What it means."})
    return GlossaryTerm.objects.create(**fields)


def make_title(**fields: Any) -> RoleTitle:
    fields.setdefault("title", f"Helper {next(_number)}")
    return RoleTitle.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_related_role(**fields: Any) -> RelatedRole:
    fields = _filled(fields, {"title": f"Neighbor {next(_number)}", "why": "Much of the work is alike."})
    return RelatedRole.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_work_setting(**fields: Any) -> WorkSetting:
    fields.setdefault("name", f"Setting {next(_number)}")
    return WorkSetting.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_step(**fields: Any) -> EntryStep:
    number = next(_number)
    fields = _filled(
        fields, {"slug": f"step-{number}", "title": f"Step {number}", "body": "Do this.", "position": number}
    )
    return EntryStep.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_rung(**fields: Any) -> CareerRung:
    fields.setdefault("title", f"Rung {next(_number)}")
    return CareerRung.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_question(**fields: Any) -> FrequentQuestion:
    number = next(_number)
    fields = _filled(fields, {"slug": f"question-{number}", "question": f"Is it {number}?", "answer": "Yes, mostly."})
    return FrequentQuestion.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_role_term(**fields: Any) -> RoleTerm:
    fields = _filled(fields, {"name": f"skill {next(_number)}", "kind": "skill"})
    return RoleTerm.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_resource(**fields: Any) -> Resource:
    number = next(_number)
    fields = _filled(
        fields,
        {
            "key": f"resource-{number}",
            "kind": Resource.Kind.ASSOCIATION,
            "name": f"Association {number}",
            "what_for": "Meeting others in the trade.",
        },
    )
    return Resource.objects.create(**fields)


def make_wage(**fields: Any) -> WageEstimate:
    """A row of pay: the nation, all industries, unless said otherwise."""
    fields = _filled(
        fields,
        {
            "soc": "29-2052",
            "place": "US",
            "as_of": "May 2025",
            "employment": 1000,
            "hour_p10": "17.00",
            "hour_p25": "18.00",
            "hour_median": "20.00",
            "hour_p75": "24.00",
            "hour_p90": "29.00",
            "year_p10": 35_000,
            "year_p25": 37_000,
            "year_median": 41_000,
            "year_p75": 49_000,
            "year_p90": 60_000,
        },
    )
    return WageEstimate.objects.create(source=fields.pop("source", None) or make_source(), **fields)


def make_projection(**fields: Any) -> Projection:
    fields = _filled(
        fields,
        {
            "soc": "29-2052",
            "base_year": 2024,
            "target_year": 2034,
            "jobs_base": 1000,
            "jobs_target": 1064,
            "change_percent": Decimal("6.4"),
            "openings": 100,
            "exits": 40,
            "transfers": 54,
        },
    )
    return Projection.objects.create(source=fields.pop("source", None) or make_source(), **fields)


def make_release(**fields: Any) -> Release:
    fields = _filled(fields, {"kind": Release.Kind.ONET, "version": "29.3", "imported_at": timezone.now()})
    return Release.objects.create(source=fields.pop("source", None) or make_source(), **fields)


def make_occupation(*, titles: Iterable[str] = (), **fields: Any) -> Occupation:
    """An occupation of the one O*NET release that the test has, with the job titles within it."""
    number = next(_number)
    # Codes have four digits; a test makes fewer rows than would bring one round again.
    code = fields.setdefault("code", f"11-{number % 10_000:04d}.00")
    fields = _filled(
        fields, {"title": f"Occupation {number}", "description": "People here do their work.", "soc": code[:7]}
    )
    release = fields.pop("release", None) or Release.objects.of_kind(Release.Kind.ONET).first() or make_release()
    occupation = Occupation.objects.create(release=release, **fields)
    OccupationTitle.objects.bulk_create(OccupationTitle(occupation=occupation, title=title) for title in titles)
    return occupation


def make_job_zone(**fields: Any) -> JobZone:
    """The job zone of that number, made once."""
    number = fields.pop("number", 3)
    fields = _filled(fields, {"name": f"Job Zone {number}", "training": "Some time at work."})
    return JobZone.objects.get_or_create(number=number, defaults=fields)[0]


def make_task(**fields: Any) -> Task:
    number = next(_number)
    fields = _filled(fields, {"number": number, "text": f"Do task {number}.", "kind": Task.Kind.CORE})
    return Task.objects.create(occupation=fields.pop("occupation", None) or make_occupation(), **fields)


def make_rating(*, name: str = "", kind: str = Element.Kind.SKILL, **fields: Any) -> Rating:
    """A skill, or a field of knowledge, that an occupation is rated on."""
    number = next(_number)
    element = Element.objects.create(number=f"2.A.{number}", kind=kind, name=name or f"Skill {number}")
    fields = _filled(fields, {"importance": Decimal("3.50"), "level": Decimal("2.90")})
    return Rating.objects.create(
        occupation=fields.pop("occupation", None) or make_occupation(), element=element, **fields
    )


def make_education_share(**fields: Any) -> EducationShare:
    fields = _filled(fields, {"category": next(_number), "name": "A level of schooling", "percent": Decimal("40.00")})
    return EducationShare.objects.create(occupation=fields.pop("occupation", None) or make_occupation(), **fields)


def make_software(**fields: Any) -> Software:
    fields = _filled(fields, {"name": f"Program {next(_number)}", "category": "Spreadsheet software"})
    return Software.objects.create(occupation=fields.pop("occupation", None) or make_occupation(), **fields)


def make_related_occupation(**fields: Any) -> RelatedOccupation:
    fields.setdefault("place", next(_number))
    occupation = fields.pop("occupation", None) or make_occupation()
    return RelatedOccupation.objects.create(
        occupation=occupation, other=fields.pop("other", None) or make_occupation(), **fields
    )


def make_area_wage(*, name: str = "", states: Iterable[State] = (), **fields: Any) -> AreaWage:
    """Pay in an area of its own."""
    number = next(_number)
    area = Area.objects.create(code=f"{number:07d}", name=name or f"Area {number}")
    area.states.set(states)
    fields = _filled(fields, {"soc": "29-2052", "as_of": "May 2025", "employment": 1000, "year_median": 41_000})
    return AreaWage.objects.create(area=area, source=fields.pop("source", None) or make_source(), **fields)


def make_outlook_reason(**fields: Any) -> OutlookReason:
    number = next(_number)
    fields = _filled(
        fields,
        {"soc": "29-2052", "industry_code": f"{number:06d}", "industry": f"Industry {number}", "text": "Demand grows."},
    )
    return OutlookReason.objects.create(source=fields.pop("source", None) or make_source(), **fields)


def make_preview_link(*, expires_at: datetime | None = None, **fields: Any) -> PreviewLink:
    """A link that is open for a week."""
    role = fields.pop("role", None) or make_role(status=Role.Status.DRAFT)
    expires_at = expires_at or timezone.now() + timedelta(days=7)
    return PreviewLink.objects.create(role=role, expires_at=expires_at, **fields)


def make_target_role(user: User, **fields: Any) -> TargetRole:
    return TargetRole.objects.create(user=user, role=fields.pop("role", None) or make_role(), **fields)


def make_saved_guide(user: User, **fields: Any) -> SavedGuide:
    return SavedGuide.objects.create(user=user, role=fields.pop("role", None) or make_role(), **fields)


def make_feedback(**fields: Any) -> GuideFeedback:
    fields.setdefault("verdict", GuideFeedback.Verdict.PARTLY)
    return GuideFeedback.objects.create(role=fields.pop("role", None) or make_role(), **fields)


def make_team(**fields: Any) -> Team:
    fields.setdefault("name", f"Team {next(_number)}")
    return Team.objects.create(**fields)


def make_membership(**fields: Any) -> TeamMembership:
    """A counselor's open membership."""
    team, user = fields.pop("team", None) or make_team(), fields.pop("user", None) or make_user()
    return TeamMembership.objects.create(team=team, user=user, **fields)


def make_notification(user: User, **fields: Any) -> Notification:
    number = next(_number)
    fields = _filled(
        fields, {"kind": "account", "title": f"Notice {number}", "key": f"key-{number}", "made_at": timezone.now()}
    )
    return Notification.objects.create(user=user, **fields)


def make_held(**fields: Any) -> HeldCredential:
    """A credential that its holder is thinking about; with `expires_on` or `earned_on`, one that they hold."""
    holder = fields.pop("holder", None) or make_user()
    if not fields.get("name"):
        fields.setdefault("credential", None)
        fields["credential"] = fields["credential"] or make_credential()
    if {"expires_on", "earned_on"} & fields.keys():
        fields = _filled(fields, {"stage": HeldCredential.Stage.CERTIFIED, "earned_on": date(2020, 1, 1)})
    return HeldCredential.objects.create(holder=holder, **fields)


def make_exam(**fields: Any) -> ExamAppointment:
    """An exam in thirty days."""
    fields.setdefault("at", timezone.now() + timedelta(days=30))
    return ExamAppointment.objects.create(held=fields.pop("held", None) or make_held(), **fields)


def make_share_link(**fields: Any) -> ShareLink:
    """A link that is open for a week and shows only what the credential is called."""
    fields = _filled(fields, {"label": "Store manager", "expires_at": timezone.now() + timedelta(days=7)})
    return ShareLink.objects.create(held=fields.pop("held", None) or make_held(), **fields)


def make_evidence(*, content: bytes = b"%PDF-1.7 a certificate", **fields: Any) -> EvidenceFile:
    """A certificate file of a held credential, or of the `credit`."""
    if "credit" not in fields:
        fields["held"] = fields.get("held") or make_held()
    owner = fields["credit"].owner if "credit" in fields else fields["held"].holder
    fields = _filled(fields, {"name": "certificate.pdf", "media_type": "application/pdf", "size": len(content)})
    return EvidenceFile.objects.create(owner=owner, file=ContentFile(content, f"{next(_number)}.pdf"), **fields)


def make_feed(**fields: Any) -> CalendarFeed:
    """The secret address of a person's calendar."""
    return CalendarFeed.objects.create(owner=fields.pop("owner", None) or make_user(), **fields)


def make_goal(**fields: Any) -> Goal:
    fields.setdefault("title", f"Goal {next(_number)}")
    return Goal.objects.create(owner=fields.pop("owner", None) or make_user(), **fields)


def make_plan_step(**fields: Any) -> Step:
    number = next(_number)
    fields = _filled(fields, {"title": f"Small step {number}", "position": number})
    return Step.objects.create(goal=fields.pop("goal", None) or make_goal(), **fields)


def make_plan_template(**fields: Any) -> PlanTemplate:
    """A template for any job, without steps."""
    number = next(_number)
    fields = _filled(fields, {"slug": f"plan-{number}", "title": f"Plan {number}", "summary": "What it is for."})
    return PlanTemplate.objects.create(**_filled(fields, {"weeks": 8}))


def make_template_step(**fields: Any) -> TemplateStep:
    number = next(_number)
    fields = _filled(fields, {"key": f"step-{number}", "title": f"Small step {number}", "position": number})
    return TemplateStep.objects.create(template=fields.pop("template", None) or make_plan_template(), **fields)


def make_credit(**fields: Any) -> CECredit:
    """Two hours of continuing education."""
    fields = _filled(
        fields, {"title": f"Course {next(_number)}", "completed_on": date(2026, 3, 1), "quantity": Decimal(2)}
    )
    serves = fields.pop("serves", ())
    credit = CECredit.objects.create(owner=fields.pop("owner", None) or make_user(), **fields)
    credit.serves.set(serves)
    return credit


def make_rule_version(**fields: Any) -> RenewalRuleVersion:
    """A published version, in force since 2000, of a rule of its own."""
    fields = _filled(
        fields, {"in_force_from": date(2000, 1, 1), "published_at": timezone.now(), "body": {"cycle_months": 24}}
    )
    return RenewalRuleVersion.objects.create(rule=fields.pop("rule", None) or make_rule(), **fields)


def make_rule(**fields: Any) -> RenewalRule:
    """A renewal rule for a credential of its own, unless said otherwise."""
    number = next(_number)
    fields = _filled(fields, {"slug": f"rule-{number}", "name": f"Rule {number}"})
    if not {"credential", "role"} & fields.keys():
        fields["credential"] = make_credential()
    return RenewalRule.objects.create(**fields)


def make_pathway(*, conditions: Iterable[tuple[str, str]] = (), **fields: Any) -> Pathway:
    """A way to a credential, with its conditions: key and words."""
    number = next(_number)
    fields = _filled(fields, {"slug": f"way-{number}", "name": f"Way {number}", "position": number})
    way = Pathway.objects.create(
        credential=fields.pop("credential", None) or make_credential(),
        source=fields.pop("source", None) or make_source(),
        **fields,
    )
    for position, (key, words) in enumerate(conditions):
        PathwayCondition.objects.create(pathway=way, key=key, words=words, how=f"How to get {key}", position=position)
    return way


def make_outline(*, domains: Iterable[tuple[str, Any]] = (), **fields: Any) -> ExamOutline:
    """An outline in force on every day, with its domains: name and share."""
    fields = _filled(fields, {"version": f"Outline {next(_number)}"})
    outline = ExamOutline.objects.create(
        credential=fields.pop("credential", None) or make_credential(),
        source=fields.pop("source", None) or make_source(),
        **fields,
    )
    for position, (name, weight) in enumerate(domains):
        OutlineDomain.objects.create(
            outline=outline, slug=name.lower().replace(" ", "-"), name=name, weight=weight, position=position
        )
    return outline


def make_practice_question(*, places: Iterable[tuple[Credential, str]] = (), **fields: Any) -> PracticeQuestion:
    """A question whose right answer is the second, in those parts of those exams."""
    number = next(_number)
    fields = _filled(
        fields,
        {
            "slug": f"practice-question-{number}",
            "stem": f"What do you do first in case {number}?",
            "choices": ["Guess", "Ask the pharmacist", "Wait", "Go home"],
            "answer": 1,
            "rationale": "The pharmacist decides.",
            "why_not": ["A guess can harm.", "", "Waiting does not help.", "Someone has to do it."],
        },
    )
    question = PracticeQuestion.objects.create(**fields)
    for credential, domain in places:
        QuestionPlace.objects.create(question=question, credential=credential, domain=domain)
    return question


def make_competency(**fields: Any) -> Competency:
    number = next(_number)
    fields = _filled(fields, {"slug": f"competency-{number}", "name": f"Competency {number}", "description": "Care."})
    return Competency.objects.create(**fields)


def make_interview_question(*, competencies: Iterable[Competency] = (), **fields: Any) -> Question:
    """A question of the bank that asks about these, the main one first; with `owner`, somebody's own."""
    number = next(_number)
    fields = _filled(
        fields,
        {
            "slug": f"interview-question-{number}",
            "kind": Question.Kind.BEHAVIOURAL,
            "text": f"Tell me about time number {number}.",
            "looking_for": "One event, told from its beginning to its end.",
            "tip": "Name the day.",
            "follow_ups": ["What would you do today?"],
        },
    )
    question = Question.objects.create(**fields)
    for place, competency in enumerate(competencies, start=1):
        question.places.create(competency=competency, position=place * 10)
    return question


def make_drug(**fields: Any) -> DrugName:
    number = next(_number)
    fields = _filled(fields, {"slug": f"drug-{number}", "generic": f"Drugine {number}", "brand": f"Brand {number}"})
    return DrugName.objects.create(source=fields.pop("source", None) or make_source(), **fields)


def make_card(owner: User, **fields: Any) -> Card:
    """A card that is due."""
    fields = _filled(fields, {"kind": Card.Kind.DRUG, "key": f"drug-{next(_number)}", "due_at": timezone.now()})
    return Card.objects.create(owner=owner, **fields)


def make_target(**fields: Any) -> ExamTarget:
    """Four weeks to an exam from today, with six hours a week."""
    today = timezone.localdate()
    fields = _filled(fields, {"started_on": today, "exam_on": today + timedelta(weeks=4), "hours_a_week": Decimal(6)})
    return ExamTarget.objects.create(held=fields.pop("held", None) or make_held(), **fields)
