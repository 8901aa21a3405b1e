"""What is wrong with entries of apps above, which name what the guides hold."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from guides.actions.loading.memory import Memory
from guides.actions.loading.table import Known, Table
from guides.content_files import FileProblem, Folder


def entry_problems(folder: Folder, tables: Sequence[Table], named: Known, memory: Memory) -> Iterator[FileProblem]:
    """What the models would not accept, and names that lead nowhere; `named` is all that an entry may name."""
    for table in tables:
        for entry in folder.of(table.entry):
            yield from (FileProblem(entry.where, said) for said in table.troubles(entry))
            for noun, name in table.missing(entry, named):
                # What an editor deleted is no slip in the file: it is told when it is loaded.
                if f"{noun}:{name}" not in memory.items:
                    text = _("“%(name)s” does not exist: there is no such %(noun)s.")
                    yield FileProblem(entry.where, text % {"name": name, "noun": noun})
