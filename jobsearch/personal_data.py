"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from jobsearch.models import (
    Alert,
    Application,
    Contact,
    Event,
    EventItem,
    FollowUp,
    Interaction,
    Message,
    Offer,
    OfferQuestion,
    Pitch,
    Posting,
    ProfileTick,
    SearchActivity,
    StageChange,
)

# Every column of every table, so that nothing is forgotten when one is added.
_PARTS: dict[str, Any] = {
    "postings": Posting.objects,
    "applications": Application.objects,
    "stage_changes": StageChange.objects,
    "follow_ups": FollowUp.objects,
    "offers": Offer.objects,
    "offer_questions": OfferQuestion.objects,
    "search_activities": SearchActivity.objects,
    "contacts": Contact.objects,
    "interactions": Interaction.objects,
    "messages": Message.objects,
    "introductions": Pitch.objects,
    "profile_points": ProfileTick.objects,
    "events": Event.objects,
    "event_items": EventItem.objects,
    "alerts": Alert.objects,
}


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person."""
    parts: dict[str, Any] = {name: [*objects.owned_by(user).values()] for name, objects in _PARTS.items()}
    linked = Contact.applications.through.objects.filter(contact__owner=user)
    return parts | {"contacts_of_applications": [*linked.values("contact_id", "application_id")]}


def erase(user: User) -> None:
    """All of it goes."""
    for owned in (Message, Pitch, ProfileTick, Alert, SearchActivity, Contact, Event, Application, Posting):
        owned.objects.owned_by(user).delete()
