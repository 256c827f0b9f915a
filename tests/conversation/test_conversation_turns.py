"""The conversation as both faces hold it: a line is an answer, a command, a question of the person, or asked back."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from aijri_engine.content.library import Library, shipped_answers
from aijri_engine.conversation import Conversation, carry_out, say
from aijri_engine.conversation.parts import row_asked
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.form import Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.commands import slash_command
from aijri_engine.interview.understanding.week.draft import Draft

LIBRARY = Library.open()
ROLE = "deep-learning-engineer"
WEEK = "20/25/15/15/15/10"


@cache
def held(*lines: str, row: str = "") -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, ROLE))
    for line in lines:
        talk = say(talk, line, row=row).talk
    return talk


@cache
def at(key: str, *lines: str) -> Conversation:
    talk = held(WEEK).go_to(key)
    for line in lines:
        talk = say(talk, line).talk
    return talk


def test_there_are_at_least_sixty_questions_and_each_is_answered_as_it_is_asked() -> None:
    answers = shipped_answers().answers
    assert len(answers) >= 60
    for one in answers:
        talk = held() if not one.at or "split" in one.at else at("level")
        for asked in one.asked:
            turn = say(talk, asked)
            after = turn.talk
            assert after.reply, asked
            assert turn.show is None
            assert after.step == talk.step
            assert after.interview is talk.interview


@pytest.mark.parametrize(
    "line",
    [
        "is the moon made of cheese?",
        "what should I cook tonight",
        "do you like football?",
        "my cat is asleep",
        "xyzzy",
    ],
)
def test_what_nobody_asks_gets_no_answer_from_content(line: str) -> None:
    known = {one.says for one in shipped_answers().answers}
    assert not known & set(held(line).reply)
    assert not held(line).interview.answers.entries


@pytest.mark.parametrize(
    "line",
    ["ich verstehe die frage nicht", "no entiendo la pregunta que es", "je ne comprends pas la question"],
)
def test_another_language_is_recognised_and_letters_still_answer(line: str) -> None:
    talk = at("split_basis", line)
    assert talk.reply == ("I only understand English so far. The options by letter still work.",)
    assert say(talk, "b").talk.interview.answers.get("split_basis") is not None


def test_why_so_low_says_no_figure_while_it_is_covered_and_its_causes_after() -> None:
    covered = held("5/50/15/15/5/10", "why is my figure so low?")
    assert not any(sign.isdigit() for sign in " ".join(covered.reply))
    shown = say(covered, "score").talk
    told = say(shown, "why is my figure so low?").talk.reply
    assert any("-" in line for line in told)


def test_why_so_low_tells_no_points_of_a_figure_that_is_withheld() -> None:
    table = Interview.start(LIBRARY, "29-1141.00").reveal("result")
    outside = Interview.from_answers(
        LIBRARY, ROLE, {"split": {"train": 40}, "other": [{"name": "hiring", "share": 60}], "level": "junior"}
    )
    assert isinstance(outside, Interview)
    for interview in (table, outside.reveal("result")):
        reply = " ".join(say(Conversation(interview), "why is my figure so low?").talk.reply)
        assert reply
        assert not re.search(r"[-+]\d", reply), reply


@pytest.mark.parametrize(("line", "value"), [("a", True), ("1", True), ("b", False), ("2", False)])
def test_yes_and_no_are_taken_by_letter_and_number(line: str, value: bool) -> None:
    talk = held("5/60/10/10/5/10")
    assert talk.step is not None
    assert talk.step.asked.question.kind == "yes_no"
    entry = say(talk, line).talk.interview.answers.get(talk.step.key)
    assert entry is not None
    assert entry.value is value


def grid_of(talk: Conversation, lines: Sequence[str]) -> Conversation:
    for line in lines:
        talk = say(talk, line).talk
    return talk


def test_rows_of_a_grid_add_up_over_several_lines_and_the_last_one_answers_it() -> None:
    talk = at("practice")
    assert talk.step is not None
    rows = [row.id for row in talk.step.asked.rows]
    assert len(rows) > 2
    for row in rows[:-1]:
        talk = say(talk, "a", row=row).talk
        assert talk.interview.answers.get("practice") is None
        assert talk.interview.answers.drafts["practice"][row]
    done = say(talk, "b", row=rows[-1]).talk
    entry = done.interview.answers.get("practice")
    assert entry is not None
    assert set(entry.value) == set(rows)
    assert "practice" not in done.interview.answers.drafts


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


def week(talk: Conversation) -> dict[str, float]:
    return {name: share for name, share in talk.interview.path.split.shares.items() if share}


def test_what_was_said_of_a_week_is_kept_for_the_line_that_names_the_rest() -> None:
    talk = held("training 50, design 10, research 10", "the rest debugging")
    assert week(talk) == {"design": 10, "train": 50, "debug": 30, "research": 10}


@pytest.mark.parametrize(
    ("first", "then"),
    [("80 training + 20 everything else", "wrong"), ("training 50 debugging 30 infra 30", "40 hours"),
     ("training 50, design 10", "hello there")],
)  # fmt: skip
def test_a_reply_is_never_glued_to_words_it_does_not_fit(first: str, then: str) -> None:
    assert held(first, then).interview.answers.get("split") is None


def test_how_many_hours_is_answered_by_a_bare_figure() -> None:
    talk = held("30h training, 10h design, rest meetings", "50")
    assert week(talk) == {"design": 20, "train": 60, "collaboration": 20}


def test_only_the_missing_rows_of_a_grid_are_asked_and_answered() -> None:
    talk = at("practice", "training by hand, debugging tools made parts")
    assert talk.trouble is not None
    assert talk.trouble.text.startswith("And ")
    assert "Training" not in talk.trouble.text
    assert not talk.trouble.offers
    entry = say(talk, "by hand").talk.interview.answers.get("practice")
    assert entry is not None
    assert entry.value["debug"] == "drafts"
    assert set(entry.value.values()) == {"by_hand", "drafts"}


def test_a_denied_row_is_not_kept_for_later() -> None:
    talk = at("practice", "training not by hand")
    assert "practice" not in talk.interview.answers.drafts


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
    "line",
    ["60 training, no wait, make that 50, rest design", "training 60, sorry, 50, the rest design",
     "design 40, training 60, no, make that 50", "half design, 60 training, I mean 50"],
)  # fmt: skip
def test_an_amount_of_a_week_is_taken_back_in_the_same_line(line: str) -> None:
    talk = held(line)
    known = {"design": 50, "train": 50}
    if talk.trouble is None:
        assert week(talk) == known
    else:
        assert "left to give" in talk.trouble.text, talk.trouble
        assert not talk.interview.answers.entries


@pytest.mark.parametrize(
    ("line", "moved"),
    [("make training 30 instead", {"train": 30}), ("training should be 30", {"train": 30}),
     ("move 10 from debugging to research", {"debug": 5, "research": 25}), ("add 10 % mentoring", {"other": 10}),
     ("add 10 to research", {"research": 25}), ("add another 10 research", {"research": 25}),
     ("put 10 more on research", {"research": 25}), ("make research 5 less", {"research": 10}),
     ("add 10 from debugging to research", {"debug": 5, "research": 25})],
)  # fmt: skip
def test_a_week_is_amended_at_a_later_question_and_the_old_one_stays_in_the_log(
    line: str, moved: dict[str, float]
) -> None:
    talk = at("level", "b")
    before = talk.step
    after = say(talk, line).talk
    split = after.interview.path.split
    told = {**split.shares, "other": sum(row.amount for row in split.own)}
    assert {row: round(told[row], 6) for row in moved} == moved
    assert round(sum(told.values()), 6) == 100
    assert after.step == before
    assert "Changed: Your week" in " ".join(after.told)
    assert week(say(after, "undo").talk) == week(talk)


@pytest.mark.parametrize("key", ["level", "practice", "split"])
@pytest.mark.parametrize(
    "line",
    ["move 60 from debugging to research", "make debugging 40 less", "take 20 from debugging to design"],
)
def test_more_than_a_row_has_cannot_be_taken_from_it(line: str, key: str) -> None:
    after = say(at(key), line).talk
    assert after.trouble is not None
    assert "cannot be taken from it. Take at most 15." in after.trouble.text
    assert week(after) == week(at(key))


@pytest.mark.parametrize(
    ("line", "half"),
    [("move 2x10 from debugging to research", "2x10"), ("move 8h3 from debugging to research", "8h3"),
     ("move 1.000 from training to research", "1.000"), ("move 5 patients from debugging to research", "5 patients"),
     ("move 2 h from debugging to research", "2 h"), ("move -20 from training to research", "-20"),
     ("make training 20 patients", "20 patients"),
     ("change training by 10", ""), ("training 8h3 instead", "8h3"), ("make training 8h30", "8.5 h"),
     ("add 2 h mentoring", "2 h")],
)  # fmt: skip
def test_a_change_by_half_a_figure_or_in_another_unit_is_refused(line: str, half: str) -> None:
    talk = at("level", "b")
    after = say(talk, line).talk
    assert week(after) == week(talk)
    assert after.trouble is not None
    assert not half or f"“{half}” " in after.trouble.text


@pytest.mark.parametrize(
    ("line", "kept"),
    [("e", ["union_consulted", "customers_people"]), ("none of these", ["nothing"]),
     ("only e", None), ("not c, but e", None)],
)  # fmt: skip
def test_what_is_said_goes_with_what_was_picked(line: str, kept: list[str] | None) -> None:
    talk = at("conditions")
    assert talk.step is not None
    after = say(talk.drafted(talk.step, ["union_consulted"]), line).talk
    entry = after.interview.answers.get("conditions")
    assert (entry and entry.value) == kept
    assert entry or after.trouble


@pytest.mark.parametrize(
    ("line", "picked"),
    [("first two a, rest b", "aabbbb"), ("the first a, the rest b", "abbbbb"), ("last b, others a", "aaaaab"),
     ("all a except the last b", "aaaaab"), ("a for the first, b for the others", "abbbbb")],
)  # fmt: skip
def test_rows_of_a_grid_are_called_by_their_place(line: str, picked: str) -> None:
    talk = at("practice")
    assert talk.step is not None
    letters = {one.letter: one.id for one in talk.step.asked.rows[0].choices}
    entry = say(talk, line).talk.interview.answers.get("practice")
    assert entry is not None
    assert list(entry.value.values()) == [letters[letter] for letter in picked]


@pytest.mark.parametrize(
    ("lines", "picked"),
    [(("training b", "rest a"), "abaaaa"), (("training and infra b", "all others a"), "abbaaa"),
     (("b", "others a"), "baaaaa"), (("b", "a", "the rest b"), "babbbb"), (("training c", "all a"), "aaaaaa"),
     (("training b, infra too, rest a",), "abbaaa"), (("training b, debugging same, rest c",), "cbcbcc"),
     (("training skip, rest a",), "a-aaaa"), (("training b or c, rest a",), "a-aaaa"),
     (("training b 50% c 50%, rest a",), "a-aaaa"), (("training rather not say, rest b",), "b-bbbb"),
     (("all but debugging a",), "aaa-aa"), (("all a but training",), "a-aaaa"),
     (("no tools in training, all in debugging, parts in infra",), "-ab---"),
     (("rather not say, debugging a",), "---a--"), (("training b, infra a and b",), "-b----"),
     (("training b but really a",), "------"), (("a a",), "------"), (("b,b,",), "------"),
     (("all a but not training",), "a-aaaa"), (("all a, not training",), "a-aaaa"),
     (("training a, debugging not b",), "-a----"), (("b", "a", "undo"), "b-----"),
     (("training b", "undo"), "------"), (("all b (training a)",), "babbbb")],
)  # fmt: skip
def test_the_rest_is_no_row_that_was_answered_or_named(lines: Sequence[str], picked: str) -> None:
    """A row that was named, and of which nothing is clear, stays open."""
    talk = at("practice")
    assert talk.step is not None
    step = talk.step
    letters = {one.id: one.letter for one in step.asked.rows[0].choices}
    for line in lines:
        row = row_asked(talk, step)
        talk = say(talk, line, row=row.id if row else "").talk
    entry = talk.interview.answers.get("practice")
    known = entry.value if entry else talk.interview.answers.drafts.get("practice", {})
    assert "".join(letters[known[row.id]] if row.id in known else "-" for row in step.asked.rows) == picked
    assert entry or talk.trouble or talk.reply == ("Taken back: Training.",)
    assert entry or (talk.step is not None and talk.step.key == "practice")


@pytest.mark.parametrize(
    ("key", "line", "first"),
    [("split_basis", "not a guess, a log", "calendar"), ("split_basis", "my calendar, not a guess", "calendar"),
     ("split_basis", "not a", None), ("level", "not c", None), ("years", "not 10", None),
     ("conditions", "works council yes, agreement no", ["union_consulted"]),
     ("conditions", "on site two days, no works council", ["onsite_some"])],
)  # fmt: skip
def test_what_is_denied_is_not_offered(key: str, line: str, first: object) -> None:
    talk = at(key)
    after = say(talk, line).talk
    assert after.interview.values() == talk.interview.values()
    assert after.trouble is not None
    assert [value for _, value in after.trouble.offers[:1]] == ([] if first is None else [first])


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


@pytest.mark.parametrize("row", ["", "design"])
def test_a_week_is_amended_at_a_grid_too(row: str) -> None:
    after = say(at("practice"), "move 10 from debugging to research", row=row).talk
    assert week(after) != week(at("practice"))
    assert "Changed: Your week" in " ".join(after.told)
    assert after.step is not None
    assert after.step.key == "practice"


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


@pytest.mark.parametrize("role", LIBRARY.roles)
def test_every_question_has_plainer_words(role: str) -> None:
    file = LIBRARY.interview_of(role)
    assert [one.id for one in file.questions() if not one.plainly or one.plainly == one.ask] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [("what does c mean?", "c: I did, without further approval"),
     ("what do you mean by option b", "b: I did, and someone"),
     ("what is the difference between b and c?", "nobody had to say yes"), ("how is a different from b", "b: I did"),
     ("what does approval mean", "c: I did, without further approval"), ("what is infrastructure?", "Infrastructure: "),
     ("what does two normal weeks mean", "without holiday"), ("what is metr", "METR 2025"),
     ("explain more simply", "who had the last word, you or somebody else"), ("none of these", "comes nearest"),
     ("neither", "comes nearest"), ("what does years mean", "How many years"), ("what does a mean", "a: Someone else")],
)  # fmt: skip
def test_what_a_word_means_is_answered_from_the_content(line: str, told: str) -> None:
    talk = at("level", line)
    assert told in " ".join(talk.reply)
    assert talk.interview.answers.get("level") is None
    assert talk.step is not None
    assert talk.step.key == "level"


def test_each_option_of_every_question_is_explained_by_its_letter() -> None:
    talk = held(WEEK)
    for step in talk.interview.path.steps:
        here = talk.go_to(step.key)
        for choice in step.asked.choices:
            told = " ".join(say(here, f"what does {choice.letter} mean?").talk.reply)
            assert told.startswith(f"{choice.letter}: {choice.label.rstrip('.')}"), (step.key, choice.letter)


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


def test_every_option_of_every_role_has_plainer_words() -> None:
    """Task rows aside, which name the task itself."""
    bare = set()
    for role in LIBRARY.roles:
        form = Form.of(LIBRARY, role)
        for asked in (*form.single.values(), *form.for_task.values()):
            options = () if asked.question.options_from == "task" else asked.choices
            rows = [choice for row in asked.rows for choice in row.choices]
            bare |= {(asked.question.id, one.id) for one in (*options, *rows) if not one.plainly}
    assert bare == set()


def test_at_least_sixty_questions_of_people_are_answered() -> None:
    assert len(shipped_answers().answers) >= 60


def test_a_grid_reads_names_of_rows_that_are_not_on_the_week_as_mere_words() -> None:
    talk = Conversation(Interview.start(LIBRARY, "electrician"))
    talk = say(talk, "wiring 50, faults 20, testing 20, quotes 10").talk.go_to("practice")
    said = say(talk, "the builder's gaffer decides and i do it", row="faults").talk
    assert "customers" not in said.interview.answers.drafts.get("practice", {})


def test_a_grid_told_whole_at_one_of_its_rows_is_put_whole() -> None:
    talk = say(
        at("practice"), "all by hand, only debugging has an ai that drafts it and i fix it", row="train"
    ).talk
    assert talk.trouble is not None
    rows = talk.trouble.offers[0][1]
    assert rows["debug"] == "drafts"
    assert {rows[one] for one in rows if one != "debug"} == {"by_hand"}


def test_why_and_help_keep_what_was_put_to_be_confirmed() -> None:
    put = at("years", "i think about twelve years")
    assert put.trouble is not None
    assert put.trouble.confirm
    for question in ("why?", "help"):
        entry = say(say(put, question).talk, "yes").talk.interview.answers.get("years")
        assert entry is not None
        assert entry.value == 12


def test_a_no_to_the_first_of_two_puts_the_other() -> None:
    put = at("depth.train", "took what was there and played with it")
    assert put.trouble is not None
    [first], [second] = ([value for _, value in some] for some in (put.trouble.offers, put.trouble.next))
    after = say(put, "no").talk
    assert after.trouble is not None
    assert [value for _, value in after.trouble.offers] == [second] != [first]
    assert after.trouble.confirm


def test_the_rest_of_a_changed_week_goes_where_it_is_said_to_go() -> None:
    talk = say(
        held("half training, 30 debugging, 20 research"),
        "no wait, make debugging 20 and put the rest on design",
    )
    week = talk.talk.interview.path.split.shares
    assert {row: week[row] for row in ("train", "debug", "research", "design")} == {
        "train": 50, "debug": 20, "research": 20, "design": 10,
    }  # fmt: skip


def test_a_week_told_again_at_the_next_question_changes_it() -> None:
    talk = say(held("half training, half debugging"), "training 40, debugging 40, research 20").talk
    assert talk.interview.path.split.shares["research"] == 20
    assert talk.step is not None
    assert talk.step.key == "split_basis"


def drafted(week: dict[str, Any]) -> Conversation:
    step = held().step
    assert step is not None
    return held().drafted(step, week)


@pytest.mark.parametrize(
    ("line", "now", "asked"),
    [
        ("train 30", {"design": 40, "train": 30}, "Your rows add up to 70"),
        ("train 30, infra 10", {"design": 40, "train": 30, "infra": 10}, "Your rows add up to 80"),
        ("train 30, 10 hiring", {"design": 40, "train": 30, "hiring": 10}, "Your rows add up to 80"),
        ("train 30, the rest infra", {"design": 40, "train": 30, "infra": 30}, ""),
        ("train 20, infra 40", {"design": 40, "train": 20, "infra": 40}, ""),
        ("train 50, infra 50", {"design": 40}, "not in this week: Design 40"),
        ("typical", {"design": 40}, "not in this week: Design 40"),
        ("train 6 h", {"design": 40}, "Given before in percent: Design 40"),
    ],
)
def test_a_line_about_some_rows_keeps_the_others_and_asks_before_they_go(
    line: str, now: dict[str, float], asked: str
) -> None:
    talk = drafted({"rows": {"design": 40}})
    after = say(talk, line).talk
    value = after.interview.path.step("split")
    assert value is not None
    week = Draft.of(after.interview.answers.drafts.get("split") or json_of(value.value))
    assert {row: share for row, share in {**week.rows, **week.own}.items() if share} == now
    assert asked in (after.trouble.text if after.trouble else "")


def test_rows_said_in_two_lines_stand_together() -> None:
    talk = held("train 30, infra 10", "design 20, debug 20")
    assert talk.trouble is not None
    assert "Your rows add up to 80" in talk.trouble.text
    assert say(talk, "research 20").talk.interview.path.split.shares["train"] == 30


def test_hours_of_some_rows_beside_hours_given_before_are_put_as_the_whole_week() -> None:
    talk = drafted({"rows": {"design": 20}, "unit": "hours"})
    for line in ("train 10 h", "train 5 h, infra 5 h"):
        after = say(talk, line).talk
        assert after.trouble is not None
        assert after.trouble.confirm
        assert "Design 20 h" in after.trouble.offers[0][0]
    refused = say(talk, "train 5, infra 5").talk.trouble
    assert refused is not None
    assert "Given before in hours: Design 20." in refused.text


def test_words_about_the_parts_of_a_row_leave_the_week_as_it_is() -> None:
    talk = held("train 60, collaboration 40").go_to("collaboration_parts")
    after = say(talk, "people 50, agreeing 50").talk
    assert after.interview.path.split.shares["train"] == 60
    assert after.trouble is not None
    assert "add up to 100, not 40" in after.trouble.text
    first = say(talk, "agreeing 10").talk
    assert say(first, "people 30").talk.interview.answers.get("collaboration_parts") is not None


@pytest.mark.parametrize(("line", "word"), [("not sure", "not_sure"), ("rather not say", "declined")])
def test_of_a_grid_not_sure_is_said_of_the_rows_that_have_no_answer(line: str, word: str) -> None:
    talk = at("practice")
    assert talk.step is not None
    talk = talk.drafted(talk.step, {"train": "drafts"})
    for after in (say(talk, line).talk, carry_out(talk, slash_command(f"/{line}", ()))[0]):  # type: ignore[arg-type]
        entry = after.interview.answers.get("practice")
        assert entry is not None
        assert json_of(entry.value)["train"] == "drafts"
        assert json_of(entry.value)["design"] == word


@pytest.mark.parametrize(
    "key", ["level", "employer", "depth.train", "split_basis", "conditions", "years", "practice"]
)
@pytest.mark.parametrize("line", ["yes", "ok", "xyzzy"])
def test_a_line_that_means_nothing_is_not_answered_by_the_same_words_for_ever(key: str, line: str) -> None:
    talks = [at(key, *[line] * times) for times in (1, 2, 3)]
    told = [talk.trouble.text for talk in talks if talk.trouble is not None]
    assert len(told) == 3
    assert told[0] != told[1] != told[2]
    step = talks[0].step
    assert step is not None
    if step.asked.choices and line == "yes":
        assert told[0].startswith("Yes to which one?")
    assert all(f"{one.letter} (" in told[1] for one in step.asked.choices)
