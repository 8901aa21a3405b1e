"""`explain_renewal`: tries a rule against a ledger."""

import io
import json
from copy import deepcopy
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from certifications.renewal.reading import read_case, read_rule

RULE = {
    "total": "20",
    "minimums": [{"tag": "law", "hours": "1", "dimension": "topic", "in_first_cycle": True}],
    "caps": [{"tag": "P", "hours": "5"}],
    "excluded_tags": ["in_service"],
    "needs_evidence": False,
    "unit_hours": {"hour": "1", "ceu": "10", "nha_credit": "2"},
    "first_cycle": "full",
    "prorate_rate": None,
    "prorate_months": "floor",
    "requirement_rounding": None,
    "threshold_months": 12,
    "short_total": "0",
    "short_minimums": [],
    "carry_max": "0",
    "cycle_months": 24,
    "grace_days": 0,
    "reinstate_months": 12,
    "reinstate_total": None,
    "reinstate_minimums": [],
}
CASE = {
    "rule": RULE,
    "cycle": {
        "starts_on": "2024-07-01",
        "ends_on": "2026-06-30",
        "is_first": False,
        "reinstating": False,
        "carry_in": "0",
    },
    "credits": [
        {
            "id": "a",
            "completed_on": "2024-09-10",
            "quantity": "12",
            "unit": "hour",
            "tags": ["T"],
            "activity_id": "",
            "evidence": True,
            "rejected": False,
        }
    ],
    "as_of": "2026-06-30",
}
ANSWER = {
    "schema": 1,
    "required": "20.00",
    "counted": "12.00",
    "carried_in": "0.00",
    "remaining": "8.00",
    "short": {"law": "1.00"},
    "hours_to_go": "8.00",
    "percent": 60,
    "complete": False,
    "over_cap": "0.00",
    "carry_out": "0.00",
    "lines": [{"id": "a", "counted": "12.00", "reason": ""}],
}


def changed(path, value):
    """The case with one value changed; the path is as an error names it."""
    case = deepcopy(CASE)
    *way, last = (int(step) if step.isdigit() else step for step in path.replace("[", ".").replace("]", "").split("."))
    place = case
    for step in way:
        place = place[step]
    place[last] = value
    return case


@pytest.fixture
def answers(tmp_path):
    """Writes a text into a file, and reads what the command makes of it."""

    def run(text, *options):
        path, out = tmp_path / "cases.json", io.StringIO()
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        try:
            call_command("explain_renewal", *options, str(path), stdout=out)
        except CommandError as error:
            return out.getvalue().splitlines(), error
        return out.getvalue().splitlines(), None

    return run


def test_one_object_is_answered_with_one_line(answers):
    lines, error = answers(json.dumps(CASE, indent=2), "--json")

    assert error is None
    assert [json.loads(line) for line in lines] == [ANSWER]


def test_one_object_a_line_is_answered_line_by_line(answers):
    lines, error = answers(f"{json.dumps(CASE)}\n\n{json.dumps(changed('as_of', '2024-09-09'))}\n", "--json")

    assert error is None
    assert [json.loads(line)["lines"][0]["reason"] for line in lines] == ["", "future"]


def test_standard_input_is_read_without_a_file(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(CASE).encode())))

    call_command("explain_renewal", "--json")

    assert json.loads(capsys.readouterr().out) == ANSWER


def test_what_the_rule_leaves_out_takes_its_defaults():
    assert read_rule({**RULE, "minimums": [], "caps": [], "excluded_tags": []}) == read_rule({})


def test_what_a_credit_leaves_out_takes_its_defaults():
    short = {"id": "a", "completed_on": "2024-09-10", "quantity": "12", "tags": ["T"]}

    assert read_case({**CASE, "credits": [short]}) == read_case(CASE)


def test_hours_may_be_numbers():
    assert read_case(json.loads(json.dumps(changed("rule.total", 20)))) == read_case(CASE)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("rule.total", "-1"),
        ("rule.total", "two"),
        ("rule.total", ""),
        ("rule.total", "NaN"),
        ("rule.total", "Infinity"),
        ("rule.total", "1e3"),
        ("rule.total", "1,5"),
        ("rule.total", "١"),
        ("rule.total", "10000"),
        ("rule.total", "1.005"),
        ("rule.total", True),
        ("rule.total", None),
        ("rule.total", []),
        ("rule.colour", "red"),
        ("rule.needs_evidence", "no"),
        ("rule.needs_evidence", 0),
        ("rule.first_cycle", "half"),
        ("rule.first_cycle", None),
        ("rule.prorate_months", "round"),
        ("rule.prorate_rate", "-0.5"),
        ("rule.requirement_rounding", "0"),
        ("rule.threshold_months", "12"),
        ("rule.threshold_months", 1.5),
        ("rule.cycle_months", 0),
        ("rule.cycle_months", True),
        ("rule.cycle_months", 121),
        ("rule.grace_days", -1),
        ("rule.reinstate_total", "x"),
        ("rule.unit_hours", []),
        ("rule.unit_hours.ceu", "0"),
        ("rule.unit_hours.ceu", "ten"),
        ("rule.minimums", {}),
        ("rule.minimums[0]", "law"),
        ("rule.minimums[0].tag", " "),
        ("rule.minimums[0].tag", 5),
        ("rule.minimums[0].hours", "-2"),
        ("rule.minimums[0].dimension", "size"),
        ("rule.minimums[0].colour", 1),
        ("rule.caps[0].hours", None),
        ("rule.excluded_tags", "in_service"),
        ("rule.excluded_tags[0]", 1),
        ("cycle.ends_on", "2024-06-30"),
        ("cycle.ends_on", "2026-02-30"),
        ("cycle.starts_on", "20240701"),
        ("cycle.starts_on", "0001-01-01"),
        ("cycle.starts_on", 2024),
        ("cycle.is_first", 1),
        ("cycle.carry_in", "-1"),
        ("cycle.length", 24),
        ("credits", {}),
        ("credits[0]", []),
        ("credits[0].id", 1),
        ("credits[0].id", "a\nb"),
        ("credits[0].id", "x" * 201),
        ("credits[0].quantity", "0"),
        ("credits[0].quantity", "-1"),
        ("credits[0].quantity", "1e999"),
        ("credits[0].unit", "point"),
        ("credits[0].tags", "T"),
        ("credits[0].tags[0]", "\ud800"),
        ("credits[0].evidence", None),
        ("credits[0].hours", "1"),
        ("as_of", "yesterday"),
        ("as_of", None),
        ("colour", 1),
    ],
)
def test_what_cannot_be_read_is_refused_by_the_name_of_its_key(answers, path, value):
    lines, error = answers(json.dumps(changed(path, value)), "--json")

    assert lines == []
    assert str(error).startswith(f"line 1: {path}: ")
    assert error.returncode == 2


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1e99999999999999999999", "9" * 5000])
def test_numbers_beyond_all_measure_are_refused(answers, number):
    text = json.dumps(CASE).replace('"12"', number)

    assert str(answers(text)[1]).startswith("line 1: credits[0].quantity: ")


@pytest.mark.parametrize("path", ["rule", "cycle", "credits", "as_of", "cycle.starts_on", "credits[0].completed_on"])
def test_what_is_missing_is_named(answers, path):
    case = changed(path, None)
    place = case["credits"][0] if "[" in path else case["cycle"] if "." in path else case
    del place[path.split(".")[-1]]

    assert str(answers(json.dumps(case))[1]) == f"line 1: {path}: this is missing."


def test_a_cycle_may_last_one_day():
    assert read_case(changed("cycle.ends_on", "2024-07-01")).cycle.ends_on == date(2024, 7, 1)


def test_two_credits_of_one_id_are_refused(answers):
    text = json.dumps({**CASE, "credits": CASE["credits"] * 2})

    assert str(answers(text)[1]) == "line 1: credits[1].id: another credit has this id."


def test_a_tag_with_two_minimums_is_refused(answers):
    text = json.dumps(changed("rule.minimums", RULE["minimums"] * 2))

    assert str(answers(text)[1]) == "line 1: rule.minimums[1].tag: this tag stands in the list twice."


def test_a_key_that_stands_twice_is_refused(answers):
    text = json.dumps(CASE).replace('"total": "20"', '"total": "20", "total": "2"')

    assert str(answers(text)[1]) == "line 1: total: this key stands in one object twice."


def test_the_first_bad_line_ends_it_and_is_numbered(answers):
    text = f"{json.dumps(CASE)}\n{json.dumps(changed('as_of', 'x'))}\n{json.dumps(CASE)}\n"

    lines, error = answers(text, "--json")

    assert [json.loads(line) for line in lines] == [ANSWER]
    assert str(error).startswith("line 2: as_of: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing to read"),
        (" \n", "nothing to read"),
        ('{"rule": ', "line 1: this is not JSON"),
        ("{}\n{", "line 1: rule: this is missing"),
        ("[]", "line 1: the object: this must be an object"),
        ("hello", "line 1: this is not JSON"),
        ("[" * 100_000, "too many brackets"),
        (b"\xff\xfe", "not text in UTF-8"),
    ],
)
def test_what_is_no_case_at_all_is_refused(answers, text, words):
    lines, error = answers(text, "--json")

    assert lines == []
    assert words in str(error)
    assert error.returncode == 2


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(CommandError, match=r"missing\.json cannot be read") as refused:
        call_command("explain_renewal", "missing.json")

    assert refused.value.returncode == 2


def test_without_json_it_speaks_to_people(answers):
    lines, _error = answers(json.dumps(CASE))

    assert lines == [
        "20 h in this cycle, in full.",
        "12 h count, 8 h to go, 60 %.",
        "Still short for law: 1 h.",
        "  a: Counts in full: 12 h in the total.",
        "",
    ]


def test_it_tells_people_which_course_they_had_better_leave_out(answers):
    rule = {"total": "20", "minimums": [{"tag": "law", "hours": "1"}]}
    rule |= {"caps": [{"tag": "P", "hours": "5"}, {"tag": "college", "hours": "5"}]}
    many = [
        {"id": name, "completed_on": "2025-01-01", "quantity": hours, "tags": tags}
        for name, hours, tags in [("a", "5", ["P"]), ("b", "5", ["college"]), ("c", "1", ["law", "P", "college"])]
    ]

    lines, _error = answers(json.dumps({**CASE, "rule": rule, "credits": many}))

    assert lines[1:3] == ["9 h count, 11 h to go, 45 %.", "Without c only 10 h would be to go."]
