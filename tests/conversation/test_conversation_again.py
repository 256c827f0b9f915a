"""A sitting from a sitting: every earlier answer is shown, one key confirms it, anything else changes it."""

from collections import Counter
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


SECONDS_A_KEY = 5
"""To read one question that is only named, with the answer below it, and to press enter."""

PEOPLE: dict[str, tuple[str, dict[str, Any]]] = {
    "junior": (ROLE, FIRST),
    "senior": (ROLE, {"years": 9, "split": dict(zip(TASKS, (40, 10, 5, 15, 25, 5), strict=True)), "level": "senior",
                      "depth": {"design": "originates", "research": "originates", "train": "adapts"},
                      "signature": "not_sure", "employer": "frontier"}),
    "nurse": ("registered-nurse", {}),
    "backend developer": ("backend-api-developer", {"level": "junior"}),
}  # fmt: skip


@pytest.mark.parametrize("who", PEOPLE)
def test_whoever_comes_back_is_through_by_one_key_an_answer_in_five_minutes(who: str) -> None:
    role, answers = PEOPLE[who]
    tasks = LIBRARY.role(role).task_ids()
    described = {"split": dict.fromkeys(tasks, 100 / len(tasks)), "depth": dict.fromkeys(tasks, "follows")}
    first = Interview.from_answers(LIBRARY, role, {**described, "split_basis": "thought", **answers})
    assert isinstance(first, Interview), first
    talk = Conversation(first.reveal("result").again("abc123", LIBRARY))
    keys = 0
    while (step := talk.step) is not None:
        assert talk.in_short(step), step.key
        talk, keys = say(talk, "").talk, keys + 1
        assert talk.trouble is None, step.key
        assert not talk.paused
        assert talk.step is None or talk.step.key != step.key, step.key
    keys += len(talk.review_steps) + 2  # the review, and that the result is to be shown
    now, then = result(talk.interview), result(first)

    assert keys * SECONDS_A_KEY <= 5 * 60
    assert keys <= 26
    assert now.assessment == then.assessment
    assert talk.interview.values() == first.values()


def test_what_was_left_open_is_asked_whole_where_no_index_was_seen_or_help_is_wanted(
    first: Interview,
) -> None:
    unseen = Conversation(Interview.start(LIBRARY, ROLE).again("abc123", LIBRARY))
    assert unseen.step is not None
    assert not unseen.in_short(unseen.step)
    talk = Conversation(Interview.start(LIBRARY, ROLE).reveal("score").again("abc123", LIBRARY))
    assert talk.step is not None
    assert talk.earlier_words(talk.step).startswith("Not answered last time.")
    assert not (helped := say(talk, "help").talk).in_short(talk.step)
    assert say(helped, "5/50/15/15/5/10").talk.interview.path.split.given


@pytest.mark.parametrize("again", [False, True])
def test_enter_alone_never_asks_one_question_without_end(again: bool) -> None:
    """A grid told in part was put again after every enter at its last row."""
    told = {"level": "mid", "split": dict.fromkeys(TASKS[:4], 25), "practice": {TASKS[0]: "drafts"}}
    first = Interview.from_answers(LIBRARY, ROLE, told)
    assert isinstance(first, Interview), first
    talk, met = Conversation(first.again("the-last") if again else first), Counter[str]()
    while (step := talk.step) is not None:
        met[step.key] += 1
        assert met[step.key] <= 2 + len(step.asked.rows), step.key
        after = say(talk, "").talk
        talk = after.skip(step) if after.trouble is not None else after
    assert met["practice"]


@pytest.mark.parametrize(
    ("line", "rows"),
    [("move 10 from care to comfort", {"assess": 30, "medicines": 20, "care": 40, "comfort": 10}),
     ("add 10 % comfort", {"assess": 27, "medicines": 18, "care": 45, "comfort": 10})],
)  # fmt: skip
def test_the_week_of_the_last_sitting_can_be_corrected_where_it_is_to_be_confirmed(
    line: str, rows: dict[str, float]
) -> None:
    before = Interview.start(Library.open(), "registered-nurse")
    answered = before.answer("split", {"rows": {"assess": 30, "medicines": 20, "care": 50}})
    assert isinstance(answered, Interview)
    talk = Conversation(answered.reveal("result").again("one")).go_to("split")
    after = say(talk, line).talk
    if after.trouble is not None:
        after = say(after, "yes").talk
    entry = after.interview.answers.get("split")
    assert entry is not None
    assert {row: amount for row, amount in entry.value["rows"].items() if amount} == rows


def test_what_was_put_and_not_confirmed_is_no_ground_for_the_next_change() -> None:
    answered = Interview.start(Library.open(), "registered-nurse").answer(
        "split", {"rows": {"assess": 30, "medicines": 20, "care": 50}}
    )
    assert isinstance(answered, Interview)
    talk = say(Conversation(answered).go_to("split"), "assessment should be 40").talk
    assert talk.trouble is not None
    entry = say(talk, "move 10 from care to comfort").talk.interview.answers.get("split")
    assert entry is not None
    assert {row: amount for row, amount in entry.value["rows"].items() if amount} == {
        "assess": 30, "medicines": 20, "care": 40, "comfort": 10,
    }  # fmt: skip


SAME = (
    "same",
    "the same",
    "as last time",
    "unchanged",
    "still true",
    "keep it",
    "confirm",
    "no change",
    "yes, the same",
    "Same.",
)


def at(first: Interview, key: str, *lines: str) -> Conversation:
    talk = Conversation(first.again("abc123", LIBRARY)).go_to(key)
    for line in lines:
        talk = say(talk, line).talk
    return talk


@pytest.mark.parametrize("line", [*SAME, "yes", "y", "ok"])
@pytest.mark.parametrize("key", ["split", "years", "depth.train", "level", "conditions", "practice"])
def test_what_says_that_it_stays_does_what_enter_does(first: Interview, key: str, line: str) -> None:
    entry = at(first, key, line).interview.answers.get(key)
    assert entry is not None
    assert entry == at(first, key, "").interview.answers.get(key)
    assert entry.confirmed


def test_an_answer_that_was_left_open_stays_so(first: Interview) -> None:
    for line in SAME:
        entry = at(first, "employer", line).interview.answers.get("employer")
        assert entry is not None
        assert entry.state == "declined"


@pytest.mark.parametrize("line", SAME)
def test_what_was_given_in_this_sitting_stays_too(first: Interview, line: str) -> None:
    for key in ("split", "level", "years", "depth.train"):
        talk = say(Conversation(first).go_to(key), line).talk
        assert talk.told == ("Kept as it was.",)
        assert talk.interview.values() == first.values()


@pytest.mark.parametrize(
    "line", ["same as last time", "unchanged", "still so", "no change", "as before", "confirm"]
)
def test_where_nothing_was_said_before_nothing_is_made_up(first: Interview, line: str) -> None:
    for key in ("signature", "duties", "oversight"):
        talk = at(first, key, line)
        assert talk.trouble is not None
        assert talk.trouble.text.startswith("There is no answer of before that could stay.")
        assert talk.trouble.offers == ()
        assert talk.interview.answers.get(key) is None


def test_two_messages_that_take_turns_tell_that_enter_keeps_it(first: Interview) -> None:
    told = [
        talk.trouble.text
        for talk in (at(first, "split", *["hm hm"] * times) for times in (1, 2))
        if talk.trouble
    ]
    assert "Enter alone keeps what was said before" in " ".join(told)


def test_yes_no_and_equal_parts_mean_what_they_meant(first: Interview) -> None:
    begun = Conversation(Interview.start(LIBRARY, ROLE)).go_to("split")
    parted = say(begun, "60 training and debugging, 40 design").talk
    assert parted.trouble is not None
    assert say(parted, "the same").talk.interview.answers.get("split") is not None
