"""What changes contacts: both days of the rhythm are counted anew whenever something changes what they rest on."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import Notification, User
from jobsearch.models import Application, Contact, Interaction
from plans.actions import did, leave_unnamed, undid
from plans.models import Doing


@transaction.atomic
def keep_contact(contact: Contact, *, applications: Iterable[Application] | None = None, today: date) -> Contact:
    """Keep a contact as it was written; a new one counts for the plan."""
    is_new = contact.pk is None
    contact.save()
    if applications is not None:
        contact.applications.set(applications)
    recount(contact)
    if is_new:
        did(contact.owner, Doing.CONTACT_ADDED, f"contact:{contact.pk}", on=today, title=contact.name)
    return contact


def bring_contacts(owner: User, contacts: Iterable[Contact]) -> int:
    """Write down many out of an address book. That is no work of this week, so the plan does not count it."""
    brought = [*contacts]
    for contact in brought:
        contact.owner = owner
    return len(Contact.objects.bulk_create(brought, batch_size=200))


@transaction.atomic
def keep_interaction(interaction: Interaction) -> Interaction:
    """Keep a time of being in touch, or an attempt; only the first counts for the plan and for the rhythm."""
    interaction.save()
    contact, key = interaction.contact, f"interaction:{interaction.pk}"
    # Written anew, because the day may have changed, or it was only an attempt after all.
    undid(contact.owner, Doing.IN_TOUCH, key)
    if interaction.is_real:
        did(contact.owner, Doing.IN_TOUCH, key, on=interaction.on, title=contact.name)
    recount(contact)
    return interaction


@transaction.atomic
def remove_interaction(interaction: Interaction) -> None:
    """It was not so: the days are counted from the one before."""
    undid(interaction.contact.owner, Doing.IN_TOUCH, f"interaction:{interaction.pk}")
    contact = interaction.contact
    interaction.delete()
    recount(contact)


@transaction.atomic
def remove_contact(contact: Contact) -> None:
    """Someone is gone, with their notes, their notices and their name; that something was done still counts."""
    owner = contact.owner
    leave_unnamed(owner, Doing.CONTACT_ADDED, [f"contact:{contact.pk}"])
    touches = contact.interactions.values_list("pk", flat=True)
    leave_unnamed(owner, Doing.IN_TOUCH, [f"interaction:{pk}" for pk in touches])
    told = Q(key__startswith=f"contact-due:{contact.pk}:") | Q(key__startswith=f"contact-late:{contact.pk}:")
    Notification.objects.owned_by(owner).filter(told).delete()
    contact.delete()


def rest(contact: Contact, *, until: date | None) -> None:
    """Leave someone in peace until a day; without one, no longer."""
    contact.rests_until = until
    contact.save(update_fields=["rests_until"])


def recount(contact: Contact) -> None:
    """Count from the last real contact, else from the day they met, else from the day they were written down."""
    contact.last_on = contact.interactions.real().values_list("on", flat=True).order_by("-on").first()
    written_on = timezone.localdate(contact.made_at, contact.owner.zone)
    contact.count_from(contact.last_on or contact.met_on or written_on)
    contact.save(update_fields=["last_on", "due_on", "late_on"])
