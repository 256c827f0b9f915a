"""Options, splits, grids and yes or no, one behaviour each."""

from collections.abc import Callable
from typing import Any

import pytest
from understanding_corpus import UNTAKEN

from aijri_engine import Interview, Library, Problem
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.understanding.replies import split_example
from aijri_engine.interview.values import role_split

Read = Callable[[str, str], Reading]


@pytest.fixture(scope="session")
def read(form: Form) -> Read:
    """Reads a line at a question."""
    week = role_split(form.role_shares, given=True)

    def reading(key: str, typed: str) -> Reading:
        question, _, item = key.partition(".")
        asked = form.single.get(key) or form.for_task[question, item]
        return understand(asked, typed, form, week)

    return reading


@pytest.mark.parametrize(
    "typed", ["b", "B)", "(b)", "2", "2.", "option b", "the second one", "I'd say b", "number 2", "2nd"]
)
def test_second_option(read: Read, typed: str) -> None:
    assert read("depth.train", typed).value == "adapts"


@pytest.mark.parametrize(
    "typed", ["a and c", "1 and 3", "a & c", "a, c", "the first and the last", "c and a"]
)
def test_two_options_where_two_are_allowed(read: Read, typed: str) -> None:
    assert read("depth.train", typed).value == ["follows", "originates"]


@pytest.mark.parametrize(
    "typed", ["not b", "b or c", "b?", "maybe b", "a, b, c", "all", "z", "0", "99", "b <script>", "${b}"]
)
def test_no_clear_option(read: Read, typed: str) -> None:
    assert read("depth.train", typed).kind in UNTAKEN


@pytest.mark.parametrize("typed", ["1,3", "1 and 3", "a c", "a, c", "first and third, please"])
def test_several_options_in_any_list(read: Read, typed: str) -> None:
    reading = read("conditions", typed)
    told = [reading.value, *(value for _, value in reading.nearest)]
    assert ["onsite_some", "union_consulted"] in told[:2]


def test_degrees_of_one_thing_are_not_both_so(read: Read) -> None:
    reading = read("conditions", "on site one day a week, four days a week")
    assert reading.kind in UNTAKEN
    assert [value for _, value in reading.nearest] == [["onsite_some"], ["onsite_most"]]


def test_or_inside_a_label_is_no_doubt_but_between_options_it_is(read: Read) -> None:
    assert read("depth.design", "sizes, inputs or outputs").value == "follows"
    assert read("domain", "health or vehicles").kind in UNTAKEN


def test_two_options_where_one_is_wanted_are_both_offered(read: Read) -> None:
    reading = read("level", "b and c")
    assert reading.kind in UNTAKEN
    assert {value for _, value in reading.nearest} == {"mid", "senior"}


def test_name_that_begins_another_option_is_asked_back(read: Read) -> None:
    reading = read("oversight", "yes")
    assert reading.kind in UNTAKEN
    assert {value for _, value in reading.nearest} == {"part", "named"}


def test_amount_and_number_of_an_option_are_told_apart(read: Read) -> None:
    assert read("scale", "16").value == "to_64"
    assert read("scale", "4").kind in UNTAKEN
    assert read("scale", "option 4").value == "from_1000"


def test_choosing_a_near_reading_is_one_step(read: Read, form: Form) -> None:
    reading = read("split", "20-30% training, rest design")
    assert reading.kind in UNTAKEN
    assert reading.nearest
    assert all(read("split", "typical").kind == "value" and label for label, _ in reading.nearest)


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        (
            "half training, a fifth design, the rest meetings",
            "Design 20 · Training 50 · Collaboration 30 = 100 %",
        ),
        ("10h train, 20h design", "Design 20 h · Training 10 h = 30 h"),
        ("80 training, 20 hiring", "Training 80 · hiring 20 = 100 %"),
        ("typical", "The role's typical mix (borrowed)"),
    ],
)
def test_split_is_echoed_in_one_line(read: Read, typed: str, echo: str) -> None:
    reading = read("split", typed)
    assert (reading.kind, reading.echo) == ("value", echo)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("half training", "50 left to give"),
        ("training 70%, design 50%", "20 too much"),
        ("30 training, 30 design", "hours"),
        ("most of it training, 20 design", "most"),
        ("50 training, 50 juggling", "juggling"),
        ("10 hours training, half design", "side by side"),
        ("10 hours training, rest design", "How many hours"),
        ("training and design 60, rest meetings", "divide"),
        ("training 50 rest", "What is the rest?"),
        ("training 50°, design 50", "“50°” is only half a figure"),
        ("training 08:00-16:30, rest design", "“08:00-16:30” is only half a figure"),
        ("training 4/5 days, rest design", "no part of one week"),
        ("rest training 50", "What is the rest?"),
        ("training 50 and the rest", "What is the rest?"),
        ("training 30 design 20 rest", "What is the rest?"),
        ("training 50, rest", "What is the rest?"),
        ("60 training, 60 design, rest meetings", "nothing is left"),
        ("3 days training, 1 day design", "4 days"),
    ],
)
def test_split_that_is_not_clear_says_what_is_missing(read: Read, typed: str, told: str) -> None:
    reading = read("split", typed)
    assert reading.kind in UNTAKEN
    assert told in reading.question


ROWS = ("design", "train", "infra", "debug", "research", "collaboration")
HAND = dict.fromkeys(ROWS, "by_hand")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("all by hand", dict.fromkeys(ROWS, "by_hand")),
        ("all b", dict.fromkeys(ROWS, "drafts")),
        ("train drafts, rest by hand", {**dict.fromkeys(ROWS, "by_hand"), "train": "drafts"}),
    ],
)
def test_grid(read: Read, typed: str, wanted: dict[str, Any]) -> None:
    assert read("practice", typed).value == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("by people, collaboration with ai", {**HAND, "collaboration": "drafts"}),
        ("by us, only the bug hunting claude does completely", {**HAND, "debug": "end_to_end"}),
        ("claude writes bits of the cluster scripts and i fix them, all else by hand", {**HAND, "infra": "drafts"}),
        ("no ai in design and research; debugging it does start to finish, training and infra in parts, the others us",
         {**HAND, "debug": "end_to_end", "train": "drafts", "infra": "drafts"}),
    ],
)  # fmt: skip
def test_a_grid_told_whole_is_put_with_all_its_rows(read: Read, typed: str, wanted: dict[str, str]) -> None:
    reading = read("practice", typed)
    assert wanted in (reading.value, *(value for _, value in reading.nearest[:1]))


def test_a_part_about_a_row_is_of_it_without_its_name(read: Read) -> None:
    reading = read("market", "hiring freeze, two of us let go, raise like everyone's")
    assert reading.nearest[0][1] == {"openings": "stopped", "endings": "ended", "pay": "same"}


def test_a_row_named_within_what_is_said_of_another_is_never_taken(read: Read) -> None:
    told = "the agent does the training whole, request to finished model. rest is done by people"
    assert read("practice", told).kind in UNTAKEN


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("level", "my boss, used to be. Now I decide and nobody approves", "senior"),
        (
            "level",
            "the lead picked. no thats the old job, here i choose and nobody has to approve it",
            "senior",
        ),
        ("steady", "yes, oh wait no, summer was all training", False),
        ("years", "five, no, eight, i forgot the other lab", 8.0),
    ],
)
def test_what_was_taken_back_is_not_put(read: Read, key: str, typed: str, value: Any) -> None:
    assert read(key, typed).nearest[0][1] == value


def test_bare_option_of_a_grid_is_offered_for_all_rows(read: Read) -> None:
    reading = read("practice", "drafts")
    assert reading.kind in UNTAKEN
    assert reading.nearest[0][1] == dict.fromkeys(ROWS, "drafts")


def test_partly_filled_grid_names_the_missing_rows(read: Read) -> None:
    reading = read("market", "hiring stopped")
    assert reading.kind in UNTAKEN
    assert "Pay set" in reading.question
    assert reading.nearest == ()
    assert reading.known == {"openings": "stopped"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [("yes", True), ("yep, about the same", True), ("nope", False), ("not at all", False), ("Y", True)],
)
def test_yes_no(read: Read, typed: str, value: bool) -> None:
    assert read("steady", typed).value is value


@pytest.mark.parametrize(
    "typed", ["yes and no", "yes but not in May", "not really", "I think so", "no problem", "yesterday"]
)
def test_neither_yes_nor_no(read: Read, typed: str) -> None:
    assert read("steady", typed).kind in UNTAKEN


def test_an_amount_of_several_rows_is_asked_back_with_their_names(read: Read) -> None:
    reading = read("split", "half training and debugging, a day and a half infrastructure, the rest meetings")
    assert reading.kind in UNTAKEN
    assert "Training and Debugging" in reading.question
    assert "20" not in reading.question


def test_the_same_option_is_not_named_twice_as_nearest(read: Read) -> None:
    reading = read("depth.infra", "mostly i fix the data loader and sharding stuff")
    assert len({label for label, _ in reading.nearest}) == len(reading.nearest)


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


@pytest.mark.parametrize("typed", ["assistants, chatbots", "an AI assistant", "general-purpose AI"])
@pytest.mark.case("walk 16")
def test_whoever_works_on_ai_for_everything_finds_the_field(read: Read, typed: str) -> None:
    reading = read("domain", typed)
    assert (reading.kind, reading.value) == ("value", "general")


NO_NAMES = ("b", "7", "no", "None.", "n/a", "yes", "I don't know its name")


@pytest.mark.parametrize("typed", NO_NAMES)
@pytest.mark.case("coaching 15 rule")
def test_what_names_nothing_is_no_name_of_a_rule(typed: str, interview: Interview) -> None:
    """A named rule moves the figure: a letter that was meant as a choice, or a no, is none, in files too."""
    for key, about in (
        ("oversight_rule", {"oversight": "named"}),
        ("signature_record", {"signature": "mine"}),
    ):
        held = Interview.from_answers(interview.library, interview.role_id, about)
        assert isinstance(held, Interview)
        asked = held.asked(key)
        assert asked is not None
        assert understand(asked, typed, held.form, held.path.split).value is None
        assert isinstance(held.answer(key, typed), Problem)
        assert isinstance(held.answer(key, "EU AI Act"), Interview)


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
        ("25 patients in medicines, 75 assessment", "How much is “25 patients in medicines”?"),
        ("8 patients medicines, rest assessment", "How much is “8 patients medicines”?"),
        ("4 nurses organising, rest assessment", "How much is “4 nurses organising”?"),
        ("10 kids comfort, rest assessment", "How much is “10 kids comfort”?"),
        ("30 beds medicines, 70 assessment", "How much is “30 beds medicines”?"),
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
    assert {row: share for row, share in reading.value["rows"].items() if share} == {"train": 50, "debug": 50}


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
    ("key", "typed", "told"),
    [
        ("duties", "looked after two interns and rewired the test bench", {"taught", "hands_on"}),
        ("conditions", "our contract bans copilot, and one day a week i am at the machine",
         {"contract_forbids", "onsite_some"}),
        ("conditions", "im at the robot cell four days a week, has to be there", {"onsite_most"}),
    ],
)  # fmt: skip
def test_answers_in_other_words_are_put_together(read: Read, key: str, typed: str, told: set[str]) -> None:
    reading = read(key, typed)
    assert set(reading.value or reading.nearest[0][1]) == told


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
