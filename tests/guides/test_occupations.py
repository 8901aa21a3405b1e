"""Looking through all occupations: filters that combine, counts, orders, pages, and what they cost."""

import re
from decimal import Decimal

import pytest
from django.utils.html import strip_tags

from guides.models import Role
from guides.occupations.listed import GROWTH_BANDS, PAY_BANDS, band
from tests.factories import make_job_zone, make_occupation, make_projection, make_role, make_state, make_wage

pytestmark = pytest.mark.django_db


def make_listed(title: str, soc: str, *, zone: int = 2, pay: int | None = 40_000, **outlook):
    """An occupation with its pay, and with its outlook where one is given."""
    occupation = make_occupation(title=title, code=f"{soc}.00", job_zone=make_job_zone(number=zone))
    if pay:
        make_wage(soc=soc, year_median=pay)
    if outlook:
        make_projection(soc=soc, **outlook)
    return occupation


def page_of(client, query=""):
    return client.get(f"/occupations/{query}").content.decode()


def titles(client, query: str = "") -> list[str]:
    """The occupations on the page, in their order."""
    return re.findall(r'<th scope="row"><a href="/occupations/[^"]+">([^<]+)</a>', page_of(client, query))


def choices(page: str) -> dict[str, int]:
    """Every choice of every filter with the count beside it."""
    found = re.findall(r'<li><a href="[^"]*#list"[^>]*>([^<]+) <span class="num">(\d+)</span></a></li>', page)
    return {words: int(number) for words, number in found}


@pytest.fixture
def three(db):
    """A nurse, a cook and a clerk."""
    make_listed("Nurses", "29-1141", zone=3, pay=80_000, openings=300, change_percent=Decimal("5.0"))
    make_listed("Cooks", "35-2014", zone=1, pay=35_000, openings=900, change_percent=Decimal("14.9"))
    make_listed("Clerks", "43-9061", zone=2, pay=34_999, openings=500, change_percent=Decimal("-6.7"))


# ---- which are shown


def test_without_any_occupation_there_is_no_such_page(client):
    assert client.get("/occupations/").status_code == 404


def test_all_are_listed_with_what_people_compare(client, three):
    text = " ".join(strip_tags(page_of(client)).split())

    assert "3 occupations" in text
    assert "$80,000" in text
    assert "+14.9%" in text
    assert "−6.7%" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?field=29", ["Nurses"]),
        ("?zone=1", ["Cooks"]),
        ("?pay=35", ["Clerks"]),
        ("?pay=50", ["Cooks"]),
        ("?growth=shrink", ["Clerks"]),
        ("?growth=most", ["Cooks"]),
        ("?field=29&zone=3&pay=100&growth=some", ["Nurses"]),
        ("?field=29&zone=1", []),
    ],
)
def test_filters_combine(client, three, query, expected):
    assert titles(client, query) == expected


def test_schooling_and_training_are_filters(client):
    make_listed("Drivers", "53-3032", openings=10, entry_education="Postsecondary nondegree award", training="None")
    make_listed("Cooks", "35-2014", openings=20, entry_education="No formal educational credential", training="None")

    assert titles(client, "?schooling=certificate") == ["Drivers"]
    assert titles(client, "?training=none") == ["Cooks", "Drivers"]


@pytest.mark.parametrize(
    ("value", "expected"), [(34_999, "35"), (35_000, "50"), (99_999, "100"), (100_000, "more"), (None, "")]
)
def test_pay_falls_into_the_band_that_it_begins(value, expected):
    assert band(PAY_BANDS, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("-0.1", "shrink"), ("0.0", "slow"), ("2.9", "slow"), ("3.0", "some"), ("10.0", "most")]
)
def test_growth_falls_into_the_band_that_it_begins(value, expected):
    assert band(GROWTH_BANDS, Decimal(value)) == expected


def test_each_choice_says_how_many_it_would_leave(client, three):
    counts = choices(page_of(client, "?pay=100"))

    assert counts["$75,000 to $100,000"] == 1
    assert counts["$35,000 to $50,000"] == 1
    assert counts["Under $35,000"] == 1
    assert counts["One to two years"] == 1
    assert "Days to a few months" not in counts


def test_a_choice_keeps_the_other_filters_and_the_order(client, three):
    page = page_of(client, "?field=29&sort=pay")

    assert 'href="?field=29&amp;zone=3&amp;sort=pay#list"' in page
    assert 'href="?sort=pay#list" aria-current="true">Health: treating, testing, technical work' in page


def test_nothing_found_says_which_filter_to_take_off(client, three):
    text = " ".join(strip_tags(page_of(client, "?field=29&zone=1")).split())

    assert "Nothing fits all of these at once." in text
    assert "Without “Health: treating, testing, technical work” 1" in text
    assert "Without “Days to a few months” 1" in text


@pytest.mark.parametrize(
    "query", ["field=99", "zone=7", "pay=lots", "growth=%00", "sort=luck", "page=0", "page=x", "state=ZZ"]
)
def test_what_an_address_says_wrongly_changes_nothing_and_is_named(client, three, query):
    response = client.get(f"/occupations/?{query}")

    assert response.status_code == 200
    assert 'class="remarks"' in response.content.decode()
    assert len(titles(client, f"?{query}")) == 3


# ---- order


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Cooks", "Clerks", "Nurses"]),
        ("?sort=pay", ["Nurses", "Cooks", "Clerks"]),
        ("?sort=growth", ["Cooks", "Nurses", "Clerks"]),
        ("?sort=name", ["Clerks", "Cooks", "Nurses"]),
    ],
)
def test_the_list_can_be_ordered(client, three, query, expected):
    assert titles(client, query) == expected


def test_what_is_not_known_stands_last(client, three):
    make_listed("Unknowns", "55-1011", pay=None)

    assert titles(client, "?sort=pay")[-1] == "Unknowns"
    assert titles(client, "?sort=growth")[-1] == "Unknowns"


def test_without_pay_and_outlook_the_list_goes_by_name_and_offers_nothing_else(client):
    make_listed("Nurses", "29-1141", pay=None)
    make_listed("Cooks", "35-2014", pay=None)

    page = page_of(client, "?sort=pay")

    assert titles(client, "?sort=pay") == ["Cooks", "Nurses"]
    assert "Highest pay" not in page
    assert "Middle pay" not in page
    assert "Growth" not in page


# ---- whose figures


def test_pay_is_that_of_the_reader_s_state(client, three):
    make_wage(soc="29-1141", place=make_state("OH").usps, year_median=77_770)

    page = page_of(client, "?state=OH&sort=pay")

    assert "$77,770" in page
    assert "$80,000" not in page
    assert "Middle pay, Ohio" in page
    assert 'href="?state=OH&amp;field=29&amp;sort=pay#list"' in page


@pytest.mark.parametrize(("error", "is_told"), [("10.0", True), ("10.1", False)])
def test_pay_that_few_answered_about_is_not_told(client, error, is_told):
    make_occupation(code="29-1141.00")
    make_wage(soc="29-1141", year_median=80_000, mean_error=error)

    assert ("$80,000" in page_of(client)) is is_told


def test_pay_at_the_top_of_the_scale_is_so_much_or_more(client):
    make_occupation(code="29-1141.00")
    make_wage(soc="29-1141", year_median=239_200, or_more="median p75 p90")

    assert "$239,200 or more" in page_of(client)


def test_an_occupation_that_shares_its_figures_says_so(client):
    make_listed("Nurses", "29-1141")
    make_occupation(title="Critical care nurses", code="29-1141.03")

    page = page_of(client)

    assert titles(client) == ["Nurses", "Critical care nurses"]
    assert page.count('class="occupations__note"') == 1
    assert "The statistics count this one together with others" in page


def test_our_guides_are_marked_and_drafts_are_not(client, three):
    make_role(slug="nurse", onet_soc="29-1141.00")
    make_role(slug="cook", onet_soc="35-2014.00", status=Role.Status.DRAFT)

    page = page_of(client)

    assert '<a class="tag tag--ok" href="/guides/nurse/">our guide</a>' in page
    assert "/guides/cook/" not in page


# ---- pages


def make_many(number: int) -> None:
    for place in range(number):
        make_occupation(title=f"Job {place:03d}", code=f"51-{place:04d}.00")


@pytest.mark.parametrize(("number", "pages"), [(50, 0), (51, 2)])
def test_fifty_stand_on_a_page(client, number, pages):
    make_many(number)

    page = page_of(client)

    assert len(titles(client)) == 50
    assert page.count('class="num" href="?page=') == pages


def test_pages_follow_each_other_and_keep_the_filters(client):
    make_many(120)

    page = page_of(client, "?field=51&page=2")

    assert titles(client, "?field=51&page=2")[0] == "Job 050"
    assert '<a rel="prev" href="?field=51&amp;page=1#list">' in page
    assert '<a rel="next" href="?field=51&amp;page=3#list">' in page


def test_a_page_past_the_end_is_the_last_one(client):
    make_many(60)

    assert titles(client, "?page=9")[0] == "Job 050"


# ---- what it costs, and who leads here


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_as_often_at_any_length(as_seeker, number, django_assert_num_queries):
    for place in range(number):
        make_listed(f"Job {place}", f"51-000{place}", openings=10)
        make_role(onet_soc=f"51-000{place}.00")
    page_of(as_seeker, "?state=OH")
    make_listed("Another", "51-9999", openings=10)

    with django_assert_num_queries(12):
        page_of(as_seeker, "?sort=pay")


def test_an_import_shows_on_the_next_request(client, three):
    page_of(client)

    make_listed("Welders", "51-4121")

    assert "Welders" in titles(client)


@pytest.mark.parametrize("address", ["/", "/guides/"])
def test_lists_of_guides_lead_here_where_there_is_something_to_see(client, address):
    make_role()
    before = client.get(address).content.decode()
    make_listed("Nurses", "29-1141")
    after = client.get(address).content.decode()

    assert "/occupations/" not in before
    assert "Another job? Look at 1 occupation" in after
