"""Commands in a window (kind 7): lines are broken between words at its width, and no word or figure is cut."""

import sys
from pathlib import Path

import pytest
from cli_driver import JUNIOR, run_here
from test_cli_store_states import COMMANDS

from aijri_engine import Library
from aijri_engine.store import Store
from aijri_engine.text import cell_width
from aijri_tui.cli import streams
from tests.store.spoiled_store import whole_store

pytestmark = pytest.mark.usefixtures("few_draws")

WITHOUT_A_STORE = """
assess deep-learning-engineer --answers ANSWERS|assess deep-learning-engineer --answers ANSWERS --full
whatif deep-learning-engineer --answers ANSWERS --set level=senior|score deep-learning-engineer|roles
roles deep-learning-engineer|roles --search nurse|roles --occupations|roles deep-learning-engineer --beside ml-engineer
role diff deep-learning-engineer ml-engineer|check questionnaires/landscape.yaml
nosuch|roles --nosuch|assess nobody --answers ANSWERS
""".strip().replace("\n", "|")


@pytest.mark.parametrize("columns", [60, pytest.param(80, marks=pytest.mark.soak)])
def test_every_command_is_wrapped_at_the_width_of_the_window(
    tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    library = Library.open()
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    whole_store(data_folder, library)
    with Store.open(data_folder) as store:
        own = [row.id for row in store.sessions(alone=True)]
        held = store.sessions(client_id=store.roster.find("Ana").id)[0].id
    (tmp_path / "me.yaml").write_text(JUNIOR)
    words = {"OWN": own[0], "OTHER": own[1], "CLIENTS": held, "ANSWERS": str(tmp_path / "me.yaml")}
    monkeypatch.setattr(streams, "window", lambda stream: columns)
    for place, command in enumerate(f"{WITHOUT_A_STORE}|{COMMANDS}".split("|")):
        if "--json" in command or command.startswith(("export OWN", "chat", "sessions resume")):
            continue
        out = str(tmp_path / f"out{place}")
        ran = run_here(*(words.get(one, one.replace("OUT", out)) for one in command.split()))
        assert ran.code in (0, 1, 2), (command, ran.err)
        for line in (ran.out + ran.err).splitlines():
            long_word = max(map(len, line.split()), default=0) > columns - 4
            assert cell_width(line) <= columns or long_word, (command, line)


def test_no_word_is_cut(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    words = "  Deep Learning Engineer, result seen; on the edge (77 of 100 recalculations), 12.5 of 33.4"
    for columns in range(20, 120):
        monkeypatch.setattr(streams, "window", lambda stream, columns=columns: columns)
        streams.show(words)
        rows = capsys.readouterr().out.splitlines()
        assert " ".join(rows).split() == words.split()
        assert all(len(row) <= columns and row.startswith("  ") for row in rows)
    monkeypatch.setattr(streams, "window", lambda stream: None)
    streams.show(words * 9)
    assert capsys.readouterr().out == words * 9 + "\n"
    assert sys.stdout.isatty() is False
