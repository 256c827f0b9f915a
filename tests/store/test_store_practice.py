"""Two coaches, one server: each sees their own clients, nothing is written over unseen, nothing is lost."""

from datetime import date
from pathlib import Path

import psycopg
import pytest
from store_coaches import LATER, Practice, agreed
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import (
    Autosave,
    ConsentNeeded,
    Store,
    StoreConflict,
    StoreError,
    UnknownClient,
    UnknownSession,
    UnusableStore,
    choose_next_sitting,
    group_summary,
    next_sitting,
    own_acts,
    settle_own,
    take_up,
)
from aijri_engine.store.errors import NotShared
from aijri_engine.store.ownership import FOR_ALL, RULES
from aijri_engine.store.schema import metadata
from aijri_tui.cli import exits
from aijri_tui.cli.main import run


def test_every_table_has_a_rule_or_is_meant_for_all() -> None:
    assert set(RULES) | FOR_ALL == set(metadata.tables)
    assert not set(RULES) & FOR_ALL


def test_a_coach_sees_own_clients_and_what_was_shared(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo, cy = shared.store("ada"), shared.store("bo"), shared.store("cy")
    ben = agreed(ada, library, "Ben")
    sitting = ada.start(answered(interview, "level", "senior"), client_id=ben)
    ada.start(interview, goal="my own")
    ada.roster.note(ben, "for me alone")
    ada.roster.note(ben, "for the client", private=False)
    ada.roster.plan(ben, "ask for a raise", "Ben", LATER)
    agreed(bo, library, "Ben")
    assert [row.login for row in bo.roster.clients()] == ["bo"]
    bo.erase_everything()
    for store in (cy, bo):
        assert store.sessions() == []
        with pytest.raises(UnknownSession):
            store.session(sitting.id)
        with pytest.raises(UnknownClient):
            store.roster.find(ben)
        with store.writing() as connection:
            for table in ("clients", "sessions", "events", "notes", "acts", "consents", "files"):
                assert not connection.exec_driver_sql(f"DELETE FROM {table}").rowcount, table
    assert ada.roster.share(ben, "bo").sharing == "client of ada, shared with coach bo"
    card = bo.roster.card(ben)
    assert [note.body for note in card.notes] == ["for the client"]
    assert [act.act for act in card.acts] == ["ask for a raise"]
    assert [row.id for row in bo.sessions()] == [sitting.id]
    assert bo.resume(sitting.id, library).values() == {"level": "senior"}
    assert ada.roster.find(ben).sharing == card.client.sharing
    assert {note.body for note in ada.roster.card(ben).notes} == {"for me alone", "for the client"}
    assert cy.roster.clients() == []


def test_only_whose_client_it_is_may_share_delete_or_erase(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    sitting = ada.start(interview, client_id=ben)
    ada.roster.share(ben, "bo")
    for act in (
        lambda: bo.roster.share(ben, "cy"),
        lambda: bo.roster.unshare(ben, "bo"),
        lambda: bo.delete_client(ben),
        lambda: bo.erase_client(ben),
        lambda: bo.delete(sitting.id),
        lambda: bo.erase_session(sitting.id),
    ):
        with pytest.raises(StoreError, match="Only ada can"):
            act()
    with bo.writing() as connection:
        assert connection.exec_driver_sql("DELETE FROM clients").rowcount == 0
    for stranger in ("ada", "nobody", "", "bo; DROP TABLE clients"):
        with pytest.raises(UnusableStore, match="no other coach"):
            ada.roster.share(ben, stranger)
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        psycopg.connect(
            host=str(shared.cluster.place), port=shared.cluster.port, user="bo", dbname=shared.name
        ) as connection,
    ):
        connection.execute("INSERT INTO shares (client_id, coach, login) VALUES (%s, 'cy', 'ada')", (ben,))
    assert bo.erase_everything().receipt.clients == 0
    assert ada.roster.find(ben).sessions == 1
    assert ada.roster.unshare("Ben", "bo").sharing == "shared with nobody"
    assert bo.roster.clients() == []


def test_what_was_taken_back_while_a_colleague_sits_is_not_kept(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    ada.roster.share(ben, "bo")
    sitting = bo.start(interview, client_id=ben)
    keeping = Autosave(bo, sitting)
    ada.roster.unshare(ben, "bo")
    said = keeping.save(answered(interview, "level", "senior"))
    assert said is not None
    assert "its client is not shared with you now" in said
    assert "Nothing is kept from here on" in said
    assert not list((shared.folder / "bo").glob("aijri-emergency*"))
    assert ada.resume(sitting.id, library).events == interview.events
    with pytest.raises(NotShared):
        sitting.save(answered(interview, "level", "mid"))


def test_the_last_write_never_wins_unseen(shared: Practice, library: Library, interview: Interview) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    ada.roster.share(ben, "bo")
    note = ada.roster.note(ben, "calm", private=False)
    act = ada.roster.plan(ben, "write", "Ben", LATER)
    client = ada.roster.find(ben)
    bo.roster.rewrite_note(ben, note.id, "worried", seen=note.version)
    bo.roster.settle(ben, act.id, "done", seen=act.version)
    bo.roster.appoint(ben, LATER, seen=client.version)
    for late in (
        lambda: ada.roster.rewrite_note(ben, note.id, "glad", seen=note.version),
        lambda: ada.roster.change_act(ben, act.id, "write twice", seen=act.version),
        lambda: ada.roster.rename(ben, "Benno", seen=client.version),
    ):
        with pytest.raises(StoreConflict, match="changed since you looked"):
            late()
    card = ada.roster.card(ben)
    assert (card.notes[0].body, card.acts[0].state, card.client.alias) == ("worried", "done", "Ben")
    assert ada.roster.rewrite_note(ben, note.id, "glad", seen=card.notes[0].version).body == "glad"
    mine = ada.start(interview, client_id=ben)
    yours = bo.session(mine.id)
    yours.save(answered(interview, "level", "senior"))
    with pytest.raises(StoreConflict, match="continued in another window"):
        mine.save(answered(interview, "level", "junior"))


def test_erasing_leaves_nothing_on_the_server_and_names_what_it_cannot_reach(
    shared: Practice, library: Library, interview: Interview, tmp_path: Path
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben of the bakery")
    ada.roster.share(ben, "bo")
    sitting = bo.start(answered(interview, "level", "senior"), client_id=ben)
    bo.roster.note(ben, "a private thought")
    here, there = tmp_path / "report.md", tmp_path / "elsewhere.md"
    for path in (here, there):
        ada.record_file("report", path, sitting.id, content=b"report")
        path.write_bytes(b"report")
    shared.cluster.sql("UPDATE files SET machine = 'laptop of bo' WHERE path LIKE '%elsewhere%'", shared.name)
    told = ada.erase_client("Ben of the bakery")
    receipt = told.receipt
    assert (receipt.clients, receipt.sessions, receipt.files_removed, receipt.files_left) == (1, 1, 1, 1)
    assert not receipt.complete
    assert not here.exists()
    assert there.exists()
    assert str(told.left[0]).startswith("laptop of bo:")
    assert "backups made of it are not reached" in receipt.text()
    for table in ("clients", "sessions", "events", "notes", "consents", "shares", "session_contents"):
        assert shared.cluster.sql(f"SELECT count(*) FROM {table}", shared.name) == [(0,)], table
    assert [one.id for one in ada.receipts()] == [receipt.id]
    assert bo.receipts() == []
    with pytest.raises(NotShared, match="erased"):
        sitting.save(answered(answered(interview, "level", "senior"), "years", 3))


def test_a_group_told_by_one_coach_counts_for_the_next(
    shared: Practice, library: Library, interview: Interview
) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    role = interview.role_id
    for number in range(6):
        client = agreed(ada, library, f"c{number}")
        ada.start(answered(interview, "level", "senior"), client_id=client)
        if number:
            ada.roster.share(client, "bo")
    assert group_summary(ada, library, role).people == 6
    with pytest.raises(StoreError, match="fewer than 5"):
        group_summary(bo, library, role)


def test_a_login_no_rule_holds_is_refused(shared: Practice) -> None:
    address = shared.cluster.address("root_of_all", shared.name)
    with pytest.raises(UnusableStore, match="every coach's clients"):
        Store.open(shared.folder, address=address)


def test_backups_and_passphrases_of_a_server_are_left_to_who_runs_it(
    shared: Practice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shared.enter("ada", monkeypatch)
    assert run(["backup"]) == exits.UNUSABLE
    assert "pg_dump" in capsys.readouterr().err
    assert run(["backup", "passphrase", "--remove"]) == exits.UNUSABLE
    assert run(["backup", "restore", "x.db", "--yes"]) == exits.UNUSABLE
    assert "pg_restore" in capsys.readouterr().err


def test_two_coaches_share_a_day_on_the_command_line(
    shared: Practice, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def typed(coach: str, *words: str, code: int = exits.DONE) -> str:
        shared.enter(coach, monkeypatch)
        assert run(words) == code, capsys.readouterr()
        return "".join(capsys.readouterr())

    answers = tmp_path / "answers.yaml"
    answers.write_text("role: deep-learning-engineer\nanswers: {level: senior, split: typical}\n")
    typed("ada", "clients", "add", "Ben")
    consent = typed("ada", "clients", "consent", "Ben", "--goal", "a new job", "--coach", "Ada",
                    "--until", "2099-12-31", "--answer", "yes")  # fmt: skip
    assert "on the server of Ada's practice (a colleague sees them only if you agree)" in consent
    typed("ada", "clients", "import", str(answers), "--client", "Ben")
    assert typed("bo", "clients") == "No clients are kept here yet. `aijri clients add ALIAS` begins.\n"
    assert "agreement" not in typed("ada", "clients", "share", "Ben", "--with", "nobody", code=exits.UNUSABLE)
    assert "Only with the client's agreement" in typed("ada", "clients", "share", "Ben", "--with", "bo")
    assert "client of ada, shared with coach bo" in typed("bo", "clients")
    typed("bo", "clients", "plan", "Ben", "ring the bakery", "--owner", "Ben", "--due", "2099-01-01")
    typed("bo", "clients", "note", "Ben", "seemed tired")
    assert "ring the bakery" in typed("ada", "clients", "show", "Ben")
    assert "seemed tired" not in typed("ada", "clients", "show", "Ben")
    assert "Only ada can" in typed("bo", "erase", "client", "Ben", "--yes", code=exits.FAILURE)
    typed("ada", "clients", "unshare", "Ben", "--with", "bo")
    assert "not be shared with you any more" in typed("bo", "clients", "show", "Ben", code=exits.UNUSABLE)
    assert "Receipt" in typed("ada", "erase", "client", "Ben", "--yes")
    assert "a file of one coach" in _in_a_file(monkeypatch, capsys, tmp_path)


def test_two_clients_of_one_alias_are_told_apart_by_their_ids(shared: Practice) -> None:
    ada, bo = shared.store("ada"), shared.store("bo")
    hers, his = ada.roster.add("Ben"), bo.roster.add("Ben")
    ada.roster.share(hers.id, "bo")

    with pytest.raises(UnknownClient) as told:
        bo.roster.find("Ben")

    assert f"Ben ({hers.id})" in str(told.value)
    assert f"Ben ({his.id})" in str(told.value)
    assert bo.roster.find(hers.id).id == hers.id


def _in_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> str:
    monkeypatch.delenv("AIJRI_STORE")
    monkeypatch.setenv("AIJRI_DATA", str(folder / "alone"))
    run(["clients", "add", "Ben"])
    assert run(["clients", "share", "Ben", "--with", "bo"]) == exits.UNUSABLE
    return capsys.readouterr().err


@pytest.mark.parametrize("end", ["erased", "unshared", "gone on"])
def test_what_a_machine_kept_of_a_client_never_comes_back_as_ones_own(
    shared: Practice, library: Library, interview: Interview, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.chdir(shared.folder)
    ada, bo = shared.store("ada"), shared.store("bo")
    ben = agreed(ada, library, "Ben")
    ada.roster.share(ben, "bo")
    sitting = bo.start(interview, client_id=ben)
    keeping = Autosave(bo, sitting)
    shared.cluster.stop()
    try:
        keeping.save(answered(interview, "level", "senior"))
    finally:
        shared.cluster.start()
    path = keeping.path
    assert path is not None
    keeping.close()
    with shared.store("bo") as bo:
        if end == "gone on":
            ada.session(sitting.id).save(answered(interview, "level", "mid"))
            taken = bo.session(bo.take_emergency(path, library))
            assert (taken.id == sitting.id, taken.row.client_id) == (False, ben)
            return
        if end == "erased":
            ada.erase_client(ben)
        else:
            ada.roster.unshare(ben, "bo")
        with pytest.raises(
            StoreError, match="erased meanwhile" if end == "erased" else "not shared with you"
        ):
            bo.take_emergency(path, library)
        assert bo.sessions() == []
        assert path.exists() is (end == "unshared")
        assert bo.erase_everything().receipt.complete
        assert shared.cluster.sql("SELECT * FROM settings WHERE login = 'bo'", shared.name) == []


def test_a_plan_of_ones_own_is_seen_by_nobody_and_never_written_over_unseen(shared: Practice) -> None:
    ada, again, bo = shared.store("ada"), shared.store("ada"), shared.store("bo")
    step = take_up(ada, "ask for a raise", LATER)
    choose_next_sitting(ada, LATER)
    choose_next_sitting(bo, date(2098, 1, 1))
    assert (own_acts(bo), next_sitting(ada)) == ([], LATER)
    with pytest.raises(StoreError, match="no step"):
        settle_own(bo, step.id, "done")
    settle_own(again, step.id, "done", seen=step.version)
    with pytest.raises(StoreConflict, match="changed since you looked"):
        settle_own(ada, step.id, "dropped", seen=step.version)
    assert [act.state for act in own_acts(ada)] == ["done"]


def test_no_sitting_without_consent_on_a_server_either(shared: Practice, interview: Interview) -> None:
    ada = shared.store("ada")
    with pytest.raises(ConsentNeeded):
        ada.start(interview, client_id=ada.roster.add("Ben").id)
