"""Figures at a glance, steps, credentials, rules of states, places outside, and the one next step."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from guides.models import Confidence, Credential, Resource, Role, Section, Source, StateRequirement
from guides.page import GuidePage, guide_page
from tests.factories import (
    make_credential,
    make_fact,
    make_projection,
    make_question,
    make_related_role,
    make_resource,
    make_role,
    make_rung,
    make_section,
    make_source,
    make_state,
    make_state_requirement,
    make_step,
    make_term,
    make_title,
    make_wage,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def page_with(*blocks: str, role: Role | None = None, usps: str = "", **section) -> GuidePage:
    """A guide of one section called “part” that shows the blocks."""
    role = role or make_role()
    body = "\n\n".join(f"{{{{ show:{block} }}}}" for block in blocks) or "Words."
    make_section(**{"role": role, "slug": "part", "body": body} | section)
    return guide_page(role, state=make_state(usps) if usps else None, today=TODAY)


# ---- at a glance


def test_the_glance_compares_pay_here_with_the_nation():
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=40_650, hour_median="19.55", employment=17_820)

    figs = {fig.label: (fig.value, fig.more) for fig in page_with("glance", usps="OH").glance.figs}

    assert figs["Middle pay in Ohio"] == ("$40,650", "a year, $19.55 an hour; U.S. $45,750")
    assert figs["Jobs in Ohio"] == ("17,820", "of 1,000 in the U.S.")


def test_the_glance_of_the_whole_country_compares_with_nothing():
    make_wage(year_median=45_750, hour_median="22.00")
    make_projection(openings=49_000, entry_education="Postsecondary nondegree award")

    figs = {fig.label: (fig.value, fig.more) for fig in page_with("glance").glance.figs}

    assert figs["Middle pay in the U.S."] == ("$45,750", "a year, $22.00 an hour")
    assert figs["Openings a year"] == ("49,000", "in the U.S., 2024–34; jobs +6.4%")
    assert figs["Usual way in"][1] == "typical schooling: certificate after high school"


def test_the_glance_takes_time_and_the_day_from_the_guide_s_facts():
    role = make_role(slug="helper", way_in="Diploma, then learn at work")
    make_fact(key="helper/training.months", value="4 to 12 months", label="Length of a program")
    make_fact(key="helper/posting.standing", value="4 to 8 hours", confidence=Confidence.LOW)

    page = page_with("glance", role=role)

    figs = {fig.label: fig for fig in page.glance.figs}
    assert (figs["Time to train"].value, figs["Time to train"].more) == ("4 to 12 months", "Length of a program")
    assert figs["What a day asks"].tag == "not confirmed"
    assert figs["Usual way in"].value == "Diploma, then learn at work"
    assert [note.kind for note in page.glance.notes] == ["unsure", "source"]


def test_figures_we_do_not_have_are_empty_and_nothing_is_cited():
    page = page_with("glance", role=make_role(onet_soc=""))

    assert {fig.value for fig in page.glance.figs} == {""}
    assert page.glance.notes == ()


# ---- steps, rungs, questions


def test_steps_may_hold_facts_terms_and_the_state():
    role = make_role()
    source = make_source(key="survey")
    make_fact(key="exam.fee", value="$129", source=source)
    make_term(slug="sig", term="Sig")
    make_step(role=role, body="Pay {{ fact:exam.fee }} in {{ state }}, read the {{ term:sig }}.")

    told, notes = page_with("steps", role=role, usps="OH").steps

    assert 'href="#b-steps-survey">$129</a> in Ohio' in told[0].html
    assert [note.kind for note in notes] == ["term", "source"]


def test_rungs_list_their_branches_without_empty_lines():
    role = make_role()
    make_rung(role=role, branches="Sterile\n\n  Chemotherapy \n")

    told, _notes = page_with("path", role=role).path

    assert told[0].branches == ["Sterile", "Chemotherapy"]


def test_answers_are_markdown_without_script():
    role = make_role()
    make_question(role=role, answer="**Yes.** <script>alert(1)</script>")

    told, _notes = page_with("questions", role=role).questions

    assert told[0].html == "<p><strong>Yes.</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"


def test_sources_of_answers_stand_in_the_list_of_sources():
    role = make_role()
    make_fact(key="exam.fee", source=make_source(title="Price list"))
    make_question(role=role, answer="It costs {{ fact:exam.fee }}.")

    assert [source.title for source in page_with("questions", "sources", role=role).sources] == ["Price list"]


# ---- credentials


def fact_of(credential: Credential, key: str, **fields):
    return make_fact(key=f"{credential.slug}/{key}", credential=credential, **fields)


def test_entry_credentials_stand_side_by_side_and_later_ones_do_not():
    role = make_role()
    first = make_credential(roles=(role,), issuer="PTCB", abbreviation="CPhT", is_entry=True, position=1)
    second = make_credential(roles=(role,), issuer="NHA", abbreviation="CPhT", is_entry=True, position=2)
    later = make_credential(roles=(role,), name="Sterile")
    fact_of(first, "exam.fee", label="Exam fee", value="$129")

    page = page_with("credentials", "more-credentials", role=role)

    assert page.credentials.columns == [first, second]
    assert [row.label for row in page.credentials.rows] == ["Letters you get", "Exam fee"]
    assert [(name, bool(cell)) for name, cell in page.credentials.rows[-1].cells] == [("PTCB", True), ("NHA", False)]
    assert [item.credential for _name, items in page.more_credentials.groups for item in items] == [later]


def test_second_hand_and_unconfirmed_figures_of_credentials_say_so():
    role = make_role()
    credential = make_credential(roles=(role,), is_entry=True)
    blog = make_source(kind=Source.Kind.SECOND_HAND)
    fact_of(credential, "exam.items", value="120 questions", source=blog, position=1)
    fact_of(credential, "exam.fee", value="$125", source=blog, confidence=Confidence.LOW, position=2)

    cells = [row.cells[0][1] for row in page_with("credentials", role=role).credentials.rows]

    assert "second-hand</span>" in cells[0]
    assert "not confirmed</span>" in cells[1]
    assert "second-hand" not in cells[1]


def test_values_of_credentials_begin_with_a_capital_in_the_table():
    role = make_role()
    fact_of(make_credential(roles=(role,), is_entry=True), "eligibility", value="a program")

    assert ">A program</a>" in page_with("credentials", role=role).credentials.rows[0].cells[0][1]


# ---- the rule of a state


def test_without_a_state_the_rules_are_counted():
    role = make_role()
    for usps, national in (("OH", "no"), ("TX", "yes")):
        make_state_requirement(role=role, state=make_state(usps), national=national)
    make_state_requirement(role=role, state=make_state("DE"), kind=StateRequirement.Kind.NONE)

    page = page_with("state-rule", role=role)

    assert page.state_rule is None
    assert page.state_picture.total == 3
    assert page.state_picture.kinds[0] == (2, "keep a register")
    assert page.state_picture.national == 1


def test_a_state_s_rule_is_told_in_words():
    role = make_role()
    make_state_requirement(role=role, state=make_state("OH"), kind=StateRequirement.Kind.LICENCE)

    rule = page_with("state-rule", role=role, usps="OH").state_rule

    assert rule is not None
    assert (rule.title, rule.is_unsure) == ("Ohio asks for a license", False)


def test_a_rule_we_could_not_confirm_is_not_told_as_an_answer():
    role = make_role()
    make_state_requirement(role=role, state=make_state("OH"), confidence=Confidence.LOW)

    rule = page_with("state-rule", role=role, usps="OH").state_rule

    assert rule is not None
    assert (rule.title, rule.is_unsure) == ("We could not confirm what Ohio asks", True)
    assert rule.notes[0].kind == "unsure"


@pytest.mark.parametrize(
    ("review_by", "kinds"), [(TODAY, ["source"]), (TODAY - timedelta(days=1), ["stale", "source"])]
)
def test_a_rule_past_its_review_is_marked(review_by, kinds):
    role = make_role()
    make_state_requirement(role=role, state=make_state("OH"), review_by=review_by)

    rule = page_with("state-rule", role=role, usps="OH").state_rule

    assert rule is not None
    assert [note.kind for note in rule.notes] == kinds


def test_a_state_without_a_rule_is_said_to_have_none_in_our_data():
    rule = page_with("state-rule", usps="OH").state_rule

    assert rule is not None
    assert (rule.title, rule.requirement) == ("We have no rule for Ohio yet", None)


# ---- places outside


def test_places_of_the_role_come_before_those_of_any_role():
    role = make_role()
    make_resource(name="Any", position=1)
    make_resource(name="Own", role=role, position=2)
    make_resource(name="Other", role=make_role())
    make_resource(name="Board", kind=Resource.Kind.JOB_BOARD)

    page = page_with("associations", role=role)

    assert [place.resource.name for place in page.associations] == ["Own", "Any"]


@pytest.mark.parametrize(
    ("fields", "unchecked"),
    [
        ({"checked_on": TODAY}, False),
        ({"checked_on": None}, True),
        ({"checked_on": TODAY, "confidence": Confidence.LOW}, True),
    ],
)
def test_a_place_that_nobody_looked_at_is_marked(fields, unchecked):
    make_resource(**fields)

    assert page_with("associations").associations[0].is_unchecked is unchecked


# ---- the next step


def test_the_next_step_is_to_choose_a_state_where_none_is_known():
    role = make_role(slug="helper")
    make_state_requirement(role=role)

    assert page_with("glance", "state-rule", role=role).next_step.url == "#my-state"


def test_the_next_step_is_the_first_step_in_where_no_state_has_a_rule():
    assert page_with("glance", "steps").next_step.url == "#part"
    assert page_with("steps", role=make_role(slug="helper"), usps="OH").next_step.url == "#part"


def test_the_next_step_leads_to_the_board_where_its_site_is_known():
    role = make_role()
    make_state_requirement(role=role, state=make_state("OH"), board_url="https://board.example.org/")

    assert page_with("state-rule", role=role, usps="OH").next_step.url == "https://board.example.org/"


def test_the_next_step_leads_to_the_rule_where_the_board_has_no_site():
    role = make_role()
    make_state_requirement(role=role, state=make_state("OH"))

    assert page_with("state-rule", role=role, usps="OH").next_step.url == "#part"


def test_the_next_step_leads_to_other_states_where_we_have_no_rule():
    role = make_role(slug="helper")
    make_state_requirement(role=role, state=make_state("PA", name="Pennsylvania", fips="42"))

    assert page_with("state-rule", role=role, usps="OH").next_step.url == "/guides/helper/states/"


def test_the_flag_stands_at_the_end_of_the_way_in():
    role = make_role()
    make_section(role=role, slug="in", kind=Section.Kind.WAY_IN, position=1)
    make_section(role=role, slug="late", position=2)

    assert guide_page(role, state=None, today=TODAY).flag_at == "in"


def test_the_flag_stands_at_the_end_of_a_guide_that_has_no_way_in():
    role = make_role()
    make_section(role=role, slug="early", position=1)
    make_section(role=role, slug="late", position=2)

    assert guide_page(role, state=None, today=TODAY).flag_at == "late"


# ---- around the text


def test_related_jobs_show_pay_and_link_only_to_guides_that_are_public():
    role = make_role()
    make_wage(soc="31-9097", year_median=45_230)
    public, draft = make_role(slug="public"), make_role(status=Role.Status.DRAFT)
    make_related_role(role=role, title="A", soc="31-9097", target=public, position=1)
    make_related_role(role=role, title="B", target=draft, position=2)
    make_related_role(role=role, title="C", soc="11-1111", position=3)

    found = [(job.title, job.pay, job.url) for job in page_with(role=role).neighbors]

    assert found == [("A", "$45,230", "/guides/public/"), ("B", "", ""), ("C", "", "")]


def test_a_guide_that_is_scheduled_for_later_is_not_linked():
    role = make_role()
    later = make_role(status=Role.Status.SCHEDULED, publish_at=timezone.now() + timedelta(days=1))
    make_related_role(role=role, target=later)

    assert guide_page(role, state=None, today=timezone.localdate()).neighbors[0].url == ""


def test_only_titles_for_readers_are_shown():
    role = make_role()
    make_title(role=role, title="pharm tech", is_shown=True)
    make_title(role=role, title="drug store job")

    assert page_with(role=role).also_called == ["pharm tech"]


def test_changes_of_figures_and_parts_are_told_latest_first():
    role = make_role()
    fact = make_fact(key="exam.fee", label="Exam fee", value="$125")
    section = make_section(role=role, slug="part", title="Pay", body="It costs {{ fact:exam.fee }}.")
    fact.value = "$129"
    fact.save()
    section.save()

    changes = guide_page(role, state=None, today=TODAY).changes

    assert [(change.words, change.anchor) for change in changes] == [
        ("“Pay” was edited", "part"),
        ("Exam fee: was $125, is $129", ""),
    ]


def test_a_new_guide_has_no_changes():
    role = make_role()
    make_fact(key="exam.fee")

    assert page_with(role=role).changes == []


def test_a_save_that_leaves_the_value_as_it_is_is_no_change():
    fact = make_fact(key="exam.fee", value="$125")
    fact.note = "Seen again."
    fact.save()

    role = make_role()
    make_section(role=role, body="{{ fact:exam.fee }}")

    assert guide_page(role, state=None, today=TODAY).changes == []


def test_reviewers_and_the_latest_review_are_named_once():
    role = make_role()
    make_section(role=role, reviewed_on=date(2026, 1, 1), reviewed_by="Ann")
    make_section(role=role, reviewed_on=date(2026, 3, 1), reviewed_by="Ann")

    page = guide_page(role, state=None, today=TODAY)

    assert (page.reviewed_on, page.reviewers) == (date(2026, 3, 1), ["Ann"])


@pytest.mark.parametrize(
    ("block", "kind"), [("education", Resource.Kind.EDUCATION), ("regulators", Resource.Kind.OFFICIAL)]
)
def test_every_kind_of_place_outside_has_a_block(block, kind):
    make_resource(name="Here", kind=kind)
    make_resource(name="Elsewhere", kind=Resource.Kind.JOB_BOARD)

    assert [place.resource.name for place in getattr(page_with(block), block)] == ["Here"]
