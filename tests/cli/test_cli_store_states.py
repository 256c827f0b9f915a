"""Locked, damaged, full, read-only, newer, without a passphrase: told apart at every command (kind 6)."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click
import pytest
from cli_driver import JUNIOR, run_here

from aijri_engine import Library
from aijri_engine.store import Store
from aijri_tui.cli.group import aijri as program
from tests.store.spoiled_store import WORDS_OF_A_LIBRARY, whole_store
from tests.store.store_states import SAID, STATES

pytestmark = pytest.mark.usefixtures("few_draws")

COMMANDS = """
sessions|sessions --json|sessions --deleted|sessions changes|sessions delete OWN|sessions history|sessions resume OWN
sessions transcript OWN|plan|plan add step --by 2099-01-01|plan calendar OUT.ics|plan mark 1 done|plan next 2099-01-01
clients|clients --due|clients add Zed|clients agenda Ana|clients calendar OUT.ics|clients change Ana 1 --act new
clients consent Ana --answer yes --until 2099-01-01 --goal x --coach Ada|clients correct Ana 1 words|clients delete Ana
clients drop Ana 1|clients export OUT.csv|clients group deep-learning-engineer|clients hand-over Ana OUT.age --to x
clients import ANSWERS --client Ana|clients interview Ana deep-learning-engineer|clients next Ana 2099-01-01
clients note Ana hello|clients plan Ana act --owner me --due 2099-01-01|clients prepare Ana|clients preview CLIENTS
clients rename Ana Annie|clients settle Ana 1 done|clients share Ana --with other|clients show Ana|clients today
clients unshare Ana --with other|clients withdraw Ana|form deep-learning-engineer --to OUT.html --for Ana
practice|practice --name X|practice --forget|compare OWN OTHER|compare OWN OTHER --to OUT.txt|export OWN
export OWN --to OUT.yaml|report OWN --to OUT.txt|report --all-due --to OUT --format txt|erase client Ana --yes
erase everything --yes|erase overdue|erase receipts|erase session OWN --yes|backup
backup passphrase|chat --plain --from OWN
""".strip().replace("\n", "|")
WITHOUT_A_STORE = {
    "assess", "whatif", "score", "roles", "check", "cohort", "role diff", "role import-onet", "role new", "role print",
    "backup list",
}  # fmt: skip
ENCRYPTED = ("no passphrase", "cut, encrypted", "garbage", "missing")
"""Nothing is written beside these in plain text."""
RESTORES = {"backup restore"}
"""Puts another file in the store's place: tests/store/test_store_backups.py."""


def leaves(group: click.Group, above: str = "") -> Iterator[str]:
    """Every command and subcommand as it is typed."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield f"{above}{name}"
        if isinstance(command, click.Group):
            yield from leaves(command, f"{above}{name} ")


def test_the_table_holds_every_command_that_opens_the_store() -> None:
    typed = COMMANDS.split("|")
    missing = [name for name in leaves(program) if not any(f"{one} ".startswith(f"{name} ") for one in typed)]
    assert set(missing) == WITHOUT_A_STORE | RESTORES


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole_store(tmp_path_factory.mktemp("whole"), Library.open()).parent


@pytest.mark.parametrize("state", STATES)
@pytest.mark.case("public 12")
def test_each_state_is_told_at_every_command(
    state: str, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open()
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    with Store.open(whole) as store:
        own = [row.id for row in store.sessions(alone=True)]
        held = store.sessions(client_id=store.roster.find("Ana").id)[0].id
    (tmp_path / "me.yaml").write_text(JUNIOR)
    broken = tmp_path / "broken"
    shutil.copytree(whole, broken)
    monkeypatch.setenv("AIJRI_DATA", str(broken))
    out = tmp_path / "out"
    out.mkdir()
    words = {"OWN": own[0], "OTHER": own[1], "CLIENTS": held, "ANSWERS": str(tmp_path / "me.yaml")}
    with ExitStack() as stack:
        kept = STATES[state](broken / "aijri.db", monkeypatch)
        if kept is not None:
            stack.enter_context(kept)  # type: ignore[arg-type]
        for command in COMMANDS.split("|"):
            ran = run_here(*(words.get(one, one.replace("OUT", str(out / "x"))) for one in command.split()))
            said = ran.out + ran.err
            assert SAID[state] in said, (command, said)
            others = [one for one in SAID.values() if one != SAID[state] and one in said]
            assert not others, (command, said)
            assert ran.code in (1, 2), (command, said)
            assert not [word for word in WORDS_OF_A_LIBRARY if word in said], (command, said)
            assert not list(out.iterdir()), command
        before = set(tmp_path.rglob("aijri-emergency-*"))
        ran = run_here("chat", "deep-learning-engineer", "--plain", typed="50 train, 50 design\nyes\n4\n")
        asked = run_here("chat", "deep-learning-engineer", "--plain", typed="")
    said = " ".join(f"{ran.out} {ran.err}".split())
    assert SAID[state] in said
    if state not in ENCRYPTED:  # before the first question, and nothing is promised that fails
        assert SAID[state] in " ".join(asked.err.split())
        where = "They are saved in a file after every question."
        where = "They are gone with this window." if state == "full" else where
        assert where in " ".join(asked.out.split())
    if state in ENCRYPTED:
        assert (ran.code, ran.out) == (2, "")
        assert set(tmp_path.rglob("aijri-emergency-*")) == before
    for word in WORDS_OF_A_LIBRARY:
        assert word not in said
