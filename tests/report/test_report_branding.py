"""A practice's look and wording: what it may change, what it may not, and where mistakes are told."""

import struct
from pathlib import Path

import pytest
from report_people import DATE, report_of

from aijri_engine import Library
from aijri_engine.content.branding import DARK_GROUND, PAPER, OwnTexts
from aijri_engine.content.branding_files import LARGEST_LOGO, read_branding, read_logo
from aijri_engine.content.problems import ContentError
from aijri_engine.report import ReportOptions, render
from aijri_engine.report.options import with_branding
from aijri_engine.report.palette import DARK, LIGHT

GOOD = """\
name: Lindqvist & Partner
logo: logo.png
colours: {accent: "#7A1D4F"}
footer: "Lindqvist & Partner · Box 1, Uppsala"
texts:
  opening: We look at your work together.
  closing: Write to us whenever a line does not sound like your week.
"""


@pytest.fixture
def practice(tmp_path: Path, picture: bytes) -> Path:
    (tmp_path / "logo.png").write_bytes(picture)
    path = tmp_path / "branding.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def told(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_branding(path)
    return str(caught.value)


def test_name_logo_colour_footer_and_wording_reach_the_report(library: Library, practice: Path) -> None:
    document = report_of(library, "junior", with_branding(ReportOptions(DATE), practice))
    text = render(document, ".html").decode()
    for wanted in ("Lindqvist &amp; Partner", "data:image/png;base64,", "#7a1d4f", "Box 1, Uppsala"):
        assert wanted in text
    assert "We look at your work together." in text
    assert text.count("(wording by Lindqvist &amp; Partner)") == 2
    assert library.wording.report.editable["opening"] not in text


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".txt", ".md"])
def test_every_format_takes_a_practices_look(library: Library, practice: Path, ending: str) -> None:
    plain = render(report_of(library, "junior"), ending)
    own = render(report_of(library, "junior", with_branding(ReportOptions(DATE), practice)), ending)
    assert own != plain
    assert own == render(report_of(library, "junior", with_branding(ReportOptions(DATE), practice)), ending)


def test_the_texts_of_a_file_are_those_that_reports_have(library: Library) -> None:
    assert set(OwnTexts.model_fields) == set(library.wording.report.editable)


def test_grounds_are_those_of_reports() -> None:
    assert (LIGHT.ground, DARK.ground) == (PAPER, DARK_GROUND)


@pytest.mark.parametrize("name", ["limits", "not_for", "consent", "zones", "figures"])
def test_what_carries_meaning_cannot_be_edited(practice: Path, name: str) -> None:
    found = told(practice, f"name: X\ntexts:\n  {name}: nothing\n")
    assert f"branding.yaml:3:3: Y137 `{name}` cannot be edited" in found


def test_an_unknown_text_gets_the_nearest_name(practice: Path) -> None:
    assert 'did you mean "opening"?' in told(practice, "name: X\ntexts: {opning: hello}\n")


def test_a_colour_nobody_can_read_is_refused(practice: Path) -> None:
    assert "contrast of 1.2" in told(practice, 'name: X\ncolours: {accent: "#eeeeee"}\n')


@pytest.mark.parametrize(
    "logo", ["../logo.png", "/etc/passwd", "logo.svg", "http://evil.example/x.png", ".png"]
)
def test_a_logo_is_a_picture_beside_the_file(practice: Path, logo: str) -> None:
    assert "PNG or JPEG file beside this one" in told(practice, f"name: X\nlogo: {logo}\n")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<svg onload='alert(1)'/>", "neither PNG nor JPEG"),
        (b"", "neither PNG nor JPEG"),
        (
            b"\x89PNG\r\n\x1a\n" + b"\0" * 4 + b"IHDR" + struct.pack(">II", 50_000, 10) + b"\0" * 20,
            "50000 by 10",
        ),
        (b"\xff\xd8\xff\xe0\x00\x10", "0 by 0"),
        (b"x" * (LARGEST_LOGO + 1), "larger than 512 KiB"),
    ],
)
def test_a_picture_that_is_none_is_told_at_its_place(practice: Path, content: bytes, problem: str) -> None:
    (practice.parent / "logo.png").write_bytes(content)
    found = told(practice, "name: X\nlogo: logo.png\n")
    assert "branding.yaml:2:7: P414" in found
    assert problem in found


def test_a_missing_logo_is_told(practice: Path) -> None:
    (practice.parent / "logo.png").unlink()
    assert "there is no such file" in told(practice, GOOD)


def test_the_size_of_a_jpeg_is_read(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 40, 120) + b"\x01\x01\x11\x00"
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\xff\xd9"
    path.write_bytes(start + frame + scan)
    found = read_logo(path)
    assert (found.media_type, found.width, found.height) == ("image/jpeg", 120, 40)


def test_check_knows_branding_files(practice: Path) -> None:
    from datetime import date

    from aijri_engine.lint import check

    assert check([practice], date(2026, 11, 22)) == []
    practice.write_text("name: X\ntexts: {limits: none}\n", encoding="utf-8")
    assert [problem.code for problem in check([practice], date(2026, 11, 22))] == ["Y137"]
