"""The drug names that we ship as cards."""

from pathlib import Path

import pytest

from kit.plain_yaml import load_yaml

CONTENT = Path(__file__).parents[2] / "certifications" / "content"
DRUGS = load_yaml((CONTENT / "drugs.yaml").read_text())


def test_there_are_enough_names_to_learn_and_each_stands_once():
    assert len(DRUGS) >= 120
    assert len({drug["slug"] for drug in DRUGS}) == len(DRUGS)
    assert len({drug["generic"].casefold() for drug in DRUGS}) == len(DRUGS)


@pytest.mark.parametrize("drug", DRUGS, ids=[drug["slug"] for drug in DRUGS])
def test_a_name_says_class_use_and_what_is_worth_knowing(drug):
    assert all(drug[name] for name in ("generic", "brand", "drug_class", "used_for", "note"))
    assert drug["note"].endswith(".")
    assert drug["source"] == "dailymed"


def test_no_brand_belongs_to_two_names():
    brands = [brand.split(" (")[0].strip() for drug in DRUGS for brand in drug["brand"].split(", ")]

    assert len({*brands}) == len(brands)
