"""What opening a part means, in plain words. A change of these words gets a new version, which later consents name."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from caseloads.models import Scope

TEXT_VERSION: Final = 1


@dataclass(frozen=True)
class Words:
    """What a counselor sees of a part, and what of it stays closed even so."""

    scope: Scope
    seen: str | Promise
    closed: str | Promise


WORDS: Final = (
    Words(
        Scope.CERTIFICATIONS,
        _("What you hold or work toward, its days and numbers, your continuing education and its certificates."),
        _("They cannot change anything, and links that you made for others stay yours."),
    ),
    Words(
        Scope.PRACTICE,
        _("Which exams you study for, how many practice questions you answered and how many were right."),
        _("Single answers stay closed."),
    ),
    Words(
        Scope.DOCUMENTS,
        _("Your resumes and cover letters in all their versions, and what the review found."),
        _("Files stay with you: they read the words. What you take out of a version is no longer in the next one."),
    ),
    Words(
        Scope.INTERVIEWS,
        _("Answers that you show one by one, with their feedback and recording."),
        _("Every other answer stays private, and so do your stories and notes."),
    ),
    Words(
        Scope.JOB_SEARCH,
        _("Your applications: job, employer, stage, what you do next and when."),
        _("Your contacts and what you write to them are never opened to anyone: they are other people’s data."),
    ),
)
BY_SCOPE: Final = {words.scope: words for words in WORDS}
