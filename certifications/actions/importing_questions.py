"""Questions out of a file that an editor chose."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from certifications.actions.loading.tables import QUESTIONS
from certifications.content_files import read_certifications
from certifications.models import PracticeQuestion
from guides.actions.loading import Stamp
from guides.actions.loading.table import Known
from guides.content_files import ContentError, FileProblem, Where, check_references
from guides.models import Credential, Source

NAME = "questions/file.yaml"


@transaction.atomic
def import_questions(text: str, *, by: User, now: datetime) -> int:
    """Add the questions of a file, or refuse it with every problem by its line; says how many there were."""
    folder = read_certifications({NAME: text})
    known: Known = {
        "credential": dict(Credential.objects.values_list("slug", "pk")),
        "source": dict(Source.objects.values_list("key", "pk")),
        QUESTIONS.noun: dict(PracticeQuestion.objects.values_list("slug", "pk")),
    }
    problems = [*folder.problems, *check_references(folder)]
    for entry in folder.entries:
        problems += [FileProblem(entry.where, said) for said in QUESTIONS.troubles(entry)]
        for noun, name in QUESTIONS.missing(entry, known):
            text_ = _("“%(name)s” does not exist: there is no such %(noun)s.")
            problems.append(FileProblem(entry.where, text_ % {"name": name, "noun": noun}))
        if entry.ident in known[QUESTIONS.noun]:
            problems.append(FileProblem(entry.where, _("The question “%s” is here already.") % entry.ident))
    if not problems and not folder.entries:
        problems.append(FileProblem(Where(NAME), _("There is no question in this file.")))
    if problems:
        raise ContentError(problems)
    QUESTIONS.create(folder.entries, known, Stamp(now=now, reason=_("Imported from a file"), by=by))
    return len(folder.entries)
