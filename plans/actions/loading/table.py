"""How templates in files become rows, with their steps."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from guides.actions.loading.children import ParentTable
from guides.actions.loading.loader import REASON
from guides.actions.loading.table import Known
from guides.content_files.entries import Entry
from guides.content_files.plain import canonical
from plans.checking import step_troubles
from plans.content_files.entries import STEP, PlanTemplateEntry
from plans.models import PlanTemplate, TemplateStep
from plans.places import CREDENTIAL

_WRITTEN = [*STEP, "position"]


class TemplateTable(ParentTable):
    """Templates; their steps come and go with them, each with its history."""

    def __init__(self) -> None:
        super().__init__(PlanTemplateEntry, PlanTemplate, TemplateStep, name="steps", parent="template")

    def found_beside(self) -> Mapping[str, Mapping[Any, Any]]:
        """The steps of each template, as the text of their JSON."""
        found: defaultdict[Any, list[dict[str, str]]] = defaultdict(list)
        for template, *cells in self.child.objects.order_by("position", "pk").values_list("template_id", *STEP):
            found[template].append({key: str(cell) for key, cell in zip(STEP, cells, strict=True)})
        texts: defaultdict[Any, str] = defaultdict(lambda: "[]")
        texts.update({template: canonical(rows) for template, rows in found.items()})
        return {self.child_name: texts}

    def missing(self, entry: Entry, known: Known) -> list[tuple[str, str]]:
        """With the credentials that steps lead to."""
        places = [row["place"] for row in json.loads(getattr(entry, self.child_name))]
        named = [place.removeprefix(CREDENTIAL) for place in places if place.startswith(CREDENTIAL)]
        gone = [("credential", slug) for slug in named if slug not in known["credential"]]
        return super().missing(entry, known) + gone

    def children(self, entry: Entry, known: Known, parent: Mapping[str, Any]) -> Iterable[TemplateStep]:  # noqa: ARG002 -- as in the class above
        """The steps, with places in the order of the entry."""
        for place, row in enumerate(json.loads(getattr(entry, self.child_name)), start=1):
            values = {**row, "week": int(row["week"]), "times": int(row["times"])}
            yield TemplateStep(**values, position=place * 10, **parent)

    def set_beside(self, entries: Sequence[Entry], known: Known) -> None:
        """Change steps that stay, add those that are new, take away those that are gone."""
        new, changed = [], []
        for entry in entries:
            template = known[self.noun][entry.ident]
            present = {step.key: step for step in TemplateStep.objects.filter(template=template)}
            for step in self.children(entry, known, {"template_id": template}):
                before = present.pop(step.key, None)
                if before is None:
                    new.append(step)
                elif any(getattr(before, name) != getattr(step, name) for name in _WRITTEN):
                    step.pk = before.pk
                    changed.append(step)
            for gone in present.values():
                gone._change_reason = REASON  # type: ignore[attr-defined]  # noqa: SLF001
                gone.delete()
        bulk_create_with_history(new, TemplateStep, default_change_reason=REASON)
        if changed:
            bulk_update_with_history(changed, TemplateStep, _WRITTEN, default_change_reason=REASON)

    def troubles(self, entry: Entry) -> list[str]:
        """What the models would not accept, as sentences."""
        found, steps = super().troubles(entry), [*self.children(entry, {}, {})]
        for step in steps:
            try:
                step.clean_fields(exclude={"template"})
            except ValidationError as error:
                found += [f"{step.key}, {name}: {' '.join(said)}" for name, said in error.message_dict.items()]
        return [*found, *step_troubles(steps, weeks=getattr(entry, "weeks", 0))]
