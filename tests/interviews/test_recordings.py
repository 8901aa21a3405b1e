"""Spoken answers on the server: taken as what they are, encrypted, heard in parts, by their speaker alone."""

import os
import select
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from careerguide.environment import env_command
from interviews import speech
from interviews.actions.recordings import keep_recording, remove_recording
from interviews.audio import WEBM
from interviews.forms.recordings import LARGEST, ROOM, RecordingForm
from interviews.models import Recording
from interviews.models.answer import LONGEST_RECORDING_S
from kit.ranges import wanted_part
from kit.storage import PrivateStorage
from tests.factories import make_user
from tests.interviews.factories import NOON, make_answer

pytestmark = pytest.mark.django_db

SOUND = b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + b"A_OPUS".rjust(200, b"\0") + bytes(range(250)) + b"the end"
OGG = b"OggS" + b"OpusHead".rjust(40, b"\0")
MP4 = b"\x00\x00\x00\x1cftypiso5\x00\x00\x02\x00iso5mp41"


@pytest.fixture
def answer(seeker):
    return make_answer(seeker)


@pytest.fixture
def now_or_later(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def address(answer, what="recording"):
    return reverse(f"practice:{what}", args=[answer.pk])


def send(client, answer, content=SOUND, *, seconds=75, name="answer.webm"):
    file = SimpleUploadedFile(name, content, content_type="text/html")
    return client.post(address(answer), {"file": file, "duration_s": seconds})


def heard(client, answer, part=None):
    return client.get(address(answer), headers={"range": part} if part else {})


def on_disk():
    return {path.name for path in Path(settings.MEDIA_ROOT, "recordings").rglob("*") if path.is_file()}


# ---- keeping


@pytest.mark.parametrize(("content", "media_type"), [(SOUND, "audio/webm"), (OGG, "audio/ogg"), (MP4, "audio/mp4")])
def test_what_browsers_record_is_kept_as_what_it_is(as_seeker, answer, content, media_type):
    said = send(as_seeker, answer, content, name="whatever.html").json()["said"]

    answer.refresh_from_db()
    kept = answer.recording
    assert said == "Kept on the server. Only you can hear it until you share it."
    assert (kept.media_type, kept.size, kept.duration_s) == (media_type, len(content), 75)
    assert (answer.is_spoken, answer.duration_s) == (True, 75)
    assert "whatever" not in kept.file.name
    assert (heard(as_seeker, answer).content, heard(as_seeker, answer)["Content-Type"]) == (content, media_type)


@pytest.mark.parametrize(
    ("content", "seconds", "words"),
    [
        (b"<html><script>alert(1)</script>", 75, "This is not a recording of sound that we know"),
        (b"%PDF-1.7", 75, "This is not a recording of sound that we know"),
        (b"RIFF\x00\x00\x00\x00WAVE", 75, "This is not a recording of sound that we know"),
        (SOUND.replace(b"A_OPUS", b"A_OPUS V_VP9"), 75, "This is not a recording of sound that we know"),
        (SOUND.replace(b"webm", b"matr"), 75, "This is not a recording of sound that we know"),
        (MP4 + b"hdlr" + bytes(8) + b"vide", 75, "This is not a recording of sound that we know"),
        (MP4.replace(b"ftypiso5", b"ftypheic"), 75, "This is not a recording of sound that we know"),
        (b"OggS" + b"\x80theora".rjust(40, b"\0"), 75, "This is not a recording of sound that we know"),
        (b"", 75, "The recording is empty."),
        (SOUND, 0, "The recording is shorter than a second."),
        (SOUND, 901, "A recording has room for 15 minutes."),
        (SOUND, "soon", "How long the recording is did not arrive."),
    ],
)
def test_what_is_no_recording_is_refused_with_a_sentence(as_seeker, answer, content, seconds, words):
    refused = send(as_seeker, answer, content, seconds=seconds)

    assert (refused.status_code, refused.json()["said"].startswith(words)) == (422, True)
    assert not Recording.objects.exists()


@pytest.mark.parametrize("seconds", [1, 900])
def test_from_a_second_to_fifteen_minutes_are_fine(as_seeker, answer, seconds):
    assert send(as_seeker, answer, seconds=seconds).status_code == 200


@pytest.mark.parametrize(
    ("size", "taken", "words"),
    [
        (LARGEST, 0, None),
        (LARGEST + 1, 0, "The recording has more than 20 MB"),
        (1000, ROOM - 1000, None),
        (1000, ROOM - 999, "Your recordings fill the 400 MB"),
    ],
)
def test_size_has_a_limit_for_one_and_for_all(size, taken, words):
    file = SimpleUploadedFile("a.webm", SOUND[:1000].ljust(size, b"\0"))

    form = RecordingForm({"duration_s": "9"}, {"file": file}, taken=taken)

    assert form.is_valid() is (words is None)
    assert words is None or form.errors["file"][0].startswith(words)


def test_a_given_answer_stays_as_it_is(as_seeker, seeker):
    given = make_answer(seeker, given_at=NOON, text="I counted again.")

    refused = send(as_seeker, given)

    assert (refused.status_code, "Try the question again" in refused.json()["said"]) == (409, True)
    assert not Recording.objects.exists()


def test_sixty_recordings_an_hour_are_the_most(as_seeker, answer, monkeypatch):
    monkeypatch.setattr("interviews.views.recordings.MOST_AN_HOUR", 1)

    assert [send(as_seeker, answer).status_code for _ in range(2)] == [200, 429]


def test_on_the_disk_it_is_encrypted_and_parts_are_parts_of_what_was_said(as_seeker, answer, monkeypatch):
    sealed = PrivateStorage(keys=[Fernet.generate_key().decode()])
    monkeypatch.setattr(Recording._meta.get_field("file"), "storage", sealed)

    send(as_seeker, answer)

    kept = Recording.objects.get()
    assert b"A_OPUS" not in Path(sealed.path(kept.file.name)).read_bytes()
    assert heard(as_seeker, answer).content == SOUND
    assert heard(as_seeker, answer, "bytes=-5").content == SOUND[-5:]


# ---- replacing and deleting


def test_a_new_recording_takes_the_place_of_the_old_one(as_seeker, answer, now_or_later):
    send(as_seeker, answer)
    old = Path(answer.recording.file.name).name
    Recording.objects.update(filler_taps=4)

    with now_or_later():
        send(as_seeker, answer, OGG, seconds=30)

    new = Recording.objects.get()
    assert (new.answer, new.media_type, new.duration_s, new.filler_taps) == (answer, "audio/ogg", 30, None)
    assert (old in on_disk(), Path(new.file.name).name in on_disk()) == (False, True)


def test_deleting_asks_first_and_then_removes_the_file(as_seeker, answer, now_or_later):
    send(as_seeker, answer)
    name = Path(answer.recording.file.name).name

    asked = as_seeker.get(address(answer, "recording_delete"))
    with now_or_later():
        gone = as_seeker.post(address(answer, "recording_delete"), headers={"accept": "application/json"})

    assert "Delete this recording?" in asked.content.decode()
    assert gone.json() == {"said": "The recording is deleted. What you wrote stays."}
    assert (Recording.objects.exists(), name in on_disk()) == (False, False)
    assert heard(as_seeker, answer).status_code == 404


def test_without_script_a_button_deletes_and_leads_back(as_seeker, answer):
    send(as_seeker, answer)

    assert as_seeker.post(address(answer, "recording_delete")).url == answer.get_absolute_url()
    assert not Recording.objects.exists()


def test_a_session_takes_its_recordings_along(as_seeker, answer, now_or_later):
    send(as_seeker, answer)
    name = Path(answer.recording.file.name).name

    with now_or_later():
        as_seeker.post(reverse("practice:delete", args=[answer.session_id]))

    assert (Recording.objects.exists(), name in on_disk()) == (False, False)


def test_what_is_rolled_back_deletes_no_file(answer, now_or_later):
    file = SimpleUploadedFile("a.webm", SOUND)
    kept = keep_recording(answer, file=file, kind=WEBM, duration_s=9, now=NOON)

    with now_or_later(), pytest.raises(ZeroDivisionError), transaction.atomic():
        remove_recording(answer)
        raise ZeroDivisionError

    assert Recording.objects.get() == kept
    assert kept.file.storage.exists(kept.file.name)


def test_a_file_that_is_gone_is_not_found(as_seeker, answer):
    send(as_seeker, answer)
    default_storage.delete(answer.recording.file.name)

    assert heard(as_seeker, answer, "bytes=0-1").status_code == 404


# ---- hearing


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-1", 0, 2), ("bytes=10-", 10, None), ("bytes=-7", -7, None), ("bytes=5-99999", 5, None)],
)
def test_a_player_gets_the_part_that_it_asks_for(as_seeker, answer, asked, first, last):
    send(as_seeker, answer)

    part = heard(as_seeker, answer, asked)

    wanted = SOUND[first:last]
    start = SOUND.index(wanted)
    assert (part.status_code, part.content, part["Content-Length"]) == (206, wanted, str(len(wanted)))
    assert part["Content-Range"] == f"bytes {start}-{start + len(wanted) - 1}/{len(SOUND)}"


def test_headers_keep_a_recording_private(as_seeker, answer):
    send(as_seeker, answer)

    for whole in (heard(as_seeker, answer), heard(as_seeker, answer, "bytes=2-")):
        assert whole["Content-Disposition"] == "inline"
        assert whole["X-Content-Type-Options"] == "nosniff"
        assert whole["Cache-Control"] == "private, no-store"
        assert whole["Accept-Ranges"] == "bytes"
        assert whole["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_part_behind_the_end_is_not_there(as_seeker, answer):
    send(as_seeker, answer)

    beyond = heard(as_seeker, answer, f"bytes={len(SOUND)}-")

    assert (beyond.status_code, beyond["Content-Range"], beyond.content) == (416, f"bytes */{len(SOUND)}", b"")


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=-", None),
        ("bytes=0-1,4-5", None),
        ("bytes=5-4", None),
        ("lines=0-1", None),
        ("bytes=٣-", None),
        ("bytes=0-0", range(1)),
        ("bytes=9-9", range(9, 10)),
        ("bytes=-10", range(10)),
        ("bytes=-11", range(10)),
        ("bytes=-0", range(10, 10)),
        ("bytes=10-", range(10, 10)),
    ],
)
def test_ranges_are_read_as_they_are_meant(header, part):
    assert wanted_part(header, 10) == part


@pytest.mark.parametrize("what", ["recording", "recording_delete", "recording_taps", "recording_transcript"])
def test_another_person_s_recording_does_not_exist(as_seeker, sign_in, answer, what, settings):
    settings.TRANSCRIBE = [sys.executable]
    send(as_seeker, answer)
    other = sign_in(make_user())

    tried = [other.post(address(answer, what), {"taps": "3", "duration_s": "9"})]
    tried += [other.get(address(answer, what))] if what in {"recording", "recording_delete"} else []

    assert {answer.status_code for answer in tried} == {404}
    assert Recording.objects.get().filler_taps is None


# ---- counting fillers


@pytest.mark.parametrize(("taps", "kept", "status"), [("7", 7, 200), ("", None, 200), ("-1", 2, 422), ("1000", 2, 422)])
def test_fillers_counted_by_ear_are_kept(as_seeker, answer, taps, kept, status):
    send(as_seeker, answer)
    Recording.objects.update(filler_taps=2)

    assert as_seeker.post(address(answer, "recording_taps"), {"taps": taps}).status_code == status
    assert Recording.objects.get().filler_taps == kept


# ---- the page


def test_the_page_of_an_answer_may_ask_for_the_microphone_and_no_other_page(as_seeker, answer):
    page, other = as_seeker.get(answer.get_absolute_url()), as_seeker.get("/my/practice/")

    assert ("microphone=(self)" in page["Permissions-Policy"], "microphone=()" in other["Permissions-Policy"]) == (
        True,
        True,
    )
    assert "media-src 'self' blob:;" in page["Content-Security-Policy"]


def test_the_page_tells_its_script_the_limits_of_the_server(as_seeker, answer):
    words = as_seeker.get(answer.get_absolute_url()).content.decode()

    assert f'data-limit="{LONGEST_RECORDING_S}" data-largest="{LARGEST}"' in words


def test_without_script_a_recording_on_the_server_plays_and_can_be_deleted(as_seeker, answer):
    send(as_seeker, answer)

    words = as_seeker.get(answer.get_absolute_url()).content.decode()

    assert f'<audio class="recorder__audio" controls preload="metadata" src="{address(answer)}"' in words
    assert f'href="{address(answer, "recording_delete")}"' in words


@pytest.mark.parametrize("command", [[], [sys.executable]])
def test_the_button_that_writes_down_is_there_only_with_a_program(as_seeker, answer, settings, command):
    settings.TRANSCRIBE = command

    assert ("Write it down for me" in as_seeker.get(answer.get_absolute_url()).content.decode()) is bool(command)


# ---- written down by a program


@pytest.fixture
def program(settings, tmp_path):
    """Lets the operator name a program of these lines."""

    def named(lines):
        file = tmp_path / "program.py"
        file.write_text(f"import os, sys, time\nfrom pathlib import Path\n{lines}")
        settings.TRANSCRIBE = [sys.executable, str(file), "--language", "en"]

    return named


def transcript(client, answer):
    return client.post(address(answer, "recording_transcript"))


def test_without_a_program_there_is_no_such_address(as_seeker, answer):
    send(as_seeker, answer)

    assert transcript(as_seeker, answer).status_code == 404


def test_a_program_hears_the_file_and_its_words_are_a_draft(as_seeker, answer, program, monkeypatch):
    monkeypatch.setenv("CAREERGUIDE_SECRET_KEY", "secret")
    program(
        "data = Path(sys.argv[-1]).read_bytes()\n"
        "print(sys.argv[1:3], Path(sys.argv[-1]).suffix, len(data), sorted(set(os.environ) & {'CAREERGUIDE_SECRET_KEY'}))\n"
        "print('caf\\u00e9 \\x1b[0m \\x00')"
    )
    send(as_seeker, answer)

    said = transcript(as_seeker, answer).json()

    assert said["text"] == f"['--language', 'en'] .webm {len(SOUND)} []\ncafé [0m"
    assert said["said"].startswith("A draft stands in the box.")


@pytest.mark.parametrize("lines", ["pass", "print('half'); sys.exit(3)", "print('  ')"])
def test_a_program_without_words_gets_a_sentence(as_seeker, answer, program, lines):
    program(lines)
    send(as_seeker, answer)

    trouble = transcript(as_seeker, answer)

    assert (trouble.status_code, trouble.json()["said"].startswith("No words came out of it.")) == (503, True)


def test_a_program_that_is_not_there_gets_a_sentence(as_seeker, answer, settings):
    settings.TRANSCRIBE = ["/nowhere/whisper"]
    send(as_seeker, answer)

    assert (
        transcript(as_seeker, answer).json()["said"].startswith("The program that writes down speech does not start.")
    )


def test_a_program_that_takes_too_long_is_ended_with_all_it_started(as_seeker, answer, settings, tmp_path):
    os.mkfifo(pipe := tmp_path / "pipe")
    settings.TRANSCRIBE = ["sh", "-c", f"sleep 60 > {pipe} & wait", "sh"]
    send(as_seeker, answer)
    (ends := select.poll()).register(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), select.POLLIN)

    with pytest.raises(speech.NotWrittenError, match="took too long"):
        speech.written_down(Recording.objects.get().file, "audio/webm", seconds=1)

    # The pipe hangs up once nobody who could write into it is left.
    assert [happened for _pipe, happened in ends.poll(20_000)] == [select.POLLHUP]


def test_one_is_written_down_at_a_time(as_seeker, answer, program):
    program("print('hello')")
    send(as_seeker, answer)

    with speech._one_at_a_time:
        busy = transcript(as_seeker, answer)

    assert busy.json()["said"].startswith("Another recording is being written down.")
    assert transcript(as_seeker, answer).json()["text"] == "hello"


@pytest.mark.parametrize(
    ("value", "words"), [("", []), (f"{sys.executable} -m 'my words'", [sys.executable, "-m", "my words"])]
)
def test_a_command_is_read_as_in_a_shell(monkeypatch, value, words):
    monkeypatch.setenv("CAREERGUIDE_TRANSCRIBE", value)

    assert env_command("CAREERGUIDE_TRANSCRIBE") == words


@pytest.mark.parametrize("value", ["whisper 'a", "/nowhere/whisper --model small"])
def test_a_command_that_cannot_run_stops_the_start(monkeypatch, value):
    monkeypatch.setenv("CAREERGUIDE_TRANSCRIBE", value)

    with pytest.raises(ImproperlyConfigured, match="CAREERGUIDE_TRANSCRIBE"):
        env_command("CAREERGUIDE_TRANSCRIBE")
