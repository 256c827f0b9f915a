"""What is typed and fits no command is told in our own words, whatever command, option or kind of value it is."""

import re
from collections.abc import Iterator

import click
import pytest
from cli_driver import run_here

from aijri_tui.cli.group import aijri

WORDS_OF_THE_LIBRARY = re.compile(
    r"No such|Missing |Invalid value|not a valid|unexpected extra|requires an|does not take|not in the range"
    r"|does not match|%Y|x>=|\bNone\b|Traceback|unexpected error"
)


def commands(
    group: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command there is, with the words that lead to it."""
    yield path, group
    if isinstance(group, click.Group):
        for name in group.list_commands(click.Context(group)):
            found = group.get_command(click.Context(group), name)
            assert found is not None
            yield from commands(found, (*path, name))


EVERY = dict(commands(aijri))


def slips(command: click.Command) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words that do not fit, and what is told of them."""
    yield ("--no-such-option",), "there is no option “--no-such-option” here."
    given = [one for one in command.params if isinstance(one, click.Argument)]
    for one in command.params:
        name = max(one.opts, key=len)
        if isinstance(one, click.Option) and one.is_flag and not one.secondary_opts:
            yield (f"{name}=1",), f"`{name}` takes no value: leave it out."
        elif isinstance(one, click.Option) and not one.is_flag and one.name != "template":
            yield (name,), f"`{name}` needs a value after it."
        if one.type is click.STRING or isinstance(one.type, click.Path | click.types.BoolParamType):
            continue
        place = name if isinstance(one, click.Option) else (one.metavar or str(one.name).upper())
        before = given.index(one) if one in given else 0
        bad = (*["1"] * before, "~bad~") if one in given else (name, "~bad~")
        yield bad, f"{place}"
    if isinstance(command, click.Group):
        yield ("no-such-command",), "there is no command “no-such-command” here."
        return
    if any(one.required for one in command.params):
        first = next(one for one in command.params if one.required)
        place = (
            max(first.opts, key=len) if isinstance(first, click.Option) else first.metavar or str(first.name)
        )
        yield (), place.casefold()
    optional = not any(isinstance(one, click.Option) and one.required for one in command.params)
    if optional and all(one.nargs == 1 and one.type is click.STRING for one in given):
        yield (*["x"] * len(given), "left over"), "is more than this command takes."


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_a_slip_at_any_command_is_told_in_our_own_words(path: tuple[str, ...]) -> None:
    for words, told in slips(EVERY[path]):
        ran = run_here(*path, *words)
        said = " ".join(ran.err.split())
        assert (ran.code, ran.out) == (2, ""), (path, words, ran)
        assert said.startswith(("aijri: ", "Usage: ")), (path, words, said)
        assert told.casefold() in said.casefold(), (path, words, said)
        assert not WORDS_OF_THE_LIBRARY.search(said.partition("Usage:")[0]), (path, words, said)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("roles --page 0", "`--page`: “0” is not a whole number from 1 up."),
        ("cohort x --draws 5000", "`--draws`: “5000” is not a whole number from 0 to 1000."),
        ("clients settle A 1 maybe", "STATE: “maybe” is not one of: done, dropped, open."),
        ("clients settle A 1.5 done", "NUMBER: “1.5” is not a whole number."),
        ("assess x --date 2027-02-30", "`--date`: “2027-02-30” is no day; for example 2027-06-30"),
        ("clients consent A", "`--goal` is missing: What the client would like to be clearer about."),
        ("roles --pge 1", "there is no option “--pge” here. Did you mean `--page`?"),
        ("clients intervew A b", "there is no command “intervew” here. Did you mean `interview`?"),
        (
            "clients add a b",
            "“b” is more than this command takes. Words that belong together stand in quotes.",
        ),
    ],
)
def test_the_place_what_is_wrong_and_the_remedy_are_told(line: str, told: str) -> None:
    said = " ".join(run_here(*line.split()).err.split())
    assert told in said
    assert "--help` shows how it is used." in said


def test_what_is_asked_is_asked_again_in_our_own_words() -> None:
    run_here("clients", "add", "Ana")
    told = ("clients", "consent", "Ana", "--goal", "g", "--coach", "c", "--until", "in a year")
    ran = run_here(*told, typed="maybe\nno\n")
    assert (ran.code, "Type one of: yes, today_only, no." in ran.err) == (0, True), ran
    assert not WORDS_OF_THE_LIBRARY.search(ran.err)
    ran = run_here("erase", "everything", typed="perhaps\nno\n")
    assert "Type one of: y, yes, n, no." in ran.err
    assert "Nothing was erased." in ran.err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("plan", "calendar", "x.txt"), "end its name in .ics"),
        (("clients", "calendar", "x.txt"), "end its name in .ics"),
        (("form", "translator", "--goal", "x", "--to", "h.html"), "add --for ALIAS"),
        (("roles", "--library", __file__), "this is no folder"),
    ],
)
def test_what_would_do_nothing_is_refused_with_its_reason(typed: tuple[str, ...], told: str) -> None:
    found = run_here(*typed)
    assert found.code == 2
    assert told in found.err


def test_a_plan_says_how_it_is_known_that_a_step_worked() -> None:
    assert (
        run_here(
            "plan", "add", "Judge ten outputs", "--by", "in two weeks", "--sign", "I name the faults"
        ).code
        == 0
    )
    assert "Worked if: I name the faults." in run_here("plan").out
