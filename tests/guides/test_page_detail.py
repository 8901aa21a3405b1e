"""The guide's page as a reader gets it."""

import re
from collections import Counter
from datetime import date

import pytest
from django.test import Client

from guides.markup import BLOCKS
from guides.models import Role, Section
from tests.factories import (
    make_credential,
    make_fact,
    make_projection,
    make_question,
    make_related_role,
    make_resource,
    make_role,
    make_rung,
    make_saved_guide,
    make_section,
    make_state,
    make_state_requirement,
    make_step,
    make_term,
    make_title,
    make_wage,
    make_work_setting,
)

pytestmark = pytest.mark.django_db


def make_guide(*, rows: int = 1) -> Role:
    """A guide that shows every block, with as many rows of everything as asked."""
    role = make_role(slug="helper", title="Helper", art="counter")
    make_wage(year_median=45_750)
    make_projection()
    for number, usps in zip(range(rows), ("OH", "TX", "WA"), strict=False):
        make_wage(place=usps, year_median=40_000 + number * 5_000)
        make_state_requirement(role=role, state=make_state(usps))
        make_wage(naics=f"45611{number}")
        make_work_setting(role=role, naics=f"45611{number}")
        credential = make_credential(roles=(role,), is_entry=True)
        make_fact(key=f"{credential.slug}/exam.fee", credential=credential)
        make_credential(roles=(role,))
        make_fact(key=f"figure.a{number}")
        make_term(slug=f"word-{number}")
        make_section(
            role=role, body=f"{{{{ fact:figure.a{number} }}}} {{{{ term:word-{number} }}}}\n\n### More\n\nText."
        )
        make_step(role=role, body=f"{{{{ fact:figure.a{number} }}}}")
        make_rung(role=role)
        make_question(role=role)
        make_related_role(role=role, target=make_role(), soc=f"31-909{number}")
        make_title(role=role, is_shown=True)
        for kind in ("association", "job-board", "directory"):
            make_resource(kind=kind)
    body = "\n\n".join(f"{{{{ show:{block} }}}}" for block in BLOCKS)
    make_section(role=role, slug="all", title="Everything", body=body, kind=Section.Kind.WAY_IN)
    return role


def page_of(client: Client, query: str = "") -> str:
    response = client.get(f"/guides/helper/{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("query", ["", "?state=OH", "?state=TX", "?state=zz"])
def test_every_block_is_shown_whether_or_not_a_state_is_chosen(client, query):
    make_guide(rows=1)

    html = page_of(client, query)

    assert "<h1>Helper</h1>" in html
    assert html.count('class="block"') == len(BLOCKS)


def test_a_guide_without_any_data_still_stands(client):
    role = make_role(slug="helper", onet_soc="", art="", lead="")
    make_section(role=role, body="\n\n".join(f"{{{{ show:{block} }}}}" for block in BLOCKS))

    html = page_of(client)

    assert "Pay for this job is not in our data." in html
    assert "not in our data" in html


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_database_as_often_for_much_as_for_little(client, rows, django_assert_num_queries):
    make_guide(rows=rows)
    page_of(client)

    with django_assert_num_queries(7):
        page_of(client, "?state=OH")


@pytest.mark.parametrize("query", ["", "?state=OH"])
def test_no_anchor_stands_twice_and_every_link_inside_the_page_has_its_place(client, query):
    make_guide(rows=3)

    html = page_of(client, query)

    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert [name for name, count in ids.items() if count > 1] == []
    assert targets - ids.keys() == set()


def test_every_part_is_in_the_contents_and_can_be_linked_to(client):
    make_guide(rows=1)

    html = page_of(client)

    assert html.count('<a href="#all">Everything</a>') == 2
    assert (
        '<a class="anchor" href="#all"><span class="visually-hidden">Link to this part: Everything</span></a>' in html
    )


def test_one_flag_is_planted(client):
    make_guide(rows=3)

    assert page_of(client).count('class="flag ') == 1


def test_the_reader_s_state_is_chosen_in_the_menu(client):
    make_guide(rows=3)

    html = page_of(client, "?state=TX")

    assert '<option value="TX" selected>Texas</option>' in html
    assert "Middle pay in Texas" in html


def test_menus_belong_to_forms_that_lead_back_to_their_place(client):
    make_guide(rows=1)

    html = page_of(client)

    for name, anchor in (("state-first", "my-state"), ("state-again", "all")):
        assert f'form="{name}"' in html
        form = re.search(rf'<form id="{name}".*?</form>', html, re.DOTALL)
        assert form is not None
        assert f'value="/guides/helper/#{anchor}"' in form[0]


def test_choosing_a_state_changes_the_page_and_stays(client):
    make_guide(rows=3)

    response = client.post("/guides/my-state/", {"state": "TX", "next": "/guides/helper/#my-state"}, follow=True)

    assert response.redirect_chain[-1][0] == "/guides/helper/#my-state"
    assert "Middle pay in Texas" in response.content.decode()


def test_a_saved_guide_says_so(as_seeker, seeker):
    make_saved_guide(seeker, role=make_guide())

    html = page_of(as_seeker)

    assert re.search(r"Saved<span class=\"visually-hidden\">: take it off my page", html)


def test_a_guide_asks_whether_it_helped(client):
    make_guide()

    html = page_of(client)

    assert 'action="/guides/helper/feedback/"' in html
    assert html.count('name="verdict"') == 3


def test_an_unpublished_guide_does_not_exist_for_readers(client):
    make_role(slug="helper", status=Role.Status.DRAFT)

    assert client.get("/guides/helper/").status_code == 404


@pytest.mark.parametrize(("review_by", "is_marked"), [(date(2020, 1, 1), True), (None, False)])
def test_a_part_that_should_have_been_read_again_says_so(client, review_by, is_marked):
    role = make_role(slug="helper")
    make_section(role=role, review_by=review_by)

    assert ("An editor was to read this part again by 1 January 2020." in page_of(client)) is is_marked


@pytest.mark.parametrize(
    ("query", "link"), [("", "/guides/helper/states/"), ("?state=OH", "/guides/helper/states/oh/")]
)
def test_where_no_state_s_rule_is_known_the_part_promises_none(client, query, link):
    make_state("OH")
    make_section(role=make_role(slug="helper"), body="{{ show:state-rule }}")

    page = client.get(f"/guides/helper/{query}").content.decode()

    assert f'<p><a href="{link}">' in page
    assert "Choose your state to see its rule here" not in page
    assert "See the rules of all states" not in page
