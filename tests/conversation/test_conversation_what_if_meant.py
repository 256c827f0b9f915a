"""A what-if in a person's own words: one move told as two changes, and a machine that does the work of a row."""

from typing import Any

import pytest

from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.conversation.typed_changes import typed_changes
from aijri_engine.conversation.what_if_lines import as_one_move, what_if_in
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.result import Result, result

from test_conversation_late_change import LIBRARY  # isort: skip
from test_conversation_invited import CHEF  # isort: skip
from test_conversation_result_terms import TEACHER  # isort: skip

PEOPLE: dict[str, tuple[str, dict[str, Any]]] = {
    "chef": (
        "35-1011.00",
        {**CHEF, "practice": {"hands": "by_hand", "lead": "by_hand"}, "signature": "part"},
    ),
    "teacher": ("25-2031.00", TEACHER),
}


@pytest.fixture(scope="module")
def people() -> dict[str, Result]:
    found = {name: Interview.from_answers(LIBRARY, role, said) for name, (role, said) in PEOPLE.items()}
    assert all(isinstance(one, Interview) for one in found.values()), found
    return {name: result(one) for name, one in found.items() if isinstance(one, Interview)}


MOVES = [
    ("chef", "what if I did 10 percent less on the stove and more of the ordering and invoices",
     "Work by hand 57 to 47 % and Records 8 to 18 %"),
    ("chef", "what if I did 10 percent less of the cooking and more paperwork", "Records 8 to 18 %"),
    ("teacher", "What if I gave up two hours of teaching and did more coordination instead?",
     "Coordination 7 to 14 % and Teaching 83 to 76 %"),
    ("teacher", "what if I did two hours less teaching and more coordination", "Coordination 7 to 14 %"),
    ("teacher", "what if I cut 5 percent of the teaching to do more planning", "Planning 0 to 5 %"),
    ("teacher", "what if I swapped an hour of teaching for records", "Records 3 to 7 %"),
    ("teacher", "what if I spent 3 hours more on research and less on teaching", "Research 0 to 10 %"),
    ("teacher", "what if I did less teaching and 10 percent more records", "Records 3 to 13 %"),
    ("teacher", "what if I dropped 10 percent of the lessons and did research", "Teaching 83 to 73 %"),
    ("teacher", "what if I had 3 hours more research instead of teaching", "Research 0 to 10 %"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "line", "told"), MOVES)
def test_less_of_one_and_more_of_another_is_one_move(
    people: dict[str, Result], who: str, line: str, told: str
) -> None:
    found = answer_about(people[who], line)
    assert found.changes
    assert told in found.words[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [("what if I did less teaching and more records", "It is not said how much"),
     ("what if I did 10 percent less gardening and more teaching", "“gardening” is none of your tasks. They are: "),
     ("what if I did 5 percent less teaching and 5 percent less records", "may be of the task")],
)  # fmt: skip
def test_a_move_that_lacks_something_says_what(people: dict[str, Result], line: str, why: str) -> None:
    found = answer_about(people["teacher"], line)
    assert found.trouble
    assert why in found.words[0]


@pytest.mark.parametrize(
    "line",
    ["move 10 percent from training to design", "training 30", "half of training to design", "no infra"],
)
def test_a_line_of_another_form_stands_as_it_is(line: str) -> None:
    assert as_one_move(line) == line


MACHINES = [
    ("teacher", "What if the school let AI do the correcting for us?", "Teaching: tools made parts? Type yes"),
    ("teacher", "what if they brought in software to do the marking", "Teaching: tools made parts? Type yes"),
    ("chef", "what if the hotel buys a robot that cooks", "Work by hand: tools made parts? Type yes"),
    ("chef", "what if the school let AI do the correcting for us", "can be computed for work by hand and leading"),
    ("chef", "what if a computer did the paperwork", "can be computed for work by hand and leading"),
    ("teacher", "what if AI did all the charting", "can be computed for teaching"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "line", "told"), MACHINES)
def test_a_machine_that_does_the_work_is_asked_about_the_row_and_never_taken_for_posts_ended(
    people: dict[str, Result], who: str, line: str, told: str
) -> None:
    found = answer_about(people[who], line)
    assert not found.changes
    assert told in found.words[0]
    assert "Employers" not in found.words[0]
    if "Type yes" in told:
        after = answer_about(people[who], "yes", before=found)
        assert after.words[0].startswith("Part of AI tools: ")


def test_an_example_of_what_a_machine_could_do_is_computed_when_it_is_typed(
    people: dict[str, Result],
) -> None:
    for found in people.values():
        put = answer_about(found, "what if a robot did the zumbling").words[0]
        example = put.partition("Say, for example: ")[2].rstrip(".")
        tried = answer_about(found, example)
        assert tried.changes or tried.meant, example


@pytest.mark.parametrize(
    ("line", "told"),
    [("what if employers ended posts because of AI", "Employers: they ended many"),
     ("what if AI took much of the work away", "It took much of it away"),
     ("what if I lost my job", "That is a heavy thought")],
)  # fmt: skip
def test_what_is_said_of_posts_and_of_demand_stays_that(
    people: dict[str, Result], line: str, told: str
) -> None:
    for found in people.values():
        assert told in answer_about(found, line).words[0]


def test_own_words_with_a_preposition_for_the_row_that_gets_are_read_whole() -> None:
    week = {"advise": 20, "care": 60, "records": 20}
    interview = Interview.from_answers(LIBRARY, "29-1292.00", {"split": week, "split_basis": "thought"})
    assert isinstance(interview, Interview)
    line = "What if I spent an hour less on the notes and did more talking to patients instead?"
    told = typed_changes(interview, what_if_in(line))
    assert isinstance(told, Problem)
    assert "Do you mean “move an hour from records to advising”? Type yes" in told.text()


@pytest.mark.parametrize(
    "line",
    ["what if it turned out somebody else had the final say, the GM like", "what if somebody else had the final say",
     "what if my boss had the final say"],
)  # fmt: skip
def test_who_has_the_final_say_is_asked_of_who_decides(people: dict[str, Result], line: str) -> None:
    for found in people.values():
        assert "Do you mean Who decides: Someone else decided" in answer_about(found, line).words[0]


def test_a_second_line_that_cannot_be_computed_hears_why_too(people: dict[str, Result]) -> None:
    first = answer_about(people["teacher"], "what if I were younger")
    again = answer_about(people["teacher"], "what if I moved to Spain", before=first)
    assert again.words == first.words
