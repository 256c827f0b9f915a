"""Options, splits, grids and yes or no, one behaviour each."""

from typing import Any

import pytest
from understanding_corpus import UNTAKEN, Read

from aijri_engine import Interview, Problem
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand


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
        ("most of it training, 20 design", "Training 80"),
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
    ("typed", "letters"),
    [("1-3", "abc"), ("a to c", "abc"), ("the first three", "abc"), ("first 2", "ab"), ("b through d", "bcd"),
     ("options 2 to 4", "bcd")],
)  # fmt: skip
def test_from_one_option_to_another_is_put_whole(read: Read, typed: str, letters: str) -> None:
    found = read("duties", typed)
    assert found.kind == "confirm"
    assert [one[0] for one in found.nearest[0][0].split(" · ")] == [*letters]
    assert found.question.startswith("That sounds like a) " if letters[0] == "a" else "That sounds like b) ")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("It's the Dentists Act 1984 I think, you can't do it without", "the Dentists Act 1984"),
        ("Just call it the Dentists Act 1984", "the Dentists Act 1984"),
        ("No, not all of that, just clinical notes", "clinical notes"),
        ("We say the repair book, no, officially it is called Defect Book.", "Defect Book"),
    ],
)
def test_the_name_within_a_sentence_is_offered_before_the_sentence(read: Read, typed: str, name: str) -> None:
    assert read("oversight_rule", typed).nearest[0][1] == name


def test_all_of_them_is_every_line_only_where_it_names_none(read: Read) -> None:
    assert len(read("duties", "all of them").nearest[0][1]) == 5
    named = read(
        "duties", "all three of them, stopped a release, taught two interns and worked with my hands"
    ).nearest
    assert {"could_harm", "affected_people"}.isdisjoint(named[0][1])


def test_a_number_written_as_one_word_is_that_number(read: Read) -> None:
    assert read("years", "twentyone years").value == 21
