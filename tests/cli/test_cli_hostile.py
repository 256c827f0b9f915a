"""What the system does to a command: closed streams, full disks, names nobody can use, records that are spoiled."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zlib
from datetime import date
from pathlib import Path

import pytest
from cli_driver import JUNIOR, ROOT, Ran, aijri, run_here, said
from keyring.backend import KeyringBackend

from aijri_engine.store import Store, keep_for_today
from aijri_tui.sessions import Sessions

pytestmark = pytest.mark.usefixtures("few_draws")

LONG = "x" * 300


@pytest.mark.parametrize(
    ("redirected", "code", "words"),
    [
        ("roles >&-", 1, "standard output is closed"),
        ("score deep-learning-engineer --json >/dev/full", 1, "the disk is full; free some space"),
        ("chat dl --plain <&- >/dev/null", 3, ""),
        ("sessions <&- 2>&-", 0, ""),
    ],
)
@pytest.mark.case("hostile 16")
def test_closed_and_full_streams_are_said(redirected: str, code: int, words: str) -> None:
    shell = f"{sys.executable} -m aijri_tui.cli.main {redirected}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, env=environment, timeout=60)
    assert words in said(Ran(done.returncode, done.stdout, done.stderr), code)


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "deep-learning-engineer", "--answers", LONG),
        ("roles", "--content", LONG),
        ("chat", "dl", "--plain", "--save", LONG),
        ("export", "zzzzzz", "--to", LONG),
        ("score", f"{LONG}.yaml"),
    ],
)
@pytest.mark.case("hostile 16")
def test_a_name_nobody_can_use_is_told(arguments: tuple[str, ...]) -> None:
    said(run_here(*arguments), 2)


@pytest.mark.case("hostile 16")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(JUNIOR)
    (tmp_path / "kept.md").write_text("kept")
    (tmp_path / "link.md").symlink_to(tmp_path / "kept.md")
    to = ("--answers", tmp_path / "mine.yaml", "--to", tmp_path / "link.md", "--force")
    assert "is a link" in said(run_here("assess", "deep-learning-engineer", *to), 2)
    assert (tmp_path / "kept.md").read_text() == "kept"


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
@pytest.mark.parametrize("kind", ["png", "jpg"])
@pytest.mark.case("hostile 16")
def test_a_broken_logo_is_told_before_anything_is_written(tmp_path: Path, kind: str, ending: str) -> None:
    header = b"\0\0\0\x10\0\0\0\x10\x08\2\0\0\0"
    crc = zlib.crc32(b"IHDR" + header).to_bytes(4, "big")
    starts = {
        "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + header + crc,
        "jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x11\x08\0\x10\0\x10\3",
    }
    (tmp_path / f"logo.{kind}").write_bytes(starts[kind] + b"garbage" * 20)
    (tmp_path / "look.yaml").write_text(f"name: A practice\nlogo: logo.{kind}\n")
    (tmp_path / "mine.yaml").write_text(JUNIOR)
    out = tmp_path / f"out{ending}"
    ran = run_here("assess", "deep-learning-engineer", "--answers", tmp_path / "mine.yaml", "--to", out,
                   "--branding", tmp_path / "look.yaml")  # fmt: skip
    assert "is damaged" in said(ran, 2)
    assert not out.exists()


@pytest.mark.case("hostile 16")
def test_a_user_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIJRI_DATA", "~nobody-of-that-name")
    assert "no such user" in said(run_here("sessions"), 1)


def test_a_backup_over_a_locked_store_says_what_is_left_behind_before_it_is(
    tmp_path: Path, data_folder: Path
) -> None:
    with Store.open(data_folder) as store:
        backup = store.backup(tmp_path / "old.db")
        store.set_passphrase("four words of a key")
    told = said(run_here("backup", "restore", str(backup), "--yes"), 0)
    assert "is locked with a passphrase. Then nothing of it is carried over" in told
    (kept,) = re.findall(r"before: (\S+); `aijri backup restore (\S+)` puts it back", told)
    assert kept[0] == kept[1]
    assert "nor has the store now" in told
    with Store.at(Path(kept[0]), "four words of a key"):
        pass


@pytest.mark.case("public 12", "public 13", "public 17")
def test_one_message_one_cause_one_way_out(tmp_path: Path, data_folder: Path) -> None:
    needs = said(aijri("backup", "passphrase"), 2)
    assert "AIJRI_NEW_PASSPHRASE_FD" in needs
    assert "AIJRI_PASSPHRASE_FD" not in needs
    backup = said(run_here("backup"), 0).removeprefix("Written: ").strip()
    (data_folder / "aijri.db").write_bytes(b"garbage " * 700)
    damaged = said(run_here("sessions"), 1)
    assert f"aijri backup restore {backup}" in damaged
    assert "passphrase" not in damaged
    assert "Restored" in said(run_here("backup", "restore", backup, "--yes"), 0)
    for day in ("2027-02-30", "soonish", "5"):
        assert "for example 2027-06-30" in said(
            run_here("clients", "consent", "Ana", "--goal", "g", "--coach", "c", "--until", day), 2
        )
    run_here("clients", "add", "Ana")
    past = run_here("clients", "consent", "Ana", "--goal", "g", "--coach", "c", "--until", "2020-01-01")
    assert "cannot lie in the past" in past.err
    assert past.out == ""


class _Keyring(KeyringBackend):
    """A keyring of this test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.mark.case("coaching 14")
def test_a_passphrase_is_kept_for_the_day_by_choice_and_forgotten(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Coaching, row 14: not asked again today where that was chosen, asked tomorrow, never in a file of ours."""
    ring = _Keyring()
    monkeypatch.setattr("keyring.get_password", ring.get_password)
    monkeypatch.setattr("keyring.set_password", ring.set_password)
    monkeypatch.setattr("keyring.delete_password", ring.delete_password)
    with Store.open(data_folder, "four words not together"):
        pass
    assert "locked with a passphrase" in run_here("sessions").err or run_here("sessions").code == 2
    keep_for_today(data_folder / "aijri.db", "four words not together", date.today())
    assert run_here("sessions").code == 0
    assert Sessions(data_folder).locked is False
    told = said(run_here("backup", "passphrase", "--keep-today"), 0)
    assert "until midnight" in told
    assert not [
        path for path in data_folder.rglob("*") if path.is_file() and b"four words" in path.read_bytes()
    ]
    (key,) = ring.kept
    ring.kept[key] = ring.kept[key].replace(str(date.today()), "2020-01-01")
    assert run_here("sessions").code == 2
    assert not ring.kept
    ring.kept[key] = json.dumps({"day": str(date.today()), "words": "another"})
    assert run_here("sessions").code == 2
    assert Sessions(data_folder).locked is True
    assert "No passphrase is kept" in said(run_here("backup", "passphrase", "--forget"), 0)
    assert not ring.kept


def test_a_keyring_that_is_locked_is_not_told_as_emptied(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = _Keyring()

    def locked(*_: str) -> str:
        raise RuntimeError

    monkeypatch.setattr("keyring.set_password", ring.set_password)
    keep_for_today(data_folder / "aijri.db", "four words not together", date.today())
    monkeypatch.setattr("keyring.get_password", locked)
    monkeypatch.setattr("keyring.delete_password", locked)
    forgot = run_here("backup", "passphrase", "--forget")
    assert forgot.code == 1
    assert "did not let the passphrase be taken out" in forgot.err
    assert "No passphrase is kept" not in forgot.out


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("erase", "session", "nope"), "There is no session"),
        (("erase", "client", "nobody"), "There is no client"),
        (("erase", "overdue"), "Nothing was deleted"),
        (("backup", "restore", "/nowhere.db"), "there is no such file"),
        (
            ("clients", "consent", "nobody", "--goal", "g", "--coach", "c", "--until", "in a year"),
            "There is no client",
        ),
        (("clients", "import", "/nowhere.age"), "nowhere.age"),
        (("clients", "hand-over", "nobody", "/nowhere/x.age", "--to", "me"), "There is no client"),
    ],
    ids=lambda one: " ".join(one[:2]) if isinstance(one, tuple) else "",
)
def test_nothing_is_asked_about_what_is_not_there(command: tuple[str, ...], words: str) -> None:
    """Checks come before the work of the person, in every command that asks."""
    told = run_here(*command, typed="y\n")
    assert words in told.err
    assert "[y/N]" not in told.err
    assert not told.out


INTERRUPTED = """
import sys
import tomllib
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise {error}
sys.meta_path.insert(0, Stop())
import runpy
sys.argv[1:] = ["sessions"]
runpy.run_module("aijri_tui", run_name="__main__")
"""


@pytest.mark.parametrize(
    ("module", "error"),
    [
        ("click", "KeyboardInterrupt"),
        ("aijri_tui.cli.group", "KeyboardInterrupt"),
        ("aijri_tui.cli.sessions", "KeyboardInterrupt"),
        ("aijri_tui.cli.sessions", "RuntimeError('of a class') from KeyboardInterrupt()"),
    ],
)
@pytest.mark.case("hostile 18")
def test_ctrl_c_while_the_program_still_loads_ends_it_without_a_traceback(module: str, error: str) -> None:
    program = [sys.executable, "-c", INTERRUPTED.format(module=module, error=error)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(program, capture_output=True, text=True, env=environment, timeout=60)
    assert (said(Ran(done.returncode, done.stdout, done.stderr), 1)).strip() == "Interrupted."


def test_the_program_is_begun_where_ctrl_c_is_minded() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert scripts == {"aijri": "aijri_tui.__main__:main"}
