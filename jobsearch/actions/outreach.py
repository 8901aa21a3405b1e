"""What happens with a message: it gets its first words, and its writer sends it."""

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext

from jobsearch.actions.contacts import recount
from jobsearch.actions.staging import follow_up
from jobsearch.models import Interaction, Message, Offer
from jobsearch.offers.answering import agreed
from jobsearch.wording import check, draft
from jobsearch.wording.checking import Check
from plans.actions import did, undid
from plans.models import Doing


def begin_message(message: Message) -> Message:
    """Save it with the draft of its kind; what is known stands in it."""
    words = draft(message.kind, _facts(message), gettext)
    message.subject, message.text = words.subject[:160], words.text
    message.save()
    return message


def checked(message: Message) -> Check:
    """What is to be said about the message as it stands."""
    return check(message.text, message.kind, message.subject)


@transaction.atomic
def send(message: Message, *, on: date) -> None:
    """Its writer sent it. Until there is an answer, it is an attempt to be in touch."""
    message.used_on = on
    message.save(update_fields=["used_on", "changed_at"])
    if message.contact:
        Interaction.objects.create(
            contact=message.contact,
            on=on,
            kind=Interaction.Kind.MESSAGE,
            is_real=False,
            application=message.application,
            text=message.get_kind_display(),
        )
    if message.kind == Message.Kind.FOLLOW_UP and message.application:
        follow_up(message.application, on=on, way=message.application.Way.EMAIL, note=_note(message))
    did(message.owner, Doing.MESSAGE_SENT, f"message:{message.pk}", on=on, title=str(message))


@transaction.atomic
def unsend(message: Message) -> None:
    """It was not sent after all: what was noted with it goes as well, and it can be changed again."""
    if message.used_on is None:
        return
    if message.contact:
        tries = message.contact.interactions.filter(is_real=False, kind=Interaction.Kind.MESSAGE, on=message.used_on)
        tries.filter(pk__in=tries.filter(text=message.get_kind_display()).values("pk")[:1]).delete()
        recount(message.contact)
    if message.application:
        for asked in message.application.follow_ups.filter(on=message.used_on, note=_note(message)):
            undid(message.owner, Doing.FOLLOWED_UP, f"follow-up:{asked.pk}")
            asked.delete()
    undid(message.owner, Doing.MESSAGE_SENT, f"message:{message.pk}")
    message.used_on = None
    message.save(update_fields=["used_on", "changed_at"])


def _note(message: Message) -> str:
    """What the follow-up says of where it came from; by it, it is found again."""
    return f"{message.get_kind_display()} ({message.pk})"


def _facts(message: Message) -> dict[str, str]:
    posting = message.application.posting if message.application else None
    applied_on = message.application.applied_on if message.application else None
    offer = Offer.objects.filter(application=message.application).first() if posting else None
    return {
        **(agreed(offer) if offer else {}),
        "to": message.to,
        "me": message.owner.name,
        "employer": (posting and posting.employer) or (message.contact.employer if message.contact else ""),
        "job": posting.title if posting else "",
        "applied": date_format(applied_on, "j F") if applied_on else "",
        "event": str(message.event) if message.event else "",
    }
