"""What a line takes back at its end is never taken, and takes back no answer before: at every kind of question."""

from collections.abc import Iterator
from itertools import product

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.parts import row_asked
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
WEEK = "assessment 20, medicines 20, hands on 20, charting 10, coordination 10, teaching 5, comfort 10, organising 5"
HALF = "care 40, meds 60"
DENIALS = ("no", "not", "actually no", "oh no", "that's wrong", "not really")
TAKING_BACK = (
    "undo", "scratch that", "no wait", "wait", "just kidding", "I take that back", "hold on", "wait, no", "never mind",
)  # fmt: skip
SIGNS = (", ", ". ", " ... ", " - ", "! ", "? ", "\n")
KINDS = {
    "choice": ((WEEK, "edit basis"), ("b", "a", "a guess")),
    "depth": ((WEEK, "edit assessment"), ("b", "a")),
    "multi": ((WEEK, "edit conditions"), ("b, d", "a", "b")),
    "grid": ((WEEK, "edit practice"), ("all c", "charting c", "b", "all a, charting c")),
    "grid of its own options": ((WEEK, "edit market"), ("a", "pay fell")),
    "yes or no": ((HALF,), ("yes", "no", "yes, about the same")),
    "number": ((WEEK, "edit years"), ("5", "5 years")),
    "week": ((), (HALF, "40 care and 60 meds")),
}
"""Lines to each kind of question, and answers there."""


@pytest.fixture(scope="module")
def places() -> dict[str, Conversation]:
    found = {}
    for kind, (lines, _) in KINDS.items():
        talk = say(Conversation(Interview.start(LIBRARY, "registered-nurse")), "").talk
        for line in lines:
            talk = say(talk, line).talk
        found[kind] = talk
    return found


def typed(talk: Conversation, line: str) -> Conversation:
    """The line, at the row of a grid that is asked there."""
    step = talk.step
    assert step is not None
    row = row_asked(talk, step) if step.asked.question.takes.rows else None
    return say(talk, line, row=row.id if row is not None else "").talk


def ends(answer: str) -> Iterator[str]:
    """The answer with every third pair of a sign and a way of taking it back; a no after a no says it again."""
    words = TAKING_BACK if answer == "no" else (*TAKING_BACK, *DENIALS)
    for number, (taken, sign) in enumerate(product(words, SIGNS)):
        if number % 3 == len(answer) % 3:
            yield f"{answer}{sign}{taken}"
    yield from (f"{answer} ({taken})" for taken in words)
    yield from (f"{answer} {taken}" for taken in ("undo", "scratch that", "no wait", "wait no"))


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_taken_back_in_its_line_is_asked_back(places: dict[str, Conversation], kind: str) -> None:
    talk = places[kind]
    assert talk.step is not None
    wrong = []
    for line in (line for answer in KINDS[kind][1] for line in ends(answer)):
        after = typed(talk, line)
        kept = after.interview.answers == talk.interview.answers
        asked = after.trouble is not None and after.step is not None and after.step.key == talk.step.key
        wrong += [] if kept and asked else [line]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", ["", ".", " please", ", no doubt about it"])
def test_the_same_without_taking_back_is_an_answer(
    places: dict[str, Conversation], kind: str, end: str
) -> None:
    after = typed(places[kind], f"{KINDS[kind][1][0]}{end}")
    assert after.interview.answers != places[kind].interview.answers or (end and after.trouble)


@pytest.mark.parametrize("line", ["undo b", "undo, b", "undo that, b", "undo a", "b undo"])
def test_an_undo_beside_an_answer_takes_nothing_back(places: dict[str, Conversation], line: str) -> None:
    after = typed(places["choice"], line)
    assert after.interview.answers == places["choice"].interview.answers
    assert after.trouble


@pytest.mark.parametrize(
    ("line", "letter"),
    [("a, scratch that, b", "b"), ("a, undo, b", "b"), ("a, no wait, b", "b"), ("b, no, a", "a")],
)
def test_a_last_word_after_it_is_the_answer(places: dict[str, Conversation], line: str, letter: str) -> None:
    talk = places["choice"]
    assert talk.step is not None
    entry = typed(talk, line).interview.answers.get(talk.step.key)
    assert entry is not None
    assert talk.step.asked.choice(entry.value).letter == letter  # type: ignore[union-attr]


@pytest.mark.parametrize("line", ["skip, no wait", "quit. no wait", "back, hold on", "undo, no wait"])
def test_a_command_taken_back_is_not_carried_out(places: dict[str, Conversation], line: str) -> None:
    turn = say(places["choice"], line)
    assert turn.show is None
    assert turn.talk.interview.answers == places["choice"].interview.answers
    assert turn.talk.trouble


@pytest.mark.parametrize(
    "line", ["undo", "oops, undo", "no wait, undo", "undo that last one", "undo a mistake", "scratch that"]
)
def test_an_undo_alone_takes_back_the_answer_before(places: dict[str, Conversation], line: str) -> None:
    assert say(places["choice"], line).talk.told == ("Taken back: Your week.",)
