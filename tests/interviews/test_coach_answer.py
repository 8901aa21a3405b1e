import io
import json

import pytest
from django.core.management import CommandError, call_command

from interviews import bank_files
from interviews.feedback.result import CODES

STORY = (
    "🙂 Last winter a man was shouting at our counter. It was my job to sort it out. I called his plan and corrected the "
    "birth date. He had his pills in nine minutes, um, and he thanked me."
)
QUESTION = "Tell me about a time you dealt with an upset customer."


@pytest.fixture
def coached(monkeypatch):
    def run(*lines, json_wanted=True):
        given = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()), encoding="ascii")
        monkeypatch.setattr("sys.stdin", given)
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("coach_answer", json=json_wanted, stdout=out, stderr=err)
        except CommandError as error:
            return out.getvalue(), err.getvalue() + f"{error}\n", error.returncode
        return out.getvalue(), err.getvalue(), 0

    return run


def line(**row):
    return json.dumps(
        {"question": QUESTION, "type": None, "role": "pharmacy-technician", "text": STORY, "duration_s": None} | row
    )


def test_each_line_is_answered_with_all_that_is_promised(coached):
    out, err, code = coached(line())

    found = json.loads(out)
    assert (err, code) == ("", 0)
    assert list(found) == [
        "schema",
        "type",
        "on_topic",
        "spans",
        "has",
        "quantified",
        "fillers",
        "hedges",
        "badge",
        "quality",
        "advice",
    ]
    assert (found["schema"], found["type"], found["on_topic"], found["quantified"]) == (1, "behavioural", True, True)
    assert set(found["has"]) == {"situation", "task", "action", "result"}
    assert found["quality"] in {1, 2, 3, 4, 5}
    assert found["badge"] in {"draft", "getting-there", "interview-ready"}
    assert [STORY[place["start"] : place["end"]] for place in found["fillers"]] == ["um"]
    assert {span["label"] for span in found["spans"]} <= set("STAR")
    assert STORY[found["spans"][0]["start"] :].startswith("Last winter")
    for note in found["advice"]:
        assert set(note) == {"code", "text", "start", "end"}
        assert note["code"] in CODES


def test_the_order_is_kept_blank_lines_are_skipped_and_what_cannot_be_read_is_named_with_its_number(coached):
    out, err, code = coached(line(text="Teamwork"), "", "{nothing", "[1]", line(text=7), '{"text": "Hi there"}', line())

    found = [json.loads(row) for row in out.splitlines()]
    assert [row["type"] for row in found] == ["behavioural", None, "behavioural"]
    assert [said.partition(":")[0] for said in err.splitlines()] == [
        "Line 3",
        "Line 4",
        "Line 5",
        "3 lines could not be read.",
    ]
    assert code == 2


@pytest.mark.parametrize(
    "row",
    [
        {"type": "riddle"},
        {"type": 3},
        {"role": "astronaut"},
        {"role": None},
        {"duration_s": "long"},
        {"duration_s": -1},
        {"duration_s": True},
        {"duration_s": 44.5},
        {"question": None},
        {"text": ""},
        {"more": [1]},
    ],
)
def test_what_is_unknown_or_missing_is_no_error(coached, row):
    out, err, code = coached(line(**row))

    assert (len(out.splitlines()), err, code) == (1, "", 0)


def test_a_type_that_is_given_is_believed(coached):
    out, _, _ = coached(line(type="weakness"))

    assert json.loads(out)["type"] == "weakness"


def test_a_question_of_the_bank_is_found_by_close_words():
    known = bank_files.question_like("  tell me about yourself")
    near = bank_files.question_like("Where do you see yourself in 5 years")

    assert (known.kind, near.kind) == ("about-you", "motivation")
    assert bank_files.question_like("Do you like bananas?") is None
    assert len(bank_files.competencies()) > 10


def test_people_may_read_it_as_text(coached):
    out, _, code = coached(line(), json_wanted=False)

    assert out.splitlines()[0] in {"Draft", "Getting there", "Interview-ready"}
    assert code == 0
