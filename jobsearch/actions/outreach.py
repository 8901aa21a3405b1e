"""What happens with a message: it gets its first words, and its writer sends it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from jobsearch.models import Interaction, Message
from jobsearch.wording import check, draft
from jobsearch.wording.checking import Check
from plans.actions import did
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
    did(message.owner, Doing.MESSAGE_SENT, f"message:{message.pk}", on=on, title=str(message))


def _facts(message: Message) -> dict[str, str]:
    posting = message.application.posting if message.application else None
    return {
        "to": message.to,
        "me": message.owner.name,
        "employer": (posting and posting.employer) or (message.contact.employer if message.contact else ""),
        "job": posting.title if posting else "",
        "event": str(message.event) if message.event else "",
    }
