"""Words around an answer that leave open whose it is, when, or whether it is so: nothing is taken with them."""

from collections.abc import Iterator
from itertools import islice

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import Split

LIBRARY = Library.open()
FORMS = {
    role: Form.of(LIBRARY, role) for role in ("registered-nurse", "deep-learning-engineer", "49-9063.00")
}

AROUND = (
    "{}, they say", "they say {}", "{}, I'm told", "{}, I heard", "I read {}", "on the news {}", "in the paper {}",
    "{}, or was it", "{} for some", "{} for others", "would have {}", "might have {}", "at my old place {}",
    "you mean {}",
    "{} in my last job", "far from {}", "the opposite of {}", "{} is wrong", "if only {}",
)  # fmt: skip
OF_OTHERS = ("they {}", "you {}", "the robot {}", "one day {}", "soon {}")
"""Where one of several options is chosen: a row of the market tells of others itself."""


def said(asked: Asked) -> Iterator[str]:
    takes = asked.question.takes
    if takes.listed:
        for one in asked.choices:
            label = one.label.rstrip(".")
            yield label if label.startswith(("I ", "AI")) else f"{label[0].lower()}{label[1:]}"
            yield from one.aliases[:1]
    elif takes.yes_no:
        yield from ("yes", "no")
    elif takes.number:
        yield "5"
    elif takes.rows:
        choices = asked.rows[0].choices
        yield from (f"{asked.rows[0].short.lower()} {choices[0].letter}", f"all {choices[0].letter}")
    elif takes.shares:
        yield f"{asked.rows[0].short.lower()} 60 {asked.rows[1].short.lower()} 40"


def lines(role: str) -> Iterator[tuple[Asked, str]]:
    form = FORMS[role]
    for asked in (*form.single.values(), *islice(form.for_task.values(), 12)):
        if asked.question.part_of is None:
            around = (*AROUND, *OF_OTHERS) if asked.question.takes.listed else AROUND
            yield from ((asked, one.format(answer)) for answer in said(asked) for one in around)


def read(role: str, asked: Asked, typed: str) -> Reading:
    return understand(asked, typed, FORMS[role], Split(()))


@pytest.mark.parametrize("role", FORMS)
@pytest.mark.parametrize("part", range(3))
def test_hardly_a_line_is_taken_that_leaves_its_answer_open(role: str, part: int) -> None:
    typed = list(islice(lines(role), part, None, 12))
    taken = [(asked.key, line) for asked, line in typed if read(role, asked, line).kind == "value"]
    assert len(typed) > 90
    assert not taken


@pytest.mark.parametrize(
    ("key", "typed"),
    [("practice", "all c, they say"), ("practice", "records c for some"), ("practice", "almost all a"),
     ("market", "they ended many, I read"), ("market", "on the news they ended many"), ("years", "5 for some"),
     ("steady", "yes for some"), ("split", "care 40 records 60 for some"), ("split", "would have 40 care 60 records"),
     ("level", "they set the limits"), ("duties", "would have refused"), ("employer", "hospital, or was it a clinic"),
     ("employer", "hospital then"), ("employer", "about to go freelance"), ("duties", "I refuse to answer"),
     ("duties", "was supervised"), ("split", "half half"), ("split", "half care, half admin by my colleague"),
     ("split", "40 medicines, 60 records, by contract"), ("split", "80 care, 20 records, on good days"),
     ("years", "5 years to go"), ("years", "3 years from now"), ("oversight", "was licensed"),
     ("employer", "I was freelance"), ("employer", "we were a hospital"), ("employer", "I'll be freelance"),
     ("employer", "thinking of freelance"), ("employer", "I hire freelancers"), ("employer", "travel agency"),
     ("depth.records", "I would write a plan"), ("depth.care", "I will find a way"),
     ("conditions", "must be consulted"), ("oversight", "part of what it requires is silly"),
     ("split", "30 care 70 records by the partner"), ("practice", "all c then"), ("years", "5 years of school"),
     ("conditions", "we're getting a works council"), ("conditions", "one day a works council")],
)  # fmt: skip
def test_what_others_say_or_was_not_so_is_asked_about(key: str, typed: str) -> None:
    form, (name, *task) = FORMS["registered-nurse"], key.split(".")
    found = read("registered-nurse", form.for_task[name, task[0]] if task else form.single[name], typed)
    assert found.kind != "value"
    assert not found.known


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [("market", "employers b, pay b, tools b, tasks b, future b", None), ("years", "nearly 5", 5),
     ("conditions", "patients would not accept a machine", None), ("level", "I decide it", None)],
)  # fmt: skip
def test_the_same_words_in_an_option_or_a_figure_leave_nothing_open(
    key: str, typed: str, value: object
) -> None:
    form = FORMS["registered-nurse"]
    found = read("registered-nurse", form.single.get(key) or form.for_task[key], typed)
    assert found.kind in ("value", "confirm", "ask", "choose")
    assert value is None or found.value == value


@pytest.mark.parametrize(
    "typed",
    ["the roster we get from the office, and I've been at it for 12 years",
     "the roster they would send us, 12 years in the job"],
)  # fmt: skip
def test_what_is_put_keeps_what_the_line_says_of_another_question(typed: str) -> None:
    found = read("registered-nurse", FORMS["registered-nurse"].single["split_basis"], typed)
    assert found.kind == "confirm"
    assert [(one.key, one.value) for one in found.pending] == [("years", 12.0)]


@pytest.mark.parametrize(
    ("key", "typed"),
    [("signature", "I refused to sign"), ("oversight", "licence revoked"), ("oversight", "failed the licence exam")],
)  # fmt: skip
def test_what_was_refused_or_lost_is_put_as_no_yes(key: str, typed: str) -> None:
    assert read("registered-nurse", FORMS["registered-nurse"].single[key], typed).kind in ("choose", "ask")


@pytest.mark.parametrize(
    "typed",
    ["50 medicines 50 comfort NOT", "50 medicines 50 comfort as if", "anything but 50 medicines 50 comfort",
     "not 50 medicines 50 comfort anymore", "50 medicines 50 comfort at my old job",
     "50 medicines 50 comfort when I qualify", "medicines £50 comfort £50"],
)  # fmt: skip
def test_a_week_that_is_not_so_is_not_put_either(typed: str) -> None:
    found = read("registered-nurse", FORMS["registered-nurse"].single["split"], typed)
    assert found.kind == "ask"
    assert not found.nearest


@pytest.mark.parametrize(
    "typed",
    ["100 notes", "medicines 80h comfort 90h", "file reports all day", "50 medicines 50 comfort for Tom"],
)
def test_things_hours_that_no_week_has_and_a_new_row_alone_are_put(typed: str) -> None:
    found = read("registered-nurse", FORMS["registered-nurse"].single["split"], typed)
    assert found.kind == "confirm"


@pytest.mark.parametrize(
    ("key", "typed"),
    [("employer", "at the end of the day"), ("employer", "on leave"), ("employer", "no exit"),
     ("employer", "I'd rather not work here"),
     ("split", "skip lunch"), ("split", "next steps"), ("split", "I skip breaks"), ("level", "show must go on"),
     ("level", "review is boring"), ("level", "I do not know him")],
)  # fmt: skip
def test_words_of_a_command_in_another_matter_leave_no_question(key: str, typed: str) -> None:
    assert read("registered-nurse", FORMS["registered-nurse"].single[key], typed).kind != "command"


@pytest.mark.parametrize(
    "typed",
    [
        "haven't worked there for 10 years",
        "10 years since I quit",
        "10 years hence",
        "8 more years till pension",
    ],
)
def test_years_that_are_over_or_ahead_are_not_put(typed: str) -> None:
    assert not read("registered-nurse", FORMS["registered-nurse"].single["years"], typed).nearest


@pytest.mark.parametrize(
    ("key", "typed", "command"),
    [("employer", "I'd rather not say who I work for", "rather_not_say"),
     ("employer", "I'd prefer not to say where I work at", "rather_not_say"),
     ("level", "I'm about to leave, bye", "quit"),
     ("level", "this is the end of the interview for me", "quit"), ("level", "I'm on leave", "quit")],
)  # fmt: skip
def test_a_command_with_such_words_in_it_is_carried_out_or_put(key: str, typed: str, command: str) -> None:
    found = read("registered-nurse", FORMS["registered-nurse"].single[key], typed)
    meant = found.command or found.nearest[0][1]
    assert getattr(meant, "name", "") == command


@pytest.mark.parametrize(
    "typed", ["half care, half organising for Christmas", "40 care, 60 organising for Ofsted"]
)
def test_a_week_for_something_is_put_and_not_refused(typed: str) -> None:
    found = read("registered-nurse", FORMS["registered-nurse"].single["split"], typed)
    assert found.kind == "confirm"


def test_words_of_ones_own_keep_their_spelling() -> None:
    found = read(
        "registered-nurse", FORMS["registered-nurse"].single["difference"], "It was twentyone years of nights"
    )
    assert found.value == "It was twentyone years of nights"
