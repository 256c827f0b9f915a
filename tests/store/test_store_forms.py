"""Pages for clients and what they give: sealed for one store, taken in once, and whatever may come in their place."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sqlalchemy import LargeBinary, cast

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
from aijri_tui.screen.kit.taking_in import told_of

ROLE = "deep-learning-engineer"
ANSWERS = f"""role: {ROLE}
answers:
  years: 1
  split:
    train: 60
    design: 40
  level: junior
"""


@pytest.fixture
def coach(tmp_path: Path, library: Library) -> Iterator[Store]:
    """A store with a client who agreed, and one who did not yet."""
    with Store.open(tmp_path / "data") as store:
        row = store.roster.add("W.Q. <b>")
        store.roster.agree(row.id, library.wording.consent, "a goal", "Ann Coach", date(2099, 1, 1), "yes")
        store.roster.add("Later")
        yield store


def page_of(store: Store, library: Library, path: Path, client: str = "W.Q. <b>") -> dict[str, Any]:
    """What a page carries for sealing its file."""
    write_form(store, library, ROLE, path, client)
    island = path.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
    found: dict[str, Any] = json.loads(island)
    return found


def sealed(page: dict[str, Any], armored: bool = True, **other: Any) -> bytes:
    """The file a page gives, with parts of its letter replaced."""
    client, recipient = page["sealed"]["client"], page["sealed"]["recipient"]
    letter = {"schema": "aijri/form/1", "client": client, "role": ROLE, "answers": ANSWERS} | other
    key = pyrage.x25519.Recipient.from_str(recipient)
    return bytes(pyrage.encrypt(json.dumps(letter).encode(), [key], armored=armored))


@pytest.fixture
def page(coach: Store, library: Library, tmp_path: Path) -> dict[str, Any]:
    return page_of(coach, library, tmp_path / "page.html")


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
        "no file of a page": (b"PK\x03\x04 a picture", "is not a hand-over file, or it is damaged"),
        "empty": (b"", "is not a hand-over file, or it is damaged"),
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


def consents(store: Store) -> list[tuple[str, bool]]:
    """How the client answered about consent, the newest first, and whether it holds today."""
    today = store.today()
    return [(one.answer, one.holds_on(today)) for one in store.roster.card("W.Q. <b>").consents]


def ticked(page: dict[str, Any], moment: str, **other: Any) -> bytes:
    return sealed(page, **({"agreed": moment, "consent": page["sealed"]["consent"]} | other))


def moment(store: Store, **apart: float) -> str:
    return (datetime.fromisoformat(store.now()) + timedelta(**apart)).isoformat()


def later(store: Store, monkeypatch: pytest.MonkeyPatch, hours: float) -> None:
    """So many hours from now."""
    monkeypatch.setattr(store, "_clock", lambda: datetime.now(UTC) + timedelta(hours=hours))


def test_the_clients_tick_is_a_consent_of_its_moment_and_kept_once(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(ticked(page, when := moment(coach)))
    assert take_in(coach, path, library).remarks == ()
    assert take_in(coach, path, library).known
    assert consents(coach) == [("on_page", True), ("yes", True)]
    newest, before = coach.roster.card("W.Q. <b>").consents
    assert newest.given == when
    assert (newest.text, newest.expires, newest.goal) == (before.text, before.expires, before.goal)


def test_the_newest_answer_about_consent_counts_whatever_came_by_which_way(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(ticked(page, moment(coach)))
    coach.roster.withdraw("W.Q. <b>")
    with pytest.raises(ConsentNeeded):
        take_in(coach, path, library)
    assert consents(coach) == [("yes", False)]
    later(coach, monkeypatch, hours=48)
    path.write_bytes(ticked(page, moment(coach)))
    assert take_in(coach, path, library).rows
    assert consents(coach) == [("on_page", True), ("yes", False)]
    coach.roster.decline("W.Q. <b>")
    path.write_bytes(ticked(page, moment(coach, hours=-1), answers=ANSWERS.replace("years: 1", "years: 2")))
    with pytest.raises(ConsentNeeded):
        take_in(coach, path, library)
    assert consents(coach)[0] == ("no", False)


@pytest.mark.parametrize("ahead", [0.0, 3.0, 23.0], ids="ahead by {} hours".format)
@pytest.mark.parametrize("answer", ["withdraw", "decline", "today only", "none"])
def test_a_tick_counts_once_and_never_over_an_answer_given_since_whatever_the_clock_of_the_phone_said(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    ahead: float, answer: str,
) -> None:  # fmt: skip
    """Taken in again at once and hours later, and a second file of the same hour: what was said aloud since stands."""
    first, second = tmp_path / "a.age", tmp_path / "b.age"
    first.write_bytes(ticked(page, moment(coach, hours=ahead)))
    second.write_bytes(
        ticked(page, moment(coach, hours=ahead, minutes=1), answers=ANSWERS.replace("60", "50"))
    )
    came = take_in(coach, first, library)
    assert (came.agreed, came.known, came.remarks) == (True, False, ())
    if answer == "today only":
        coach.roster.agree("W.Q. <b>", library.wording.consent, "a", "Ann", date(2099, 1, 1), "today_only")
    elif answer != "none":
        getattr(coach.roster, answer)("W.Q. <b>")
    before = consents(coach)
    for path, hours in ((first, 0), (first, 4), (second, 4)):
        later(coach, monkeypatch, hours)
        with suppress(ConsentNeeded):
            again = take_in(coach, path, library)
            assert "nothing was added" in again.added
        assert [name for name, _ in consents(coach)] == [name for name, _ in before], (path, hours)


def test_answers_that_were_here_bring_only_the_consent_below_them_and_that_is_said(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(sealed(page))
    take_in(coach, path, library)
    path.write_bytes(ticked(page, moment(coach)))
    again = take_in(coach, path, library)
    assert (again.known, again.agreed) == (True, True)
    assert "the consent ticked below them was recorded" in told_of(again)


def test_a_consent_withdrawn_before_it_was_recorded_is_a_no(
    coach: Store, library: Library, tmp_path: Path
) -> None:
    """The page was on its way: what comes back is not kept."""
    page, path = asking(coach, library, tmp_path / "page.html"), tmp_path / "a.age"
    path.write_bytes(ticked(page, moment(coach)))
    assert coach.roster.withdraw("Later").refused
    with pytest.raises(ConsentNeeded, match="said no on"):
        take_in(coach, path, library)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"consent": "0" * 64}, "below a consent that is not kept here"),
        ({"consent": "<script>"}, "below a consent that is not kept here"),
        ({"agreed": "yesterday"}, "carries no day"),
        ({"agreed": "0001-01-01T00:00:00Z"}, "carries no day"),
        ({"agreed": "2001-01-01"}, "is older than what was recorded"),
        ({"agreed": "9999-12-31T23:59:59-23:59"}, "has not come"),
        ({"agreed": "2098-01-01T00:00:00Z"}, "has not come"),
    ],
)
def test_a_tick_that_cannot_stand_is_told_and_the_answers_are_kept(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path, other: dict[str, str], told: str
) -> None:
    path = tmp_path / "a.age"
    path.write_bytes(ticked(page, moment(coach), **other))
    found = take_in(coach, path, library)
    assert told in " ".join(found.remarks)
    assert found.rows
    assert consents(coach) == [("yes", True)]


def asking(store: Store, library: Library, path: Path) -> dict[str, Any]:
    """What a page carries for a client who was never asked for consent: it asks."""
    asked = store.roster.asked(library.wording.consent, "a lead position", "Ann Coach", date(2099, 1, 1))
    write_form(store, library, ROLE, path, "Later", asked)
    island = path.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
    found: dict[str, Any] = json.loads(island)
    return found


def test_the_page_asks_for_a_consent_and_its_file_records_it(
    coach: Store, library: Library, tmp_path: Path
) -> None:
    page, path = asking(coach, library, tmp_path / "page.html"), tmp_path / "a.age"
    path.write_bytes(ticked(page, when := moment(coach)))
    assert (found := take_in(coach, path, library)).rows
    assert (found.alias, found.remarks) == ("Later", ())
    (consent,) = coach.roster.card("Later").consents
    assert (consent.answer, consent.given, consent.goal) == ("on_page", when, "a lead position")
    assert (consent.version, consent.expires) == (str(library.wording.consent.version), "2099-01-01")
    assert "for this goal: a lead position" in consent.text
    assert consent.text.rpartition(" Do you")[0] in html.unescape((tmp_path / "page.html").read_text())


def test_a_tick_from_before_the_page_is_none(coach: Store, library: Library, tmp_path: Path) -> None:
    page, path = asking(coach, library, tmp_path / "page.html"), tmp_path / "a.age"
    path.write_bytes(ticked(page, "2020-01-01T00:00:00.000Z"))
    with pytest.raises(ConsentNeeded, match="of 2020-01-01, is older than the page: it was not recorded"):
        take_in(coach, path, library)
    assert coach.roster.card("Later").consents == ()


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


@pytest.mark.parametrize(
    "other",
    [
        {"agreed": ""},
        {"consent": ""},
        {"consent": "0" * 64},
        {"consent": "0" * 64 + '{"goal": "anything"}'},
    ],
)
def test_without_a_yes_to_what_was_asked_nothing_is_kept(
    coach: Store, library: Library, tmp_path: Path, other: dict[str, str]
) -> None:
    page, path = asking(coach, library, tmp_path / "page.html"), tmp_path / "a.age"
    path.write_bytes(ticked(page, moment(coach), **other))
    with pytest.raises(ConsentNeeded):
        take_in(coach, path, library)
    card = coach.roster.card("Later")
    assert (card.consents, card.sessions) == ((), ())


def test_what_one_client_was_asked_is_no_consent_of_another(
    coach: Store, library: Library, page: dict[str, Any], tmp_path: Path
) -> None:
    asked, path = asking(coach, library, tmp_path / "later.html"), tmp_path / "a.age"
    path.write_bytes(ticked(asked, moment(coach), consent=page["sealed"]["consent"]))
    with pytest.raises(ConsentNeeded):
        take_in(coach, path, library)
