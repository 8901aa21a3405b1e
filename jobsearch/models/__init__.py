"""The nouns of the job search."""

from jobsearch.models.alert import Alert
from jobsearch.models.application import Application, FollowUp, SearchActivity, StageChange
from jobsearch.models.contact import Contact, Interaction
from jobsearch.models.event import Event, EventItem
from jobsearch.models.message import Message, Pitch, ProfileTick
from jobsearch.models.offer import Offer, OfferQuestion
from jobsearch.models.posting import Posting

__all__ = [
    "Alert",
    "Application",
    "Contact",
    "Event",
    "EventItem",
    "FollowUp",
    "Interaction",
    "Message",
    "Offer",
    "OfferQuestion",
    "Pitch",
    "Posting",
    "ProfileTick",
    "SearchActivity",
    "StageChange",
]
