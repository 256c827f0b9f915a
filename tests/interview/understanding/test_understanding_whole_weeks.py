"""Weeks in sentences that cannot be taken apart with certainty: the likeliest whole is put, with every figure."""

from collections.abc import Callable

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Around, Reading, understand
from aijri_engine.interview.understanding.week.shares import shares_in
from aijri_engine.interview.understanding.words.tokens import tokens_of
from aijri_engine.interview.values import role_split

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("60:40, training to debugging", {"train": 60, "debug": 40}),
        ("three to one, training against research, honestly", {"train": 75, "research": 25}),
        ("fifty fifty between training and debugging, my back hurts", {"train": 50, "debug": 50}),
        ("twice as much training as research, nothing besides", {"train": 66.666667, "research": 33.333333}),
        ("5:3:2 for training, debugging and research in that order", {"train": 50, "debug": 30, "research": 20}),
        ("20 % each, would you believe: training, design, debugging, research, collaboration",
         dict.fromkeys(("train", "design", "debug", "research", "collaboration"), 20)),
        ("Half my life is training runs. Whats left goes evenly to debugging and to research",
         {"train": 50, "debug": 25, "research": 25}),
        ("One half is training. Of the other half, half is debugging and half is research",
         {"train": 50, "debug": 25, "research": 25}),
        ("60 training, 25 % of the rest debugging, and the rest of it research",
         {"train": 60, "debug": 10, "research": 30}),
        ("8 days in 10 training, one goes on debugging and one on research",
         {"train": 80, "debug": 10, "research": 10}),
        ("seven hours in every ten I do training runs, three in every ten debugging", {"train": 70, "debug": 30}),
        ("mornings training, afternoons debugging, such is life", {"train": 50, "debug": 50}),
        ("Mondays I read papers, research that is. The other four days it is all training",
         {"research": 20, "train": 80}),
        ("First week was training from start to finish. Second week nothing but debugging.",
         {"train": 50, "debug": 50}),
        ("week one four days training, one day debugging. week two: training two days and debugging three days",
         {"train": 60, "debug": 40}),
        ("Mostly training. Only a fifth goes on debugging", {"train": 80, "debug": 20}),
        ("all but ten percent is training, and that ten is research", {"train": 90, "research": 10}),
        ("planned nothing, 45 on training (we had an outage, dont ask), 15 debugging, and the remaining forty research",
         {"train": 45, "debug": 15, "research": 40}),
        ("training 40, design 10, and then 50 - yes fifty! - for debugging",
         {"train": 40, "design": 10, "debug": 50}),
        ("out of 45 hours 9 are training and 30 percent design, rest debugging",
         {"train": 20, "design": 30, "debug": 50}),
        ("Three days out of five I do training and tuning, one day debugging, one day research",
         {"train": 60, "debug": 20, "research": 20}),
        ("of my 30 hours 24 are training and tuning and 6 fixing and debugging", {"train": 80, "debug": 20}),
        ("thirty for training, same again for debugging, the rest is research",
         {"train": 30, "debug": 30, "research": 40}),
        ("15 each for debugging, design and research, everything left over is training",
         {"debug": 15, "design": 15, "research": 15, "train": 55}),
        ("training, design, debugging, research, collaboration: 20% for every one of those",
         dict.fromkeys(("train", "design", "debug", "research", "collaboration"), 20)),
        ("a quarter each for training, design, debugging and research and by friday i'm knackered",
         dict.fromkeys(("train", "design", "debug", "research"), 25)),
        ("I divide it evenly in four: training, design, debugging, research",
         dict.fromkeys(("train", "design", "debug", "research"), 25)),
        ("eighty on training, and the rest... ten for design and ten for debugging",
         {"train": 80, "design": 10, "debug": 10}),
        ("half my week is training, the remaining half i divide equally between design and debugging",
         {"train": 50, "design": 25, "debug": 25}),
        ("ten percent... no, twenty percent debugging, thirty design, and the rest is training",
         {"debug": 20, "design": 30, "train": 50}),
        ("training 60, design 30 - no wait, call it 20, and the rest is debugging",
         {"train": 60, "design": 20, "debug": 20}),
        ("training 60, design 20, actually, more like 10, debugging 30", {"train": 60, "design": 10, "debug": 30}),
    ],
)  # fmt: skip
def test_a_week_in_a_sentence_is_put_as_a_whole(read: Read, typed: str, rows: dict[str, float]) -> None:
    reading = read("split", typed)
    said = reading.value if reading.kind == "value" else reading.nearest[0][1]
    assert reading.kind in ("value", "confirm")
    assert {row: round(share, 3) for row, share in said["rows"].items() if share} == {
        row: round(share, 3) for row, share in rows.items()
    }


@pytest.mark.parametrize(
    "typed",
    [
        "Three days out of five I do training and tuning, one day debugging, one day research",
        "of my 30 hours 24 are training and tuning and 6 fixing and debugging",
        "training and tuning two days out of five, three days debugging",
    ],
)
def test_what_others_are_parts_of_is_no_amount_of_a_row(read: Read, typed: str) -> None:
    reading = read("split", typed)
    offered = [value for _, value in reading.nearest]
    assert reading.kind != "value"
    assert all(sum(one["rows"].values()) == pytest.approx(100) for one in offered)
    assert len(offered) < 2


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("40 hours. 30 of them training, 6 debugging, 4 research", {"train": 30, "debug": 6, "research": 4}),
        ("my contract is 36 hours: 18 training, 9 debugging, 9 research papers",
         {"train": 18, "debug": 9, "research": 9}),
        ("I work 20 hrs. 10 training, 6 debugging, and the other 4 research",
         {"train": 10, "debug": 6, "research": 4}),
    ],
)  # fmt: skip
def test_a_week_in_hours_stays_in_hours(read: Read, typed: str, hours: dict[str, float]) -> None:
    reading = read("split", typed)
    said = reading.value if reading.kind == "value" else reading.nearest[0][1]
    assert said.get("unit") == "hours"
    assert {row: share for row, share in said["rows"].items() if share} == hours


@pytest.mark.parametrize(
    "typed",
    [
        "training and debugging 60, research 40, i think of them as one",
        "8 GPUs training, rest research, as ever",
        "training 20, debugging 5 more, rest research, well",
        "training 60 of which 20 debugging, rest research, well",
        "between 20 and 30 training, the rest research and so on",
        "my boss does 60 training and 40 research, she says",
        "60 training, 60 research, the rest is meetings, ha",
        "training 30, debugging 40, training 30",
        "20h training per week, 4h design per day, 5h debugging",
        "I never do debugging. 70 training, 30 debugging is what my team does",
        "my colleague spends 60 on training, I spend 40 on design and 60 on debugging",
        "in our team the juniors do 60 debugging and 40 training",
    ],
)
def test_what_is_not_said_of_one_row_each_is_put_as_no_whole(read: Read, typed: str) -> None:
    reading = read("split", typed)
    assert reading.kind == "ask"


@pytest.mark.parametrize(
    "typed", ["phone is on 3 percent", "half past four already", "time flies", "the tram was an hour late"]
)
def test_a_remark_with_an_amount_is_no_week(read: Read, typed: str) -> None:
    assert not read("split", typed).nearest


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("60:40", [("percent", (60, 40))]),
        ("two days out of five", [("part", 40)]),
        ("mon tue wed", [("days", 3)]),
        ("monday to thursday", [("days", 4)]),
        ("20 to 30", [("unclear", 0)]),
        ("10 training, half of that debugging", [("bare", 10), ("unclear", 0)]),
        ("a quarter each", [("part", 25)]),
        ("half, and half of the rest", [("part", 50), ("of rest", 50)]),
    ],
)
def test_amounts_are_read_with_their_kind(typed: str, told: list[tuple[str, object]]) -> None:
    found = shares_in(tokens_of(typed))
    assert [(one.kind, tuple(map(round, one.ratio)) or round(one.value)) for one in found] == told


def test_a_long_list_without_amounts_is_soon_read(read: Read) -> None:
    reading = read("split", "evenly " + " ".join(["training, debugging and research"] * 40))
    assert reading.kind in ("ask", "confirm", "choose")


def test_a_whole_that_stands_before_its_parts_is_no_part(read: Read) -> None:
    reading = read("split", "48 hours a week god help me, 36 of that training runs, 12 debugging")
    assert reading.kind == "confirm"
    assert reading.nearest[0][1] == {"rows": {"train": 36.0, "debug": 12.0}, "unit": "hours"}


def test_a_week_taken_back_without_another_figure_is_shown_as_it_is(read: Read) -> None:
    reading = read(
        "split", "fourteen hours training, eight hours debugging, six design, no wait, that makes too little"
    )
    assert reading.kind == "confirm"
    assert "Training 14 h" in reading.question
    assert "changes" in reading.question


@pytest.mark.parametrize(
    "more", ["design 12 hours as well", "oh and I forgot 12 hours of design", "also 12 hours design"]
)
def test_a_row_that_was_forgotten_stands_beside_the_others(more: str) -> None:
    form = Form.of(Library.open(), "deep-learning-engineer")
    week = {"rows": {"train": 14.0, "debug": 8.0}, "unit": "hours"}
    split = role_split(form.role_shares, given=True)
    reading = understand(form.single["split"], more, form, split, Around(put=week))
    said = reading.value if reading.kind == "value" else reading.nearest[0][1]
    assert {row: hours for row, hours in said["rows"].items() if hours} == {
        "train": 14,
        "debug": 8,
        "design": 12,
    }


def test_a_doubted_correction_is_never_taken(read: Read) -> None:
    reading = read("split", "training 60, design 20, no wait, maybe 10, debugging 30")
    assert reading.kind != "value"


@pytest.mark.parametrize("called", ["other 5", "other small tasks 5", "and five for the odds and ends"])
def test_a_row_for_all_others_is_no_work_beside_the_table(called: str) -> None:
    form = Form.of(Library.open(), "25-2021.00")
    typed = f"coordination 5, leading 5, records 10, teaching 70, writing 5, {called}. there you go"
    reading = understand(form.single["split"], typed, form, role_split(form.role_shares, given=True))
    said = reading.value if reading.kind == "value" else reading.nearest[0][1]
    assert said["rows"]["other"] == 5
    assert not said.get("other")


@pytest.mark.parametrize(
    "denied", ["Research I don't do.", "I never do any research.", "and research we don't do"]
)
def test_a_row_that_is_not_done_takes_no_figure_of_another(read: Read, denied: str) -> None:
    reading = read("split", f"thirty debugging, five design and training the models sixty five. {denied}")
    said = reading.value if reading.kind == "value" else reading.nearest[0][1]
    assert {row: share for row, share in said["rows"].items() if share} == {
        "debug": 30,
        "design": 5,
        "train": 65,
    }


@pytest.mark.parametrize(
    "denied", ["which I don't do", "that I don't do", "those two I never do", "I don't do it"]
)
def test_a_figure_of_what_is_not_done_is_never_taken(read: Read, denied: str) -> None:
    assert read("split", f"debugging 30, {denied}, training 70").kind != "value"
