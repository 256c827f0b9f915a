"""At the list of answers and where one of them was opened: a week changed in words, another meant, the way back."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.the_list import at_the_list, leads_on
from aijri_engine.interview.interview import Interview
from tests.plain.plain_driver import type_lines

LIBRARY = Library.open()
WEEK = {"check": 5, "create": 5, "hands": 60, "lead": 12, "plan": 5, "records": 8, "teach": 5}
SAID = {
    "split": WEEK,
    "steady": True,
    "split_basis": "guess",
    "years": 22,
    "signature": "part",
    "rating": {
        "hands": {"steps": "chosen", "sources": "people", "judged": "person"},
        "lead": {"steps": "unknown", "sources": "people", "judged": "person"},
    },
}


def told(**without: None) -> Conversation:
    said = {key: value for key, value in SAID.items() if key not in without}
    found = Interview.from_answers(LIBRARY, "35-1011.00", said)
    assert isinstance(found, Interview), found
    return Conversation(found)


def shares(talk: Conversation) -> dict[str, float]:
    return {row: share for row, share in talk.interview.path.split.shares.items() if share}


@pytest.mark.parametrize(
    "line",
    ["my week's a bit off, can you put leading up to 15 and the hands down to 57",
     "can you put leading up to 15 and the hands down to 57, I was a bit off there",
     "by hand 57 and leading 15, rest same as before", "by hand 57 and leading 15, the rest as it was",
     "leading wants to be 15 and the by hand 57, the rest as it was", "keep the rest, leading 15, by hand 57",
     "put the hands back to 57 and leading to 15 like I had it first", "hands down to 57 and leading up to 15 please",
     "by hand back to 57, leading 15",
     "by hand 57, leading 15 and leave everything else alone"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["", "split"])
def test_rows_of_the_week_are_changed_in_words_and_the_others_stay(line: str, key: str) -> None:
    turn = at_the_list(told(), line) if not key else say(told().go_to(key), line)
    assert turn is not None
    assert shares(turn.talk) == {**WEEK, "hands": 57, "lead": 15}


@pytest.mark.parametrize(
    "line", ["leading 15 and the rest stays as it was", "leading 20, the others stay the same"]
)
def test_where_the_rest_cannot_stay_the_whole_week_is_put_and_nothing_is_changed(line: str) -> None:
    turn = at_the_list(told(), line)
    assert turn is not None
    assert turn.talk.trouble is not None
    assert "= 100 %" in turn.talk.trouble.offers[0][0]
    assert shares(turn.talk) == WEEK


def test_a_change_that_is_not_read_says_how_several_rows_are_changed() -> None:
    turn = at_the_list(told(), "my week is wrong, the zebra duty should be 20 and leading 15")
    assert turn is not None
    assert turn.talk.trouble is not None
    assert "one change at a time" not in turn.talk.trouble.text.casefold()
    assert "Name each row that changes with its new figure" in turn.talk.trouble.text


@pytest.mark.parametrize(
    ("line", "opened"),
    [("no, not that, I meant how many percent of my week, keep this as it is", "split"),
     ("sorry, I wanted the years one", "years"), ("no, I meant the name on the record", "signature")],
)  # fmt: skip
def test_the_answer_that_was_meant_instead_is_opened(line: str, opened: str) -> None:
    turn = say(told().go_to("rating.lead"), line)
    assert turn.talk.wanted == opened
    assert (
        turn.talk.interview is told().interview or turn.talk.interview.values() == told().interview.values()
    )


@pytest.mark.parametrize(
    "line",
    [
        "go back to the list please",
        "back to the list",
        "can I go back to the list?",
        "take me back to the list",
    ],
)
@pytest.mark.parametrize("key", ["rating.lead", "signature", "sounds_like", "split"])
def test_the_way_back_to_the_list_is_asked_for_in_words(line: str, key: str) -> None:
    turn = say(told().go_to(key), line)
    assert turn.show is not None
    assert turn.show.name == "review"
    assert turn.talk.interview.values() == told().interview.values()


def test_back_from_what_stands_behind_the_list_leads_to_the_list() -> None:
    said = type_lines("review", "", "please go back", "quit", start=told().interview).said
    assert said.count("Your answers.") == 2
    assert said.count("Does this sound like your week?") == 1


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [("Yes the same mix", "steady", True), ("yes, the same mix in three months", "steady", True),
     ("same mix: yes", "steady", True), ("the figures come from my diary", "split_basis", "calendar"),
     ("And where the figures come from, it was thinking about each row", "split_basis", "thought")],
)  # fmt: skip
def test_what_is_open_in_the_list_is_answered_there_by_its_name(line: str, key: str, value: object) -> None:
    talk = told(steady=None, split_basis=None)
    assert not leads_on(talk, line)
    turn = at_the_list(talk, line)
    assert turn is not None
    step = turn.talk.interview.path.step(key)
    assert step is not None
    assert step.value == value


@pytest.mark.parametrize(
    "line",
    ["Then the same mix one first please, it's still yes", "I said yes to the same mix, why is it gone"],
)
def test_a_doubtful_answer_by_name_is_put_at_its_question(line: str) -> None:
    turn = at_the_list(told(steady=None), line)
    assert turn is not None
    assert turn.talk.wanted == "steady"
    assert turn.talk.trouble is not None
    assert "That sounds like Yes. Right?" in turn.talk.trouble.text


@pytest.mark.parametrize("line", ["no, not the same mix", "the same mix isn't right any more"])
def test_a_denial_with_a_name_answers_nothing(line: str) -> None:
    turn = at_the_list(told(steady=None), line)
    assert turn is None or turn.talk.interview.values() == told(steady=None).interview.values()


@pytest.mark.parametrize(
    "line", ["looks good, carry on", "yes please", "the week looks right, show me the result"]
)
def test_a_line_that_answers_nothing_still_leads_on(line: str) -> None:
    assert leads_on(told(steady=None), line)


@pytest.mark.parametrize("line", ["I meant the week before Christmas", "I wanted to say the market is local"])
def test_words_of_ones_own_stay_at_their_question_whatever_they_name(line: str) -> None:
    said = told().interview.answer("sounds_like", "mostly")
    assert isinstance(said, Interview)
    after = say(Conversation(said).go_to("difference"), line).talk
    assert after.wanted == "difference"
    assert after.trouble is not None
    assert after.trouble.offers[0][1] == line


@pytest.mark.parametrize(
    "line", ["we go back to the list of allergens each time", "I look at the list on the wall"]
)
def test_a_list_of_the_work_is_no_way_back(line: str) -> None:
    assert say(told().go_to("rating.lead"), line).show is None


@pytest.mark.parametrize(
    "line",
    ["by hand 57 not 60, leading 15 not 12", "3 from hands to leading",
     "hands 57 instead of 60 and leading 15 instead of 12",
     "take 3 off the hands and give it to leading", "leading 15, hands 57, I never said 60"],
)  # fmt: skip
def test_two_rows_with_figures_are_about_the_week_and_not_about_one_of_them(line: str) -> None:
    turn = at_the_list(told(), line)
    assert turn is not None
    changed = shares(turn.talk) == {**WEEK, "hands": 57, "lead": 15}
    assert changed or turn.talk.wanted == "split"
    assert changed or shares(turn.talk) == WEEK


def test_a_what_if_with_two_rows_is_none_of_the_week() -> None:
    turn = at_the_list(told(), "what if 3 from hands to leading")
    assert turn is None or shares(turn.talk) == WEEK


@pytest.mark.parametrize(
    "line",
    [
        "leading took 15 % really",
        "leading is 15 %",
        "leading takes fifteen percent",
        "leading take 15 percent",
    ],
)
def test_one_row_with_a_share_is_about_the_week_and_takes_nothing_away(line: str) -> None:
    turn = at_the_list(told(), line)
    assert turn is not None
    assert turn.talk.wanted == "split"
    assert shares(turn.talk) == WEEK
    trouble = turn.talk.trouble
    assert trouble is not None
    assert not [label for label, _ in trouble.offers if "ead" in label and "15" not in label]


def test_what_a_row_took_is_not_taken_from_it() -> None:
    assert shares(say(told().go_to("split"), "the leading took 5 percent").talk) == WEEK
    put = say(told().go_to("split"), "took 5 points off the leading").talk.trouble
    assert put is not None
    assert "Leading 7 " in put.offers[0][0]


def test_one_by_itself_is_how_much_a_row_is() -> None:
    turn = at_the_list(told(), "change leading to 19, and the records are only one")
    assert turn is not None
    assert shares(turn.talk)["records"] == 1
