"""Commands, and the phrases that must not be taken for one; phrases of despair."""

import pytest

from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.commands import NAMES, find_command
from aijri_engine.interview.understanding.words.clauses import in_distress
from aijri_engine.interview.understanding.words.tokens import tokens_of
from aijri_engine.interview.values import role_split


@pytest.mark.parametrize("name", NAMES)
def test_every_name_commands_at_every_kind_of_question(form: Form, name: str) -> None:
    week = role_split(form.role_shares, given=True)
    for asked in (*form.single.values(), *form.for_task.values()):
        free = asked.question.kind in ("text", "note")
        reading = understand(asked, ("/" if free else "") + name.replace("_", " "), form, week)
        assert reading.command is not None, (asked.key, name)
        assert reading.command.name == name


@pytest.mark.parametrize(
    ("typed", "name", "argument"),
    [
        ("why?", "why", ""),
        ("why this one?", "why", "this one"),
        ("what if I moved to medical imaging", "what_if", "i moved to medical imaging"),
        ("edit years", "edit", "years"),
        ("change my answer about training", "edit", "training"),
        ("Go back, please!", "back", ""),
        ("go back to the previous one", "back", ""),
        ("?", "help", ""),
        ("could you explain?", "help", ""),
        ("I'd prefer not to answer that", "rather_not_say", ""),
        ("hmm, no idea", "not_sure", ""),
        ("skip this one", "skip", ""),
        ("show me my score", "score", ""),
        ("what have I said so far?", "summary", ""),
        ("take that back", "undo", ""),
        ("let's stop here", "quit", ""),
        ("hop over this one", "skip", ""),
        ("I'll give it a miss", "skip", ""),
        ("carry on with the next one please", "skip", ""),
        ("not this one, next", "skip", ""),
        ("return one question please", "back", ""),
        ("the one before this, please", "back", ""),
        ("take back what I just typed", "undo", ""),
        ("rub out my last answer", "undo", ""),
        ("wipe the answer I gave, it was a slip", "undo", ""),
        ("take my last answer off again", "undo", ""),
        ("heaven knows", "not_sure", ""),
        ("I've no way of knowing that", "not_sure", ""),
        ("no clue, I couldn't tell you", "not_sure", ""),
        ("what d'you want that for?", "why", ""),
        ("for which purpose is that being asked", "why", ""),
        ("what has that got to do with my job?", "why", ""),
        ("that's personal, not telling", "rather_not_say", ""),
        ("I'm not going to tell you that", "rather_not_say", ""),
        ("how do I fill this in", "help", ""),
        ("I'm stuck, can you help me with how this works", "help", ""),
        ("give me a hand please", "help", ""),
    ],
)
def test_said_in_other_words(typed: str, name: str, argument: str) -> None:
    command = find_command(typed, {"years", "training"})
    assert command is not None
    assert (command.name, command.argument) == (name, argument)


@pytest.mark.parametrize(
    "typed",
    ["", "change the recipe itself", "I never skip breakfast", "why not", "stop words removal", "{help}",
    "quit; rm -rf /",
     "scoring models", "the review board", "back propagation", "nothing",
     "we jump over the fence at night", "my last answer went to the client", "private company", "my own business",
     "I keep it myself", "I'm going to say mostly", "we carry on to the next shift", "following", "before this",
     "we clear it all", "I give them a hand with the lifting", "they hand it to me", "strike", "I miss it"],
)  # fmt: skip
def test_no_command(typed: str) -> None:
    assert find_command(typed, {"years"}) is None


def test_option_called_exactly_so_wins_over_a_synonym_but_not_over_a_name(form: Form) -> None:
    week = role_split(form.role_shares, given=True)
    assert understand(form.single["level_check"], "change the years", form, week).value == "change_years"
    assert understand(form.single["outside_role"], "stay", form, week).value == "go_on"
    assert understand(form.single["outside_role"], "stop", form, week).kind == "command"


def test_bare_command_word_in_free_words_is_asked_back(form: Form) -> None:
    week = role_split(form.role_shares, given=True)
    reading = understand(form.single["oversight_rule"], "skip", form, week)
    assert reading.kind == "ask"
    assert reading.nearest == (("“skip”", "skip"),)
    assert understand(form.single["oversight_rule"], "/skip", form, week).kind == "command"
    assert understand(form.single["oversight_rule"], "skip connections act", form, week).kind == "value"


@pytest.mark.parametrize(
    "typed",
    [
        "I want to die",
        "i'm going to kill myself",
        "can't go on",
        "There is no point in living.",
        "I CAN’T GO ON",
    ],
)
def test_despair_is_noticed_everywhere_and_nothing_of_it_is_kept(form: Form, typed: str) -> None:
    week = role_split(form.role_shares, given=True)
    for key in ("years", "level", "split", "oversight_rule", "practice", "conditions"):
        reading = understand(form.single[key], typed, form, week)
        assert reading.distress
        assert (reading.kind, reading.value, reading.echo, reading.nearest) == ("side", None, "", ())


@pytest.mark.parametrize(
    "typed",
    ["kill the run", "dying ReLU", "training dies", "the process killed itself", "dead neurons",
    "this run cannot go on",
     "suicide prevention chatbot", "the job is better off dead", "I killed a job", "end it all with early stopping"],
)  # fmt: skip
def test_talk_about_runs_is_no_despair(typed: str) -> None:
    assert not in_distress(tokens_of(typed))


@pytest.mark.parametrize(
    "typed", ["haven't a clue, love", "no idea, I couldn't tell you", "can't tell ya, dunno"]
)
def test_not_sure_said_twice_tells_nothing_more(form: Form, typed: str) -> None:
    asked = form.single["employer"]
    reading = understand(asked, typed, form, role_split(form.role_shares, given=True))
    assert reading.command is not None
    assert reading.command.name == "not_sure"
