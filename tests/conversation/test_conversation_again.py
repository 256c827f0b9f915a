"""A sitting from a sitting: every earlier answer is shown, one key confirms it, anything else changes it."""

from dataclasses import replace
from typing import Any

import pytest

from aijri_engine import Interview, Library, result
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.transcript import transcript
from aijri_engine.personal.asking import ask_text

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
TASKS = LIBRARY.role(ROLE).task_ids()
FIRST: dict[str, Any] = {
    "years": 1.5,
    "split": dict(zip(TASKS, (5, 50, 15, 15, 5, 10), strict=True)),
    "split_basis": "thought",
    "depth": {**dict.fromkeys(TASKS, "follows"), "research": ["adapts", "originates"]},
    "practice": {"train": "drafts", "infra": "by_hand", "debug": "drafts", "collaboration": "by_hand"},
    "level": "junior",
    "employer": "declined",
    "domain": "health",
    "conditions": ["onsite_some", "customers_people"],
    "market": {"openings": "neither", "endings": "none", "pay": "same"},
}


@pytest.fixture(scope="module")
def first() -> Interview:
    found = Interview.from_answers(LIBRARY, ROLE, FIRST)
    assert isinstance(found, Interview), found
    return found


def walked(first: Interview, **typed: str) -> Conversation:
    """The next sitting, enter at every question that was answered before and these lines at their questions."""
    talk = Conversation(first.again("abc123", LIBRARY))
    for _ in range(60):
        step = talk.step
        if step is None:
            break
        line = typed.get(step.key.replace(".", "_"), "")
        shown = talk.earlier_words(step)
        assert "Enter confirms it" in shown or not shown
        talk = say(talk, line if line or shown else "/skip").talk
        talk = replace(talk, trouble=None, paused="")
    assert talk.step is None, talk.step
    return talk


def test_enter_alone_confirms_each_answer_and_the_result_is_the_same(first: Interview) -> None:
    again = walked(first).interview
    confirmed = {key for key, entry in again.answers.entries.items() if entry.confirmed}
    given = {key for key, entry in first.answers.entries.items() if entry.state == "answered"}
    assert confirmed == {key for key in given if again.path.step(key) is not None}
    assert len(confirmed) >= 12
    assert result(again).assessment == result(first).assessment
    assert result(again).spread.range == result(first).spread.range
    assert "(confirmed, as in the sitting before)" in transcript(again, ask_text)
    assert again.answers.entries["employer"].state == "declined"


def test_what_is_changed_is_an_answer_and_quality_says_what_was_only_confirmed(first: Interview) -> None:
    again = walked(first, depth_train="b").interview
    assert again.answers.entries["depth.train"].value == "adapts"
    assert not again.answers.entries["depth.train"].confirmed
    assert "confirmed" in {flag.id for flag in result(again).quality}
    assert "confirmed" not in {flag.id for flag in result(first).quality}


def test_nothing_of_the_last_sitting_counts_before_it_is_confirmed(first: Interview) -> None:
    begun = first.again("abc123", LIBRARY)
    assert result(begun).status.name == "base"
    assert result(begun).bridge.rows == ()


def test_a_value_that_no_longer_fits_is_not_offered(first: Interview) -> None:
    begun = first.again("abc123", LIBRARY)
    started = begun.events[0]
    spoiled = {**started.data["earlier"]["answers"], "split": {"rows": {"gone": 100}}, "years": -4}
    events = (replace(started, data={**started.data, "earlier": {"session": "x", "answers": spoiled}}),)
    talk = Conversation(Interview.resume(LIBRARY, ROLE, events))
    assert talk.step is not None
    assert talk.earlier_words(talk.step) == ""


@pytest.mark.parametrize("earlier", [None, 7, {"answers": [1]}, {"answers": {"split": {}}}, "abc"])
def test_a_spoiled_record_of_the_last_sitting_is_no_record(earlier: Any) -> None:
    begun = Interview.start(LIBRARY, ROLE)
    events = (replace(begun.events[0], data={**begun.events[0].data, "earlier": earlier}),)
    talk = Conversation(Interview.resume(LIBRARY, ROLE, events))
    assert talk.step is not None
    assert talk.earlier(talk.step) is None
    assert say(talk, "5/50/15/15/5/10").talk.interview.path.split.given


def test_undo_takes_a_confirmation_back(first: Interview) -> None:
    talk = say(Conversation(first.again("abc123", LIBRARY)), "").talk
    assert talk.interview.path.split.given
    assert not talk.undo().interview.path.split.given
