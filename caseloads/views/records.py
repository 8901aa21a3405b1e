"""One client's records, part by part, for those whom the client lets see them. Every page is an entry in the record.

A view that looks for one thing more is atomic: where it is not there, nothing was opened, and the entry goes with it.
"""

from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.actions import subject_of
from accounts.models import AuditEvent
from accounts.requests import SignedInRequest
from caseloads.doors import counselors_only
from caseloads.models import Appointment, CounselingRelationship, Scope, ServiceNote
from caseloads.record import entries
from caseloads.seeing import Case, client_for
from caseloads.since import since
from caseloads.views.clients import STATION
from certifications.holding.shown import shown
from certifications.models import CECredit, EvidenceFile, ExamTarget, HeldCredential
from certifications.models import PracticeSession as StudySession
from guides.models import TargetRole
from interviews.feedback import carrying
from interviews.models import Answer, Recording
from interviews.page.notes import notes_of
from interviews.views.recordings import answer_recording_response
from jobsearch.models import Application
from kit.paging import one_page
from kit.uploads import private_file
from resumes.listing import listed
from resumes.models import Version
from resumes.page.version import page_of

_CREDITS = 50
_FILES = 100
_SESSIONS = 30


@require_safe
@counselors_only
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who it is, what they are heading for, and what is open."""
    case, client = client_for(request.user, pk, now=timezone.now())
    relationship = case.relationship
    met = relationship.last_contact_on
    begun = timezone.localdate(relationship.started_at)
    meetings, now = Appointment.objects.visible_to(request.user).filter(relationship=pk), timezone.now()
    context = {
        "next_meeting": meetings.coming(now).first(),
        "last_meeting": meetings.kept_or_missed().order_by("-starts_at").first(),
        "may_book": request.user in case.counselors,
        "met": met,
        "begun": begun,
        "happened": since(case, client, after=met or begun),
        "drafts": ServiceNote.objects.written_by(request.user).drafts().filter(relationship=pk),
        "case": case,
        "client": client,
        "here": "overview",
        "supervises": CounselingRelationship.objects.supervised_by(request.user).filter(pk=pk).exists(),
        "target": TargetRole.objects.owned_by(client).select_related("role", "state").first(),
        **STATION,
    }
    return render(request, "caseloads/client.html", context)


@require_safe
@counselors_only
def certifications(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the client holds or works toward, and their continuing education."""
    now = timezone.now()
    case, client = client_for(request.user, pk, scope=Scope.CERTIFICATIONS, now=now)
    context = {
        "rows": shown(HeldCredential.objects.owned_by(client), today=timezone.localdate(now), now=now),
        "credits": CECredit.objects.owned_by(client)[:_CREDITS],
        "files": EvidenceFile.objects.owned_by(client).select_related("held", "credit").order_by("-added_at")[:_FILES],
    }
    return _part(request, "certifications", case, context)


@require_safe
@counselors_only
@transaction.atomic
def certificate(request: SignedInRequest, pk: int, file: int) -> FileResponse:
    """A certificate file, as a download."""
    now = timezone.now()
    _case, client = client_for(request.user, pk, scope=Scope.CERTIFICATIONS, part="certificate", now=now)
    evidence = get_object_or_404(EvidenceFile.objects.owned_by(client), pk=file)
    stored = evidence.file
    return private_file(stored.storage, stored.name, name=evidence.name, media_type=evidence.media_type)


@require_safe
@counselors_only
def practice(request: SignedInRequest, pk: int) -> HttpResponse:
    """How the client's study goes: rounds, and how many answers were right. No single answer."""
    now = timezone.now()
    case, client = client_for(request.user, pk, scope=Scope.PRACTICE, now=now)
    # Of an open mock exam nobody is told how it stands.
    told = Q(attempts__answered_at__isnull=False) & (~Q(mode=StudySession.Mode.MOCK) | Q(finished_at__isnull=False))
    rounds = (
        StudySession.objects.owned_by(client)
        .select_related("credential")
        .annotate(
            asked=Count("attempts"),
            answered=Count("attempts", filter=told),
            right=Count("attempts", filter=told & Q(attempts__is_correct=True)),
        )
        .order_by("-started_at", "-pk")
    )
    targets = ExamTarget.objects.owned_by(client).select_related("held__credential").order_by("exam_on")
    return _part(request, "practice", case, {"rounds": rounds[:_SESSIONS], "targets": targets})


@require_safe
@counselors_only
def documents(request: SignedInRequest, pk: int) -> HttpResponse:
    """The client's documents."""
    case, client = client_for(request.user, pk, scope=Scope.DOCUMENTS, now=timezone.now())
    return _part(request, "documents", case, {"page": one_page(request, listed(client).order_by("-made_at", "-pk"))})


@require_safe
@counselors_only
@transaction.atomic
def version(request: SignedInRequest, pk: int, document: int, number: int = 0) -> HttpResponse:
    """One version of a document, the newest where none is named: its words, and what the review found."""
    case, client = client_for(request.user, pk, scope=Scope.DOCUMENTS, part="version", now=timezone.now())
    rows = Version.objects.owned_by(client).filter(document=document).select_related("document__role", "posting")
    found = get_object_or_404(rows, number=number) if number else rows.order_by("-number").first()
    if found is None:
        raise Http404
    return _part(request, "version", case, {"shown": page_of(found, [])}, here="documents")


@require_safe
@counselors_only
def interviews(request: SignedInRequest, pk: int) -> HttpResponse:
    """The answers that the client shows."""
    case, client = client_for(request.user, pk, scope=Scope.INTERVIEWS, now=timezone.now())
    rows = Answer.objects.owned_by(client).shown().select_related("feedback").order_by("-shown_at", "-pk")
    return _part(request, "interviews", case, {"page": one_page(request, rows)})


@require_safe
@counselors_only
@transaction.atomic
def answer(request: SignedInRequest, pk: int, answer: int) -> HttpResponse:
    """One answer that the client shows, with its feedback, but for what was for the client's eyes alone."""
    case, client = client_for(request.user, pk, scope=Scope.INTERVIEWS, part="answer", now=timezone.now())
    rows = Answer.objects.owned_by(client).shown().select_related("feedback", "question", "recording")
    found = get_object_or_404(rows, pk=answer)
    notes = None
    if hasattr(found, "feedback"):
        result = carrying.from_plain(found.feedback.result)
        notes = notes_of(found.text, result, untrue=[*found.disagreements.all()], comments=[])
    context = {"answer": found, "notes": notes, "hears": hasattr(found, "recording")}
    return _part(request, "answer", case, context, here="interviews")


@require_safe
@counselors_only
@transaction.atomic
def recording(request: SignedInRequest, pk: int, answer: int) -> HttpResponse:
    """The recording of an answer that the client shows."""
    now = timezone.now()
    _case, client = client_for(request.user, pk, scope=Scope.INTERVIEWS, part="recording", now=now)
    shown_ones = Answer.objects.owned_by(client).shown()
    return answer_recording_response(get_object_or_404(Recording, answer__in=shown_ones.filter(pk=answer)), request)


@require_safe
@counselors_only
def job_search(request: SignedInRequest, pk: int) -> HttpResponse:
    """The client's applications. Their contacts and messages are never here."""
    case, client = client_for(request.user, pk, scope=Scope.JOB_SEARCH, now=timezone.now())
    rows = Application.objects.owned_by(client).select_related("posting").by_next_action()
    return _part(request, "job_search", case, {"page": one_page(request, rows)})


@require_safe
@counselors_only
def record(request: SignedInRequest, pk: int) -> HttpResponse:
    """For supervisors: who of the team opened or changed what."""
    get_object_or_404(CounselingRelationship.objects.supervised_by(request.user), pk=pk)
    case, client = client_for(request.user, pk, part="record", now=timezone.now())
    # What the client did with other teams is not this team's.
    names = [subject_of(case.relationship), *map(subject_of, case.relationship.notes.all())]
    events = AuditEvent.objects.about(client).filter(subject__in=names).select_related("actor")
    page = one_page(request, events, size=50)
    return _part(request, "record", case, {"page": page, "entries": entries(page, for_client=False)})


def _part(request: SignedInRequest, name: str, case: Case, context: dict[str, Any], *, here: str = "") -> HttpResponse:
    """The page of one part, under the client's name."""
    frame = {"case": case, "client": case.client, "here": here or name, "today": timezone.localdate(), **STATION}
    return render(request, f"caseloads/part_{name}.html", frame | context)
