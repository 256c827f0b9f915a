"""One grammar of changes: the same words mean the same at every place, or are refused there with a reason."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, own_table, say
from aijri_engine.conversation.the_list import said_of_all
from aijri_engine.conversation.typed_changes import hours_words, typed_changes
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.what_if import what_if
from aijri_tui.screen.result.changes import Changes
from aijri_tui.screen.result.typed_changes import with_changes

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
WEEK = {"design": 10, "train": 40, "infra": 10, "debug": 20, "research": 20, "collaboration": 0}
OWN = {
    "design": "design",
    "train": "training",
    "infra": "infra",
    "debug": "debugging",
    "research": "research",
}

Rows = Mapping[str, float]
Place = Callable[[str], Rows | str]
"""The rows after a line, or why they are as they were."""


@cache
def held(unit: str = "percent") -> Interview:
    interview = Interview.start(LIBRARY, ROLE).answer("split", {"rows": WEEK, "unit": unit})
    assert isinstance(interview, Interview)
    return interview


def rows_of(interview: Interview) -> Rows:
    split = interview.path.split
    return {
        **(dict(split.rows) if split.unit == "hours" else split.shares),
        **{row.name: row.amount for row in split.own},
    }


def settled(talk: Conversation, before: Interview) -> Rows | str:
    """What became of the week, a change that is put being confirmed."""
    told = talk.trouble.text if talk.trouble else " ".join([*talk.told, *talk.reply])
    after = say(talk, "yes").talk.interview if talk.trouble and talk.trouble.confirm else talk.interview
    now = rows_of(after) if "split" in after.answers.entries else {}
    return told if now in ({}, rows_of(before)) else now


def asked(key: str, unit: str = "percent") -> Place:
    def place(line: str) -> Rows | str:
        interview = held(unit)
        return settled(say(Conversation(interview).go_to(key), line).talk, interview)

    return place


def sat_again(line: str) -> Rows | str:
    interview = held()
    talk = Conversation(interview.reveal("result").again("one")).go_to("split")
    return settled(say(talk, line).talk, interview)


def at_the_list(line: str) -> Rows | str:
    interview = held()
    turn = said_of_all(Conversation(interview), line)
    return settled(turn.talk, interview) if turn is not None else "No answer of that number or name."


def supposed(line: str) -> Rows | str:
    found = typed_changes(held(), line)
    if isinstance(found, Problem):
        return found.text()
    told = what_if(held(), found)
    assert not isinstance(told, Problem)
    return {task.id: task.share for task in told.then.tasks}


def on_the_page(line: str) -> Rows | str:
    page = Changes(held())
    found = typed_changes(held(), f"what if {line}", page.tasks)
    made = with_changes(page, found) if not isinstance(found, Problem) else found
    return made.text() if isinstance(made, Problem) else {task.id: task.share for task in made.tasks}


def own(line: str) -> Rows | str:
    typed = ", ".join(f"{WEEK[row]} % {name}" for row, name in OWN.items())
    table = own_table.said(own_table.said(own_table.begin(), "Owl keeper"), typed)
    after = own_table.said(table, line)
    now = {row.name: row.amount or 0.0 for row in after.rows}
    if now == {row.name: row.amount for row in table.rows}:
        return after.words
    return {row: now.get(name, 0.0) for row, name in OWN.items()} | {
        name: share for name, share in now.items() if name not in OWN.values()
    }


PLACES: Mapping[str, Place] = {
    "choice": asked("level"), "grid": asked("practice"), "week": asked("split"), "hours": asked("level", "hours"),
    "again": sat_again, "list": at_the_list, "what if": supposed, "page": on_the_page, "own": own,
}  # fmt: skip
TOLD = "choice grid hours list"
SUPPOSED = "choice grid week hours again list own"

CHANGES: tuple[tuple[str, dict[str, float], str], ...] = (
    ("move 10 from debugging to research", {"debug": 10, "research": 30}, ""),
    ("move 10 to research from debugging", {"debug": 10, "research": 30}, ""),
    ("take 10 from debugging to research", {"debug": 10, "research": 30}, ""),
    ("add 10 from debugging to research", {"debug": 10, "research": 30}, ""),
    ("move half of training to research", {"train": 20, "research": 40}, ""),
    ("move everything from training to research", {"train": 0, "research": 60}, ""),
    ("move 10 % from debugging to research", {"debug": 10, "research": 30}, "hours"),
    ("move 10 from training to research and 5 from infra to design",
     {"train": 30, "research": 30, "infra": 5, "design": 15}, ""),
    ("make training 30", {"train": 30}, ""), ("training should be 30", {"train": 30}, ""),
    ("training 30 instead", {"train": 30}, ""), ("no wait, make training 30", {"train": 30}, ""),
    ("change training to 30", {"train": 30}, ""), ("cut training to 10", {"train": 10}, ""),
    ("training 30, research 25", {"train": 30, "research": 25}, ""),
    ("training 30 and research 25", {"train": 30, "research": 25}, ""),
    ("make training 30 and research 25", {"train": 30, "research": 25}, ""),
    ("make training 30, the rest research", {"train": 30, "research": 30}, ""),
    ("add 10 to research", {"research": 30}, ""), ("add another 10 research", {"research": 30}, ""),
    ("put 10 more on research", {"research": 30}, ""), ("make research 10 more", {"research": 30}, ""),
    ("research +10", {"research": 30}, ""), ("research goes up by 10", {"research": 30}, ""),
    ("10 less on training", {"train": 30}, ""), ("make research 5 less", {"research": 15}, ""),
    ("training falls by 10", {"train": 30}, ""), ("I give up 10 of training", {"train": 30}, ""),
    ("10 less on training, 5 more on research", {"train": 30, "research": 25}, ""),
    ("drop infra", {"infra": 0}, ""), ("drop infra and debugging", {"infra": 0, "debug": 0}, ""),
    ("move 50 % of training to research", {"train": 20, "research": 40}, ""),
    ("move 100 % of the training to research", {"train": 0, "research": 60}, ""),
    ("cut 25 % of my training", {"train": 30}, ""), ("cut training by half", {"train": 20}, ""),
    ("half of training", {"train": 20}, SUPPOSED), ("50% of training", {"train": 20}, SUPPOSED),
    ("three times as much infra", {"infra": 30}, ""), ("1.5x as much infra", {"infra": 15}, ""),
    ("one and a half times as much infra", {"infra": 15}, ""),
    ("half as much training", {"train": 20}, ""), ("double infra", {"infra": 20}, ""),
    ("add 10 % mentoring", {"mentoring": 10}, "hours what_if page"),
    ("no training", {"train": 0}, SUPPOSED), ("less time on training", {"train": 30}, SUPPOSED),
    ("more research", {"research": 30}, SUPPOSED),
    ("training 30", {"train": 30}, TOLD), ("sorry, training 30", {"train": 30}, "grid"),
    ("actually training 30", {"train": 30}, "grid"), ("no wait, 30 training", {"train": 30}, "grid"),
    ("sorry, training is more like 30", {"train": 30}, ""), ("training was only 30", {"train": 30}, ""),
    ("it was 30 training, not 40", {"train": 30}, ""), ("cut training in half", {"train": 20}, ""),
    ("training should have been 30, not 40", {"train": 30}, ""), ("make it training 30", {"train": 30}, "grid"),
    ("same but 10 more research", {"research": 30}, ""), ("like last time, 10 less training", {"train": 30}, ""),
    ("training 30, rest as before", {"train": 30}, ""),
    ("swap training and research", {"train": 20, "research": 40}, ""),
    ("no wait, swap training with research", {"train": 20, "research": 40}, ""),
    ("training and research swapped", {"train": 20, "research": 40}, ""),
    ("swap 10 from training to research", {"train": 30, "research": 30}, ""),
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("line", "moved", "refused"), CHANGES)
def test_the_same_words_mean_the_same_everywhere_or_are_refused(
    line: str, moved: dict[str, float], refused: str, place: str
) -> None:
    found = PLACES[place](line)
    if place.replace(" ", "_") in refused.split():
        assert isinstance(found, str), (place, found)
        return
    assert not isinstance(found, str), (place, found)
    assert {row: round(found[row], 6) for row in moved} == moved
    if place == "hours":
        assert {row: found[row] for row in WEEK if row not in moved} == {
            row: has for row, has in WEEK.items() if row not in moved
        }
    elif place != "own":
        assert round(sum(found.values()), 6) == 100
        others = [row for row in WEEK if row not in moved and WEEK[row]]
        parts = {round(found[row] / WEEK[row], 6) for row in others}
        assert len(parts) <= 1


REFUSED = (
    "instead of debugging, research", "research instead of training", "move training to research",
    "move most of training to research", "move some of training to research", "almost no training", "less design",
    "move a lot of training to research",
    "move 60 from debugging to research", "move 10 from debugging to debugging", "move -10 from infra to research",
    "move 2x10 from debugging to research", "move 8h3 from debugging to research", "move 5 beds from infra to research",
    "move 10 to 20 from training to research", "move over 10 from training to research",
    "move 5 from training and infra to research", "move 5 from training, 5 from infra to research",
    "10 each from training and infra to research", "make training 30 and move 10 from infra to research",
    "move 10 from training to research and 5 to design", "move 10 from training to cooking", "change training by 10",
    "make training 30 and training 20", "make training 20 patients", "move 10 from training to research each month",
    "make training 130", "add 10 patients", "cut training by 10 %", "training 10 % less", "10 % less training",
    "research 10% more", "make research three times that", "research goes up by 10 percent",
    "training 30, make research twice that", "make research 50 % of training",
    "move 4 hours in two weeks from training to research", "swap training and cooking", "swap training to research",
    "swap training, research and infra",
)  # fmt: skip


def test_a_move_without_its_amount_is_asked_how_much() -> None:
    assert all("not said how much" in str(place("move training to research")) for place in PLACES.values())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", REFUSED)
def test_what_is_not_read_whole_changes_nothing_anywhere_and_is_told(line: str, place: str) -> None:
    found = PLACES[place](line)
    assert isinstance(found, str), found
    assert found


def test_whoever_wants_all_erased_before_the_result_is_asked_back() -> None:
    turn = said_of_all(Conversation(held()), "delete everything")
    assert turn is not None
    assert turn.talk.trouble is not None
    assert turn.talk.trouble.confirm
    assert say(turn.talk, "yes").erase


@pytest.mark.parametrize(
    "line", ["yes", "no", "3", "the score", "what is training", "I do training", "all good"]
)
def test_before_the_result_any_other_line_changes_nothing(line: str) -> None:
    assert said_of_all(Conversation(held()), line) is None


def test_rows_of_ones_own_are_changed_by_their_names() -> None:
    week: dict[str, Any] = {"rows": {"train": 60}, "other": [{"name": "owls", "share": 40}]}
    interview = Interview.start(LIBRARY, ROLE).answer("split", week)
    assert isinstance(interview, Interview)
    after = say(Conversation(interview).go_to("level"), "move 10 from owls to training").talk.interview
    assert [row.amount for row in after.path.split.own] == [30]
    refused = say(Conversation(interview).go_to("level"), "rename owls to hawks").talk
    assert refused.trouble is not None


@pytest.mark.parametrize("key", ["level", "years", "split"])
@pytest.mark.parametrize(
    ("line", "now"),
    [("debugging was 6 not 8", {"debug": 6}), ("change debugging to 12 h", {"debug": 12}),
     ("add 10 h infra", {"infra": 14}), ("debugging is 2 h less", {"debug": 6}), ("drop infra", {"infra": 0}),
     ("double infra", {"infra": 8}), ("make training 20 and infra 6", {"train": 20, "infra": 6})],
)  # fmt: skip
def test_a_change_of_a_week_in_hours_leaves_the_hours_of_all_other_rows(
    line: str, now: dict[str, float], key: str
) -> None:
    before = of_forty_hours()
    turn = say(Conversation(before).go_to(key), line).talk
    assert key == "split" or turn.trouble is None
    after = say(turn, "yes").talk.interview if turn.trouble else turn.interview
    assert rows_of(after) == pytest.approx({**HOURS, **now})


TWENTY_EACH = {"train": 20.0, "research": 20.0}
HOURS = {name: 0.4 * share for name, share in WEEK.items()}


def of_forty_hours() -> Interview:
    interview = Interview.start(LIBRARY, ROLE).answer("split", {"rows": HOURS, "unit": "hours"})
    assert isinstance(interview, Interview)
    return interview


@pytest.mark.parametrize(
    ("line", "hours"), [("move 4 from training to research", 4.0), ("move 4 hours from training to research", 4.0),
                        ("move 10 points from training to research", 4.0), ("training 10", 6.0)],
)  # fmt: skip
def test_a_bare_figure_is_in_hours_wherever_the_week_was_told_in_hours(line: str, hours: float) -> None:
    interview = of_forty_hours()
    found = typed_changes(interview, f"what if {line}")
    assert not isinstance(found, Problem)
    told = what_if(interview, found)
    assert not isinstance(told, Problem)
    supposed = {task.id: task.share for task in told.then.tasks}
    assert supposed["train"] == pytest.approx(40 - 2.5 * hours)
    page = with_changes(Changes(interview), found)
    assert not isinstance(page, Problem)
    assert {task.id: task.share for task in page.tasks} == pytest.approx(supposed)
    if "points" in line:
        told_back = settled(say(Conversation(interview).go_to("level"), line).talk, interview)
        assert "this week is told in hours" in str(told_back)
    elif line != "training 10":
        after = say(Conversation(interview).go_to("level"), line).talk.interview
        assert after.path.split.shares == pytest.approx(supposed)


def test_what_a_bare_figure_counts_is_said_at_the_result() -> None:
    assert "given in hours: so is a figure" in hours_words(
        of_forty_hours(), "move 4 from training to research"
    )
    for line in (
        "move 4 hours from training to research",
        "move 10 points from training to research",
        "drop infra",
    ):
        assert not hours_words(of_forty_hours(), line)
    assert not hours_words(held(), "move 4 from training to research")


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("I need to correct the week, training 10 h", HOURS | {"train": 10}),
        ("my week is wrong: training 10", HOURS | {"train": 10}),
        ("please correct my week, debugging 10 h", HOURS | {"debug": 10}),
        ("the week was wrong, 20 h training, 20 h research", dict.fromkeys(HOURS, 0.0) | TWENTY_EACH),
        ("the week is wrong", None), ("I want to change the week", None), ("sorry, I have to correct my week", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["level", "depth.train", "practice", "years", "market"])
def test_whoever_wants_to_correct_the_week_is_led_there_from_any_question(
    key: str, line: str, now: dict[str, float] | None
) -> None:
    before = of_forty_hours()
    after = say(Conversation(before).go_to(key), line).talk
    assert rows_of(after.interview) == pytest.approx(now or HOURS)
    if now is None:
        assert after.step is not None
        assert after.step.key == "split"
