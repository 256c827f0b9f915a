"""An earlier answer corrected beside the answer to the open question: both are taken, and the change is told."""

from functools import cache

import pytest
from conversation_driver import WEEK as SHARES
from conversation_driver import held

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.the_list import of_the_list
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
WEEK = ("30 closing, 20 tax returns, 30 advising, 20 budgets", "b", "12", "b", "b")


def at_tax() -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, "accountant"))
    for line in WEEK:
        talk = say(talk, line).talk
    return talk.go_to("depth.tax")


def stored(talk: Conversation, key: str) -> object:
    step = talk.interview.path.step(key)
    return step.value if step is not None else None


@pytest.mark.parametrize(
    ("typed", "here", "key", "value", "told"),
    [
        ("b, and also my years are 14 not 12", "adapts", "years", 14.0, "Changed: Years, now: 14 years."),
        ("a, and I've done this 15 years now that I think of it", "follows", "years", 15.0, "now: 15 years."),
        ("change years to 14 and a here", "follows", "years", 14.0, "Changed: Years, now: 14 years."),
        ("years: a dozen and a half, and a here", "follows", "years", 18.0, "Changed: Years, now: 18 years."),
        (
            "a, but for advising it was c, I mixed them up",
            "follows",
            "depth.advice",
            "originates",
            "How advising",
        ),
        ("advising: a, this one: b", "adapts", "depth.advice", "follows", "How advising is done, now"),
        ("years 14, this one a", "follows", "years", 14.0, "Changed: Years, now: 14 years."),
        ("c; advising should be a", "originates", "depth.advice", "follows", "How advising is done, now"),
        (
            "b. the one before should have been a",
            "adapts",
            "depth.planning",
            "follows",
            "now: updating the model",
        ),
    ],
)
def test_a_correction_beside_an_answer_is_taken_and_told(
    typed: str, here: str, key: str, value: object, told: str
) -> None:
    after = say(at_tax(), typed).talk
    assert stored(after, "depth.tax") == here
    assert stored(after, key) == value
    assert told in " ".join(after.told)
    assert after.step is not None
    assert after.step.key != "depth.tax"


@pytest.mark.parametrize(
    "typed",
    [
        "b, and years ago it was c",
        "a, 5 years ago I did b",
        "b and b",
        "a, years are fine",
        "a, the firm has done so for 30 years",
        "b, my boss has 20 years of it",
        "the first one, sorry, the second",
    ],
)
def test_what_names_no_new_answer_changes_none(typed: str) -> None:
    before, after = at_tax(), say(at_tax(), typed).talk
    for key in ("years", "depth.advice", "depth.planning"):
        assert stored(after, key) == stored(before, key)


def test_an_answer_beside_one_for_a_later_question_is_not_dropped() -> None:
    after = say(at_tax(), "a, and we have a works council").talk
    assert stored(after, "depth.tax") == "follows"
    assert after.said_beside("conditions") is not None


def test_beside_rows_a_number_is_corrected_and_a_name_is_of_a_row() -> None:
    rows = at_tax().go_to("practice")
    after = say(rows, "all a, and my years are 14").talk
    assert stored(after, "years") == 14.0
    assert set(stored(after, "practice").values()) == {"by_hand"}  # type: ignore[attr-defined]
    named = say(rows, "all by hand and budgets b").talk
    assert stored(named, "depth.planning") == stored(rows, "depth.planning")
    assert named.interview.path.step("depth.planning") == rows.interview.path.step("depth.planning")


@pytest.mark.parametrize("at", ["level", "conditions", "employer"])
@pytest.mark.parametrize(
    "line", ["I said 3 years, it's 4", "I said 3 years, it is 4", "I said 3 years, make it 4"]
)
def test_a_figure_behind_what_was_said_is_of_that_answer_and_no_option(at: str, line: str) -> None:
    talk = Conversation(Interview.start(Library.open(), "registered-nurse")).go_to("years")
    after = say(say(talk, "3").talk.go_to(at), line).talk
    entries = after.interview.answers
    assert entries.get("years").value == 4  # type: ignore[union-attr]
    assert entries.get(at) is None


@pytest.mark.parametrize("line", ["undo years", "undo the years"])
def test_undo_of_an_answer_that_is_not_the_last_opens_it_and_takes_nothing_back(line: str) -> None:
    talk = Conversation(Interview.start(Library.open(), "registered-nurse")).go_to("years")
    after = say(say(talk, "3").talk.go_to("level"), "b").talk
    opened = say(after, line).talk
    assert opened.step is not None
    assert opened.step.key == "years"
    assert {"years", "level"} <= {*opened.interview.answers.entries}
    assert "Here is Years" in " ".join(opened.told)


@pytest.mark.parametrize(
    ("line", "told"), [("change years to 2019", "“2019”"), ("change years to 6 or 7", "“6 or 7”")]
)
def test_what_cannot_be_used_is_named_where_the_question_is_known(line: str, told: str) -> None:
    talk = Conversation(Interview.start(Library.open(), "registered-nurse")).go_to("years")
    after = say(say(talk, "3").talk.go_to("level"), line).talk
    assert after.step is not None
    assert after.trouble is not None
    assert (after.step.key, f"{told} cannot be used here" in after.trouble.text) == ("years", True)


@cache
def all_told() -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, "deep-learning-engineer"))
    told = {"split": "20 20 20 20 10 10", "level": "c", "oversight": "c", "practice": "all b", "years": "3"}
    for key, line in told.items():
        talk = say(talk.go_to(key), line).talk
    return talk.go_to("split_basis")


@pytest.mark.parametrize("line", ["change {0} to a", "change {0} a", "fix the {0}: a", "make {0} a, please",
                                  "I want to change {0} to a"])  # fmt: skip
@pytest.mark.parametrize(("name", "value"), [("level", "junior"), ("oversight", "none")])
def test_a_letter_behind_the_name_of_a_question_is_its_answer(line: str, name: str, value: str) -> None:
    after = say(all_told(), line.format(name)).talk
    assert stored(after, name) == value
    assert "Changed: " in " ".join(after.told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("change the week to 10 30 20 20 10 10", "Design 10, Training 30, Infrastructure 20"),
        ("change week: 10 30 20 20 10 10", "Design 10, Training 30, Infrastructure 20"),
        ("set my week to 10 30 20 20 10 10", "Design 10, Training 30, Infrastructure 20"),
        ("change the week: move 10 from design to training", "Design 10, Training 30, Infrastructure 20"),
        ("change the week to 20 20 20 20 10 10", "Your week: as it was."),
        ("change practice of training to a", "Training: by people; Infrastructure: tools made parts"),
        ("change practice for training: a", "Training: by people; Infrastructure: tools made parts"),
        ("edit practice training a", "Training: by people; Infrastructure: tools made parts"),
        (
            "change practice of training and infra to c",
            "Training: a tool did all of it; Infrastructure: a tool",
        ),
        ("change practice to all a", "Design: by people; Training: by people; Infrastructure: by people"),
    ],
)
def test_rows_behind_the_name_of_their_question_are_taken_as_they_are_alone(line: str, told: str) -> None:
    assert told in " ".join(say(all_told(), line).talk.told)


def test_rows_behind_a_name_are_asked_back_where_they_are_not_clear() -> None:
    every = say(all_told(), "change practice to a").talk
    assert every.step is not None
    assert every.trouble is not None
    assert (every.step.key, every.trouble.text) == ("practice", "Is that so for every row?")
    one = say(all_told(), "change the week to training 30").talk
    assert one.trouble is not None
    assert "Training 30" in one.trouble.offers[0][0]
    assert one.interview is all_told().interview


@pytest.mark.parametrize(
    "line",
    [
        "that's not my week",
        "Hang on, that's not my whole week",
        "no, that's not my week",
        "take me back to the week",
    ],
)
def test_a_week_that_is_called_not_mine_is_opened(line: str) -> None:
    after = say(held(SHARES), line).talk
    assert after.step is not None
    assert after.step.key == "split"


def test_what_is_wished_behind_something_opens_that_answer() -> None:
    interview = Interview.from_answers(
        LIBRARY, "53-4011.00", {"market": {"wages": "with"}, "signature": "none"}
    )
    assert isinstance(interview, Interview)
    step = of_the_list(
        Conversation(interview), "can I change something, the pay's just kept up with inflation really"
    )
    assert step is not None
    assert step.key == "market"
