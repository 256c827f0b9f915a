"""A change written out, as NAME=VALUE, is read as it was typed in every face."""

import pytest

from aijri_engine.interview.understanding.commands import find_command, slash_command
from tests.plain.plain_driver import type_lines

SPLIT = "20/25/15/15/15/10"


@pytest.mark.parametrize(
    ("typed", "argument"),
    [
        ("what if level=senior", "level=senior"),
        ("What if share=train:design:10?", "share=train:design:10"),
        ("what happens if share.train = 30", "share.train=30"),
        ("and what if growth=-1 rung.train=originates", "growth=-1 rung.train=originates"),
        ("what if I were more senior", "i were more senior"),
    ],
)
def test_the_words_of_a_change_keep_their_signs(typed: str, argument: str) -> None:
    for command in (find_command(typed), slash_command(f"/{typed}", ())):
        assert command is not None
        assert (command.name, command.argument) == ("what_if", argument)


def test_a_change_that_is_written_out_is_tried_at_once_by_lines() -> None:
    said = type_lines(SPLIT, "what if share=train:design:10", "quit").said
    assert "From 64.6, Green, to 66.5, Green." in said
    assert "What would be different?" not in said


def test_several_changes_are_tried_together_by_lines() -> None:
    said = type_lines(SPLIT, "what if level=senior employer=frontier", "quit").said
    assert "to 73.2, Green." in said


def test_a_change_that_cannot_be_made_says_why_by_lines() -> None:
    said = type_lines(SPLIT, "what if share.train=30", "quit").said
    assert "'30' is not a move of time. Write share=FROM:TO:POINTS." in said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("what if share=train:design:60", "Training takes 25 % of the week: 60 cannot be taken from it."),
        ("what if share=train:train:10", "That would change nothing."),
        ("what if I moved 60 percent from training to design", "takes 25 % of the week: 60 cannot"),
        ("what if training were 130 percent", "Everything else takes 75 % of the week: 105 cannot"),
    ],
)
def test_more_time_than_there_is_is_refused_and_never_cut(typed: str, told: str) -> None:
    said = type_lines(SPLIT, typed, "quit").said
    assert told in " ".join(said.split())
    assert "From 64.6" not in said


def test_at_what_if_help_says_what_can_be_typed_and_an_unknown_command_is_told() -> None:
    lines = ("what if", "help", "/nothing", "edit", "/7", "what if", "nothing", "quit")
    said = " ".join(type_lines(SPLIT, *lines).said.split())
    assert said.count("What would be different?") == 4
    assert said.count("There is no such command.") == 2
    assert "Tried, not kept" not in said
