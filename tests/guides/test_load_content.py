"""Loading content files: what comes in, what an editor's change does, and what a broken file is told."""

from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.models import NOT_PROVIDED
from django.test.utils import CaptureQueriesContext

from guides.actions.loading.tables import TABLES
from guides.content_files.entries import WageRow
from guides.models import (
    Credential,
    Fact,
    GlossaryTerm,
    LoadedContent,
    RelatedRole,
    Resource,
    Role,
    Section,
    Source,
    State,
    StateRequirement,
    WageEstimate,
)
from tests.factories import make_role, make_section, make_target_role, make_term, make_user
from tests.guides.small_content import ROLE, SECTION, change, load, small_folder, swap

pytestmark = pytest.mark.django_db
LINKS = {"role", "credential", "source", "state", "target"}
# What an editor or time decides, and no file does.
UNWRITTEN = {"role": ("publish_at", "published_at"), "section": ("next_body", "next_on")}


@pytest.fixture
def folder(tmp_path):
    return small_folder(tmp_path)


@pytest.fixture
def loaded(folder):
    load(folder)
    return folder


def problems_of(folder) -> list[str]:
    """What the command says of a broken folder; nothing may have come in."""
    before = Role.objects.count(), LoadedContent.objects.count()
    err = StringIO()
    with pytest.raises(CommandError):
        call_command("load_content", path=folder, stderr=err)
    assert (Role.objects.count(), LoadedContent.objects.count()) == before
    return err.getvalue().splitlines()


# ---- what comes in


def test_a_first_load_brings_in_everything(folder):
    said = load(folder)

    role = Role.objects.get()
    assert said.startswith("Loaded 30 items: 30 new, 0 changed, 0 unchanged; 0 conflicts.")
    assert (role.status, role.published_at is not None) == ("published", True)
    assert [section.slug for section in role.sections.all()] == ["work", "pay"]
    assert [step.slug for step in role.steps.all()] == ["register", "apply"]
    assert role.rungs.get().branches == "Sterile\nChemotherapy"
    assert [title.title for title in role.titles.all()] == ["aide", "drug store job"]
    assert role.credentials.get().facts.get().key == "cph/exam.fee"
    assert {resource.key: resource.role for resource in Resource.objects.all()} == {"guild": role, "onestop": None}
    assert WageEstimate.objects.filter(soc="29-2052").count() == 3
    assert [(term.name, term.kind, term.also, term.is_required) for term in role.terms.all()] == [
        ("CPh", "credential", "Certified Helper\nCPh card", True),
        ("data entry", "skill", "", False),
    ]
    assert (role.words.verbs, role.words.vocabulary) == ("fill\ncount", "Pyxis")


def test_values_take_the_type_of_their_field(loaded):
    fact = Fact.objects.get(key="helper/training.months")
    row = WageEstimate.objects.get(place="OH")

    assert (fact.as_of, fact.review_by, fact.number, fact.state) == ("2026", date(2027, 11, 30), None, None)
    assert (row.hour_median, row.year_median) == (Decimal("20.10"), None)
    assert StateRequirement.objects.get().national == "no"
    assert State.objects.get(usps="NO").fips == "01"


def test_a_second_load_changes_nothing(loaded):
    said = load(loaded)

    assert said == "Loaded 30 items: 0 new, 0 changed, 30 unchanged; 0 conflicts.\n"
    assert Section.history.count() == 2


def test_history_says_where_a_change_came_from(loaded):
    assert {record.history_change_reason for record in Section.history.all()} == {"Loaded from files"}


def test_a_related_guide_is_linked_once_it_is_there(loaded):
    assert RelatedRole.objects.get().target is None

    text = "slug: neighbor\ntitle: Neighbor\nplural: Neighbors\n"
    load(change(loaded, {"roles/neighbor/role.yaml": text}))

    assert RelatedRole.objects.get().target == Role.objects.get(slug="neighbor")


def test_sources_credentials_and_other_things_may_stand_with_their_role(folder):
    change(folder, {
        "roles/helper/credentials.yaml": "- {slug: helper-cert, name: Certified helper, issuer: Guild, roles: [helper]}\n",
        "roles/helper/glossary.yaml": "- {slug: stat, term: Stat, definition: At once.}\n",
        "roles/helper/sources.yaml": "- {key: own, title: Our summary, kind: own}\n",
        "roles/helper/resources.yaml": "- {key: school, kind: directory, name: Schools, what_for: Finding one.}\n",
    })  # fmt: skip

    load(folder)

    assert Source.objects.get(key="own").title == "Our summary"
    assert GlossaryTerm.objects.get(slug="stat").term == "Stat"
    assert [*Credential.objects.get(slug="helper-cert").roles.all()] == [Role.objects.get()]
    assert Resource.objects.get(key="school").role == Role.objects.get()


def test_the_number_of_queries_does_not_grow_with_the_content(folder):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            load(folder)
        return len(captured)

    load(folder)
    one = queries()
    change(folder, {
        f"roles/helper/sections/{n}-part-{n}.md": "---\nkind: other\ntitle: More\n---\nWords.\n" for n in range(100, 120)
    })  # fmt: skip
    load(folder)

    assert queries() == one


# ---- files change


def test_a_changed_file_changes_its_row_alone(loaded):
    swap(loaded, SECTION, "and count", "and check")

    said = load(loaded)

    assert "0 new, 1 changed, 29 unchanged; 0 conflicts" in said
    assert "and check" in Section.objects.get(slug="work").body


def test_changed_pay_replaces_the_rows_of_the_occupation(loaded):
    swap(loaded, "wages/29-2052.yaml", "  - [US, 456110, Drug stores, 1000, 19.00, 39520]\n", "")

    load(loaded)

    assert not WageEstimate.objects.filter(naics="456110").exists()
    assert WageEstimate.objects.count() == 2


def test_an_item_put_between_moves_the_others_along(loaded):
    swap(loaded, ROLE, "  - {slug: apply", "  - {slug: learn, title: Learn, body: Read.}\n  - {slug: apply")

    load(loaded)

    assert [step.slug for step in Role.objects.get().steps.all()] == ["register", "learn", "apply"]


def test_a_section_gone_from_the_files_is_removed(loaded):
    change(loaded, {"roles/helper/sections/020-pay.md": None})
    swap(loaded, SECTION, "[pay](#pay)", "pay")

    said = load(loaded)

    assert "1 removed" in said
    assert not Section.objects.filter(slug="pay").exists()


def test_a_credential_takes_its_roles_from_the_file(loaded):
    swap(loaded, "credentials.yaml", "  roles: [helper]\n", "")

    load(loaded)

    assert [*Credential.objects.get().roles.all()] == []


def test_a_role_that_a_person_aims_for_stays_when_its_files_go(loaded):
    make_target_role(make_user(), role=Role.objects.get())
    for file in (loaded / "roles/helper").rglob("*.*"):
        file.unlink()
    swap(loaded, "credentials.yaml", "  roles: [helper]\n", "")

    said = load(loaded)

    assert "Role:helper is gone from the files, but it stays: it is still needed by target role." in said
    assert Section.objects.count() == 2


def test_a_role_that_nobody_needs_goes_with_its_files(loaded):
    for file in (loaded / "roles/helper").rglob("*.*"):
        file.unlink()
    swap(loaded, "credentials.yaml", "  roles: [helper]\n", "")

    load(loaded)

    assert (Role.objects.count(), Section.objects.count(), Fact.objects.count()) == (0, 0, 2)


def test_a_role_that_an_editor_changed_stays_whole_when_its_files_go(loaded):
    Role.objects.update(lead="Other words.")
    for file in (loaded / "roles/helper").rglob("*.*"):
        file.unlink()
    swap(loaded, "credentials.yaml", "  roles: [helper]\n", "")

    first, second = load(loaded), load(loaded)

    assert "role:helper is gone from the files, but an editor changed it" in first
    assert second.endswith("; 0 conflicts.\n")
    assert Section.objects.count() == 2


def test_a_source_that_an_editors_fact_needs_stays(loaded):
    fact = Fact.objects.get(key="usa.states")
    Source.objects.get(key="bls").facts.add(fact)
    swap(loaded, "sources.yaml", "- key: bls", "- key: bls-new")
    for name in ("projections.yaml", "wages/29-2052.yaml"):
        swap(loaded, name, "source: bls", "source: bls-new")

    said = load(loaded)

    assert "Source:bls is gone from the files, but it stays: it is still needed by fact." in said


# ---- an editor's change wins


def test_an_editors_change_stands_and_is_not_told_again(loaded):
    Section.objects.filter(slug="work").update(body="An editor's words.")

    said = load(loaded)

    assert "1 as an editor left them, 29 unchanged; 0 conflicts" in said
    assert Section.objects.get(slug="work").body == "An editor's words."


def test_saving_the_same_words_from_a_browser_is_no_change(loaded):
    section = Section.objects.get(slug="work")
    section.body = section.body.replace("\n", "\r\n")
    section.save()

    assert "30 unchanged; 0 conflicts" in load(loaded)


def test_a_change_on_both_sides_keeps_the_editors_and_is_told_until_it_is_settled(loaded):
    Section.objects.filter(slug="work").update(body="An editor's words.")
    swap(loaded, SECTION, "and count", "and check")

    first, second = load(loaded), load(loaded)

    assert "1 conflict." in first
    assert "section:helper/work was changed by an editor" in first
    assert f"in {SECTION}, line 2. The editor's version stays." in first
    assert first == second
    assert Section.objects.get(slug="work").body == "An editor's words."


def test_a_conflict_can_be_settled_for_the_file(loaded):
    Section.objects.filter(slug="work").update(body="An editor's words.")
    swap(loaded, SECTION, "and count", "and check")

    said = load(loaded, take_file=["section:helper/work"])

    assert "1 changed" in said
    assert "and check" in Section.objects.get(slug="work").body
    assert "0 conflicts" in load(loaded)


def test_a_conflict_can_be_settled_for_the_editor(loaded):
    Section.objects.filter(slug="work").update(body="An editor's words.")
    swap(loaded, SECTION, "and count", "and check")

    load(loaded, keep_edit=["section:helper/work"])

    assert "0 conflicts" in load(loaded)
    assert Section.objects.get(slug="work").body == "An editor's words."


def test_an_unknown_item_is_named_with_what_may_be_meant(loaded):
    with pytest.raises(CommandError, match="There is no item “section:helper/wrok”"):
        load(loaded, take_file=["section:helper/wrok"])


def test_what_an_editor_deleted_stays_deleted(loaded):
    GlossaryTerm.objects.get(slug="ndc").delete()

    said = load(loaded)

    assert "0 conflicts" in said
    assert not GlossaryTerm.objects.filter(slug="ndc").exists()


def test_what_an_editor_deleted_is_told_when_its_file_changes(loaded):
    GlossaryTerm.objects.get(slug="ndc").delete()
    swap(loaded, "glossary.yaml", "on every package", "on each package")

    said = load(loaded)

    assert "term:ndc was deleted by an editor, and changed in glossary.yaml, line 2. It stays deleted." in said
    assert not GlossaryTerm.objects.filter(slug="ndc").exists()


def test_a_guide_that_an_editor_deleted_stays_deleted_and_can_be_brought_back_whole(loaded):
    Role.objects.get().delete()

    said = load(loaded)
    back = load(loaded, take_file=["role:helper"])

    assert "0 new" in said
    assert "0 conflicts" in back
    assert Role.objects.get().sections.count() == 2


def test_what_an_editor_made_first_is_kept_and_told(folder):
    make_term(slug="sig", term="Sig", definition="Other words.")

    said = load(folder)

    assert "term:sig was made by an editor" in said
    assert GlossaryTerm.objects.get(slug="sig").definition == "Other words."


def test_what_an_editor_made_alike_is_taken_on(folder):
    make_term(slug="ndc", term="NDC", definition="The number on every package.")

    said = load(folder)

    assert "29 new, 0 changed, 1 unchanged; 0 conflicts" in said


def test_nothing_is_put_into_a_guide_that_an_editor_made(folder):
    role = make_role(slug="helper", title="Our helper")
    make_section(role=role, slug="ours")

    said = load(folder)

    assert "role:helper was made by an editor" in said
    assert [section.slug for section in role.sections.all()] == ["ours"]


def test_an_editors_order_stands(loaded):
    Section.objects.filter(slug="pay").update(position=5)

    load(loaded)

    assert [section.slug for section in Role.objects.get().sections.all()] == ["pay", "work"]


def test_a_fact_whose_source_an_editor_deleted_is_told(loaded):
    Fact.objects.filter(source__key="board").delete()
    Source.objects.get(key="board").delete()
    swap(loaded, "facts.yaml", "}", "}\n- {key: usa.towns, label: Towns, value: many, source: board}")

    said = load(loaded)

    assert "fact:usa.towns cannot be loaded: it needs source:board, which an editor deleted." in said


# ---- broken files


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("glossary.yaml", "slug: sig,", "slug: sig: x,", "glossary.yaml, line 1: This is not valid YAML"),
        ("glossary.yaml", "also:", "allso:", "line 1: The key “allso” is unknown. Did you mean “also”?"),
        ("glossary.yaml", "term: NDC, ", "", "glossary.yaml, line 2: “term” is missing."),
        ("glossary.yaml", "slug: ndc", "slug: sig", "line 2: “sig” stands twice: it is at glossary.yaml, line 1 already."),
        ("glossary.yaml", "slug: ndc", "slug: n d c", "glossary.yaml, line 2: slug: Enter a valid “slug”"),
        ("glossary.yaml", "- {slug: ndc", "- &a {slug: ndc", "line 2: References (& and *) are not used here"),
        ("glossary.yaml", "definition: The number", "definition: !!python/name:os.system The", "line 2: Tags such as"),
        ("states.yaml", "kind: territory", "kind: planet", "states.yaml, line 2: kind: Value 'planet' is not a valid choice."),
        ("states.yaml", "fips: 01", 'fips: "39"', "states.yaml, line 2: “39” stands twice"),
        ("sources.yaml", "2026-05-15", "2026-02-30", "line 5: published_on: write a day of the calendar as 2026-11-23"),
        ("sources.yaml", "https://www", "www", "sources.yaml, line 1: url: Enter a valid URL."),
        ("facts.yaml", "source: board", "source: bord", "line 1: The source “bord” does not exist"),
        ("facts.yaml", "number: 50", "number: $50", "line 1: number: write a number without signs or commas"),
        ("facts.yaml", "confidence: high", "confidence: sure", "facts.yaml, line 1: confidence: Value 'sure'"),
        ("credentials.yaml", "roles: [helper]", "roles: [helpr]", "line 1: The role “helpr” does not exist."),
        ("credentials.yaml", "is_entry: true", "is_entry: maybe", "line 4: is_entry: write true or false, not “maybe”."),
        ("wages/29-2052.yaml", "9000, 20.10, null", "9000, 20.10", "line 7: This row has 5 cells, and the table has 6"),
        ("wages/29-2052.yaml", "[OH,", "[ZZ,", "wages/29-2052.yaml, line 1: The state “ZZ” does not exist"),
        ("wages/29-2052.yaml", "[OH,", "[US,", "wages/29-2052.yaml, line 1: The row for “US” stands twice"),
        ("wages/29-2052.yaml", "hour_median, year", "hour_middle, year", "line 4: These columns are unknown or stand twice"),
        ("roles/helper/states.yaml", "state: OH", "state: QQ", "line 1: The state “QQ” does not exist"),
        ("roles/helper/facts.yaml", "state: OH", "state: QQ", "roles/helper/facts.yaml, line 8: The state “QQ”"),
        ("roles/helper/terms.yaml", "kind: skill", "kind: talent", "terms.yaml, line 5: kind: Value 'talent'"),
        ("roles/helper/terms.yaml", "[fill, count]", "fill", "terms.yaml, line 1: verbs: write a list here"),
        (ROLE, "slug: helper", "slug: helpers", "The folder is named “helper”, and the slug is “helpers”"),
        (ROLE, "29-2052.00", "29-2052", f"{ROLE}, line 1: onet_soc: Use the form 29-2052.00."),
        (ROLE, "body: Send it.", 'body: "Send [it](#nowhere)."', "body: The link “#nowhere” leads nowhere"),
        (SECTION, "kind: work", "kind: play", f"{SECTION}, line 2: kind: Value 'play' is not a valid choice."),
        (SECTION, "and count", "and <b>count</b>", f"{SECTION}, line 6: HTML is not allowed here"),
        (SECTION, "and count", "{{ fact:training.month }}", "line 6: There is no fact “training.month”. Did you mean “training.months”?"),
        (SECTION, "term:sig", "term:sigg", "line 6: There is no glossary term “sigg”. Did you mean “sig”?"),
        (SECTION, "(#pay)", "(#pays)", "line 10: The link “#pays” leads nowhere"),
        (SECTION, "(#pay)", "(/guides/other/)", "line 10: The link “/guides/other/” leads to a guide that does not exist."),
        (SECTION, "---\nkind", "kind", f"{SECTION}, line 1: Begin the file with its front matter"),
        ("roles/helper/sections/020-pay.md", "show:pay", "show:pai", "line 8: There is no block “pai”."),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_by_file_and_line(folder, name, old, new, sentence):
    swap(folder, name, old, new)

    said = problems_of(folder)

    assert len([line for line in said if sentence in line]) == 1, said


def test_all_problems_are_told_at_once(folder):
    swap(folder, "glossary.yaml", "term: NDC, ", "")
    swap(folder, "facts.yaml", "source: board", "source: bord")
    swap(folder, SECTION, "(#pay)", "(http://example.org)")

    said = problems_of(folder)

    assert [line.partition(",")[0] for line in said] == ["facts.yaml", "glossary.yaml", SECTION]


def test_a_broken_change_leaves_what_was_loaded(loaded):
    swap(loaded, "glossary.yaml", "on every package", "on each package")
    swap(loaded, SECTION, "term:sig", "term:gone")

    problems_of(loaded)

    assert GlossaryTerm.objects.get(slug="ndc").definition == "The number on every package."


def test_a_file_that_belongs_nowhere_is_told(folder):
    change(folder, {"roles/helper/fact.yaml": "- {}\n", "notes.txt": "x\n", "roles/other/facts.yaml": ""})

    said = problems_of(folder)

    assert [line.partition(":")[0] for line in said] == ["notes.txt", "roles/helper/fact.yaml", "roles/other"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError):
        load(tmp_path / "nowhere")


def test_yaml_that_is_nested_without_end_is_refused(folder):
    change(folder, {"glossary.yaml": "[" * 5000})

    assert "glossary.yaml, line 1: This is nested too deep." in problems_of(folder)


# ---- the format agrees with the models


@pytest.mark.parametrize("table", [table for table in TABLES if table.noun != "wages"], ids=lambda table: table.noun)
def test_what_may_be_left_out_has_the_default_of_its_model(table):
    absent = (None, NOT_PROVIDED)
    plain = [spec for spec in fields(table.entry) if spec.name in table.columns and spec.name not in LINKS]

    for spec in plain:
        column = table.model._meta.get_field(spec.name)
        usual = column.default if column.default not in absent else None if column.null else ""
        assert column.blank or column.has_default() == (spec.default is not MISSING), spec.name
        if spec.default is not MISSING:
            assert spec.default == usual, spec.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.noun)
def test_every_field_that_editors_fill_can_be_written_in_a_file(table):
    known = {*table.names, "position", "id", *UNWRITTEN.get(table.noun, ())}
    if table.noun == "wages":
        known |= {spec.name for spec in fields(WageRow)}

    assert {column.name for column in table.model._meta.fields} <= known
