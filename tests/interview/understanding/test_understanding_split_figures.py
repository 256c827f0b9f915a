"""Figures of a week: parts, multiples, totals, hours of a day; every one is used or asked about."""

import pytest
from understanding_corpus import UNTAKEN, Read

from aijri_engine import Interview, Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.replies import split_example
from aijri_engine.interview.values import role_split


@pytest.mark.parametrize(
    "typed",
    [
        "Design 8 h, Training 20 h, Debugging 12 h, Sum 40 h",
        "in total 40 h: Design 8 h, Training 20 h, Debugging 12 h",
        "design 20, training 50, debugging 30, grand total 100",
        "design 20, training 50, debugging 30, altogether 100",
        "design 20, training 50, debugging 30, subtotal 100",
        "design 20, training 50, debugging 30, insgesamt 100",
    ],
)
@pytest.mark.case("public 8")
def test_a_row_that_is_the_sum_of_the_others_is_the_total(read: Read, typed: str) -> None:
    reading = read("split", typed)
    assert reading.kind == "value"
    assert {row for row, amount in reading.value["rows"].items() if amount} == {"design", "train", "debug"}
    assert not reading.value.get("other")


@pytest.mark.parametrize(
    "role",
    [
        "registered-nurse",
        "electrician",
        "translator",
        "backend-api-developer",
        "29-2061.00",
        "47-2111.00",
        "11-1011.00",
    ],
)
def test_the_example_of_a_split_speaks_of_its_own_rows_and_is_read(role: str) -> None:
    form = Interview.start(Library.open(), role).form
    asked = form.single["split"]
    reading = understand(asked, split_example(asked), form, role_split(form.role_shares, given=True))
    assert reading.kind == "value"
    rows = reading.value["rows"]
    assert set(rows) < {row.id for row in asked.rows}
    assert (len(rows), sum(rows.values())) == (3, 100)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("managing 3 people 40, training 60", {"train": 60, "managing 3 people": 40}),
        ("managing 3 people 40%, the rest training", {"train": 60, "managing 3 people": 40}),
        ("mentoring two juniors takes 30 and training 70", {"train": 70, "mentoring two juniors": 30}),
        ("leading a team of 6 people 30, training 70", {"train": 70, "leading a team of 6 people": 30}),
        ("code reviews for 4 teams 25 %, training 75", {"train": 75, "code reviews for 4 teams": 25}),
        ("5 meetings 20%, training 80%", {"train": 80, "collaboration": 20}),
        ("10 meetings 10h, training 30h", {"train": 30, "collaboration": 10}),
        ("2 juniors 30, training 70", {"train": 70, "2 juniors": 30}),
        ("design 20 people 80", {"design": 20, "collaboration": 80}),
        ("20 people 80 training", {"train": 80, "collaboration": 20}),
        ("design 20 training 30 research 50%", {"design": 20, "train": 30, "research": 50}),
    ],
)
def test_a_count_beside_a_share_is_no_share(read: Read, typed: str, told: dict[str, float]) -> None:
    """Taken, or offered first; no figure but the shares stands in it."""
    reading = read("split", typed)
    value = reading.value if reading.value is not None else reading.nearest[0][1]
    said = {row: share for row, share in value["rows"].items() if share}
    said |= {one["name"]: one["share"] for one in value.get("other", ())}
    assert said == told


@pytest.fixture(scope="module")
def nurse() -> Read:
    form = Form.of(Library.open(), "registered-nurse")
    week = role_split(form.role_shares, given=True)
    return lambda key, typed: understand(form.single[key], typed, form, week)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("30 split, 70 medicines", "What is the 30 for?"),
        ("20 research, 30 split, 50 medicines", "What is the 30 for?"),
        ("30 half term planning, 70 medicines", "What are the 30 and 50 for?"),
        ("50% FTE: medicines 50, assessment 50", "What is the 50 for?"),
        ("medicines 50 (was 40), assessment 50", "What are the 50 and 40 for?"),
        ("medicines 50 in 2024, assessment 50", "What are the 50 and 2024 for?"),
        ("medicines 50 assessment 50 60", "What are the 50, 50 and 60 for?"),
        ("25 patients in medicines, 70 assessment", "How much is “25 patients in medicines”?"),
        ("8 patients medicines, rest assessment", "How much is “8 patients medicines”?"),
        ("4 nurses organising, rest assessment", "How much is “4 nurses organising”?"),
        ("10 kids comfort, rest assessment", "How much is “10 kids comfort”?"),
        ("30 beds medicines, 60 assessment", "How much is “30 beds medicines”?"),
        ("50 assessment, 30 medicines, 20 people", "How much is “20 people”?"),
        ("assessment 60, not 50, rest care", "What is the 50 for?"),
        ("assessment 60, better 50, care 50", "What is the 50 for?"),
        ("assessment isnt 60 but 50, care 50", "What are the 60 and 50 for?"),
        ("70 minus 10 assessment, 40 care", "What are the 70 and 10 for?"),
        ("20 minutes, 80 medicines", "What are the 20 minutes for?"),
        ("8 patients, rest assessment", "How much is “8 patients”?"),
        ("20 patients, 80 medicines", "How much is “20 patients”?"),
        ("20 patients and 80 medicines", "How much is “20 patients” and “medicines”?"),
        ("80 medicines, 20 kids", "How much is “20 kids”?"),
        ("20 beds, 80 assessment", "How much is “20 beds”?"),
        ("3 nurses, 97 medicines", "How much is “3 nurses”?"),
        ("10 km, 90 medicines", "What is the 10 for?"),
        ("90 medicines, 10 kg", "What is the 10 for?"),
        ("medicines 8 patients a day, rest assessment", "How much is “medicines 8 patients”?"),
        ("2 nights medicines, 3 nights assessment", "How much is “2 nights medicines” and “3 nights assessment”?"),
        ("12 beds: medicines 50, assessment 50", "How much is “12 beds”?"),
        ("medicines 2x12h, rest of 40h assessment", "“2x12h” is only half a figure"),
        ("2x12h medicines, 1x12h assessment", "“2x12h” is only half a figure"),
        ("medicines 20 x 2, assessment 60", "“20 x 2” is only half a figure"),
        ("medicines 5O, rest assessment", "“5o” is only half a figure"),
        ("medicines 50+, rest assessment", "“50+” is only half a figure"),
        ("medicines 20h+, assessment 20h", "“20h+” is only half a figure"),
        ("medicines ±20h, assessment 20h", "“±20” is only half a figure"),
        ("medicines 30h/10h, assessment 20h", "“30h/10” is only half a figure"),
        ("medicines 60h/2wk, assessment 20h/2wk", "“60h/2wk” is only half a figure"),
        ("medicines 2 days and 4 hours, assessment 2 days", "“2 days and 4 hours” is only half a figure"),
        ("medicines 3 shifts of 8 hours, assessment 2 shifts of 8 hours", "said of each day or shift"),
        ("medicines 7h per shift, 5 shifts", "said of each day or shift"),
        ("medicines 80h assessment 80h in the last month", "of more than one week"),
        ("medicines 30h one week and 10h the other", "of more than one week"),
        ("my contract says medicines 50, assessment 50", "only written"),
        ("officially medicines 50, assessment 50", "only written"),
        ("in the job ad: medicines 50, assessment 50", "only written"),
        ("according to my manager medicines 50, assessment 50", "somebody else's week"),
        ("medicines 50, assessment 50. My boss would say medicines 80.", "somebody else's week"),
    ],
)  # fmt: skip
def test_a_figure_that_is_not_understood_is_named_and_left_out_of_no_offer(
    nurse: Read, typed: str, told: str
) -> None:
    reading = nurse("split", typed)
    assert (reading.kind, reading.nearest) == ("ask", ())
    assert told in reading.question


@pytest.mark.parametrize(
    ("typed", "assessment"),
    [(f"care 20, assessment {times}, rest comfort", 60) for times in
     ("three times that", "3x that", "three times as much", "3 times as much as that", "thrice that")]
    + [("care 20, three times that assessment, rest comfort", 60),
       ("care 20, assessment one and a half times that, rest comfort", 30),
       ("care 20, assessment 2.5 times that, rest comfort", 50),
       ("care 20, assessment 50% of that, rest comfort", 10)],
)  # fmt: skip
def test_a_multiple_of_the_amount_before_is_offered(nurse: Read, typed: str, assessment: float) -> None:
    reading = nurse("split", typed)
    assert reading.kind in UNTAKEN
    rows = reading.nearest[0][1]["rows"]
    assert {row: amount for row, amount in rows.items() if amount} == {
        "assess": assessment, "care": 20, "comfort": 80 - assessment,
    }  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [f"care 20, assessment {times}, rest comfort" for times in
     ("five times as often", "three times less", "3 times care", "three-fold", "10 more", "5 less")]
    + ["care 20, ten more for assessment, rest comfort", "care three times a week, rest comfort"],
)  # fmt: skip
def test_what_is_a_multiple_of_something_else_is_no_amount(nurse: Read, typed: str) -> None:
    assert nurse("split", typed).kind in UNTAKEN


def test_hours_of_a_day_and_of_a_week_stand_beside_each_other(nurse: Read) -> None:
    reading = nurse("split", "medicines 4h daily, assessment 20h weekly")
    assert (reading.kind, reading.echo) == ("value", "Assessment 20 h · Medicines 20 h = 40 h")


def test_an_amount_beyond_a_week_names_its_row_as_it_is_shown(nurse: Read) -> None:
    assert "the time for Assessment" in nurse("split", "400 h assessment, 10 h medicines").question


@pytest.mark.parametrize(
    "typed",
    [
        "altogether 40 h, medicines 20, assessment 20",
        "medicines 20, assessment 20, in all 40",
        "medicines 20, assessment 20, in all 40 hours a week",
        "grand total: 40, medicines 20, assessment 20",
        "my roster is 40 hours: medicines 20, assessment 20",
        "my contract says 40 hours, medicines 20, assessment 20",
        "40 h contract: medicines 20, rest assessment",
        "Σ 40 h medicines 20, assessment 20",
        "Dienstzeit 40 h, medicines 20 h, assessment 20 h",
        "I have a 40 % job: medicines 20, assessment 20",
    ],
)
def test_a_total_under_any_word_is_no_row_and_leaves_no_other_work(nurse: Read, typed: str) -> None:
    reading = nurse("split", typed)
    offered = [reading.value] if reading.kind == "value" else [value for _, value in reading.nearest]
    assert offered
    for value in offered:
        assert {row: part for row, part in value["rows"].items() if part} == {"assess": 20, "medicines": 20}
        assert not value.get("other")


@pytest.mark.parametrize(
    "typed",
    [
        "80% position, medicines 50, assessment 50",
        "80% position: medicines 50, assessment 50",
        "ward of 80, medicines 50, assessment 50",
        "medicines 20, assessment 50, total 80",
    ],
)
def test_a_total_that_does_not_fit_is_asked_about_by_its_figure(nurse: Read, typed: str) -> None:
    reading = nurse("split", typed)
    assert (reading.kind, reading.nearest) == ("ask", ())
    assert "What is the 80 for?" in reading.question


JUNK = (
    "split",
    "zorgles",
    "patients",
    "five whys",
    "half term planning",
    "beds",
    "job",
    "(was 7)",
    "x 2",
    "of 9",
)


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize(
    "line", ["23 {}, 77 medicines", "medicines 41 {}, rest assessment", "{} 17, medicines 60"]
)
def test_every_figure_typed_is_in_what_is_offered_or_asked_about(nurse: Read, line: str, junk: str) -> None:
    """The first figure of a line stands in every week offered: as a share, in a name, or nothing is offered."""
    reading = nurse("split", line.format(junk))
    offered = [(reading.echo, reading.value)] if reading.kind == "value" else reading.nearest
    figure, *others = (int(word) for word in line.split() if word.isdigit())
    for label, value in offered:
        shares = [*value["rows"].values(), *(one["share"] for one in value.get("other", ()))]
        both = others and figure + others[0] in shares
        assert figure in shares or both or value.get("scaled"), (label, reading.question)


def test_a_week_of_one_task_is_told_by_its_name_alone(read: Read) -> None:
    reading = read("split", "first week just training, second week debugging")
    assert reading.nearest[0][1]["rows"] == {"train": 50, "debug": 50}


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("mon designing, tue wed training, thu fri research", {"design": 20, "train": 40, "research": 40}),
        ("mon to wed training, the rest design", {"train": 60, "design": 40}),
        ("four days training and fridays i read papers", {"train": 80, "research": 20}),
        ("50 percent each: training, bugs", {"train": 50, "debug": 50}),
        ("100 the same training", {"train": 100}),
        ("training, nothing else", {"train": 100}),
        ("half training, half debugging, nothing else", {"train": 50, "debug": 50}),
        ("20 % 1:1s with the team, rest training", {"collaboration": 20, "train": 80}),
        ("reading and experiments 70, training runs 30", {"research": 70, "train": 30}),
    ],
)  # fmt: skip
def test_days_by_name_and_rows_in_other_words(read: Read, typed: str, rows: dict[str, float]) -> None:
    reading = read("split", typed)
    assert rows in [
        told["rows"] for told in (reading.value, *(one for _, one in reading.nearest[:1])) if told
    ]


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [
        ("medicines 30 min a day, assessment 20 h", ["Assessment 20 h · Medicines 2.5 h = 22.5 h"]),
        ("medicines 30 min a day, assessment 20", ["Assessment 20 h · Medicines 2.5 h = 22.5 h"]),
        (
            "assessment 20 h, medicines 1 h daily, comfort 2 h",
            ["Assessment 20 h · Medicines 5 h · Comfort 2 h = 27 h"],
        ),
        (
            "medicines 2 h a day, assessment 3 h",
            ["Assessment 3 h · Medicines 10 h = 13 h", "Assessment 15 h · Medicines 10 h = 25 h"],
        ),
    ],
)
def test_hours_beside_hours_of_a_day_are_of_the_week_or_asked_about(
    nurse: Read, typed: str, weeks: list[str]
) -> None:
    reading = nurse("split", typed)
    told = [reading.echo] if reading.kind == "value" else [label for label, _ in reading.nearest]
    assert told == weeks
    assert not reading.confident


def test_some_day_is_no_day_of_the_week(read: Read) -> None:
    assert read("day_recall", "one day maybe Training").kind in UNTAKEN


@pytest.mark.parametrize(
    "typed",
    ["20h training incl. 5h design", "20h training, incl 5h design", "20h training less 5h design",
     "20h training minus 5h design, 10h debugging", "10h training 5h design, 5h design"],
)  # fmt: skip
def test_an_amount_inside_or_taken_from_another_or_said_twice_is_not_added(read: Read, typed: str) -> None:
    reading = read("split", typed)
    assert (reading.kind, reading.nearest) == ("ask", ())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("8h 30m training, 90m design", {"train": 8.5, "design": 1.5}),
        ("90 m design, 8 hours training", {"train": 8, "design": 1.5}),
        ("3 out of 5 days training, 2 design", {"train": 60, "design": 40}),
        ("3 of 5 days training, the other 2 design", {"train": 60, "design": 40}),
    ],
)
def test_minutes_beside_hours_and_figures_beside_days_are_read_in_their_unit(
    read: Read, typed: str, told: dict[str, float]
) -> None:
    reading = read("split", typed)
    assert reading.kind == "value"
    assert {row: amount for row, amount in reading.value["rows"].items() if amount} == told
