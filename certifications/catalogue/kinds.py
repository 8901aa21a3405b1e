"""Five words that get mixed up, told apart."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guides.models import Credential

_Kind = Credential.Kind


@dataclass(frozen=True)
class Word:
    """One kind of credential: what it is called, and what it means for the one who holds it."""

    kind: str
    one: Promise
    several: Promise
    means: Promise
    example: Promise


UMBRELLA = _("Any proof of what you know or may do. The four kinds below are all credentials.")
WORDS = {
    word.kind: word
    for word in (
        Word(
            _Kind.CERTIFICATION,
            _("Certification"),
            _("Certifications"),
            _("A national body tested you, and keeps you on its list as long as you renew. It shows what you know."),
            _("By itself it is no permission to work. Some states ask for it before they give theirs."),
        ),
        Word(
            _Kind.LICENCE,
            _("License"),
            _("Licenses"),
            _("A state lets you do the work after you have met its standards. It holds in that state."),
            _("Where one is needed, working without it is against the law."),
        ),
        Word(
            _Kind.REGISTRATION,
            _("Registration"),
            _("Registrations"),
            _("A state writes you into its list, often before your first day, after a look at your record."),
            _("Some states ask for training or a test first. “Registered” in the name of a title is not the same."),
        ),
        Word(
            _Kind.CERTIFICATE,
            _("Certificate"),
            _("Certificates"),
            _("A school or a body says that you finished a course, or showed one skill."),
            _("It comes on top of the others, and gives you no title to write after your name."),
        ),
    )
}
