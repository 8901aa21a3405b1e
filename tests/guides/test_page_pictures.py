"""Pictures of pay and outlook: what they say, where things stand, what is missing."""

from decimal import Decimal

import pytest

from guides.page.facts import FactStore
from guides.page.outlook import outlook
from guides.page.pay import pay_picture, setting_pay
from guides.page.places import Place
from guides.page.scale import scale_over
from guides.page.settings import setting_table
from guides.page.state_pay import state_pay
from guides.page.strip import Strip
from tests.factories import make_projection, make_role, make_source, make_state, make_wage, make_work_setting
from tests.guides.test_page_texts import TODAY

pytestmark = pytest.mark.django_db
PLACES = {
    "OH": Place("Ohio"),
    "TX": Place("Texas"),
    "WA": Place("Washington"),
    "PR": Place("Puerto Rico", is_territory=True),
}


def facts_for(usps: str = "", **role) -> FactStore:
    return FactStore(make_role(**role), state=make_state(usps) if usps else None, today=TODAY)


# ---- scale


def test_a_scale_holds_all_its_values_with_room_at_both_ends():
    scale = scale_over([38_210, 58_900])

    assert 0 < scale.share(38_210) < scale.share(58_900) < 1


def test_ticks_are_round_few_and_away_from_the_ends():
    scale = scale_over([38_210, 58_900])

    assert [tick.label for tick in scale.ticks] == ["$40,000", "$45,000", "$50,000", "$55,000"]
    assert all(8 <= float(tick.x.rstrip("%")) <= 92 for tick in scale.ticks)


@pytest.mark.parametrize("values", [[], [40_000], [40_000, 40_000], [20_000, 400_000]])
def test_a_scale_can_be_made_of_any_values(values):
    scale = scale_over(values)

    assert scale.low < scale.high
    assert len(scale.ticks) <= 5


# ---- here beside the nation


def test_pay_stands_beside_the_nation_s_where_the_state_is_known():
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=40_650)

    picture = pay_picture(facts_for("OH"))

    assert picture is not None
    assert picture.title == "In Ohio half earn more than $40,650 a year, and half earn less"
    assert [(strip.name, strip.is_mine) for strip in picture.strips] == [("Ohio", True), ("United States", False)]
    assert picture.missing == ""


def test_pay_of_a_state_that_was_not_released_is_said_to_be_missing():
    make_wage(year_median=45_750)

    picture = pay_picture(facts_for("OH"))

    assert picture is not None
    assert picture.missing == "Pay in Ohio is not in our data."
    assert [strip.name for strip in picture.strips] == ["United States"]


def test_pay_without_a_median_here_shows_the_nation_first():
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=None)

    picture = pay_picture(facts_for("OH"))

    assert picture is not None
    assert picture.title.startswith("In the U.S. half earn more than $45,750")
    assert [strip.is_known for strip in picture.strips] == [False, True]


def test_no_pay_at_all_draws_nothing():
    assert pay_picture(facts_for(onet_soc="")) is None


def test_entry_pay_is_named_as_the_lowest_tenth_with_its_caveat():
    make_wage(year_p10=36_020, hour_p10=Decimal("17.32"))

    picture = pay_picture(facts_for())

    assert picture is not None
    assert picture.notes[0].text == (
        "In the U.S. one in ten earns under $36,020 ($17.32 an hour). The survey does not ask who is new."
    )


def test_the_table_says_not_released_where_a_figure_is_missing():
    make_wage(year_p90=None, hour_p90=None)

    picture = pay_picture(facts_for())

    assert picture is not None
    assert picture.table[-1] == ("1 in 10 earns more than", ["not released", "not released"])


def test_a_strip_tells_its_figures_in_a_sentence():
    wage = make_wage(year_p10=1_000, year_p25=2_000, year_median=3_000, year_p75=None, year_p90=5_000)

    strip = Strip("Ohio", wage, scale_over([1_000, 5_000]))

    assert (
        strip.words
        == "Ohio: one in ten earns under $1,000, one in four under $2,000, half under $3,000, nine in ten under $5,000."
    )
    assert strip.band is None


# ---- all places


def test_every_place_is_a_dot_and_the_reader_s_own_stands_apart():
    for place, pay in (("OH", 40_650), ("TX", 45_900), ("WA", 58_900)):
        make_wage(place=place, year_median=pay)

    picture = state_pay(facts_for("OH"), PLACES)

    assert picture is not None
    assert picture.title == "Every other place pays more in the middle than Ohio"
    assert picture.mine is not None
    assert picture.mine.words == "Ohio $40,650"
    assert (len(picture.others), picture.count) == (2, 3)
    assert [dot.words for dot in picture.ends] == ["Washington $58,900"]


def test_a_place_in_between_is_told_how_many_pay_more():
    for place, pay in (("OH", 40_650), ("TX", 45_900), ("WA", 58_900)):
        make_wage(place=place, year_median=pay)

    picture = state_pay(facts_for("TX"), PLACES)

    assert picture is not None
    assert picture.title == "1 of 2 other places pay more in the middle than Texas"


def test_the_best_paid_place_is_told_so():
    make_wage(place="OH", year_median=40_650)
    make_wage(place="TX", year_median=45_900)

    picture = state_pay(facts_for("TX"), PLACES)

    assert picture is not None
    assert picture.title == "No place pays more in the middle than Texas"


def test_without_a_state_the_finding_is_the_range():
    make_wage(place="OH", year_median=40_650)
    make_wage(place="TX", year_median=45_900)

    picture = state_pay(facts_for(), PLACES)

    assert picture is not None
    assert picture.title == "Middle pay runs from $40,650 in Ohio to $45,900 in Texas"
    assert picture.mine is None


def test_a_place_at_the_top_of_the_scale_is_no_end_and_no_dot_and_counted():
    for place, pay, or_more in (("OH", 239_200, "median"), ("TX", 322_800, ""), ("WA", 300_000, "p90")):
        make_wage(place=place, year_median=pay, or_more=or_more)

    picture = state_pay(facts_for("TX"), PLACES)

    assert picture is not None
    range_ = "middle pay runs from $300,000 in Washington to $322,800 in Texas"
    assert picture.title == f"Where it is told exactly, {range_}"
    assert picture.count == 2
    assert ("Ohio", "$239,200 or more", False) in picture.table
    assert picture.notes[0].text.startswith("Of 1 place the survey says only that middle pay is so much or more.")


@pytest.mark.parametrize(("usps", "count"), [("", 2), ("PR", 3)])
def test_a_territory_is_a_dot_only_for_who_lives_there(usps, count):
    for place, pay in (("OH", 40_650), ("TX", 45_900), ("PR", 29_520)):
        make_wage(place=place, year_median=pay)

    picture = state_pay(facts_for(usps), PLACES)

    assert picture is not None
    assert picture.count == count


def test_places_without_a_figure_stay_in_the_table():
    make_wage(place="OH", year_median=40_650)
    make_wage(place="TX", year_median=45_900)

    picture = state_pay(facts_for("OH"), PLACES)

    assert picture is not None
    assert picture.table == [
        ("Texas", "$45,900", False),
        ("Ohio", "$40,650", True),
        ("Puerto Rico", "not in our data", False),
        ("Washington", "not in our data", False),
    ]


def test_one_place_alone_is_no_picture():
    make_wage(place="OH", year_median=40_650)

    assert state_pay(facts_for("OH"), PLACES) is None


def test_places_with_nearly_the_same_pay_stand_one_above_the_other():
    for place, pay in (("OH", 40_600), ("TX", 40_700), ("WA", 58_900)):
        make_wage(place=place, year_median=pay)

    picture = state_pay(facts_for("OH"), PLACES)

    assert picture is not None
    assert picture.mine is not None
    texas = next(dot for dot in picture.others if dot.words.startswith("Texas"))
    assert texas.x == picture.mine.x
    assert texas.y - picture.mine.y == 11


# ---- settings


def test_settings_stand_from_highest_to_lowest_pay_and_the_unknown_are_named():
    facts = facts_for()
    make_wage(naics="456110", year_median=39_240)
    make_wage(naics="622000", year_median=50_760)
    settings = [
        make_work_setting(role=facts.role, name="Drug store", naics="456110"),
        make_work_setting(role=facts.role, name="Hospital", naics="622000"),
        make_work_setting(role=facts.role, name="Mail order"),
    ]

    picture = setting_pay(facts, settings)

    assert picture is not None
    assert [strip.name for strip in picture.strips] == ["Hospital", "Drug store"]
    assert picture.title == "Hospital pays $50,760 in the middle, drug store $39,240"
    assert picture.missing == ["Mail order"]


def test_settings_of_one_industry_share_a_strip():
    facts = facts_for()
    make_wage(naics="456110", year_median=39_240)
    settings = [make_work_setting(role=facts.role, name=name, naics="456110") for name in ("Chain", "Independent")]

    picture = setting_pay(facts, settings)

    assert picture is not None
    assert [strip.name for strip in picture.strips] == ["Chain, Independent"]


def test_settings_without_any_figure_draw_nothing():
    facts = facts_for()

    assert setting_pay(facts, [make_work_setting(role=facts.role)]) is None


@pytest.mark.parametrize(("jobs", "share"), [(520, "52%"), (10, "1%"), (9, "<1%"), (0, ""), (None, "")])
def test_a_setting_s_share_of_jobs_is_in_whole_per_cent(jobs, share):
    facts = facts_for()
    make_wage(employment=1_000)
    make_wage(naics="456110", employment=jobs)

    table = setting_table(facts, [make_work_setting(role=facts.role, naics="456110")])

    assert table.rows[0].share == share


# ---- outlook


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ("6.4", "Jobs are expected to grow by 6.4% in 10 years"),
        ("-2.0", "Jobs are expected to shrink by 2% in 10 years"),
        ("0.0", "The number of jobs is expected to stay the same over 10 years"),
        (None, "How many jobs there are"),
    ],
)
def test_the_outlook_says_which_way_it_goes(change, title):
    picture = outlook(make_projection(change_percent=Decimal(change) if change else None))

    assert picture is not None
    assert picture.title == title


def test_bars_of_the_outlook_begin_at_zero():
    picture = outlook(make_projection(jobs_base=500, jobs_target=1_000))

    assert picture is not None
    assert [(bar.label, bar.amount, bar.width) for bar in picture.bars] == [
        ("Jobs in 2024", "500", "50.00%"),
        ("Jobs in 2034", "1,000", "100.00%"),
    ]


def test_openings_are_split_by_reason_and_the_rest_is_growth():
    picture = outlook(make_projection(openings=100, transfers=54, exits=40))

    assert picture is not None
    assert [(part.kind, part.amount, part.share) for part in picture.parts] == [
        ("transfers", "54", "54%"),
        ("exits", "40", "40%"),
        ("growth", "6", "6%"),
    ]


def test_openings_in_a_shrinking_job_show_no_growth():
    picture = outlook(make_projection(openings=100, transfers=60, exits=40))

    assert picture is not None
    assert [part.kind for part in picture.parts] == ["transfers", "exits"]


def test_openings_with_a_reason_missing_are_not_split():
    picture = outlook(make_projection(exits=None))

    assert picture is not None
    assert picture.parts == []


def test_no_projection_is_no_picture():
    assert outlook(None) is None


def test_pictures_name_their_source_and_date():
    make_wage(source=make_source(key="oews", title="Wages"), as_of="May 2025")

    picture = pay_picture(facts_for())

    assert picture is not None
    assert [(cited.source.title, cited.edition) for cited in picture.notes[-1].sources] == [("Wages", "May 2025")]
