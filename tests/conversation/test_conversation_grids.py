"""Grids over several lines: rows add up, are called by place, and one answered or denied is never the rest."""

from collections.abc import Sequence

import pytest
from conversation_driver import LIBRARY, at

from aijri_engine.conversation import Conversation, carry_out, say
from aijri_engine.conversation.parts import row_asked
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.commands import slash_command


def test_rows_of_a_grid_add_up_over_several_lines_and_the_last_one_answers_it() -> None:
    talk = at("practice")
    assert talk.step is not None
    rows = [row.id for row in talk.step.asked.rows]
    assert len(rows) > 2
    for row in rows[:-1]:
        talk = say(talk, "a", row=row).talk
        assert talk.interview.answers.get("practice") is None
        assert talk.interview.answers.drafts["practice"][row]
    done = say(talk, "b", row=rows[-1]).talk
    entry = done.interview.answers.get("practice")
    assert entry is not None
    assert set(entry.value) == set(rows)
    assert "practice" not in done.interview.answers.drafts


def test_only_the_missing_rows_of_a_grid_are_asked_and_answered() -> None:
    talk = at("practice", "training by hand, debugging tools made parts")
    assert talk.trouble is not None
    assert talk.trouble.text.startswith("Still to tell: ")
    assert "Training" not in talk.trouble.text
    assert not talk.trouble.offers
    entry = say(talk, "by hand").talk.interview.answers.get("practice")
    assert entry is not None
    assert entry.value["debug"] == "drafts"
    assert set(entry.value.values()) == {"by_hand", "drafts"}


def test_a_denied_row_is_not_kept_for_later() -> None:
    talk = at("practice", "training not by hand")
    assert "practice" not in talk.interview.answers.drafts


@pytest.mark.parametrize(
    ("line", "picked"),
    [("first two a, rest b", "aabbbb"), ("the first a, the rest b", "abbbbb"), ("last b, others a", "aaaaab"),
     ("all a except the last b", "aaaaab"), ("a for the first, b for the others", "abbbbb")],
)  # fmt: skip
def test_rows_of_a_grid_are_called_by_their_place(line: str, picked: str) -> None:
    talk = at("practice")
    assert talk.step is not None
    letters = {one.letter: one.id for one in talk.step.asked.rows[0].choices}
    entry = say(talk, line).talk.interview.answers.get("practice")
    assert entry is not None
    assert list(entry.value.values()) == [letters[letter] for letter in picked]


@pytest.mark.parametrize(
    ("lines", "picked"),
    [(("training b", "rest a"), "abaaaa"), (("training and infra b", "all others a"), "abbaaa"),
     (("b", "others a"), "baaaaa"), (("b", "a", "the rest b"), "babbbb"), (("training c", "all a"), "aaaaaa"),
     (("training b, infra too, rest a",), "abbaaa"), (("training b, debugging same, rest c",), "cbcbcc"),
     (("training skip, rest a",), "a-aaaa"), (("training b or c, rest a",), "a-aaaa"),
     (("training b 50% c 50%, rest a",), "a-aaaa"), (("training rather not say, rest b",), "b-bbbb"),
     (("all but debugging a",), "aaa-aa"), (("all a but training",), "a-aaaa"),
     (("no tools in training, all in debugging, parts in infra",), "------"),
     (("rather not say, debugging a",), "---a--"), (("training b, infra a and b",), "-b----"),
     (("training b but really a",), "------"), (("a a",), "------"), (("b,b,",), "------"),
     (("all a but not training",), "a-aaaa"), (("all a, not training",), "a-aaaa"),
     (("training a, debugging not b",), "-a----"), (("b", "a", "undo"), "b-----"),
     (("training b", "undo"), "------"), (("all b (training a)",), "babbbb")],
)  # fmt: skip
def test_the_rest_is_no_row_that_was_answered_or_named(lines: Sequence[str], picked: str) -> None:
    """A row that was named, and of which nothing is clear, stays open."""
    talk = at("practice")
    assert talk.step is not None
    step = talk.step
    letters = {one.id: one.letter for one in step.asked.rows[0].choices}
    for line in lines:
        row = row_asked(talk, step)
        talk = say(talk, line, row=row.id if row else "").talk
    entry = talk.interview.answers.get("practice")
    known = entry.value if entry else talk.interview.answers.drafts.get("practice", {})
    assert "".join(letters[known[row.id]] if row.id in known else "-" for row in step.asked.rows) == picked
    assert entry or talk.trouble or talk.reply == ("Taken back: Training.",)
    assert entry or (talk.step is not None and talk.step.key == "practice")


@pytest.mark.parametrize(
    ("key", "line", "first"),
    [("split_basis", "not a guess, a log", "calendar"), ("split_basis", "my calendar, not a guess", "calendar"),
     ("split_basis", "not a", None), ("level", "not c", None), ("years", "not 10", None),
     ("conditions", "works council yes, agreement no", ["union_consulted"]),
     ("conditions", "on site two days, no works council", ["onsite_some"])],
)  # fmt: skip
def test_what_is_denied_is_not_offered(key: str, line: str, first: object) -> None:
    talk = at(key)
    after = say(talk, line).talk
    assert after.interview.values() == talk.interview.values()
    assert after.trouble is not None
    assert [value for _, value in after.trouble.offers[:1]] == ([] if first is None else [first])


def test_a_grid_reads_names_of_rows_that_are_not_on_the_week_as_mere_words() -> None:
    talk = Conversation(Interview.start(LIBRARY, "electrician"))
    talk = say(talk, "wiring 50, faults 20, testing 20, quotes 10").talk.go_to("practice")
    said = say(talk, "the builder's gaffer decides and i do it", row="faults").talk
    assert "customers" not in said.interview.answers.drafts.get("practice", {})


def test_a_grid_told_whole_at_one_of_its_rows_is_put_whole() -> None:
    talk = say(
        at("practice"), "all by hand, only debugging has an ai that drafts it and i fix it", row="train"
    ).talk
    assert talk.trouble is not None
    rows = talk.trouble.offers[0][1]
    assert rows["debug"] == "drafts"
    assert {rows[one] for one in rows if one != "debug"} == {"by_hand"}


@pytest.mark.parametrize(("line", "word"), [("not sure", "not_sure"), ("rather not say", "declined")])
def test_of_a_grid_not_sure_is_said_of_the_rows_that_have_no_answer(line: str, word: str) -> None:
    talk = at("practice")
    assert talk.step is not None
    talk = talk.drafted(talk.step, {"train": "drafts"})
    for after in (say(talk, line).talk, carry_out(talk, slash_command(f"/{line}", ()))[0]):  # type: ignore[arg-type]
        entry = after.interview.answers.get("practice")
        assert entry is not None
        assert json_of(entry.value)["train"] == "drafts"
        assert json_of(entry.value)["design"] == word
