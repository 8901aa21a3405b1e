"""The directory of places to go: by job, state and kind, with what we know of each; and how editors keep it."""

import re
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from guides.models import Resource
from guides.page.directory.page import A_PAGE
from guides.search import index
from tests.factories import make_credential, make_resource, make_role, make_section, make_state
from tests.guides.small_content import change, load, small_folder
from tests.guides.test_admin_role import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LIST = "/places/"


@pytest.fixture
def helper():
    return make_role(slug="helper", title="Helper")


def make_places(*names, **fields):
    return [make_resource(name=name, **fields) for name in names]


def listed(client, query=""):
    answer = client.get(f"{LIST}{query}")
    return [row.place.name for _kind, rows in answer.context["directory"].groups for row in rows]


# ---- what is listed


def test_those_for_any_job_in_the_whole_country_are_listed_without_a_choice(client, helper):
    make_resource(name="Everyone")
    make_resource(name="Helpers", role=helper)
    make_resource(name="Ohio’s board", state=make_state("OH"))

    answer = client.get(LIST)

    assert sorted(listed(client)) == ["Everyone", "Helpers"]
    assert "1 more belongs to one state" in text_of(answer)


def test_a_state_brings_its_own_places_to_the_top_of_each_kind(client, helper):
    make_resource(name="Everyone", kind="official")
    make_resource(name="Texas", kind="official", state=make_state("TX"))
    make_resource(name="Ohio", kind="official", state=make_state("OH"))
    make_resource(name="A society", kind="association", state=make_state("OH"))

    assert listed(client, "?state=oh") == ["Ohio", "Everyone", "A society"]


def test_a_job_leaves_out_those_of_other_jobs(client, helper):
    make_resource(name="Everyone")
    make_resource(name="Helpers", role=helper)
    make_resource(name="Others", role=make_role())

    assert listed(client, "?role=helper") == ["Helpers", "Everyone"]


def test_a_kind_leaves_out_the_others_and_their_count_stays(client):
    make_resource(name="Society", kind="association")
    make_resource(name="Board", kind="job-board")

    answer = client.get(f"{LIST}?kind=job-board")

    assert listed(client, "?kind=job-board") == ["Board"]
    assert [(kind, link.count) for kind, link in answer.context["directory"].kinds] == [
        ("", 2), ("association", 1), ("job-board", 1),
    ]  # fmt: skip


def test_places_of_a_guide_that_is_not_out_are_nowhere(client):
    draft = make_role(slug="draft", status="draft")
    place = make_resource(name="Secret", role=draft)

    assert listed(client) == []
    assert client.get(place.get_absolute_url()).status_code == 404
    assert place.get_absolute_url() not in client.get(reverse("sitemap")).content.decode()


@pytest.mark.parametrize("query", ["?state=zz", "?role=nobody", "?kind=pub", "?page=x", "?state=ZZ&page=0"])
def test_what_the_address_says_wrong_is_named_and_changes_nothing(client, query):
    make_resource(name="Everyone")

    answer = client.get(f"{LIST}{query}")

    assert "We do not know that" in text_of(answer)
    assert listed(client, query) == ["Everyone"]


def test_a_long_list_has_pages_and_keeps_what_was_chosen(client):
    make_places(*(f"Place {number:03d}" for number in range(A_PAGE + 1)), kind="education")

    first = client.get(f"{LIST}?kind=education")

    assert len(listed(client, "?kind=education")) == A_PAGE
    assert 'href="?kind=education&amp;page=2"' in first.content.decode()
    assert listed(client, "?kind=education&page=2") == [f"Place {A_PAGE:03d}"]
    assert listed(client, "?kind=education&page=9") == [f"Place {A_PAGE:03d}"]


def test_nothing_found_says_what_to_take_off(client, helper):
    answer = client.get(f"{LIST}?role=helper&kind=education")

    assert "Nothing of this kind is in our data." in text_of(answer)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_at_any_length(client, helper, number, django_assert_num_queries):
    for usps in ["OH", "PA", "TX"][:number]:
        make_resource(role=helper, state=make_state(usps), kind="official")
        make_resource(role=make_role(), kind="association")
        make_resource()
    client.get(LIST)

    with django_assert_num_queries(5):
        client.get(f"{LIST}?state=OH")


# ---- what a row says


@pytest.mark.parametrize(("days", "is_stale"), [(-1, True), (0, False), (None, False)])
def test_a_place_past_its_review_date_is_marked(client, days, is_stale):
    day = TODAY + timedelta(days=days) if days is not None else None
    place = make_resource(review_by=day, checked_on=TODAY)

    for path in (LIST, place.get_absolute_url()):
        assert ("past its check" in text_of(client.get(path))) is is_stale


def test_what_we_do_not_know_is_left_out(client):
    known = make_resource(
        cost="Free", url="https://example.org/", checked_on=date(2026, 11, 23), sources="Its own page"
    )
    unknown = make_resource()

    told, empty = (text_of(client.get(place.get_absolute_url())) for place in (known, unknown))

    assert all(words in told for words in ("Cost", "Free", "23 November 2026", "Its own page", "Open the site"))
    assert "Cost" not in empty
    assert "Open the site" not in empty
    assert "have not confirmed the address" in empty


def test_the_page_of_a_place_leads_to_its_job_and_state(client, helper):
    place = make_resource(role=helper, state=make_state("OH"))

    page = client.get(place.get_absolute_url()).content.decode()

    assert 'href="/guides/helper/states/oh/"' in page
    assert 'href="/places/?role=helper&amp;state=OH"' in page
    assert client.get("/places/nowhere/").status_code == 404


# ---- the ways here


def test_strangers_are_led_here_and_members_to_their_jobs(client, as_seeker):
    connect = re.compile(r'href="([^"]+)"[^>]*>Connect<')

    assert connect.search(client.get(LIST).content.decode())[1] == LIST
    assert connect.search(as_seeker.get(LIST).content.decode())[1] == "/my/jobs/"


def test_a_guide_counts_the_places_for_the_reader_s_state(client, helper):
    make_section(role=helper)
    make_resource(role=helper, kind="official", state=make_state("OH"))
    make_resource(role=helper, kind="official", state=make_state("TX"))
    make_resource()

    ohio = client.get("/guides/helper/?state=OH").content.decode()
    nowhere = client.get("/guides/helper/").content.decode()

    assert 'href="/places/?role=helper&amp;state=OH&amp;kind=official"' in ohio
    assert "See all 2 places" in ohio
    assert "See the 1 place" in nowhere


def test_a_guide_without_places_has_no_section_for_them(client, helper):
    make_section(role=helper)

    assert "where-to-look" not in client.get("/guides/helper/").content.decode()


def test_a_state_s_page_lists_its_own_places_who_decides_first(client, helper):
    ohio = make_state("OH")
    make_resource(name="Society of Ohio", role=helper, kind="association", state=ohio)
    make_resource(name="Board of Ohio", role=helper, kind="official", state=ohio)
    make_resource(name="Board of Texas", role=helper, kind="official", state=make_state("TX"))

    page = text_of(client.get("/guides/helper/states/oh/"))

    assert "Where to look in Ohio" in page
    assert page.index("Board of Ohio", page.index("Where to look in Ohio")) < page.index("Society of Ohio")
    assert "Board of Texas" not in page


# ---- how it is kept


def test_the_queue_brings_places_up_and_a_tick_moves_them_a_year(as_editor, editor):
    place = make_resource(name="Society", review_by=TODAY, state=make_state("OH"))

    shown = text_of(as_editor.get(reverse("admin:guides_due")))
    as_editor.post(reverse("admin:guides_due"), {"checked": [f"place-{place.pk}"]})

    place.refresh_from_db()
    assert "Society" in shown
    assert (place.checked_on, place.review_by) == (TODAY, TODAY + timedelta(days=365))
    assert place.history.latest().history_user == editor


def test_editors_keep_a_place_with_its_versions(as_editor):
    place = make_resource(key="guild", name="Guild")
    fields = {"name": "Guild of helpers", "kind": "association", "what_for": "Meeting.", "key": "guild", "position": 0,
              "confidence": "medium", "cost": "$30 a year"}  # fmt: skip

    as_editor.post(reverse("admin:guides_resource_change", args=[place.pk]), fields)

    place.refresh_from_db()
    history = text_of(as_editor.get(reverse("admin:guides_resource_history", args=[place.pk])))
    assert (place.name, place.cost) == ("Guild of helpers", "$30 a year")
    assert "Guild of helpers" in history


def test_files_say_the_state_the_cost_and_the_sources_and_an_editor_s_change_stands(tmp_path):
    text = (
        "- {key: board, kind: official, name: Board, what_for: The rule., state: OH, cost: Free, sources: Its page}\n"
    )
    folder = change(small_folder(tmp_path), {"resources.yaml": text})
    load(folder)
    place = Resource.objects.get(key="board")
    assert (place.state_id, place.cost, place.sources) == ("OH", "Free", "Its page")

    place.cost = "$5"
    place.save()
    load(folder)

    place.refresh_from_db()
    assert place.cost == "$5"


def test_a_state_that_is_not_there_is_named(tmp_path):
    text = "- {key: board, kind: official, name: Board, what_for: The rule., state: ZZ}\n"
    err = StringIO()

    with pytest.raises(CommandError):
        call_command("load_content", path=change(small_folder(tmp_path), {"resources.yaml": text}), stderr=err)

    assert "The state “ZZ” does not exist" in err.getvalue()
    assert not Resource.objects.exists()


# ---- how it is found


def test_search_finds_a_place_by_its_name_its_state_and_its_use(client, helper):
    make_resource(name="Guild of Helpers", key="guild", what_for="Evening courses on compounding.", role=helper)
    make_resource(name="Job Link", key="link", state=make_state("OH"))
    index.reindex()

    for asked, key in (("guild", "guild"), ("compounding courses", "guild"), ("job link ohio", "link")):
        page = client.get(reverse("guides:search"), {"q": asked}).content.decode()
        assert f'href="/places/{key}/"' in page, asked


def test_search_shows_the_board_of_the_state_that_was_asked_about_and_else_who_leads_to_it(client, helper):
    make_resource(name="All boards of helping", key="all", kind="official")
    for usps, name in (("OH", "Ohio"), ("TX", "Texas")):
        make_resource(name=f"Board of helping of {name}", key=usps.lower(), state=make_state(usps), role=helper)
    index.reindex()

    def found(asked):
        return [hit.url for hit in client.get(reverse("guides:search"), {"q": asked}).context["results"].places]

    assert found("board helping texas") == ["/places/tx/", "/places/all/"]
    assert found("board helping") == ["/places/all/"]


def test_a_place_is_found_by_its_letters_where_a_credential_s_are_nearly_the_same(client, helper):
    make_credential(roles=(helper,), name="Certified helper", abbreviation="AAPC", is_entry=True)
    make_resource(name="Association of helpers (AAPT)", key="aapt")
    index.reindex()

    assert 'href="/places/aapt/"' in client.get(reverse("guides:search"), {"q": "aapt"}).content.decode()


def test_search_follows_what_editors_do_and_hides_places_of_drafts(client, as_editor, helper):
    place, hidden = (
        make_resource(name="Guild", role=helper),
        make_resource(name="Lodge", role=make_role(status="draft")),
    )
    index.reindex()
    assert hidden.get_absolute_url() not in client.get(reverse("guides:search"), {"q": "lodge"}).content.decode()

    as_editor.post(reverse("admin:guides_resource_delete", args=[place.pk]), {"post": "yes"})

    assert not Resource.objects.filter(pk=place.pk).exists()
    assert place.get_absolute_url() not in client.get(reverse("guides:search"), {"q": "guild"}).content.decode()
