"""The conversation as both faces hold it: a line is an answer, a command, a question of the person, or asked back."""

import re

import pytest
from conversation_driver import LIBRARY, ROLE, WEEK, at, held, week

from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.state import begin
from aijri_engine.interview.duration import AS_WORDS
from aijri_engine.interview.interview import Interview


@pytest.mark.parametrize(("line", "value"), [("a", True), ("1", True), ("b", False), ("2", False)])
def test_yes_and_no_are_taken_by_letter_and_number(line: str, value: bool) -> None:
    talk = held("5/60/10/10/5/10")
    assert talk.step is not None
    assert talk.step.asked.question.kind == "yes_no"
    entry = say(talk, line).talk.interview.answers.get(talk.step.key)
    assert entry is not None
    assert entry.value is value


def test_what_is_left_open_is_in_the_log_and_asked_no_more() -> None:
    talk = held(WEEK, "skip")
    again = Conversation(Interview.resume(LIBRARY, ROLE, talk.interview.events))
    assert again.skipped == talk.skipped
    assert again.step == talk.step


def test_a_section_is_left_open_at_once_and_a_fresh_start_is_asked_back() -> None:
    talk = held(WEEK)
    assert talk.step is not None
    section = talk.step.asked.section
    left = say(talk, "skip all of these").talk
    assert left.step is not None
    assert left.step.asked.section != section
    asked = say(left, "start over").talk
    assert asked.interview is left.interview
    assert asked.trouble is not None
    assert say(asked, "no").talk.interview is left.interview
    fresh = say(asked, "yes").talk
    assert not fresh.interview.answers.entries
    assert fresh.step is not None
    assert fresh.step.key == "split"


def test_a_step_is_worked_out_once_for_an_interview(monkeypatch: pytest.MonkeyPatch) -> None:
    from aijri_engine.conversation import standing

    asked: list[int] = []
    real = standing.next_step
    monkeypatch.setattr(standing, "next_step", lambda *args: asked.append(1) or real(*args))
    talk = say(Conversation(Interview.start(LIBRARY, ROLE)), WEEK).talk
    for what in ("why", "help"):
        talk = say(talk, what).talk
        assert talk.step is not None
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("key", "lines", "value"),
    [("years", ("6, no wait, make that 5",), 5.0), ("years", ("6", "I meant 7"), 7.0),
     ("level", ("b, sorry, a",), "junior"), ("level", ("b", "sorry, I meant a"), "junior"),
     ("level", ("I'd rather not say a, so b",), "mid"), ("level", ("skip the first, it's b",), "mid"),
     ("split_basis", ("guess, no wait, from my calendar",), "calendar"),
     ("split_basis", ("guess, no, calendar",), "calendar"), ("split_basis", ("a guess, no the calendar",), "calendar"),
     ("split_basis", ("a, no b",), "thought"), ("split_basis", ("thought, no log",), "thought"),
     ("split_basis", ("a guess, no calendar",), "guess"), ("split_basis", ("calendar, no guess",), "calendar"),
     ("split_basis", ("I thought about it, no calendar",), "thought")],
)  # fmt: skip
def test_the_last_word_holds(key: str, lines: tuple[str, ...], value: object) -> None:
    entry = at(key, *lines).interview.answers.get(key)
    assert entry is not None
    assert entry.value == value


@pytest.mark.parametrize(
    ("line", "kept"),
    [("e", ["union_consulted", "customers_people"]), ("none of these", ["nothing"]),
     ("only e", ["customers_people"]), ("not c, but e", None)],
)  # fmt: skip
def test_what_is_said_goes_with_what_was_picked(line: str, kept: list[str] | None) -> None:
    talk = at("conditions")
    assert talk.step is not None
    after = say(talk.drafted(talk.step, ["union_consulted"]), line).talk
    entry = after.interview.answers.get("conditions")
    assert (entry and entry.value) == kept
    assert entry or after.trouble


@pytest.mark.parametrize("line", ["-1", "-3", "- 2", "- 1 year", "-5", "-2 years", "minus 1", ", 1 of -1"])
def test_a_figure_below_nothing_changes_no_answer(line: str) -> None:
    talk = say(at("split_basis"), "b").talk.go_to("years")
    after = say(talk, line).talk
    assert after.interview.values() == talk.interview.values()
    assert after.trouble is not None
    assert not after.trouble.offers


@pytest.mark.parametrize("line", ["make that b", "change that to b", "i meant b"])
def test_what_is_said_of_that_changes_the_last_answer(line: str) -> None:
    talk = say(at("depth.design"), "a").talk
    after = say(talk.go_to("depth.train"), line).talk
    assert [after.interview.answers.get(f"depth.{task}") is not None for task in ("design", "train")] == [
        True,
        False,
    ]
    assert "Changed: How design is done" in " ".join(after.told)


@pytest.mark.parametrize(
    ("own", "told"),
    [({"caring for patients": 60}, "Nursing Assistants"), ({"zzz": 60}, "No job here is near")],
)
def test_who_wants_to_see_the_other_work_first_is_shown_it_before_the_next_question(
    own: dict[str, int], told: str
) -> None:
    """walks 4: nothing was shown."""
    other = [{"name": name, "share": share} for name, share in own.items()]
    interview = Interview.start(LIBRARY, ROLE).answer("split", {"rows": {"design": 40}, "other": other})
    assert isinstance(interview, Interview)
    talk = Conversation(interview)
    talk = say(talk.go_to("outside_role"), "show me that role first").talk
    assert told in talk.paused
    assert "Your answers stay" in talk.paused
    assert say(talk, "").talk.paused == ""


@pytest.mark.parametrize(
    "line",
    ["what if I move 10 percent from debugging to research", "should I move 10 from debugging to research",
     "if I moved 10 from debugging to research?", "how would it be to move 10 from debugging to research"],
)  # fmt: skip
def test_what_is_only_asked_or_supposed_changes_no_answer(line: str) -> None:
    talk = at("level", "b")
    after = say(talk, line).talk
    assert week(after) == week(talk)
    assert after.interview.values() == talk.interview.values()


@pytest.mark.parametrize(
    "line",
    [
        "the principal decided",
        "principal",
        "the partner decided",
        "the director",
        "the CTO",
        "our head of AI",
    ],
)
def test_a_title_that_somebody_else_holds_is_not_taken_for_oneself(line: str) -> None:
    entry = at("level", line).interview.answers.get("level")
    assert entry is None or entry.value == "junior"


def test_what_was_said_beside_an_answer_is_put_when_its_question_comes_and_scored_only_then() -> None:
    talk = held().go_to("years")
    talk = say(talk, "seven years, mostly training and I guessed").talk
    assert [*talk.interview.answers.entries] == ["years"]
    assert talk.step is not None
    assert talk.step.key == "split"
    assert talk.trouble is not None
    assert talk.trouble.text.startswith("Your week: you said before: mostly training")
    talk = say(talk, "training 50, rest debugging").talk
    assert talk.trouble is not None
    assert (
        talk.trouble.text
        == "Where the figures come from: you said before: “i guessed”, a) A quick guess. Is that right?"
    )
    resumed = Conversation(Interview.resume(LIBRARY, ROLE, talk.interview.events))
    for one in (talk, resumed):
        assert one.interview.answers.get("split_basis") is None
        assert one.said_beside("split_basis") is not None
    taken = say(talk, "yes").talk.interview.answers.get("split_basis")
    assert taken is not None
    assert taken.value == "guess"
    dropped = say(talk, "no").talk
    assert dropped.interview.answers.get("split_basis") is None
    assert dropped.said_beside("split_basis") is None


@pytest.mark.parametrize(
    ("key", "line", "own", "other"),
    [("split", "half training, half debugging and my boss decides everything", None, ("level", "junior")),
     ("employer", "a university, five years now", "academia", ("years", 5.0)),
     ("split_basis", "i guessed and i work for a frontier lab", "guess", ("employer", "frontier"))],
)  # fmt: skip
def test_two_answers_in_one_line(key: str, line: str, own: str | None, other: tuple[str, object]) -> None:
    talk = say(held(*([] if key == "split" else [WEEK])).go_to(key), line).talk
    entry = talk.interview.answers.get(key)
    assert entry is not None
    assert own is None or entry.value == own
    assert other[0] not in talk.interview.answers.entries
    said = talk.said_beside(other[0])
    assert said is not None
    assert said[1] == other[1]


@pytest.mark.parametrize("line", ["b, not c", "seven years and not b", "guessed, and a cat", "b and 12"])
def test_a_rest_that_belongs_to_no_question_lets_nothing_through(line: str) -> None:
    talk = at("level", line)
    assert talk.interview.answers.get("level") is None
    assert not [key for key in talk.interview.answers.drafts if key.startswith("beside")]


@pytest.mark.parametrize(
    "line", ["delete everything", "remove all my data", "please delete my data", "forget me"]
)
@pytest.mark.parametrize("key", ["split", "level", "years"])
def test_erasing_is_asked_back_and_then_asked_of_the_face(line: str, key: str) -> None:
    talk = held(WEEK).go_to(key)
    turn = say(talk, line)
    assert turn.talk.interview is talk.interview
    assert turn.talk.trouble is not None
    assert "cannot be undone" in turn.talk.trouble.text
    assert not turn.erase
    kept = say(turn.talk, "no")
    assert not kept.erase
    assert kept.talk.interview is talk.interview
    assert kept.talk.reply == ("Nothing was changed.",)
    gone = say(turn.talk, "yes")
    assert gone.erase
    assert not gone.talk.interview.values()


@pytest.mark.parametrize(
    ("key", "line", "value"),
    [("level", "not sure, I think b", "mid"), ("level", "I don't know, maybe a", "junior"),
     ("years", "not sure, I think 5", 5.0), ("split_basis", "hmm not sure, I'd say a quick guess", "guess"),
     ("steady", "not sure, probably yes", True)],
)  # fmt: skip
def test_an_answer_given_with_a_doubt_is_kept_with_it(key: str, line: str, value: object) -> None:
    talk = say(held("5/60/10/10/5/10").go_to(key), line).talk
    entry = talk.interview.answers.get(key)
    assert entry is not None
    assert (entry.value, entry.unsure) == (value, True)
    assert "not sure of it" in " ".join(talk.told)
    assert entry.unsure == Interview.resume(LIBRARY, ROLE, talk.interview.events).answers.entries[key].unsure
    again = say(talk.go_to(key), "7" if key == "years" else "b").talk.interview.answers.get(key)
    assert again is not None
    assert not again.unsure


@pytest.mark.parametrize("line", ["no", "nope", "nah"])
def test_no_is_no_amount(line: str) -> None:
    talk = at("years", line)
    assert talk.trouble is not None
    assert not talk.trouble.offers
    assert "type 0" in talk.trouble.text


@pytest.mark.parametrize("line", ["none of these", "none of them"])
def test_none_of_these_is_the_option_that_says_so(line: str) -> None:
    for key in ("conditions", "duties"):
        entry = at(key, line).interview.answers.get(key)
        assert entry is not None
        assert entry.value == ["nothing"]


def test_a_no_to_the_first_of_two_puts_the_other() -> None:
    put = at("depth.train", "fiddled with the recipe, then ran the new values")
    assert put.trouble is not None
    [first], [second] = ([value for _, value in some] for some in (put.trouble.offers, put.trouble.next))
    after = say(put, "no").talk
    assert after.trouble is not None
    assert [value for _, value in after.trouble.offers] == [second] != [first]
    assert after.trouble.confirm


@pytest.mark.parametrize(
    ("key", "wider"),
    [("level", True), ("split_basis", True), ("practice", True), ("domain", False), ("years", False)],
)
def test_a_range_is_said_to_grow_only_where_it_hangs_on_the_answer(key: str, wider: bool) -> None:
    told = " ".join(say(at(key), "not sure").talk.told)
    assert "does not move your index" in told
    assert ("range may be wider" in told) is wider


@pytest.mark.parametrize("role", [ROLE, "registered-nurse", "35-2014.00"])
def test_a_quick_interview_says_how_short_it_is(role: str) -> None:
    said = [begin(Interview.start(LIBRARY, role), quick).paused for quick in (True, False)]
    minutes = [re.search(r"about (\w+) minutes", words) for words in said]
    quick, whole = (AS_WORDS.index(one[1]) for one in minutes if one)
    assert 1 <= quick <= whole - 2
