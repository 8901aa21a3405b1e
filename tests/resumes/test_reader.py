"""Whatever a file does to the program that reads it, the web worker gets an answer and stays as it was."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from resumes import reader
from resumes.reader import ROOT, Cage, read_caged
from resumes.review.reading import read
from resumes.review.troubles import UnreadableError
from tests.resumes.documents import raw_pdf, word_xml


def cage_with(name, wall=20.0, **options):
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['', {name!r}, {str(wall)!r}]; import runpy; runpy.run_module('tests.resumes.nasty', run_name='__main__')"
    return Cage([sys.executable, "-I", "-c", code], **options)


@pytest.fixture
def cage(request):
    made = cage_with(*request.param) if isinstance(request.param, tuple) else cage_with(request.param)
    yield made
    made.stop()


@pytest.mark.parametrize(
    ("cage", "code"),
    [
        ("greedy", "memory"),
        ("endless", "time"),
        (("asleep", 0.3), "time"),
        ("crashing", "died"),
        ("leaving", "died"),
        ("raising", "damaged"),
        ("writing", "damaged"),
    ],
    indirect=["cage"],
)
def test_a_reader_that_misbehaves_costs_one_file_and_nothing_else(cage, code):
    with pytest.raises(UnreadableError) as raised:
        cage.read(b"one", "a.txt")

    assert raised.value.code == code
    assert cage._helper.poll() is None


@pytest.mark.parametrize("cage", ["talking"], indirect=True)
def test_nothing_that_a_reader_prints_gets_into_the_answer(cage):
    assert [cage.read(b"x", "a").text for _ in range(2)] == ["quiet", "quiet"]


@pytest.mark.parametrize("cage", ["telling"], indirect=True)
def test_the_helper_knows_no_secrets(cage, monkeypatch):
    monkeypatch.setenv("CAREERGUIDE_SECRET_KEY", "secret")

    assert set(cage.read(b"x", "a").text.split()) <= {"LC_CTYPE", "OPENBLAS_NUM_THREADS", "PATH"}


@pytest.mark.parametrize("cage", ["well"], indirect=True)
def test_a_helper_that_was_killed_is_replaced(cage):
    before = cage.read("é".encode(), "one.txt")
    os.kill(cage._helper.pid, signal.SIGKILL)
    cage._helper.wait()

    assert before.text == "é one.txt"
    assert cage.read(b"two", "two.txt").text == "two two.txt"


@pytest.mark.parametrize("cage", [("asleep", 0.6)], indirect=True)
def test_who_waits_too_long_for_a_turn_is_told_so(cage):
    cage._patience = 0.1
    codes = []

    def ask():
        with pytest.raises(UnreadableError) as raised:
            cage.read(b"x", "a")
        codes.append(raised.value.code)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(codes) == ["busy", "time"]


def test_the_helper_leaves_when_its_worker_is_killed():
    code = "import resumes.reader as r, os, sys; r.start(); print(r._cage._helper.pid, flush=True); os.kill(os.getpid(), 9)"
    worker = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    helper = int(worker.stdout)

    until = time.monotonic() + 10
    while Path(f"/proc/{helper}/stat").exists() and time.monotonic() < until:
        time.sleep(0.02)

    assert worker.returncode == -signal.SIGKILL
    assert not Path(f"/proc/{helper}/stat").exists()


def test_a_real_file_comes_through_as_it_was_read():
    for data, name in ((raw_pdf(), "a.pdf"), (word_xml(), "a.docx")):
        assert read_caged(data, name) == read(data, name)
    with pytest.raises(UnreadableError, match="larger than 5 MB"):
        read_caged(b"x" * (5 * 1024 * 1024 + 1), "a.pdf")


def test_the_reader_is_started_without_django():
    code = f"{reader._SERVE.replace('serve()', 'pass')}; import sys; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-I", "-c", code], check=False).returncode == 0


def test_a_page_of_endless_text_is_refused_in_time():
    page = raw_pdf(b"BT /F1 10 Tf 50 700 Td " + b"(a b c) Tj " * 50_000 + b"ET", flate=True)

    with pytest.raises(UnreadableError) as raised:
        read_caged(page, "a.pdf")

    assert raised.value.code == "too-long"
