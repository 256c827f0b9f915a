"""A yes, a no, or a part of it to what is put, in words that people use for that."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.the_list import at_the_list
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
RULE = "Food hygiene Regulation, and our HACCP plan"
CONDITIONS = ["onsite_most", "union_consulted", "union_limits"]


def at(key: str, **said: object) -> Conversation:
    week = {"hands": 60, "lead": 20, "records": 20}
    told = {"split": week, "row_way": "three", "years": 12, "oversight": "named", **said}
    found = Interview.from_answers(LIBRARY, "35-1011.00", told)
    assert isinstance(found, Interview), found
    return Conversation(found).go_to(key)


def put_years() -> Conversation:
    talk = say(at("years"), "about ten I think").talk
    assert talk.trouble is not None
    return talk


def put_conditions() -> Conversation:
    """The three as the program puts them."""
    offer = (
        "b) On site 3 or more days a week · c) Union must be consulted · d) Collective agreement limits it"
    )
    return at("conditions").troubled(
        f"That sounds like {offer}. Right?", ((offer, CONDITIONS),), confirm=True
    )


@pytest.mark.parametrize(
    "line",
    ["that sounds about right", "Sounds right to me, aye.", "that's what I said", "It looks right to me, yes",
     "yes, that's what I meant", "that's just right", "yes, that looks fine to me", "that's pretty much it"],
)  # fmt: skip
def test_words_of_agreement_take_what_is_put(line: str) -> None:
    step = say(put_years(), line).talk.interview.path.step("years")
    assert step is not None
    assert step.value == 10


@pytest.mark.parametrize(
    "line",
    ["that's not right", "no, that's not what I said", "not that", "No, not that one.", "that's wrong, sorry",
     "it was right before", "that's right for the others", "it would be right if I counted school"],
)  # fmt: skip
def test_words_against_what_is_put_take_nothing(line: str) -> None:
    talk = say(put_years(), line).talk
    step = talk.interview.path.step("years")
    assert step is not None
    assert step.value == 12
    assert talk.trouble is not None


@pytest.mark.parametrize(
    "line",
    ["Yes, that's what it's called.", "That's its full name, yes", "Yes, those are my words, keep them."],
)
def test_a_name_that_is_put_is_taken_by_words_about_it(line: str) -> None:
    talk = say(say(at("oversight_rule"), RULE).talk, line).talk
    step = talk.interview.path.step("oversight_rule")
    assert step is not None
    assert step.value == RULE


@pytest.mark.parametrize(
    "line", ["No, not those words.", "No, that's not what it's called.", "not that name"]
)
def test_a_name_that_is_put_is_dropped_by_words_about_it(line: str) -> None:
    talk = say(say(at("oversight_rule"), RULE).talk, line).talk
    assert talk.trouble is not None
    assert (talk.trouble.text, talk.trouble.offers) == ("Then say it in your own words, please.", ())


@pytest.mark.parametrize(
    "line",
    ["not d", "No, not d", "yes but not d", "No, not d, the agreement doesn't limit it. The first two only.",
     "The first two only.", "just the first two", "only b and c", "the agreement doesn't limit it", "not the last one"],
)  # fmt: skip
def test_of_several_that_are_put_those_stay_that_are_not_taken_out(line: str) -> None:
    talk = say(put_conditions(), line).talk
    step = talk.interview.path.step("conditions")
    assert step is not None
    put = talk.trouble.offers[0][1] if talk.trouble is not None else list(step.value)
    assert list(put) == CONDITIONS[:2]


@pytest.mark.parametrize(
    "line", ["The first two only.", "first two, please", "the last two", "the second three"]
)
def test_how_many_are_meant_is_no_answer_to_the_first_question(line: str) -> None:
    talk = at("conditions", conditions=CONDITIONS)
    turn = at_the_list(talk, line)
    step = (turn.talk if turn is not None else talk).interview.path.step("years")
    assert step is not None
    assert step.value == 12


def test_the_first_answer_is_still_changed_by_its_place() -> None:
    turn = at_the_list(at("conditions", conditions=CONDITIONS), "the first is 3")
    assert turn is not None
    step = turn.talk.interview.path.step("years")
    assert step is not None
    assert step.value == 3


@pytest.mark.parametrize(
    "line", ["What's the difference?", "what is the difference then", "What's the difference, is one safer?"]
)
def test_the_difference_is_that_of_the_options_at_hand(line: str) -> None:
    reply = say(at("level"), line).talk.reply
    assert [one[:2] for one in reply[:4]] == ["a:", "b:", "c:", "d:"]


def test_why_a_name_is_asked_is_told() -> None:
    talk = say(at("oversight_rule"), "Why do you need the name of it?").talk
    assert talk.opened == "why"


def test_what_is_so_of_a_row_too_is_no_other_option() -> None:
    talk = say(at("practice"), "By people, all of it, the stove too.").talk
    step = talk.interview.path.step("practice")
    assert step is not None
    offers = talk.trouble.offers if talk.trouble is not None else (("", dict(step.value)),)
    assert all({*value.values()} == {"by_hand"} for _, value in offers)


@pytest.mark.parametrize(
    "line", ["The second one: partly there, not mostly", "second, partly there", "the second - partly"]
)
def test_an_offer_called_by_its_place_is_taken_with_its_words_behind(line: str) -> None:
    offers = tuple((f"What was needed: {name}", {"sources": key}) for name, key in
                   (("Mostly with people or on the spot", "people"), ("Partly there", "partly")))  # fmt: skip
    talk = at("rating.hands").troubled("Which of these is it?", offers)
    talk = say(talk, line).talk
    assert talk.interview.answers.drafts["rating.hands"] == {"sources": "partly"}


def test_what_a_word_of_an_option_means_is_told_at_any_row() -> None:
    talk = say(at("rating.hands"), "what do you mean by on the spot?").talk
    assert [one for one in talk.reply if one.startswith("c: Mostly with people or on the spot")]


@pytest.mark.parametrize(
    "line", ["no, the second one, nobody's got a standard for it", "the second one, I judge it myself"]
)
def test_an_offer_called_by_its_place_is_put_where_other_words_stand_behind(line: str) -> None:
    offers = tuple(
        (f"Good enough: {name}", {"sources": "partly", "judged": key})
        for name, key in (
            ("A fixed standard", "standard"),
            ("A person judged", "person"),
            ("A check", "automatic"),
        )
    )
    talk = say(at("rating.hands").troubled("Which of these is it?", offers), line).talk
    taken = talk.interview.answers.drafts.get("rating.hands")
    put = talk.trouble.offers[0][1] if talk.trouble is not None and not taken else taken
    assert put == {"sources": "partly", "judged": "person"}


@pytest.mark.parametrize("line", ["no that's wrong", "that's not right", "no", "not that"])
def test_a_no_to_what_was_just_noted_is_told_how_it_is_taken_back(line: str) -> None:
    talk = say(Conversation(Interview.start(LIBRARY, "35-1011.00")).go_to("years"), "12").talk
    talk = say(talk.go_to("level"), line).talk
    assert talk.trouble is not None
    assert talk.trouble.text.startswith(
        "If you mean “Years”, type undo: it is then asked again. Choose a letter"
    )
    undone = say(talk, "undo").talk.interview.path.step("years")
    assert undone is not None
    assert undone.value is None


def test_a_list_that_still_stands_is_asked_for_once_in_a_message() -> None:
    offers = (("one week", {"rows": {"hands": 20}}), ("another", {"rows": {"lead": 20}}))
    start = Conversation(Interview.start(LIBRARY, "35-1011.00")).go_to("split")
    talk = start.troubled("Which of these is it?", offers)
    for line in ("=HYPERLINK()", "[/]", "../../etc", "hm"):
        talk = say(talk, line).talk
        assert talk.trouble is not None
        assert talk.trouble.text.count("I could not read that") <= 1, talk.trouble.text
