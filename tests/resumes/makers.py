"""Documents for tests: kept and reviewed as a person's own are."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from jobsearch.actions import save_posting
from resumes.actions.sending import send_words
from resumes.models import Document, MentorLink, ReviewRequest, Version

NOW = datetime(2026, 11, 2, 15, tzinfo=UTC)

RESUME = """Sam Rivera
Columbus, Ohio | sam.rivera@example.test | (614) 555-0142

EXPERIENCE
Pharmacy Cashier, Corner Drug, Columbus, OH    June 2023 - Present
• Responsible for customers at pick-up and the drive-through
• Rang up about 120 orders a shift and balanced the drawer to the cent
• Called insurance companies when claims were rejected and told patients why

Stock Associate, Northside Grocery, Columbus, OH    August 2021 - May 2023
• Rotated stock and pulled expired items from 40 shelves every week
• Recieved deliveries and checked them against invoices

EDUCATION
Pharmacy Technician Certificate, Riverbend Community College    Expected December 2026

SKILLS
Customer service, cash handling, inventory, Microsoft Excel, Spanish
"""

AD = """Pharmacy Technician
Harbor Pharmacy, Columbus, OH

Requirements
- CPhT certification required
- Experience with insurance claims
- Customer service

Preferred
- Inventory control
"""


def make_document(owner, *, text=RESUME, now=NOW, **fields) -> Document:
    """A document with one version, read and reviewed."""
    document = Document.objects.create(owner=owner, **{"title": "My resume", **fields})
    send_words(document, {"text": text}, now=now)
    return document


def newest(document: Document) -> Version:
    return document.versions.latest("number")


def make_posting(owner, *, text=AD, **fields):
    return save_posting(owner, text=text, **{"employer": "Harbor Pharmacy", **fields})


def make_request(document: Document, *, of, **fields) -> ReviewRequest:
    version = newest(document)
    return ReviewRequest.objects.create(version=version, asked_by=document.owner, asked_of=of, **fields)


def make_mentor_link(document: Document, *, days: int = 14, **fields) -> MentorLink:
    ends = {"expires_at": timezone.now() + timedelta(days=days)}
    return MentorLink.objects.create(version=newest(document), **{"label": "My old manager", **ends, **fields})
