"""What a note of each kind begins with, so that the same things are written down each time."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from caseloads.models import ServiceNote

Kind = ServiceNote.Kind

_TALK = _("Where things stand:\n\nWhat we talked about:\n\nAgreed, by whom and until when:\n\nNext time:\n")
TEMPLATES: Final = {
    Kind.MEETING: _TALK,
    Kind.PHONE: _TALK,
    Kind.VIDEO: _TALK,
    Kind.WRITTEN: _("What they wrote, in short:\n\nWhat I answered:\n\nAgreed, by whom and until when:\n"),
    Kind.WORKSHOP: _("Workshop:\n\nWhat they took from it:\n\nAgreed, by whom and until when:\n"),
    Kind.MISSED: _("What was planned:\n\nHow I tried to reach them:\n\nNext step:\n"),
    Kind.OTHERS: _("With whom, and from where:\n\nWhat the client agreed that I may say:\n\nWhat came of it:\n"),
    Kind.FILE: "",
}
