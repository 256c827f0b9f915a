"""A consent given on a page: of its moment, kept once, never over a later answer, and none for anybody else."""

import html
import json
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from store_forms import ANSWERS, ROLE, moment, sealed

from aijri_engine import Library
from aijri_engine.store import ConsentNeeded, Store, take_in, write_form
from aijri_tui.screen.kit.taking_in import told_of


def consents(store: Store) -> list[tuple[str, bool]]:
    """How the client answered about consent, the newest first, and whether it holds today."""
    today = store.today()
    return [(one.answer, one.holds_on(today)) for one in store.roster.card("W.Q. <b>").consents]


def ticked(page: dict[str, Any], moment: str, **other: Any) -> bytes:
    return sealed(page, **({"agreed": moment, "consent": page["sealed"]["consent"]} | other))


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
