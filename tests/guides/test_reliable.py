"""Pay that too few answers stand behind: withheld everywhere, and said so apart from pay that is not here."""

from datetime import date
from decimal import Decimal

import pytest

from guides.models import WageEstimate
from guides.page.area_pay import area_pay
from guides.page.facts import FactStore
from guides.page.glance import jobs_fig, pay_fig
from guides.page.money import pay
from guides.page.pay import no_pay, pay_picture, setting_pay
from guides.page.places import all_places
from guides.page.reliable import are_jobs_sure, instead_of_pay, is_pay_sure, told
from guides.page.scale import scale_over
from guides.page.state_pay import state_pay
from guides.page.strip import Strip
from tests.factories import make_area_wage, make_role, make_state, make_wage, make_work_setting

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
VAGUE = Decimal("10.1")


def facts_for(usps: str = "", **role) -> FactStore:
    return FactStore(make_role(**role), state=make_state(usps) if usps else None, today=TODAY)


# ---- the rule


@pytest.mark.parametrize(
    ("fields", "is_sure"),
    [
        ({"mean_error": Decimal("10.0")}, True),
        ({"mean_error": VAGUE}, False),
        ({"mean_error": None}, True),
        ({"employment": 50}, True),
        ({"employment": 49}, False),
        ({"employment": None}, True),
        ({"employment_error": Decimal("49.9")}, True),
    ],
)
def test_pay_is_told_from_fifty_jobs_and_up_to_an_error_of_ten_per_cent(fields, is_sure):
    row = make_wage(**fields)

    assert is_pay_sure(row) is is_sure
    assert WageEstimate.objects.sure().filter(pk=row.pk).exists() is is_sure


@pytest.mark.parametrize(("error", "is_sure"), [("30.0", True), ("30.1", False), (None, True)])
def test_the_number_of_jobs_is_told_up_to_an_error_of_thirty_per_cent(error, is_sure):
    assert are_jobs_sure(make_wage(employment_error=error and Decimal(error))) is is_sure


def test_what_is_said_instead_tells_why():
    withheld = make_wage(mean_error=VAGUE)
    unreleased = make_wage(place="OH", year_median=None, hour_median=None)

    assert instead_of_pay(None) == "not in our data"
    assert instead_of_pay(withheld) == "too few answers to be sure"
    assert instead_of_pay(unreleased) == "not released"


def test_a_row_for_a_page_holds_no_pay_that_is_not_sure_and_still_tells_why():
    sure, withheld = told([make_wage(), make_wage(place="OH", mean_error=VAGUE)])

    assert sure.year_median == 41_000
    assert (withheld.year_p10, withheld.year_median, withheld.hour_p90) == (None, None, None)
    assert instead_of_pay(withheld) == "too few answers to be sure"


# ---- on the pages


def test_a_state_whose_pay_is_withheld_gives_way_to_the_nation_and_the_page_says_why():
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=99_999, mean_error=VAGUE)
    facts = facts_for("OH")

    picture = pay_picture(facts)

    assert picture is not None
    assert picture.missing == "Ohio: too few employers answered to be sure of pay there, so it is not shown."
    assert [strip.name for strip in picture.strips] == ["United States"]
    assert pay_fig(facts).value == "$45,750"


def test_a_tag_never_tells_withheld_pay():
    make_wage(place="OH", mean_error=VAGUE)
    facts = facts_for("OH")

    view = facts.get("pay.median.oh")

    assert view is not None
    assert view.value == "too few answers to be sure"


def test_a_tag_never_tells_a_number_of_jobs_that_is_not_sure():
    make_wage(employment=1_230, employment_error=Decimal("30.1"))

    view = facts_for().get("pay.jobs.us")

    assert view is not None
    assert view.value == "too few answers to be sure"


def test_withheld_states_are_no_dots_and_the_table_says_why():
    for usps, fields in {"OH": {}, "TX": {"year_median": 50_000}, "MT": {"mean_error": VAGUE}, "WY": None}.items():
        make_state(usps)
        if fields is not None:
            make_wage(place=usps, **fields)

    picture = state_pay(facts_for(), all_places())

    assert picture is not None
    assert picture.count == 2
    assert {name: words for name, words, _mine in picture.table} == {
        "Ohio": "$41,000",
        "Texas": "$50,000",
        "State MT": "too few answers to be sure",
        "State WY": "not in our data",
    }


def test_a_setting_whose_pay_is_withheld_stands_apart_from_one_that_is_not_here():
    role = make_role()
    make_wage(naics="456110", industry="Pharmacies")
    make_wage(naics="622000", industry="Hospitals", mean_error=VAGUE)
    settings = [
        make_work_setting(role=role, name=name, naics=naics)
        for name, naics in {"Drug store": "456110", "Hospital": "622000", "Mail order": "459900"}.items()
    ]

    picture = setting_pay(FactStore(role, state=None, today=TODAY), settings)

    assert picture is not None
    assert ([strip.name for strip in picture.strips], picture.withheld, picture.missing) == (
        ["Drug store"],
        ["Hospital"],
        ["Mail order"],
    )


def test_withheld_areas_are_not_listed():
    ohio = make_state("OH")
    for name, error in (("Akron, OH", "10.0"), ("Lima, OH", "10.1")):
        make_area_wage(name=name, states=[ohio], mean_error=Decimal(error))

    picture = area_pay("29-2052", ohio)

    assert picture is not None
    assert [row.name for row in picture.rows] == ["Akron, OH"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"mean_error": VAGUE}, "Too few employers answered to be sure of pay in this job, so it is not shown."),
        ({"year_median": None, "hour_median": None}, "The survey does not release pay for this job."),
        (
            {"year_median": None},
            "Half earn more than $20.00 an hour across the U.S. (May 2025). No yearly figure is released.",
        ),
    ],
)
def test_where_there_is_no_picture_the_page_says_why(fields, said):
    make_wage(**fields)
    facts = facts_for()

    assert pay_picture(facts) is None
    assert no_pay(facts) == said


def test_pay_by_the_hour_alone_is_told_by_the_hour():
    make_wage(year_median=None)

    fig = pay_fig(facts_for())

    assert (fig.value, fig.more) == ("$20.00", "an hour; no yearly figure is released")


def test_figures_at_a_glance_say_why_they_are_missing():
    make_wage(mean_error=VAGUE, employment_error=Decimal("30.1"))
    facts = facts_for()

    assert pay_fig(facts).no_value == "too few answers to be sure"
    assert jobs_fig(facts).no_value == "too few answers to be sure"
    assert jobs_fig(facts_for(onet_soc="")).no_value == "not in our data"


# ---- so much or more


def test_pay_at_the_top_of_the_scale_is_told_as_so_much_or_more():
    row = make_wage(year_p75=200_000, year_p90=239_200, hour_p90=Decimal("115.00"), or_more="p90")

    assert pay(row, "year_p75") == "$200,000"
    assert pay(row, "year_p90") == "$239,200 or more"
    assert pay(row, "hour_p90") == "$115.00 or more"
    assert Strip("Ohio", row, scale_over([35_000, 239_200])).words.endswith("nine in ten under $239,200 or more.")
    assert pay(None, "year_p90") == ""


def test_only_the_industries_that_a_guide_speaks_of_are_fetched():
    role = make_role()
    make_work_setting(role=role, naics="456110")
    for naics in ("456110", "622000", "621111"):
        make_wage(naics=naics, industry=naics)
    facts = FactStore(role, state=None, today=TODAY)
    facts.prefetch(["pay.median.n622000"])

    assert set(facts.wage_of) == {"n456110", "n622000"}
