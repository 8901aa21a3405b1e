"""Loading rules, pathways, outlines, questions and drug names: an editor's change wins, a published rule stays."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from certifications.models import (
    DrugName,
    ExamOutline,
    Pathway,
    PracticeQuestion,
    RenewalRule,
    RenewalRuleVersion,
)
from guides.models import Credential, LoadedContent, Source
from tests.certifications.small_rules import load_rules, rules_folder, swap
from tests.factories import make_credential, make_rule, make_rule_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    make_credential(slug="cph")
    return rules_folder(tmp_path)


@pytest.fixture
def loaded(folder):
    load_rules(folder)
    return folder


def problems_of(folder) -> list[str]:
    """What the command says of a broken folder; nothing may have come in."""
    before = RenewalRule.objects.count(), LoadedContent.objects.count()
    err = StringIO()
    with pytest.raises(CommandError):
        call_command("load_content", certifications=folder, stderr=err)
    assert (RenewalRule.objects.count(), LoadedContent.objects.count()) == before
    return err.getvalue().splitlines()


def version(number: int) -> RenewalRuleVersion:
    return RenewalRuleVersion.objects.get(rule__slug="helper", number=number)


def test_everything_comes_in(loaded):
    assert version(2).body == {
        "total": "20",
        "cycle_months": 24,
        "minimums": [{"tag": "law", "hours": "1.5", "dimension": "topic"}],
        "grace_days": 30,
    }
    assert version(2).renewal_fee == Decimal(55)
    assert [found.is_published for found in (version(1), version(2))] == [True, True]
    assert [*Pathway.objects.get().conditions.values_list("key", "words", "how")] == [
        ("diploma", "a diploma", "Finish school."),
        ("program", "a program behind you", ""),
    ]
    assert [*ExamOutline.objects.get().domains.values_list("slug", "weight")] == [
        ("law", Decimal("18.75")),
        ("rest", Decimal("81.25")),
    ]
    question = PracticeQuestion.objects.get()
    assert (question.choices, question.why_not) == (["five times", "twice"], ["", "Twice is another rule."])
    assert question.places.get().domain == "law"
    assert DrugName.objects.get().source.key == "board"


def test_a_second_time_nothing_changes(loaded):
    assert load_rules(loaded) == ["Loaded 8 items: 0 new, 0 changed, 8 unchanged; 0 conflicts."]


def test_guides_alone_leave_rules_alone(loaded, tmp_path_factory):
    empty = tmp_path_factory.mktemp("guides")

    call_command("load_content", path=empty, verbosity=0)

    assert RenewalRule.objects.count() == 1
    assert Source.objects.filter(key="board").exists()


def test_what_an_editor_changed_stays(loaded):
    Pathway.objects.update(name="An editor's name")

    said = load_rules(loaded)

    assert Pathway.objects.get().name == "An editor's name"
    assert said == ["Loaded 8 items: 0 new, 0 changed, 1 as an editor left them, 7 unchanged; 0 conflicts."]


def test_a_condition_that_an_editor_added_stays(loaded):
    Pathway.objects.get().conditions.create(key="check", words="a clean record")
    swap(loaded, "pathways.yaml", "After a program", "After a course")

    said = load_rules(loaded)

    assert Pathway.objects.get().conditions.count() == 3
    assert said[1].startswith("  pathway:cph/program was changed by an editor (/admin/certifications/pathway/")


def test_a_conflict_can_be_settled_for_the_file(loaded):
    Pathway.objects.update(name="An editor's name")
    swap(loaded, "pathways.yaml", "After a program", "After a course")

    load_rules(loaded, take_file=["pathway:cph/program"])

    assert Pathway.objects.get().name == "After a course"


def test_an_item_that_nobody_knows_is_named(loaded):
    with pytest.raises(
        CommandError, match=r"There is no item “pathway:cph/programme”\. Did you mean “pathway:cph/program”\?"
    ):
        load_rules(loaded, take_file=["pathway:cph/programme"])


def test_a_published_version_stays_as_it_is(loaded):
    swap(loaded, "rules.yaml", "total: 20", "total: 30")

    said = load_rules(loaded)

    assert version(2).body["total"] == "20"
    place = f"/admin/certifications/renewalruleversion/{version(2).pk}/change/"
    assert said[1] == (
        f"  rule-version:helper/2 is published ({place}), so it stays as it is. Write the change as a new version."
    )


@pytest.mark.parametrize(
    ("old", "new", "name", "value"),
    [
        ("checked_on: 2026-01-05", "checked_on: 2026-02-01", "checked_on", date(2026, 2, 1)),
        ("review_by: 2027-01-05", "review_by: 2028-01-05", "review_by", date(2028, 1, 5)),
    ],
)
def test_when_it_was_checked_may_change(loaded, old, new, name, value):
    swap(loaded, "rules.yaml", old, new)

    said = load_rules(loaded)

    assert getattr(version(2), name) == value
    assert said == ["Loaded 8 items: 0 new, 1 changed, 7 unchanged; 0 conflicts."]


def test_a_new_version_ends_the_one_before(loaded):
    swap(
        loaded, "rules.yaml", "in_force_from: 2026-01-01", "in_force_from: 2026-01-01\n      in_force_until: 2026-12-31"
    )
    text = (loaded / "rules.yaml").read_text()
    third = (
        "    - number: 3\n      in_force_from: 2027-01-01\n      body: {total: 25}\n      source: board\n"
        "      published: yes\n"
    )
    (loaded / "rules.yaml").write_text(text + third)

    load_rules(loaded)

    assert version(2).in_force_until == date(2026, 12, 31)
    assert version(3).is_published


def test_an_ended_version_does_not_end_again(loaded):
    swap(loaded, "rules.yaml", "in_force_until: 2025-12-31", "in_force_until: 2025-11-30")

    said = load_rules(loaded)

    assert version(1).in_force_until == date(2025, 12, 31)
    assert "rule-version:helper/1 is published" in said[1]


def test_a_published_version_that_is_gone_from_the_file_stays(loaded):
    text = (loaded / "rules.yaml").read_text()
    (loaded / "rules.yaml").write_text(text[: text.index("    - number: 2")])

    said = load_rules(loaded)

    assert version(2).is_published
    assert "rule-version:helper/2 is published" in said[1]
    assert load_rules(loaded)[1] == said[1]


def test_a_draft_that_is_gone_from_the_file_goes(folder):
    swap(folder, "rules.yaml", "      review_by: 2027-01-05\n      published: yes", "      review_by: 2027-01-05")
    load_rules(folder)
    text = (folder / "rules.yaml").read_text()
    (folder / "rules.yaml").write_text(text[: text.index("    - number: 2")])

    load_rules(folder)

    assert not RenewalRuleVersion.objects.filter(number=2).exists()


def test_a_pathway_that_is_gone_from_the_file_goes_with_its_conditions(loaded):
    (loaded / "pathways.yaml").write_text("")

    said = load_rules(loaded)

    assert said == ["Loaded 7 items: 0 new, 0 changed, 1 removed, 7 unchanged; 0 conflicts."]
    assert not Pathway.objects.exists()


def test_a_version_waits_beside_one_that_an_editor_published(folder):
    own = make_rule_version(
        rule=make_rule(credential=Credential.objects.get(slug="cph")),
        in_force_from=date(2026, 6, 1),
        published_at=timezone.now(),
    )

    said = load_rules(folder)

    assert not version(2).is_published
    place = f"/admin/certifications/renewalruleversion/{version(2).pk}/change/"
    assert said[1] == (
        f"  rule-version:helper/2 waits as a draft ({place}): “{own}”, which an editor published, claims the same days."
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("rules.yaml", "total: 20", "totals: 20", "rules.yaml, line 14: body: totals: this key is not known."),
        (
            "rules.yaml",
            "hours: 1.50",
            "hours: two",
            "rules.yaml, line 14: body: minimums[0].hours: this must be a number, such as “1.5”, with a point and no letters.",
        ),
        (
            "rules.yaml",
            "in_force_until: 2025-12-31",
            "in_force_until: 2026-01-01",
            "rules.yaml, line 11: Two rules would be in force: helper/1 and helper/2 claim the same days.",
        ),
        (
            "rules.yaml",
            "in_force_until: 2025-12-31",
            "in_force_until: 2019-12-31",
            "rules.yaml, line 5: The last day in force must not come before the first.",
        ),
        (
            "rules.yaml",
            "credential: cph",
            "credential: cphh",
            "rules.yaml, line 1: “cphh” does not exist: there is no such credential.",
        ),
        ("rules.yaml", "  credential: cph\n", "", "rules.yaml, line 1: Choose a credential, or a role and a state."),
        (
            "rules.yaml",
            "number: 2",
            "number: 1",
            "rules.yaml, line 11: “helper/1” stands twice: it is at rules.yaml, line 5 already.",
        ),
        (
            "outlines.yaml",
            "weight: 18.75",
            "weight: much",
            "outlines.yaml, line 1: domains, law, weight: “much” value must be a decimal number.",
        ),
        (
            "pathways.yaml",
            "key: program,",
            "key: diploma,",
            "pathways.yaml, line 1: conditions, diploma: it stands twice",
        ),
        (
            "pathways.yaml",
            "how: Finish",
            "why: Finish",
            "pathways.yaml, line 6: conditions: the key “why” is unknown. Known keys: key, words, how.",
        ),
        (
            "questions/law.yaml",
            "answer: 0",
            "answer: 2",
            "questions/law.yaml, line 1: answer: give the place of the right answer, from 0 to 1.",
        ),
        (
            "questions/law.yaml",
            "  source_words: 21 CFR 1306.22\n",
            "",
            "questions/law.yaml, line 1: source_words: a question on law or safety must cite the rule, such as 21 CFR 1306.21.",
        ),
        (
            "questions/law.yaml",
            "{credential: cph,",
            "{credential: cpt,",
            "questions/law.yaml, line 1: “cpt” does not exist: there is no such credential.",
        ),
        (
            "drugs.yaml",
            "source: board",
            "source: bord",
            "drugs.yaml, line 1: “bord” does not exist: there is no such source.",
        ),
    ],
)
def test_a_broken_file_is_told_by_file_and_line(folder, name, old, new, problem):
    swap(folder, name, old, new)

    assert problem in problems_of(folder)


def test_a_file_of_another_name_is_refused(folder):
    (folder / "rule.yaml").write_text("")

    assert problems_of(folder) == ["rule.yaml: No file of this name belongs here: see docs/rules.md for the layout."]


def test_a_broken_rule_keeps_the_guides_out_too(folder, tmp_path_factory):
    guides = tmp_path_factory.mktemp("guides")
    (guides / "states.yaml").write_text('- {usps: OH, fips: "39", name: Ohio}\n')
    swap(folder, "rules.yaml", "total: 20", "totals: 20")

    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_content", path=guides, certifications=folder, stderr=StringIO())

    assert not LoadedContent.objects.exists()
