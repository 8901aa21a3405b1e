"""A guide goes out as a folder and comes in again, the same; what cannot come in is told."""

import io
import stat
import zipfile
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from guides.actions.exporting import guide_as_zip, guide_files
from guides.actions.importing import GuideExistsError, import_guide, import_guide_zip
from guides.content_files import ContentError
from guides.models import (
    Credential,
    Fact,
    GlossaryTerm,
    LoadedContent,
    Projection,
    Resource,
    Role,
    Section,
    Source,
    State,
    WageEstimate,
)
from guides.page import guide_page
from tests.factories import make_feedback, make_saved_guide, make_section, make_user
from tests.guides.small_content import change, load, small_folder

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def role(tmp_path):
    """The small guide, loaded."""
    load(small_folder(tmp_path / "content"))
    return Role.objects.get()


def empty_the_database() -> None:
    for model in (
        Fact,
        Projection,
        WageEstimate,
        Role,
        Credential,
        Resource,
        GlossaryTerm,
        Source,
        State,
        LoadedContent,
    ):
        model.objects.all().delete()


def html_of(role) -> list[str]:
    page = guide_page(role, state=None, today=NOW.date())
    return [segment.html for view in page.sections for segment in view.segments]


def pack(files: dict[str, str | bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed


# ---- out


def test_a_guide_goes_out_with_all_that_it_needs(role):
    assert sorted(guide_files(role)) == [
        "credentials.yaml",
        "glossary.yaml",
        "projections.yaml",
        "resources.yaml",
        "roles/helper/facts.yaml",
        "roles/helper/resources.yaml",
        "roles/helper/role.yaml",
        "roles/helper/sections/010-work.md",
        "roles/helper/sections/020-pay.md",
        "roles/helper/states.yaml",
        "roles/helper/terms.yaml",
        "sources.yaml",
        "states.yaml",
        "wages/29-2052.yaml",
    ]


def test_only_the_terms_that_the_guide_uses_go_out(role):
    text = guide_files(role)["glossary.yaml"]

    assert "slug: sig" in text
    assert "ndc" not in text


def test_long_texts_go_out_as_people_write_them(role):
    role.steps.filter(slug="apply").update(body="First line: one.\n\nSecond “line”.\n")

    text = guide_files(role)["roles/helper/role.yaml"]

    assert "  body: |-\n    First line: one.\n\n    Second “line”.\n" in text


def test_what_goes_out_loads_into_an_empty_database_as_the_same_guide(role, tmp_path):
    files, page = guide_files(role), html_of(role)
    empty_the_database()

    load(change(tmp_path / "again", files))

    again = Role.objects.get()
    assert again.status == "published"
    assert guide_files(again) == files
    assert html_of(again) == page


@pytest.mark.parametrize(
    "words",
    ["yes", "0123", "a: b", "- a", "#x", "“quoted” 'twice' \"so\"", "trailing \\", "{{ fact:training.months }}", "~", "é 漢 ☂", "| a | b |"],
)  # fmt: skip
def test_any_words_survive_the_way_out_and_in(role, words):
    role.settings.update(pace=words)
    role.steps.filter(slug="apply").update(body=f"{words}\n\n    {words}\n")
    files = guide_files(role)
    empty_the_database()

    again = import_guide(files, by=None, now=NOW).role

    assert again.settings.get().pace == words
    assert again.steps.get(slug="apply").body == f"{words}\n\n    {words}"


def test_sections_that_share_a_place_keep_their_order(role):
    make_section(role=role, slug="later", position=20)
    order = [section.slug for section in role.sections.all()]
    files = guide_files(role)
    empty_the_database()

    again = import_guide(files, by=None, now=NOW).role

    assert [section.slug for section in again.sections.all()] == order


def test_the_same_guide_packs_to_the_same_file(role):
    assert guide_as_zip(role) == guide_as_zip(role)


def test_the_command_writes_a_new_folder_only(role, tmp_path):
    out = StringIO()

    call_command("export_guide", "helper", tmp_path / "out", stdout=out)

    assert out.getvalue() == f"Wrote “Helper” as 14 files below {tmp_path / 'out'}.\n"
    with pytest.raises(CommandError, match="in use already"):
        call_command("export_guide", "helper", tmp_path / "out")
    with pytest.raises(CommandError, match="There is no guide “helpr”"):
        call_command("export_guide", "helpr", tmp_path / "other")


# ---- in


def test_a_packed_guide_comes_in_as_a_draft(role):
    packed = io.BytesIO(guide_as_zip(role))
    empty_the_database()
    editor = make_user(email="editor@example.org")

    report = import_guide_zip(packed, by=editor, now=NOW)

    assert report.summary() == "Imported “Helper” as a draft: 27 items."
    assert (report.role.status, report.role.published_at) == ("draft", None)
    assert {(row.history_user, row.history_change_reason) for row in Section.history.filter(history_user=editor)} == {
        (editor, "Imported from a folder")
    }


def test_a_folder_packed_with_its_own_name_comes_in(role):
    files = {f"helper-guide/{name}": text for name, text in guide_files(role).items()}
    files |= {"__MACOSX/helper-guide/._x": b"\x00", "helper-guide/.DS_Store": b"\x00"}
    empty_the_database()

    assert import_guide_zip(pack(files), by=None, now=NOW).role.slug == "helper"


def test_a_guide_that_is_here_is_replaced_only_on_request(role):
    files = guide_files(role)

    with pytest.raises(GuideExistsError, match=r"There is a guide “helper” already\."):
        import_guide(files, by=None, now=NOW)


def test_replacing_keeps_status_readers_and_what_they_said(role):
    files = guide_files(role)
    saved = make_saved_guide(make_user(), role=role)
    feedback = make_feedback(role=role, section=role.sections.get(slug="work"))
    role.sections.filter(slug="work").update(body="Other words.")
    make_section(role=role, slug="extra")
    role.steps.filter(slug="apply").delete()

    report = import_guide(files, by=None, now=NOW, replace=True)

    feedback.refresh_from_db()
    saved.refresh_from_db()
    assert report.summary() == "Replaced “Helper”: 1 new, 1 changed, 1 removed."
    assert (report.role.pk, report.role.status) == (role.pk, "published")
    assert feedback.section.body.startswith("You read the")
    assert guide_files(report.role) == files


def test_what_other_guides_share_stays_as_it_is_here(role):
    files = guide_files(role)
    GlossaryTerm.objects.filter(slug="sig").update(definition="Our own words.")

    report = import_guide(files, by=None, now=NOW, replace=True)

    assert "1 item that other guides share was here already with other words, and stays as it is." in report.summary()
    assert GlossaryTerm.objects.get(slug="sig").definition == "Our own words."


def test_an_imported_guide_may_rest_on_what_is_here(role):
    text = "slug: second\ntitle: Second\nplural: Seconds\n"
    section = "---\nkind: work\ntitle: Work\n---\nSee [helper](/guides/helper/#pay) and {{ term:ndc }}.\n"

    report = import_guide(
        {"roles/second/role.yaml": text, "roles/second/sections/010-work.md": section}, by=None, now=NOW
    )

    assert report.role.sections.get().slug == "work"


def test_a_guide_with_a_script_is_refused_whole(role):
    files = guide_files(role)
    files["roles/helper/sections/010-work.md"] += "\n<script>alert(1)</script>\n"
    empty_the_database()

    with pytest.raises(ContentError) as refused:
        import_guide(files, by=None, now=NOW)

    assert "HTML is not allowed here" in str(refused.value)
    assert (Role.objects.count(), Source.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "The folder must hold one guide, as roles/<slug>/role.yaml; it holds 0."),
        ({"a.yaml": "- 1", "../b.yaml": "x"}, "../b.yaml: This path leads out of the folder."),
        ({"/etc/b.yaml": "x"}, "This path leads out of the folder."),
        ({"c:\\b.yaml": "x"}, "This path leads out of the folder."),
        ({"roles/helper/run.py": "x"}, "Only .yaml and .md files are taken"),
        ({"glossary.yaml": b"\xff\xfe"}, "This file is not text in UTF-8"),
        ({f"{number}.md": "x" for number in range(401)}, "The folder holds more than 400 files"),
        ({"glossary.yaml": b"#" * (20 * 1024 * 1024 + 1)}, "The folder holds more than 20 MB of text"),
    ],
    ids=["empty", "up", "root", "drive", "code", "bytes", "many", "bomb"],
)
def test_a_packed_folder_that_is_no_guide_is_refused(files, sentence):
    with pytest.raises(ContentError) as refused:
        import_guide_zip(pack(files), by=None, now=NOW)

    assert sentence in str(refused.value)


def test_links_to_other_files_are_refused():
    packed = io.BytesIO()
    member = zipfile.ZipInfo("glossary.yaml")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, "/etc/passwd")

    with pytest.raises(ContentError, match="Links to other files are not taken"):
        import_guide_zip(packed, by=None, now=NOW)


def test_something_that_is_not_packed_is_refused():
    with pytest.raises(ContentError, match=r"This is not a \.zip file that can be read"):
        import_guide_zip(io.BytesIO(b"PK nothing of the kind"), by=None, now=NOW)


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(ContentError, match="The file is larger than 5 MB"):
        import_guide_zip(io.BytesIO(b"0" * (5 * 1024 * 1024 + 1)), by=None, now=NOW)


def test_the_command_brings_in_folders_and_packed_files(role, tmp_path):
    (tmp_path / "helper.zip").write_bytes(guide_as_zip(role))
    call_command("export_guide", "helper", tmp_path / "out", stdout=StringIO())
    out, err = StringIO(), StringIO()

    call_command("import_guide", tmp_path / "out", "--replace", stdout=out)
    with pytest.raises(CommandError, match="There is a guide “helper” already"):
        call_command("import_guide", tmp_path / "helper.zip")
    (tmp_path / "out/glossary.yaml").write_text("- {slug: sig}\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_guide", tmp_path / "out", "--replace", stderr=err)

    assert out.getvalue() == "Replaced “Helper”: 0 new, 0 changed, 0 removed.\n"
    assert "glossary.yaml, line 1: “term” is missing." in err.getvalue()
