"""Finding a job by any of its names, typos forgiven: plain values in, plain values out."""

import pytest

from guides.search.titles import Known, Name, Titles
from guides.search.words import Language, Vocabulary, doers, fold

LANGUAGE = Language(
    same=[["pharmacy", "drugstore", "drug store"], ["technician", "tech"], ["pay", "salary"]],
    asks=[{"words": ["much", "make"], "means": "pay"}],
    topics=["pay", "exam", "interview", "cost"],
    skip=["a", "do", "how", "in", "job", "much", "the", "to", "become", "is"],
)
PHARMACY = ["Pharmacy technician", "Pharmacy technicians", "pharm tech", "CPhT", "drug store job", "PTCB exam"]
OTHERS = ["Dental assistant", "Medical assistant", "Veterinary technician", "Emergency medical technician", "Nurse"]


def make_titles(names=()) -> Titles:
    known = [Name(name, "pharmacy") for name in PHARMACY] + [Name(name, name) for name in OTHERS]
    return Titles([*known, *names], LANGUAGE)


def refs(question: str, titles: Titles | None = None, **options) -> list[str]:
    titles = titles or make_titles()
    return [hit.ref for hit in titles.search(LANGUAGE.read(question), **options)]


@pytest.mark.parametrize(
    "question",
    [
        "pharm tech",
        "pharmcy technician",
        "CPhT",
        "cpht",
        "drug store job",
        "drugstore job",
        "drug store",
        "pharmacy tec",
        "phamacy techncian",
        "farmacy technician",
        "technician pharmacy",
        "PTCB exam",
        "pharm technician",
        "how much do pharmacy technicians make",
        "how to become a pharmacy technician",
        "pharmacy salary",
        "CPhT exam cost",
        "PHARMACY  TECHNICIAN!!!",
        "pharmácy technician",
    ],
)
def test_whatever_people_type_leads_to_the_job(question):
    found = make_titles().search(LANGUAGE.read(question))

    assert found[0].ref == "pharmacy"
    assert found[0].share > 0.5


@pytest.mark.parametrize(
    ("work", "worker"),
    [
        ("carpentry", "carpenter"),
        ("welding", "welder"),
        ("accounting", "accountants"),
        ("engineering", "engineer"),
        ("baking", "baker"),
        ("masonry", "mason"),
        ("photography", "photographer"),
        ("radiology", "radiologist"),
        ("journalism", "journalists"),
    ],
)
def test_who_does_a_work_is_named_after_it(work, worker):
    assert worker in doers(work)


@pytest.mark.parametrize("word", ["nursery", "library", "laboratory", "nurse", "king"])
def test_not_every_word_is_a_work(word):
    assert doers(word) == []


def test_who_does_the_work_comes_before_who_is_named_after_it_in_part():
    titles = make_titles([Name("Carpenters", "carpenter"), Name("Carpentry Supervisor", "supervisor", handicap=2)])

    assert refs("carpentry", titles) == ["carpenter", "supervisor"]


def test_a_word_that_other_names_know_is_no_slip_of_one_of_these():
    titles = make_titles([Name("CNA", "aide")])

    assert refs("crna", titles) == ["aide"]
    assert refs("crna", titles, known=Known({"crna"})) == []


def test_a_word_that_no_name_knows_takes_nothing_from_those_that_do():
    (hit, *_others) = make_titles().search(LANGUAGE.read("acme pharmacy technician"))

    assert (hit.ref, hit.share, hit.rest) == ("pharmacy", 1.0, ("acme",))


def test_a_thing_with_many_names_that_answer_gains():
    titles = make_titles([Name("Cyber Lawyer", "law"), *(Name(f"Cyber Analyst {level}", "security") for level in "AB")])

    assert refs("cyber", titles) == ["law", "security"]
    assert refs("cyber", titles, gain=0.5) == ["security", "law"]


def test_each_job_is_found_once():
    assert refs("pharmacy technician").count("pharmacy") == 1


def test_a_name_of_its_own_comes_before_a_name_lent_by_a_credential():
    titles = make_titles([Name("Coder", "own"), Name("Coder", "lent", handicap=3)])

    assert refs("coder", titles)[:2] == ["own", "lent"]


def test_no_more_jobs_come_than_were_asked_for():
    assert len(refs("technician", limit=2)) == 2
    assert len(refs("technician", limit=3)) == 3


@pytest.mark.parametrize("question", ["xyzzy", "", "   ", "%%%", "😀", "qq zz", "count pills"])
def test_what_no_name_answers_finds_nothing(question):
    assert refs(question) == []


def test_one_slip_in_a_short_word_is_forgiven_and_two_are_not():
    assert refs("nurze") == ["Nurse"]
    assert refs("mirze") == []


def test_two_slips_in_a_long_word_are_forgiven_and_three_are_not():
    assert refs("vetrinery technician")[0] == "Veterinary technician"
    assert Vocabulary(["veterinary"]).slips("vtrnry") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("welder", []), ("velper", ["helper"]), ("hellers", ["helper"]), ("felebotomy", ["phlebotomy"])],
)
def test_a_short_word_that_begins_otherwise_and_differs_once_more_is_another_word(typed, meant):
    assert Vocabulary(["helper", "phlebotomy"]).slips(typed) == meant


def test_a_word_of_three_letters_is_never_taken_for_another():
    assert Vocabulary(["sig", "emt"]).slips("emr") == []


def test_only_the_last_word_may_be_short_of_its_end():
    vocabulary = Vocabulary(["technician"])

    assert vocabulary.near("tec", is_last=True) == {"technician"}
    assert vocabulary.near("tec", is_last=False) == set()
    assert vocabulary.near("tech", is_last=False) == {"technician"}


def test_words_that_the_name_leaves_open_are_handed_on():
    hit = make_titles().search(LANGUAGE.read("pharmacy technician interview questions"))[0]

    assert hit.rest == ("interview", "questions")


@pytest.mark.parametrize(
    ("word", "others"), [("fix", {"fix", "repair"}), ("fixing", {"fixing", "fix", "repair"}), ("fixer", {"fixer"})]
)
def test_a_word_of_a_question_means_what_its_plain_form_means(word, others):
    assert {*Language(same=[["repair", "fix"]]).meant_by(word)} == others


def test_how_much_they_make_is_read_as_pay():
    assert LANGUAGE.read("how much do pharmacy technicians make").telling == ("pharmacy", "technicians", "pay")


def test_small_words_count_when_there_is_nothing_else():
    assert LANGUAGE.read("how to do").telling == ("how", "to", "do")


def test_a_slip_is_put_right_and_a_word_begun_is_left_alone():
    titles = make_titles()
    query = LANGUAGE.read("phamacy tec")
    hit = titles.search(query)[0]

    assert titles.mended(query, hit) == ("pharmacy", "tec")


def test_names_that_look_a_little_alike_are_offered():
    hints = make_titles().hints(LANGUAGE.read("dentel asstant gum"))

    assert hints[0].ref == "Dental assistant"


def test_no_question_is_longer_than_twelve_words():
    assert len(LANGUAGE.read(" ".join(f"word{number}" for number in range(30))).words) == 12


def test_folding_keeps_letters_and_digits_only():
    assert fold("Résumé—don’t “panic”, CPhT_1!\x00") == "resume dont panic cpht 1"


def test_an_index_without_names_finds_nothing():
    empty = Titles([], LANGUAGE)

    assert empty.search(LANGUAGE.read("nurse")) == []
    assert empty.hints(LANGUAGE.read("nurse")) == []
