"""The reference content files, read as they are, without a database."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model

from guides.models import Fact, Resource, Source, StateRequirement
from kit.plain_yaml import load_yaml

CONTENT = Path(__file__).resolve().parents[2] / "guides" / "content"
ROLE = CONTENT / "roles" / "pharmacy-technician"
WAGE_FILES = sorted((CONTENT / "wages").glob("*.yaml"))
FACT_KEYS = {
    "eligibility",
    "exam.items",
    "exam.time",
    "exam.fee",
    "exam.passing",
    "exam.retake",
    "renewal.years",
    "renewal.ce",
    "renewal.conditions",
    "renewal.fee",
    "renewal.late",
    "renewal.reinstatement",
}
CREDENTIALS = {
    "ptcb-cpht",
    "nha-cpht",
    "ptcb-cpht-adv",
    "ptcb-cspt",
    "ptcb-tpv",
    "ptcb-medication-history",
    "ptcb-hazardous-drug-management",
    "ptcb-billing",
    "ptcb-diversion-prevention",
    "ptcb-immunization",
    "ptcb-point-of-care",
    "ptcb-mtm",
    "ptcb-regulatory",
    "ptcb-supply-chain",
    "ptcb-nonsterile",
}
NATIONAL_MEDIANS = {
    "29-2052": 45750,
    "31-9092": 45690,
    "31-9097": 45230,
    "31-9091": 48070,
    "31-1131": 42260,
    "29-2055": 64650,
    "31-9093": 47700,
    "29-2042": 44470,
    "29-2072": 51140,
    "29-2056": 47380,
    "29-2034": 80110,
    "29-2061": 64400,
    "29-1051": 140910,
}


@cache
def read(path: Path) -> Any:
    return load_yaml(path.read_text(encoding="utf-8"))


def optional(path: Path) -> list[dict[str, Any]]:
    return (read(path) or []) if path.exists() else []


def wage_rows(soc: str) -> list[dict[str, Any]]:
    data = read(CONTENT / "wages" / f"{soc}.yaml")
    return [dict(zip(data["columns"], row, strict=True)) for row in data["rows"]]


def wage(soc: str, place: str = "US", naics: str = "") -> dict[str, Any]:
    return next(row for row in wage_rows(soc) if (row["place"], row["naics"]) == (place, naics))


def credential_facts() -> list[tuple[str, dict[str, Any]]]:
    return [(item["slug"], fact) for item in read(CONTENT / "credentials.yaml") for fact in item["facts"]]


def all_facts() -> list[dict[str, Any]]:
    shared = optional(CONTENT / "facts.yaml") + optional(ROLE / "facts.yaml")
    return shared + [fact for _, fact in credential_facts()]


def source_keys() -> list[str]:
    return [item["key"] for item in optional(CONTENT / "sources.yaml") + optional(ROLE / "sources.yaml")]


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: str(path.relative_to(CONTENT)))
def test_every_content_file_is_yaml(path: Path) -> None:
    assert read(path) is not None


@pytest.mark.parametrize("path", WAGE_FILES, ids=lambda path: path.stem)
def test_every_wage_row_has_a_cell_for_every_column(path: Path) -> None:
    data = read(path)

    lengths = {len(row) for row in data["rows"]}

    assert data["soc"] == path.stem
    assert lengths == {len(data["columns"])}


@pytest.mark.parametrize("path", WAGE_FILES, ids=lambda path: path.stem)
def test_every_wage_row_stands_once(path: Path) -> None:
    places = [(row["place"], row["naics"]) for row in wage_rows(path.stem)]

    assert len(places) == len(set(places))
    assert ("US", "") in places


@pytest.mark.parametrize("path", WAGE_FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("unit", ["hour", "year"])
def test_pay_rises_from_the_tenth_to_the_ninetieth_percentile(path: Path, unit: str) -> None:
    for row in wage_rows(path.stem):
        pay = [row[f"{unit}_{step}"] for step in ("p10", "p25", "median", "p75", "p90")]
        known = [value for value in pay if value is not None]

        assert known == sorted(known), (row["place"], row["industry"])


def test_industries_fit_the_field_and_have_a_name() -> None:
    for row in wage_rows("29-2052"):
        assert len(row["naics"]) <= 6
        assert bool(row["naics"]) == bool(row["industry"])


@pytest.mark.parametrize(("soc", "median"), NATIONAL_MEDIANS.items())
def test_the_national_median_is_the_published_one(soc: str, median: int) -> None:
    assert wage(soc)["year_median"] == median


@pytest.mark.parametrize(
    ("place", "naics", "median"),
    [
        ("WA", "", 58900),
        ("CA", "", 55110),
        ("WV", "", 38210),
        ("PR", "", 29520),
        ("US", "456110", 39240),
        ("US", "622000", 50760),
        ("US", "455000", 48150),
        ("US", "621400", 57860),
        ("US", "42--43", 45790),
        ("US", "999100", 66420),
    ],
)
def test_pay_of_pharmacy_technicians_is_the_published_one(place: str, naics: str, median: int) -> None:
    assert wage("29-2052", place, naics)["year_median"] == median


def test_pay_of_pharmacy_technicians_is_known_for_every_place() -> None:
    places = {row["place"] for row in wage_rows("29-2052")}

    assert places == {"US"} | {item["usps"] for item in read(CONTENT / "states.yaml")}


def test_states_are_fifty_with_the_district_and_three_territories() -> None:
    kinds = [item["kind"] for item in read(CONTENT / "states.yaml")]

    assert (kinds.count("state"), kinds.count("district"), kinds.count("territory")) == (50, 1, 3)
    assert len({item["fips"] for item in read(CONTENT / "states.yaml")}) == 54


def test_every_state_and_the_district_have_one_rule() -> None:
    wanted = {item["usps"] for item in read(CONTENT / "states.yaml") if item["kind"] != "territory"}
    given = [rule["state"] for rule in read(ROLE / "states.yaml")]

    assert len(given) == 51
    assert set(given) == wanted


@pytest.mark.parametrize("rule", read(ROLE / "states.yaml"), ids=lambda rule: rule["state"])
def test_a_state_rule_is_whole(rule: dict[str, Any]) -> None:
    assert rule["kind"] in {"registration", "licence", "certification", "permit", "none", "changing"}
    assert rule["national"] in {"yes", "no", "unknown"}
    assert rule["confidence"] in {"high", "medium", "low"}
    assert rule["detail"]
    assert rule["board"]
    assert rule["sources"]
    assert rule["board_url"] == "" or rule["board_url"].startswith("https://")


def test_a_state_rule_of_low_confidence_is_not_given_as_an_answer() -> None:
    doubtful = [rule for rule in read(ROLE / "states.yaml") if rule["confidence"] == "low"]

    for rule in doubtful:
        assert "could not confirm" in rule["detail"], rule["state"]
        assert rule["national"] == "unknown", rule["state"]
        assert rule["review_by"] <= date(2026, 11, 30), rule["state"]


def test_projections_add_up_and_stand_once() -> None:
    projections = read(CONTENT / "projections.yaml")

    socs = [item["soc"] for item in projections]

    assert sorted(socs) == sorted(NATIONAL_MEDIANS)
    for item in projections:
        change = 100 * (item["jobs_target"] - item["jobs_base"]) / item["jobs_base"]
        assert abs(change - item["change_percent"]) < 0.15, item["soc"]
        assert item["exits"] + item["transfers"] <= item["openings"] + 100, item["soc"]


def test_the_outlook_of_pharmacy_technicians_is_the_published_one() -> None:
    item = next(item for item in read(CONTENT / "projections.yaml") if item["soc"] == "29-2052")

    assert (item["jobs_base"], item["jobs_target"], item["openings"]) == (490400, 521800, 49000)
    assert (item["exits"], item["transfers"], item["change_percent"]) == (18900, 27000, 6.4)


def test_the_credentials_are_the_fifteen_with_two_for_people_starting_out_and_one_of_many_jobs() -> None:
    credentials = read(CONTENT / "credentials.yaml")

    assert {item["slug"] for item in credentials} == {*CREDENTIALS, "bls-provider"}
    assert [item["slug"] for item in credentials if item["is_entry"]] == ["ptcb-cpht", "nha-cpht"]


def test_a_credential_states_each_fact_once_under_a_known_key() -> None:
    keys = [(slug, fact["key"]) for slug, fact in credential_facts()]

    assert {key for _, key in keys} <= FACT_KEYS
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("fact", all_facts(), ids=lambda fact: fact["label"])
def test_a_fact_has_a_value_and_a_date_to_look_again(fact: dict[str, Any]) -> None:
    assert isinstance(fact["value"], str)
    assert fact["value"]
    assert fact["confidence"] in {"high", "medium", "low"}
    assert isinstance(fact["review_by"], date)


def test_every_source_that_is_named_is_listed_once() -> None:
    named = {fact["source"] for fact in all_facts()}
    named |= {item["source"] for item in read(CONTENT / "projections.yaml")}
    named |= {read(path)["source"] for path in WAGE_FILES}

    assert len(source_keys()) == len(set(source_keys()))
    assert named - set(source_keys()) == set()


def test_every_source_says_how_close_it_is_and_when_it_was_seen() -> None:
    for source in optional(CONTENT / "sources.yaml") + optional(ROLE / "sources.yaml"):
        assert source["kind"] in {"official", "second-hand", "own"}, source["key"]
        assert isinstance(source["seen_on"], date), source["key"]


def test_every_resource_stands_once_and_says_what_for() -> None:
    resources = optional(CONTENT / "resources.yaml") + optional(ROLE / "resources.yaml")

    keys = [item["key"] for item in resources]

    assert len(keys) == len(set(keys))
    for item in resources:
        assert item["kind"] in {"association", "job-board", "directory", "education", "official"}, item["key"]
        assert 0 < len(item["what_for"]) <= 300, item["key"]
        assert not item.get("url") or item["url"].startswith("https://"), item["key"]
        assert item["checked_on"] is None or isinstance(item["checked_on"], date), item["key"]


@pytest.mark.parametrize("path", [CONTENT / "resources.yaml", *sorted(CONTENT.glob("roles/*/resources.yaml"))], ids=str)
def test_every_place_says_when_to_look_again(path: Path) -> None:
    for item in read(path):
        assert isinstance(item["review_by"], date), item["key"]
        assert item["checked_on"] is None or item["checked_on"] < item["review_by"], item["key"]


def test_the_boards_of_the_directory_are_those_of_the_state_rules() -> None:
    boards = [item for item in read(ROLE / "resources.yaml") if item["key"].startswith("board-of-pharmacy-")]
    rules = read(ROLE / "states.yaml")

    assert [(item["state"], item["name"], item["url"]) for item in boards] == [
        (rule["state"], rule["board"], rule["board_url"]) for rule in rules
    ]


def test_every_state_has_its_job_bank() -> None:
    states = {state["usps"] for state in read(CONTENT / "states.yaml")}
    banks = {item["state"] for item in read(CONTENT / "resources.yaml") if item["key"].startswith("job-bank-")}

    assert states - banks == {"PR"}


@pytest.mark.parametrize("path", sorted(CONTENT.glob("roles/*/terms.yaml")), ids=lambda path: path.parent.name)
def test_the_terms_of_a_role_are_many_enough_and_stand_once(path: Path) -> None:
    data = read(path)
    terms, verbs, words = data["terms"], data["verbs"], data["vocabulary"]
    names = [term["name"].casefold() for term in terms]

    assert 25 <= len(terms) <= 50
    assert 15 <= len(verbs) <= 30
    assert all(len(found) == len(set(found)) for found in (names, verbs, words))
    assert all(verb == verb.lower() and " " not in verb for verb in verbs)
    assert {term["kind"] for term in terms} == {"skill", "tool", "credential", "duty"}
    assert 5 <= sum(term.get("is_required", False) for term in terms) <= 15
    assert any(term.get("is_required") for term in terms if term["kind"] == "credential")
    for term in terms:
        also = [name.casefold() for name in term.get("also", ())]
        assert len(also) == len({*also} - {term["name"].casefold()}), term["name"]


def test_every_role_has_terms() -> None:
    roles = {path.parent.name for path in CONTENT.glob("roles/*/role.yaml")}

    assert {path.parent.name for path in CONTENT.glob("roles/*/terms.yaml")} == roles


def test_every_date_of_a_state_rule_is_a_date() -> None:
    for rule in read(ROLE / "states.yaml"):
        assert isinstance(rule["checked_on"], date), rule["state"]
        assert isinstance(rule["review_by"], date), rule["state"]
        assert rule["as_of"] == "" or rule["as_of"][-4:].isdigit(), rule["state"]


def test_every_setting_of_the_guide_has_the_pay_it_points_at() -> None:
    industries = {row["naics"] for row in wage_rows("29-2052")}
    settings = read(ROLE / "role.yaml")["settings"]

    assert {item["naics"] for item in settings if item.get("naics")} <= industries


@pytest.mark.parametrize(("key", "answer"), [("states.certification", "yes"), ("states.unclear", "unknown")])
def test_the_counts_in_the_text_are_those_of_the_table_of_states(key: str, answer: str) -> None:
    fact = next(fact for fact in read(ROLE / "facts.yaml") if fact["key"] == key)
    counted = [rule["state"] for rule in read(ROLE / "states.yaml") if rule["national"] == answer]

    assert fact["number"] == len(counted)
    assert fact["value"] == str(len(counted))
    assert all(state in fact["note"] for state in counted)


@pytest.mark.parametrize(
    ("model", "path"),
    [
        (Source, CONTENT / "sources.yaml"),
        (Source, ROLE / "sources.yaml"),
        (Fact, CONTENT / "facts.yaml"),
        (Fact, ROLE / "facts.yaml"),
        (Resource, CONTENT / "resources.yaml"),
        (Resource, ROLE / "resources.yaml"),
        (StateRequirement, ROLE / "states.yaml"),
    ],
    ids=lambda value: value.parent.name + "/" + value.name if isinstance(value, Path) else value.__name__,
)
def test_every_text_fits_its_field(model: type[Model], path: Path) -> None:
    limits = {field.name: limit for field in model._meta.fields if (limit := getattr(field, "max_length", None))}

    for item in read(path):
        for name, limit in limits.items():
            assert len(str(item.get(name) or "")) <= limit, (item.get("key") or item.get("state"), name)
