"""Words that the commands which import official data share."""

from django.utils.translation import gettext as _

from guides.actions.matching import Changes
from guides.importers.problems import Problem


def sentence(problem: Problem) -> str:
    """The problem with its place, in the language of whoever reads it."""
    said = _(problem.text) % problem.values
    if not problem.line:
        return f"{problem.file}: {said}"
    place = _("%(file)s, line %(line)d") % {"file": problem.file, "line": problem.line}
    return f"{place}: {said}"


def said_of(changes: Changes) -> str:
    """What became of the rows of a table, in a few words."""
    parts = [
        (changes.new, _("%s new")),
        (changes.changed, _("%s changed")),
        (len(changes.gone), _("%s removed")),
    ]
    return ", ".join(text % f"{number:,}" for number, text in parts if number) or _("as before")
