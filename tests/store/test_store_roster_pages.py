"""A long roster is read in parts, and the parts together are the roster."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from aijri_engine import Library
from aijri_engine.store import Store, StoreError
from aijri_engine.store.consents import consent_text
from aijri_engine.store.errors import ConsentNeeded

CONSENT = Library.open().wording.consent
LAST = date(2027, 1, 31)


def test_parts_of_a_roster_together_are_the_roster(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for number in range(25):
            store.roster.add(f"{'Bo' if number % 5 else 'Ana'} {number:02}")
        store.delete_client("bo 01")
        whole = store.roster.clients()
        parts = [row for skip in range(0, 30, 7) for row in store.roster.clients(limit=7, skip=skip)]
        assert parts == whole
        assert [row.alias for row in whole][:2] == ["Ana 00", "Ana 05"]
        assert (store.roster.count(), store.roster.count("ana"), store.roster.count("o 0")) == (24, 5, 7)
        assert [row.alias for row in store.roster.clients("ana", limit=2, skip=1)] == ["Ana 05", "Ana 10"]
        with pytest.raises(StoreError, match="who was deleted and can be brought back"):
            store.roster.add("BO 01")
        assert (store.roster.count(deleted=True), store.roster.count("50%")) == (1, 0)


def test_those_whose_consent_ended_are_found_with_any_search(tmp_path: Path) -> None:
    days = [datetime(2027, 1, 1, tzinfo=UTC)]
    with Store.open(tmp_path, clock=lambda: days[0]) as store:
        for alias in ("Ana", "Bo", "Cleo", "Dee"):
            store.roster.add(alias)
        for alias, last in (("Ana", LAST), ("Bo", LAST), ("Bo", LAST + timedelta(days=60)), ("Cleo", LAST)):
            store.roster.agree(alias, CONSENT, "a next step", f"coach of {alias}", last)
        store.roster.withdraw("Cleo")
        assert [row.alias for row in store.roster.due()] == ["Cleo"]
        days[0] = datetime(2027, 2, 1, tzinfo=UTC)
        assert [row.alias for row in store.roster.due()] == ["Ana", "Cleo"]
        assert [row.alias for row in store.roster.due("cle")] == ["Cleo"]
        assert store.roster.latest_coach() == "coach of Cleo"


def test_the_newest_consent_takes_the_place_of_those_before(tmp_path: Path) -> None:
    days = [datetime(2027, 1, 1, tzinfo=UTC)]
    with Store.open(tmp_path, clock=lambda: days[0]) as store:
        store.roster.add("Ana")
        store.roster.agree("Ana", CONSENT, "a next step", "Ada", LAST)
        store.roster.agree("Ana", CONSENT, "a next step", "Ada", LAST, answer="today_only")
        assert store.roster.consent("Ana").expires == "2027-01-01"
        assert store.roster.find("Ana").expires == "2027-01-01"
        days[0] += timedelta(days=1)
        assert [row.alias for row in store.roster.due()] == ["Ana"]
        with pytest.raises(ConsentNeeded):
            store.roster.consent("Ana")
        store.roster.agree("Ana", CONSENT, "a next step", "Ada", LAST)
        assert store.roster.due() == []
        assert store.roster.withdraw("Ana").expires is None


def test_a_client_is_found_by_alias_goal_or_the_beginning_of_an_id(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        ids = {alias: store.roster.add(alias).id for alias in ("Ana", "Bo", "Cleo")}
        for goal in ("whether to leave", "Design work, 100 % of it"):
            store.roster.agree("Bo", CONSENT, goal, "Ada", date(2099, 1, 1))
        for search, found in (
            ("bo", ["Bo"]), ("design bo", ["Bo"]), ("100 %", ["Bo"]), ("leave", []), ("design ana", []),
            (ids["Cleo"][:4], ["Cleo"]), (ids["Cleo"], ["Cleo"]), ("", ["Ana", "Bo", "Cleo"]),
        ):  # fmt: skip
            assert [row.alias for row in store.roster.clients(search)] == found, search
        for letter in set(ids["Ana"]) - set("ana"):
            assert "Ana" not in [row.alias for row in store.roster.clients(letter)]


@pytest.mark.parametrize(
    "goal", ["whether to move", "whether to move.", "Should I move?", "a {goal} in [/b]"]
)
def test_what_is_read_aloud_is_what_is_recorded(tmp_path: Path, goal: str) -> None:
    with Store.open(tmp_path) as store:
        store.roster.add("Ana")
        kept = store.roster.agree("Ana", CONSENT, goal, "Ada", date(2099, 1, 1))
    assert kept.text == consent_text(CONSENT, goal, "Ada", date(2099, 1, 1))
    assert f"for this goal: {goal.rstrip('.')}" in kept.text
    assert not {"..", "?."} & {kept.text[place : place + 2] for place in range(len(kept.text))}
    assert "on Ada's machine, until 2099-01-01" in kept.text


def test_who_received_a_file_is_remembered(tmp_path: Path) -> None:
    made = tmp_path / "report.pdf"
    made.write_text("x")
    with Store.open(tmp_path / "data") as store:
        for alias in ("Ana", "Bo"):
            store.record_file("report", made, client_id=store.roster.add(alias).id)
        assert store.roster.hand_on("Ana", str(made), "Ana").sharing == "shared with Ana"
        assert store.roster.hand_on("Ana", str(made), "her union").sharing == "shared with Ana and her union"
        assert [file.recipient for file in store.roster.card("Ana").files] == ["Ana", "her union"]
        assert store.roster.find("Bo").sharing == "shared with nobody"
        for path, name in ((str(made), " "), (str(tmp_path), "Ana")):
            with pytest.raises(StoreError):
                store.roster.hand_on("Ana", path, name)
        assert store.erase_client("Ana").receipt.files_removed == 1


def test_a_consent_without_goal_or_coach_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.roster.add("Ana")
        for goal, coach in ((" ", "Ada"), ("to move", "\u200b")):
            with pytest.raises(StoreError, match="needs a goal and the name"):
                store.roster.agree("Ana", CONSENT, goal, coach, date(2099, 1, 1))
