"""A standing offer is taken by a yes of any colour, stays while nothing is understood, and no denial takes it."""

import pytest
from conversation_driver import held

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.agreeing import agreed

LIBRARY = Library.open()
NURSE = "registered-nurse"
OFTENER = "I check more often than was ordered because of what I see"
NOT_ONLY = (
    "Well it isn't only the ordered obs, I mean I check someone more often when they don't look right to me"
)
SEVERAL = (
    "I held back a tablet on my own judgement, I sat with the family when he died, and I was washing and "
    "lifting people all day. No students with me this time."
)


def at(key: str, *lines: str) -> Conversation:
    talk = say(
        Conversation(Interview.start(LIBRARY, NURSE)), "50 hands-on care, 25 medicines, 25 assessment"
    ).talk.go_to(key)
    for line in lines:
        talk = say(talk, line).talk
    return talk


def stored(talk: Conversation, key: str) -> object:
    step = talk.interview.path.step(key)
    return step.value if step is not None else None


def put() -> Conversation:
    talk = at("depth.assess", NOT_ONLY)
    assert talk.trouble is not None
    assert talk.trouble.confirm
    assert talk.trouble.text.startswith("That sounds like b")
    return talk


YESES = [
    "yes",
    "Yes, spot on, sister would say the same",
    "Yes, that one",
    "yes love",
    "yes below",
    "go on then",
    "yeah, that'll do",
    "that's the one",
    "that's it mate",
    "yes, finally",
    "I suppose so",
    "fair enough",
    "mm-hm",
    "that'll do",
    "yes I think so",
    "yeah, that's right. Lovely weather for it.",
]


@pytest.mark.parametrize("line", YESES)
def test_a_yes_of_any_colour_takes_what_was_put(line: str) -> None:
    assert stored(say(put(), line).talk, "depth.assess") == "adapts"


@pytest.mark.parametrize(
    "line",
    [
        "yes but only when the doctor says so",
        "yes, not really",
        "yes, hang on, no",
        "yes, except at night",
        "yes or maybe the other",
        "yes my boss does that",
        "yes, in my last job",
        "that's it? no",
        "yes, a rather",
        "yes if I may",
        "no",
        "not that one",
        "fair enough, but no",
        "I don't suppose so",
    ],
)
def test_a_denial_an_exception_or_another_option_behind_it_takes_nothing_of_it(line: str) -> None:
    assert stored(say(put(), line).talk, "depth.assess") != "adapts"


@pytest.mark.parametrize("line", ["xyzzy", "it's raining here", "hmm", "sister was on about the rota again"])
def test_what_was_put_stays_until_it_is_answered(line: str) -> None:
    after = say(put(), line).talk
    assert after.trouble is not None
    assert after.trouble.offers[0] == put().trouble.offers[0]  # type: ignore[union-attr]
    assert stored(say(after, "yes").talk, "depth.assess") == "adapts"


def test_what_stands_behind_the_yes_is_told_or_answered() -> None:
    told = say(put(), "Yes, spot on, Pay's been falling").talk.told
    assert told[-1] == "“Pay's been falling” is not used here."
    asked = say(put(), "yes, and is this sent anywhere?").talk
    assert stored(asked, "depth.assess") == "adapts"
    assert asked.reply


def test_all_of_those_are_the_ones_that_were_listed() -> None:
    listed = at("duties", SEVERAL)
    assert listed.trouble is not None
    assert len(listed.trouble.offers) > 1
    whole = max((value for _, value in listed.trouble.offers), key=len)
    after = say(listed, "yes all three of those").talk
    assert list(stored(after, "duties")) == whole  # type: ignore[call-overload]
    asked = say(listed, "yes").talk
    assert asked.trouble is not None
    assert asked.trouble.offers == listed.trouble.offers


def test_one_letter_listed_is_put_as_a_question_by_a_yes() -> None:
    """A yes alone takes nothing of a line that denies, but is not asked for a letter for ever."""
    asked = at("level", "if it were up to me I'd decide")
    assert asked.trouble is not None
    assert asked.trouble.by_letter
    if len(asked.trouble.offers) == 1:
        again = say(asked, "yes").talk
        assert stored(again, "level") is None
        assert stored(say(again, "yes").talk, "level") is not None


def test_what_was_not_read_is_told_as_it_was_typed() -> None:
    after = at("level", "b, they've cut pay again")
    told = " ".join((*after.told, after.trouble.text if after.trouble else ""))
    assert "theyve" not in told
    assert "“they've cut pay again”" in told


BESIDE_A_YES = (
    "Exactly, thats it. Why do you need this?", "Tak, I mean yes, right", "oh that's good, aye",
    "yes that's it. is it going to be long? I've a pan of mince on", "aye, that's what I mean",
    "Yes exactly so. In the guiding also nothing by AI", "Yes. I hope nobody can see this?",
    "Yes thank you. And by the way my brother is a nurse since 2019, but the ward signs everything",
    "that's it, thanks. and it's a quiet week",
)  # fmt: skip


@pytest.mark.parametrize("line", BESIDE_A_YES)
def test_a_yes_is_taken_whatever_is_asked_or_told_by_the_way_behind_it(line: str) -> None:
    assert stored(say(put(), line).talk, "depth.assess") == "adapts"


@pytest.mark.parametrize(
    ("line", "answer"),
    [("Exactly, thats it. Why do you need this?", "What it is used for"),
     ("Yes. I hope nobody can see this?", "Nothing is sent"),
     ("yes that's it. is it going to be long? I've a pan on", "more"), ("Yes exactly. What does b mean?", "b: ")],
)  # fmt: skip
def test_what_is_asked_behind_a_yes_is_answered(line: str, answer: str) -> None:
    after = say(put(), line).talk
    assert stored(after, "depth.assess") == "adapts"
    assert answer in " ".join(after.reply)


@pytest.mark.parametrize(
    "line",
    ["Yes. My boss does that.", "Yes. I never do that.", "Yes. But only at night", "yes. Not always", "yes. I used to.",
     "Yes. Or is it a?", "well", "so", "oh", "Yes. I also never do that", "Yes. By the way it is never so",
     "Yes. Actually, is it not c?", "yes. What I do is a", "a, I mean yes"],
)  # fmt: skip
def test_a_sentence_behind_it_that_turns_it_takes_nothing(line: str) -> None:
    assert stored(say(put(), line).talk, "depth.assess") != "adapts"


def test_an_offer_that_is_kept_tells_what_was_not_read() -> None:
    after = say(put(), "yes, although ordered means something else in Scotland").talk
    assert after.trouble is not None
    assert after.trouble.offers == put().trouble.offers  # type: ignore[union-attr]
    assert "“although ordered means something else in Scotland” is not used here." in after.trouble.text


@pytest.mark.parametrize(
    "line", ["aye, all three", "Yes all three. I hope nobody can see this?", "yes to all of them"]
)
def test_all_that_was_put_at_once_is_taken(line: str) -> None:
    listed = say(
        at("duties"), "I refused a tablet order, I sat with the family when he died and I taught a student"
    )
    assert listed.talk.trouble is not None
    whole = listed.talk.trouble.offers[0][1]
    assert len(whole) == 3
    assert list(stored(say(listed.talk, line).talk, "duties")) == whole  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "line",
    [
        "Yes thank you. And by the way I am registered since 2019, but sister signs all",
        "yes. I was a clerk 3 years",
    ],
)
def test_a_number_put_is_never_replaced_by_one_said_by_the_way(line: str) -> None:
    asked = at("years", "Nine as nurse please")
    assert asked.trouble is not None
    after = say(asked, line).talk
    assert stored(after, "years") == 9.0
    assert "is not used here" in " ".join(after.told)


def lettered() -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, "primary-school-teacher"))
    talk = say(talk, "50 teaching lessons, 25 planning, 25 marking").talk.go_to("split_basis")
    talk = say(
        talk, "I just went through them in my head one by one, I've not got a timesheet, who has a timesheet"
    ).talk
    assert talk.trouble is not None
    assert talk.trouble.by_letter
    return talk


@pytest.mark.parametrize(
    "line", ["Yes b, that one", "okay, b then", "okay b then, thinking about it", "aye, that's what I mean"]
)
def test_the_letter_that_was_asked_for_is_taken_with_words_beside_it(line: str) -> None:
    assert stored(say(lettered(), line).talk, "split_basis") == "thought"


@pytest.mark.parametrize(
    "line", ["not b", "b, no, a", "b or c", "okay, c then, a timesheet", "no, not b then"]
)
def test_no_other_letter_and_no_denial_is(line: str) -> None:
    assert stored(say(lettered(), line).talk, "split_basis") != "thought"


def test_a_letter_at_a_grid_is_of_the_row_that_was_asked_about() -> None:
    week = "50 closing, 20 tax returns, 10 advising, 20 payroll"
    talk = say(say(Conversation(Interview.start(LIBRARY, "accountant")), week).talk, "yes").talk
    grid = next(one for one in talk.steps if one.asked.question.takes.rows and "payroll" in one.key)
    row = grid.asked.rows[-1]
    talk = talk.go_to(grid.key)
    for known in grid.asked.rows[:-1]:
        talk = say(talk, "a", row=known.id).talk
    asked = say(
        talk, "No! A person, me, compares it with a fixed standard, not only automatic", row=row.id
    ).talk
    assert asked.trouble is not None
    assert asked.trouble.by_letter
    before = dict(asked.known)
    after = say(asked, "Yes b, that one", row=row.id).talk
    step = after.interview.path.step(grid.key)
    assert step is not None
    assert step.value == {**before, row.id: row.choices[1].id}


@pytest.mark.parametrize(
    "line",
    ["Yes, spot on, sister'd say the same", "yes, thats how it is", "aye, b's the one", "yes, it sounds like me"],
)  # fmt: skip
def test_a_remark_behind_the_yes_is_not_told_as_unused(line: str) -> None:
    assert "is not used" not in " ".join(say(put(), line).talk.told)


@pytest.mark.parametrize(
    "line", ["ta, yes, that's it", "Course it is, yes", "Good grief. Yes.", "right, aye"]
)
def test_a_few_words_may_stand_before_the_yes(line: str) -> None:
    assert agreed(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "b, yes",
        "the other one, yes",
        "half, yes",
        "mostly, yes",
        "never, yes",
        "he said, yes",
        "no, yes",
        "2, yes",
    ],
)
def test_words_that_may_say_something_else_before_it_leave_it_none(line: str) -> None:
    assert agreed(line) is None


@pytest.mark.parametrize(
    ("line", "takes"),
    [("Does it ever come out exactly to a hundred in real life? but yes, that's right", True),
     ("why do you ask? right, yes, that's what I said", True), ("who came up with that? no", False),
     ("didn't my boss do that? yes", False), ("but is it? yes and no", False)],
)  # fmt: skip
def test_a_yes_behind_a_question_of_its_own_takes_what_was_put(line: str, takes: bool) -> None:
    put = say(held().go_to("split"), "training all day except Tuesday mornings, which are meetings").talk
    assert put.trouble is not None
    assert put.trouble.confirm
    after = say(put, line).talk
    step = after.interview.path.step("split")
    assert step is not None
    assert (step.value is not None) == takes
    if takes:
        assert after.interview.path.split.shares["train"] == 80


@pytest.mark.parametrize(
    ("line", "said"),
    [("yes, that's what I meant, all three of them", ""), ("Right, yes, that's what I said in the end", ""),
     ("yes, both, thanks", ""), ("yes, all of them, no", None), ("all three, not b", None), ("no, all of them", None)],
)  # fmt: skip
def test_a_yes_in_several_parts_is_one(line: str, said: str | None) -> None:
    assert agreed(line) == said
