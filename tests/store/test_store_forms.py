"""Pages for clients and what they give: sealed for one store, taken in once, and whatever may come in their place."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sqlalchemy import LargeBinary, cast
from store_forms import ANSWERS, ROLE, page_of, sealed

from aijri_engine import Library
from aijri_engine.content.problems import ContentError
from aijri_engine.store import (
    ConsentNeeded,
    Store,
    StoreError,
    keep_practice,
    needs_passphrase,
    result_of,
    take_in,
    write_form,
)
from aijri_engine.store.schema import FORM_KEY, settings
from aijri_engine.store.sittings import refuse_covered


def test_a_page_says_when_the_talk_is_and_where_its_file_goes(
    coach: Store, library: Library, tmp_path: Path
) -> None:
    keep_practice(coach, {"contact": "rosa@blum.example <b>"}, None)
    coach.roster.appoint("W.Q. <b>", date(2099, 1, 2), "10:30")
    assert page_of(coach, library, tmp_path / "p.html")["sealed"]["contact"] == "rosa@blum.example <b>"
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "for your talk on 2 January 2099 at 10:30" in page
    assert "send it to rosa@blum.example &lt;b&gt;, or as Ann Coach asked you to" in page


@pytest.mark.parametrize("armored", [True, False])
def test_a_page_file_is_taken_in_once_and_covered(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path, armored: bool
) -> None:
    path = tmp_path / "from-client.age"
    path.write_bytes(sealed(page, armored))
    assert not needs_passphrase(path)
    found = take_in(coach, path, library)
    assert (found.alias, found.known, found.remarks) == ("W.Q. <b>", False, ())
    (row,) = found.rows
    assert (row.client, row.goal) == ("W.Q. <b>", "a goal")
    interview = coach.resume(row.id, library)
    assert interview.guided
    assert interview.kept_covered
    assert not interview.revealed
    assert interview.values()["level"] == "junior"
    again = take_in(coach, path, library)
    assert again.known
    assert [one.id for one in again.rows] == [row.id]
    assert len(coach.sessions()) == 1


def test_the_mail_around_a_file_does_no_harm(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "mail.txt"
    text = sealed(page).replace(b"\n", b"\r\n  ")
    path.write_bytes(b"Hello Ann,\r\n\r\n" + text + b"\r\n\r\nBye")
    assert take_in(coach, path, library).rows


def bad_files(page: dict[str, Any]) -> dict[str, tuple[bytes, str]]:
    """Content of a file, and what is said of it."""
    whole, binary = sealed(page), sealed(page, armored=False)
    other = {
        **page,
        "sealed": {**page["sealed"], "recipient": str(pyrage.x25519.Identity.generate().to_public())},
    }
    return {
        "edited": (binary[:-4] + bytes(4), "was changed or cut short"),
        "truncated": (binary[: len(binary) // 2], "was changed or cut short"),
        "truncated text": (whole[: len(whole) // 2], "was changed or cut short"),
        "edited text": (whole.replace(b"\n", b"!\n", 4), "was changed or cut short"),
        "of another coach": (sealed(other), "was sealed for another coach"),
        "newer": (sealed(page, schema="aijri/form/2"), "another version of aijri (aijri/form/2"),
        "older": (sealed(page, schema="aijri/form/0"), "another version of aijri (aijri/form/0"),
        "with a script for a role": (sealed(page, role="<script>\x1b]0;x\x07"), "'<script>]0;x', which this content"),
        "no file of a page": (b"PK\x03\x04 a picture", "is not a hand-over file"),
        "empty": (b"", "does not open: it is empty"),
        "foreign": (sealed(page, schema="someone/else"), "holds no answers of a page"),
        "too large": (sealed(page, answers="# " + "x" * 2**21), "larger than 1 MiB"),
        "of a role that is gone": (sealed(page, role="lamp-lighter"), "'lamp-lighter', which this content does not"),
        "of a client who is gone": (sealed(page, client="zzzzzz"), "a client who is not here any more"),
        "not text": (sealed(page, answers=7), "holds no answers of a page"),
        "no mapping": (sealed(page, answers="- a\n- b"), "cannot be read"),
        "a bomb": (sealed(page, answers="a: &a [x]\nb: [*a, *a]"), "cannot be read"),
        "answers about another job": (sealed(page, answers="role: registered-nurse\nanswers: {level: senior}"),
                                      "its answers are about another job"),
        "answers of nothing": (sealed(page, answers="role: x\nanswers: 5"), "cannot be read"),
    }  # fmt: skip


def test_bad_files_are_refused_with_place_cause_and_remedy(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    for name, (content, told) in bad_files(page).items():
        path = tmp_path / f"{name}.age"
        path.write_bytes(content)
        assert not needs_passphrase(path), name
        with pytest.raises(StoreError) as caught:
            take_in(coach, path, library)
        assert told in str(caught.value), name
        assert str(path) in str(caught.value), name
        assert re.search("nothing was taken (in|over)", str(caught.value)), name
    assert not coach.sessions()


@pytest.mark.parametrize(
    ("amount", "told"), [("5.0e+7", "50000000 cannot be the time for"), ("90", "add up to 130")]
)
def test_a_week_that_does_not_fit_is_told_in_words(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path, amount: str, told: str
) -> None:
    path = tmp_path / "older.age"
    path.write_bytes(sealed(page, answers=ANSWERS.replace("train: 60", f"train: {amount}")))
    (said,) = take_in(coach, path, library).remarks
    assert said.startswith("What it says of “Your week” does not fit and is left out: ")
    assert told in said


def test_an_older_page_loses_only_what_does_not_fit_any_more(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    older = ANSWERS + "  employer: circus\n  gone: yes\n  depth:\n    train: adapts\n    sleep: follows\n"
    path = tmp_path / "older.age"
    path.write_bytes(sealed(page, answers=older))
    found = take_in(coach, path, library)
    told = " ".join(found.remarks)
    assert "What it says of “Employer” does not fit and is left out: There is no option 'circus'." in told
    assert "What it says of “depth.sleep” does not fit" in told
    assert "What it says of “gone” does not fit" in told
    assert coach.resume(found.rows[0].id, library).values() == {
        "years": 1.0,
        "split": {"design": 40.0, "train": 60.0, "infra": 0.0, "debug": 0.0, "research": 0.0, "collaboration": 0.0},
        "depth": {"train": "adapts"},
        "level": "junior",
    }  # fmt: skip


def test_it_is_kept_for_nobody_else_and_not_without_consent(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(sealed(page))
    with pytest.raises(StoreError, match=r"from the page of W\.Q\. <b>, not of Later"):
        take_in(coach, path, library, client="Later")
    with pytest.raises(ConsentNeeded):
        write_form(coach, library, ROLE, tmp_path / "later.html", "Later")
    assert not (tmp_path / "later.html").exists()
    coach.roster.withdraw("W.Q. <b>")
    with pytest.raises(ConsentNeeded):
        take_in(coach, path, library)
    assert not coach.sessions()


def test_the_result_stays_covered_until_it_is_turned(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(sealed(page))
    (row,) = take_in(coach, path, library).rows
    assert result_of(coach, row.id, library).interview.values()["years"] == 1
    with pytest.raises(StoreError, match="stays closed until then"):
        refuse_covered(row)


def test_answers_in_plain_text_are_a_covered_session_of_the_client(
    coach: Store, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    (row,) = take_in(coach, path, library, client="W.Q. <b>").rows
    assert coach.resume(row.id, library).kept_covered
    (own,) = take_in(coach, path, library, own=True).rows
    assert own.client is None
    path.write_text(ANSWERS.replace("junior", "<script>"), encoding="utf-8")
    with pytest.raises(ContentError):
        take_in(coach, path, library, own=True)


def test_another_store_and_an_erased_one_say_that_they_have_no_key(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(sealed(page))
    with Store.open(tmp_path / "other") as other, pytest.raises(StoreError, match="has no key for it"):
        take_in(other, path, library)
    assert page_of(coach, library, tmp_path / "b.html")["sealed"] == page["sealed"]
    coach.erase_everything()
    with pytest.raises(StoreError, match="has no key for it"):
        take_in(coach, path, library)


def test_erasing_a_client_reaches_the_page(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    assert (tmp_path / "page.html").exists()
    coach.erase_client("W.Q. <b>")
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize("spoiled", ["zzz", "", "7", None])
def test_a_damaged_key_is_told_and_the_next_page_has_a_new_one(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path, spoiled: str | None
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(sealed(page))
    with coach.writing() as connection:
        value: Any = spoiled if spoiled is not None else cast(b"\xff", LargeBinary)
        connection.execute(settings.update().where(settings.c.name == FORM_KEY).values(value=value))
    with pytest.raises(StoreError, match="or its key was damaged: this store has no key for it"):
        take_in(coach, path, library)
    with pytest.raises(StoreError, match=r"pages send is damaged.*Do it again: a new key was made"):
        page_of(coach, library, tmp_path / "b.html")
    assert not (tmp_path / "b.html").exists()
    path.write_bytes(sealed(page_of(coach, library, tmp_path / "b.html")))
    assert take_in(coach, path, library).rows
