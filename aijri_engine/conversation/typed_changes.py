"""A what-if in the person's own words, in the grammar of the split: who gives time, who gets it, how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile

from aijri_engine.content.meanings import DEPTH, SPLIT
from aijri_engine.content.moves import Move, RungMove, ShareMove
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import value_text
from aijri_engine.interview.understanding import understand, vocabulary_of
from aijri_engine.interview.understanding.amounts import HOURS_A_DAY, WORKING_DAYS, Amount, read_amount
from aijri_engine.interview.understanding.corrections import counts_things
from aijri_engine.interview.understanding.names import Named, Names
from aijri_engine.interview.understanding.tokens import half_share, only_words, tokens_of, word_set
from aijri_engine.interview.values import Problem
from aijri_engine.personal.changeable import changeable_lines
from aijri_engine.personal.personalise import PersonalTask, personalise
from aijri_engine.personal.what_if import Change, NewAnswer, more_than_there_is
from aijri_engine.text import join_words

NEARLY_NOTHING = 1e-9
"""Points of time; smaller is what adding floats explains."""

ONE_AT_A_TIME = Problem(
    "what_if",
    "One change at a time can be computed.",
    "Say one, such as: move 10 % from one task to another.",
)
FROM_TO = re.compile(r"\bfrom \S+( percent| hours| h)? (to|into) \d")
"""From one figure to another."""
ALL_OF_IT = re.compile(r"\b(everything|all|all (of )?(my|the) time) (from|of|off)\b")
ODD_LENGTHS = re.compile(r"\b(month|months|year|years|weeks|fortnight|each)\b")
"""Lengths of time that are no week, and "each" of several."""

WEEK_HOURS = float(WORKING_DAYS * HOURS_A_DAY)
"""Hours of a week that was told in percent [ours]."""
OF_SO_MANY_HOURS = f"Your week was given in percent; hours count here as parts of {WEEK_HOURS:.0f}."

BELOW_NOTHING = re.compile(r"(?:^|\s)[-−]\s?\d+")
"""A figure with a minus before it."""

DEFAULT_POINTS = 10.0
"""Points of time where none are named; what the derived moves shift, too."""

GIVES = word_set(
    "from off instead without less fewer stop stopped stopping drop dropped reduce reduced cut quit cutting"
)
"""Words before a task that gives time."""
GETS = word_set("to into towards toward onto more add added on increase increased get gets gain")
"""Words before a task that gets time."""
FROM, TO = word_set("from off"), word_set("to into towards toward onto")
ELSEWHERE = word_set("everything rest else others other all anything")
WHOLLY = word_set("stop stopped stopping drop dropped quit without all no")
"""Words that take all of a task's time."""
DEEPER = word_set("deeper deepen further")
OPENERS = (
    ("what", "would", "happen", "if"), ("what", "happens", "if"), ("what", "happens", "when"), ("what", "about", "if"),
    ("what", "if"), ("and", "if"), ("how", "about", "if"), ("suppose",), ("imagine",), ("assume",), ("try",), ("if",),
)  # fmt: skip
"""How a what-if begins."""
MOVING = word_set("move moved moving shift shifted shifting swap give gave spend spent")
"""Words that begin a change without a what-if before them."""
EMPTY_WORDS = word_set(
    "i we were was am are did do had have were would a an the my me instead just only then time of"
)

NOT_READ = Problem(
    "what_if", "That names no change I can compute.", "Type what if alone for examples, or write NAME=VALUE."
)

WHOLE_FIGURE = "Say it in percent or hours of a week, such as 10 % or 8h30."


@dataclass(frozen=True)
class _Named:
    """A task inside a line."""

    start: int
    end: int
    task: PersonalTask


def wants_change(typed: str) -> bool:
    """The line is put as a change to be tried."""
    words = only_words(tokens_of(typed))
    return "=" in typed or _opened(words) > 0 or bool(words and words[0] in MOVING)


def typed_changes(
    interview: Interview, typed: str, tasks: Sequence[PersonalTask] | None = None
) -> tuple[Change, ...] | Problem:
    """The changes a line speaks of; a `Problem` says what is missing. Pure: nothing is moved by it.

    `tasks` are those of the person after changes that were made before; else as answered.
    """
    forms = [word for word in typed.split() if "=" in word.strip("=")]
    if forms:
        return tuple(forms)
    if half := half_share(typed) or BELOW_NOTHING.search(typed):
        half = half if isinstance(half, str) else half[0].strip()
        return Problem("what_if", f"“{half}” is only half a figure here.", WHOLE_FIGURE)
    words = only_words(tokens_of(typed))
    words = words[_opened(words) :]
    if exact := _called_so(interview, words):
        return exact
    tasks = personalise(interview).tasks if tasks is None else tasks
    named = _tasks_in(interview, tasks, words)
    for read in (partial(_deeper, words, named), partial(_time, interview, tasks, words, named)):
        found = read()
        if found is not None:
            return ONE_AT_A_TIME if _with_an_answer(interview, tasks, words) else found
    time_of_what = MOVING & set(words) and _amount(words, named)
    return (None if time_of_what else _answer(interview, words, named)) or NOT_READ


def _with_an_answer(interview: Interview, tasks: Sequence[PersonalTask], words: Sequence[str]) -> bool:
    """Beside a move of time another answer is supposed: "I worked at a lab and moved 20 from training"."""
    if "and" not in words:
        return False
    parts = [part.split() for part in " ".join(words).split(" and ")]
    alone = (part for part in parts if not (_tasks_in(interview, tasks, part) or _amount(part, ())))
    return any(_answer(interview, part, ()) is not None for part in alone)


def hours_words(interview: Interview, typed: str) -> str:
    """How hours were counted where the week was given in percent; empty where none were said."""
    words = only_words(tokens_of(typed))
    said = (found.unit for place in range(len(words)) if (found := read_amount(words, place)))
    in_hours = interview.path.split.unit == "hours" or not {"hours", "days"} & {*said}
    return "" if in_hours else OF_SO_MANY_HOURS


def tasks_named(interview: Interview, words: Sequence[str]) -> tuple[PersonalTask, ...]:
    """Tasks and own rows that the words name, each once."""
    found = {one.task.id: one.task for one in _tasks_in(interview, personalise(interview).tasks, words)}
    return tuple(found.values())


def _opened(words: Sequence[str]) -> int:
    """Words that only begin a what-if."""
    return next((len(one) for one in OPENERS if tuple(words[: len(one)]) == one), 0)


def _tasks_in(interview: Interview, tasks: Sequence[PersonalTask], words: Sequence[str]) -> list[_Named]:
    """Tasks and own rows that the words name, in order."""
    split = interview.asked(SPLIT)
    things = vocabulary_of(interview.form).table(split).names.things if split is not None else ()
    own = (Named(task.id, (task.name, task.short)) for task in tasks if task.own)
    by_id = {task.id: task for task in tasks}
    spans = Names((*things, *own)).spans(words)
    return [
        _Named(start, end, by_id[keys[0]])
        for start, end, keys in spans
        if len(keys) == 1 and keys[0] in by_id
    ]


def _deeper(words: Sequence[str], named: Sequence[_Named]) -> tuple[Change, ...] | None:
    """`training one step deeper`."""
    if len(named) != 1 or not DEEPER & set(words) or named[0].task.own:
        return None
    up = 2 if {"two", "2"} & set(words) else 1
    return (Move(rung=RungMove(task=named[0].task.id, up=up)),)


def _time(
    interview: Interview, tasks: Sequence[PersonalTask], words: Sequence[str], named: Sequence[_Named]
) -> tuple[Change, ...] | Problem | None:
    """Time from one task to another; from or to all others in proportion where one is named."""
    amount = _amount(words, named)
    said = amount is not None and amount.unit in ("bare", "fraction", "percent", "hours", "days")
    none_of_it = any(words[max(one.start - 1, 0)] == "no" for one in named)
    moving = (MOVING | GIVES | GETS - {"on"}) & set(words) or said or none_of_it
    if not named or not moving:
        return None
    if _more_than_one(words, named):
        return ONE_AT_A_TIME
    if amount is not None and (unfit := _unfit(words, named, amount)):
        return unfit
    giver, getter = _roles(words, named)
    if unknown := _no_task(words, named) if giver is None or getter is None else "":
        known = join_words([one.short for one in tasks])
        return Problem("what_if", f"“{unknown}” is none of your tasks.", f"They are: {known}.")
    if giver is None and getter is None:
        return _set_to(tasks, named[0].task, amount, interview) if amount is not None and said else None
    if giver is not None and giver.share <= NEARLY_NOTHING:
        return Problem("what_if", f"{giver.short} has no time to give.", "Choose a task that has some.")
    whole = giver is not None and (bool(WHOLLY & set(words)) or ALL_OF_IT.search(" ".join(words)) is not None)
    source = giver or getter
    assert source is not None
    free = giver.share if giver is not None else 100.0 - source.share
    unsaid = free if whole else min(DEFAULT_POINTS, free)
    points = unsaid if amount is None else _points(amount, source, interview)
    if giver is not None and getter is not None:
        return more_than_there_is(giver.short, giver.share, points) or (_share(giver, getter, points),)
    return _spread(tasks, giver or getter, -points if giver is not None else points)  # type: ignore[arg-type]


def _more_than_one(words: Sequence[str], named: Sequence[_Named]) -> bool:
    """More is said than one move of time: a second amount, a third task, two tasks that give, or an odd length of time.

    Whatever of it was left out would be told as if it had been computed.
    """
    inside = {place for one in named for place in range(one.start, one.end)}
    amounts, place = 0, 0
    while place < len(words):
        found = read_amount(words, place) if place not in inside else None
        amounts += found is not None
        place = found.end if found is not None else place + 1
    spoken = " ".join(words)
    set_anew = amounts == 2 and len(named) == 1 and FROM_TO.search(spoken) is not None
    between = (" ".join(words[one.end : two.start]) for one, two in pairwise(named))
    both = any(one in ("and", "or", "and no", "or no", "no") for one in between)
    tasks = {one.task.id for one in named}
    return (amounts > 1 and not set_anew) or len(tasks) > 2 or both or ODD_LENGTHS.search(spoken) is not None


def _unfit(words: Sequence[str], named: Sequence[_Named], amount: Amount) -> Problem | None:
    """Why an amount is no part of a week: it counts things, or is no single figure."""
    if counts_things(words, amount, {one.start for one in named}):
        counted = " ".join(words[amount.end - 1 : amount.end + 1])
        return Problem("what_if", f"“{counted}” is no part of a week.", WHOLE_FIGURE)
    spans = (
        found.upper is not None and not FROM & {*words[max(place - 1, 0) : place + 1]}
        for place in range(len(words))
        if (found := read_amount(words, place))
    )
    if amount.bound or any(spans):
        return Problem("what_if", "That is no single figure.", "Say one, such as 10 %.")
    return None


def _no_task(words: Sequence[str], named: Sequence[_Named]) -> str:
    """What stands after "from" or "to" in a line with both, and is no task: it is not taken from everybody instead."""
    if not (FROM & set(words) and TO & set(words)):
        return ""
    inside = {place for one in named for place in range(one.start, one.end)}
    for place, word in enumerate(words, 1):
        after = list(takewhile(lambda one: one not in FROM | TO, words[place:]))
        is_task = inside & set(range(place, place + len(after))) or ELSEWHERE & set(after)
        if word in FROM | TO and after and not is_task and read_amount(words, place) is None:
            return " ".join(after)
    return ""


def _amount(words: Sequence[str], named: Sequence[_Named]) -> Amount | None:
    """The first amount that stands in no name of a task; of "from 20 to 30" the second."""
    inside = {place for one in named for place in range(one.start, one.end)}
    outside = {place: read_amount(words, place) for place in range(len(words)) if place not in inside}
    ordered = sorted(outside, key=lambda place: not (place and words[place - 1] in TO))
    return next((found for place in ordered if (found := outside[place])), None)


def _roles(words: Sequence[str], named: Sequence[_Named]) -> tuple[PersonalTask | None, PersonalTask | None]:
    """Who gives and who gets time, by the last telling word before each task."""
    giver = getter = None
    reached = 0
    for one in named:
        way = next(
            (word for word in reversed(words[reached : one.start]) if word in GIVES | GETS | WHOLLY), ""
        )
        if way in GETS:
            getter = getter or one.task
        elif way in GIVES | WHOLLY:
            giver = giver or one.task
        elif giver is not None and getter is None:
            getter = one.task
        elif getter is not None and giver is None:
            giver = one.task
        reached = one.end
    if len(named) == 2:
        first, second = named[0].task, named[1].task
        giver = giver or (first if getter is not first else second)
        getter = getter or (second if giver is not second else first)
    if giver is not None and getter is not None and giver.id == getter.id:
        getter = None
    return giver, getter


def _points(amount: Amount, source: PersonalTask, interview: Interview) -> float:
    """Points of time; a fraction is of the task that gives it, hours are of the person's own week."""
    if amount.unit == "fraction":
        return source.share * amount.value / 100.0
    if amount.unit in ("hours", "days"):
        split = interview.path.split
        week = split.total if split.unit == "hours" else WEEK_HOURS
        hours = amount.value * (HOURS_A_DAY if amount.unit == "days" else 1)
        return 100.0 * hours / week
    return amount.value


def _set_to(
    tasks: Sequence[PersonalTask], task: PersonalTask, amount: Amount, interview: Interview
) -> tuple[Change, ...] | Problem:
    """`training were 30 percent`: the other rows give or take in proportion."""
    return _spread(tasks, task, _points(amount, task, interview) - task.share)


def _spread(tasks: Sequence[PersonalTask], task: PersonalTask, points: float) -> tuple[Change, ...] | Problem:
    """A task's time grows (shrinks for negative points); all others give or get in proportion to what they have."""
    others = [one for one in tasks if one.id != task.id and one.share > NEARLY_NOTHING]
    rest = sum(one.share for one in others)
    too_much = (
        more_than_there_is("everything else", rest, points)
        if points > 0
        else more_than_there_is(task.short, task.share, -points)
    )
    if too_much is not None:
        return too_much
    if not others or abs(points) <= NEARLY_NOTHING:
        return Problem("what_if", "That would change nothing.", "Name another amount, or another task.")
    moves: list[Change] = []
    for one in others:
        part = abs(points) * one.share / rest
        moves.append(_share(one, task, part) if points > 0 else _share(task, one, part))
    return tuple(moves)


def _share(source: PersonalTask, target: PersonalTask, points: float) -> Move:
    parts = {"from": source.id, "to": target.id, "points": max(points, NEARLY_NOTHING)}
    return Move(share=ShareMove.model_validate(parts))


def _answer(
    interview: Interview, words: Sequence[str], named: Sequence[_Named]
) -> tuple[Change, ...] | Problem | None:
    """The one question whose option the words name; two that fit, and one that only may be meant, are asked back."""
    line = " ".join(words)
    told = " ".join(word for word in words if word not in EMPTY_WORDS)
    about = {one.task.id for one in named}
    named_so: dict[str, NewAnswer] = {}
    understood: dict[str, NewAnswer] = {}
    likely: dict[str, NewAnswer] = {}
    for asked in _questions(interview):
        if asked.question.id == DEPTH and asked.item not in about:
            continue
        for text in dict.fromkeys((told, line)):
            read = understand(asked, text, interview.form, interview.path.split) if text else None
            if read is not None and read.kind == "value":
                (named_so if read.confident else understood)[asked.name] = NewAnswer(asked.key, read.value)
            elif read is not None and read.kind == "confirm" and len(read.nearest) == 1:
                likely[asked.name] = NewAnswer(asked.key, read.nearest[0][1])
    found = named_so or understood or likely
    if len(found) > 1:
        return Problem("what_if", f"That could be {join_words(list(found), 'or')}.", "Say which one.")
    if named_so or understood or not likely:
        return tuple(found.values()) or None
    [(name, one)] = found.items()
    meant = interview.asked(one.question)
    told = value_text(meant, one.value) if meant is not None else ""
    return Problem("what_if", f"Do you mean {name}: {told}?", f"Then type what if {told}.")


def _called_so(interview: Interview, words: Sequence[str]) -> tuple[Change, ...]:
    """The one answer that is called exactly so."""
    named = ((asked, one.id) for asked in _questions(interview) for one in asked.choices)
    found = [
        NewAnswer(asked.key, one)
        for asked, one in named
        if only_words(tokens_of(value_text(asked, one))) == words
    ]
    return tuple(found) if len(found) == 1 else ()


def _questions(interview: Interview) -> Iterator[Asked]:
    """Questions of one choice that a what-if can answer otherwise."""
    for key in dict.fromkeys(one.question for one in changeable_lines(interview, interview)):
        asked = interview.asked(key)
        if asked is not None and (asked.question.takes.option or asked.question.takes.yes_no):
            yield asked
