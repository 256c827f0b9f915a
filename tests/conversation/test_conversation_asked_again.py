"""A change of one answer that opens others again: it is said which and why, and they come next."""

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import answer_text

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
WEEK = {"design": 5, "train": 70, "infra": 10, "debug": 5, "research": 5, "collaboration": 5}
SAID = {
    "split": WEEK,
    "steady": True,
    "split_basis": "thought",
    "practice": {"train": "drafts", "infra": "by_hand"},
}


def told(**others: object) -> Conversation:
    found = Interview.from_answers(LIBRARY, ROLE, {**SAID, **others})
    assert isinstance(found, Interview), found
    return Conversation(found)


def changed(line: str) -> Conversation:
    return say(told().go_to("split"), line).talk


def test_a_change_of_the_week_says_what_it_opens_again_and_asks_it_next() -> None:
    talk = changed("move 10 from training to infra")
    assert talk.told[0].startswith("Changed: Your week, now: ")
    assert talk.told[1] == (
        "What you said of “Same mix in three months” and “Where the figures come from” was about the answer before "
        "this change, so that is asked again."
    )
    assert talk.step is not None
    assert talk.step.key == "steady"
    assert talk.earlier_words(talk.step) == "You said before: yes. Enter alone says so again."
    talk = say(talk, "").talk
    assert talk.step is not None
    assert talk.step.key == "split_basis"
    assert "Thinking about each row" in talk.earlier_words(talk.step)
    talk = say(talk, "skip").talk
    assert talk.wanted == ""
    assert [one.key for one in talk.asked_again] == []
    steady = talk.interview.path.step("steady")
    assert steady is not None
    assert answer_text(steady) == "yes"


def test_a_twentieth_of_the_week_asks_nothing_again_and_more_does() -> None:
    assert [one for one in changed("move 5 from training to infra").told if "asked again" in one] == []
    assert [one for one in changed("move 6 from training to infra").told if "asked again" in one] != []
    assert [one for one in changed("move 5 from training to mentoring").told if "asked again" in one] == []


def test_rows_that_come_up_are_asked_again_and_an_answer_without_a_question_is_told() -> None:
    talk = changed("50 design, 40 research, 10 training")
    assert [one.key for one in talk.asked_again] == ["split_basis", "practice"]
    assert "“Where the figures come from” and “Part of AI tools”" in talk.told[1]
    assert talk.told[2] == (
        "With this change nobody asks for “Same mix in three months” any more, and what you said of that does not "
        "count."
    )


def test_a_change_that_touches_no_other_answer_tells_of_none() -> None:
    assert [one for one in say(told().go_to("split_basis"), "c").talk.told if "asked" in one] == []
    assert say(told().go_to("split"), "").talk.told == ("Kept as it was.",)


def test_a_week_from_a_file_asks_again_all_but_how_it_was_worked_out() -> None:
    talk = told()
    step = talk.interview.path.step("split")
    assert step is not None
    talk = talk.answer_from_file(step, {"unit": "hours", "rows": {"train": 30, "design": 10}})
    assert [one.key for one in talk.asked_again] == ["steady", "practice"]
    assert talk.wanted == "steady"
    assert "“Same mix in three months” and “Part of AI tools”" in " ".join(talk.told)
    assert "Where the figures come from" not in " ".join(talk.told)


def test_the_number_of_a_question_never_goes_back_and_one_said_before_is_called_by_its_name() -> None:
    talk, numbers = Conversation(Interview.start(LIBRARY, ROLE)), list[int]()
    for line in ("20/25/15/15/15/10", *["/skip"] * 8):
        assert talk.step is not None
        words = talk.place_words(talk.step)
        assert words.startswith("Question ")
        numbers.append(int(words.removeprefix("Question ").partition(",")[0].partition(" ")[0]))
        talk = say(talk, line).talk
    assert numbers == [*range(1, 10)]
    back = talk.go_to("split")
    assert back.step is not None
    assert back.place_words(back.step) == "Your week, once more."
    again = changed("move 10 from training to infra")
    assert again.step is not None
    assert again.place_words(again.step).startswith("Same mix in three months, once more")


def test_what_a_yes_to_the_same_mix_means_is_said() -> None:
    talk = Conversation(Interview.start(LIBRARY, ROLE))
    talk = say(say(talk, "70 training, 10 design, 20 infra").talk.go_to("steady"), "yes").talk
    assert talk.told[0].startswith("With a yes your two weeks stand as they are; ")
