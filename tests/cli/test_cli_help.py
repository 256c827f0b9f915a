"""Help: quick, whole sentences for every command, and for a wrong use where it is."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from aijri_tui.cli.group import COMMANDS
from aijri_tui.cli.group import aijri as group
from tests.cli.cli_driver import ROOT, run_here

HEAVY = ("textual", "rich", "pydantic", "yaml", "sqlalchemy", "jinja2", "typst", "numpy")


@pytest.mark.parametrize("arguments", [["--help"], ["chat", "--help"], ["assess", "--help"], ["--version"]])
def test_help_is_quick_because_it_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom aijri_tui.cli.main import run\n"
        f"code = run({arguments!r})\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.rstrip().splitlines()[-1] == "0 []"


def test_help_lists_every_command_with_a_whole_sentence_and_imports_none() -> None:
    code = (
        "import sys\nfrom aijri_tui.cli.main import run\nrun(['--help'])\n"
        f"print([name for name in {sorted(COMMANDS)!r} if f'aijri_tui.cli.{{name}}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    *told, imported = done.stdout.rstrip().splitlines()
    assert imported == "[]"
    listed = dict(line.split(maxsplit=1) for line in told[told.index("Commands:") + 1 :])
    assert listed == COMMANDS
    assert all(what.endswith(".") and "..." not in what for what in listed.values())
    assert all(group.get_command(click.Context(group), name) is not None for name in COMMANDS)


@pytest.mark.parametrize("command", ["assess", "score", "roles", "chat"])
def test_no_command_without_a_screen_imports_textual(command: str, junior: Path) -> None:
    arguments = {
        "assess": ["assess", "dl engineer", "--answers", str(junior)],
        "score": ["score", "deep-learning-engineer"],
        "roles": ["roles"],
        "chat": ["chat", "deep-learning-engineer", "--plain"],
    }[command]
    code = (
        "import sys\nfrom aijri_tui.cli.main import run\n"
        f"run({arguments!r})\n"
        "print([name for name in ('textual', 'rich', 'sqlalchemy', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.stdout.rstrip().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments", [["rolse"], ["assess"], ["assess", "dl"], ["check"], ["roles", "--bogus"], ["whatif", "dl"]]
)
def test_wrong_usage_ends_with_2_and_says_where_help_is(arguments: list[str]) -> None:
    ran = run_here(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.err


@pytest.mark.parametrize("name", ["role", "clients", "sessions", "plan", "backup", "erase"])
def test_help_of_a_group_cuts_no_sentence(name: str) -> None:
    found = group.get_command(click.Context(group), name)
    assert isinstance(found, click.Group)
    context = click.Context(found, terminal_width=80, max_content_width=80)
    told = found.get_help(context).partition("Commands:")[2]
    for command in found.commands.values():
        first = " ".join((command.help or "").split("\n\n")[0].split()).partition(". ")[0].removesuffix(".")
        assert first in " ".join(told.split()), command.name
    assert "..." not in told
    assert max(map(len, told.splitlines())) <= 80
