"""A what-if in the person's own words, in the grammar of the split: who gives time, who gets it, how much."""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any

from aijri_engine.content.meanings import DEPTH, PRACTICE, SPLIT
from aijri_engine.content.moves import Move, RungMove
from aijri_engine.conversation.gone_changes import said_to_be_gone
from aijri_engine.conversation.machine_changes import machine_rows
from aijri_engine.conversation.meant_changes import (
    TO_TRY_IT,
    Meant,
    asked_back,
    changeable_questions,
    one_of,
    only_likely,
)
from aijri_engine.conversation.named_tasks import names_of, tasks_in
from aijri_engine.conversation.row_objects import without_objects
from aijri_engine.conversation.what_if_lines import as_one_move, without_opener
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import value_text
from aijri_engine.interview.understanding import understand, vocabulary_of
from aijri_engine.interview.understanding.replies import TOO_MUCH
from aijri_engine.interview.understanding.week.changed import SAME, Week, changed
from aijri_engine.interview.understanding.week.changes import Change as TypedChange
from aijri_engine.interview.understanding.week.changes import read_changes
from aijri_engine.interview.understanding.words.amounts import HOURS_A_DAY, WORKING_DAYS, amounts_in
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    only_words,
    split_at,
    stem,
    tokens_of,
    too_much,
    word_set,
    words_of,
)
from aijri_engine.interview.values import Problem
from aijri_engine.personal.personalise import PersonalTask, personalise
from aijri_engine.personal.what_if import Change, NewAnswer, share_moves
from aijri_engine.text import join_words

WEEK_HOURS = float(WORKING_DAYS * HOURS_A_DAY)
"""Hours of a week that was told in percent [ours]."""
IN_HOURS = (
    "Your week was given in hours: so is a figure without a unit. Say points or percent for parts of it."
)
OF_SO_MANY_HOURS = f"Your week was given in percent; hours count here as parts of {WEEK_HOURS:.0f}."

EMPTY_WORDS = word_set(
    "i we were was am are did do had have were would a an the my me instead just only then time of by"
)

UNKNOWN_WORDS = re.compile(
    "“(?P<all>(?P<beside>of |with |for )?(?:on )?(?:the |my |a )?(?P<words>.+))” (?:is none|was not)"
)
"""Words for a task, or beside the name of one, in the sentence that they name none."""
MOST_OWN_WORDS = 3
"""Pieces in a person's own words that one change may hold [ours]."""

SO_ALREADY = "That is what you answered: {}."

NOT_READ = Problem(
    "what_if", "That names no change I can compute.", "Type what if alone for examples, or write NAME=VALUE."
)


def typed_changes(
    interview: Interview, typed: str, tasks: Sequence[PersonalTask] | None = None
) -> tuple[Change, ...] | Problem:
    """The changes a line speaks of; a `Problem` says what is missing. Pure: nothing is moved by it.

    `tasks` are those of the person after changes that were made before; else as answered.
    """
    forms = [word for word in typed.split() if "=" in word.strip("=")]
    if forms:
        return tuple(forms)
    if too_much(typed):
        return Problem("what_if", TOO_MUCH, "Say one change at a time.")
    tokens = as_one_move(" ".join(without_opener(typed.rstrip(" ?!.")))).split()
    words = only_words(tokens)
    if exact := _called_so(interview, words):
        return exact
    tasks = personalise(interview).tasks if tasks is None else tasks
    known = join_words([one.short for one in tasks])
    found = read_changes(typed, tokens, names_of(interview, tasks), known, supposed=True)
    if isinstance(found, tuple):
        return _made(interview, tasks, found)
    if found is not None:
        bare = _without_objects(interview, tasks, typed, tokens)
        if meant := bare or _in_own_words(interview, tasks, typed, tokens, found):
            return meant
    about = {one.id for one in tasks_in(interview, tasks, words)}
    answer = _each_lettered(interview, tasks, tokens) if len(about) > 1 else _answer(interview, words, about)
    timed = any(one.unit != "fraction" for one in amounts_in(tokens))
    of_a_machine = None if timed and found else _of_a_machine(interview, words, sorted(about))
    part: tuple[Change, ...] | Problem | None = (of_a_machine if found else None) or found
    part = part or (None if about else said_to_be_gone(interview, words)) or answer or of_a_machine
    part = part or _part_of_an_answer(interview, tasks, words, about)
    return part or only_likely(interview, words) or NOT_READ


def _without_objects(
    interview: Interview, tasks: Sequence[PersonalTask], typed: str, tokens: Sequence[str]
) -> tuple[Change, ...] | Problem | None:
    """The change without what the work of its rows is done to; asked back where these words name nothing known."""
    names, known = names_of(interview, tasks), join_words([one.short for one in tasks])
    bare = without_objects(tokens, names)
    if bare is None:
        return None
    line, left = bare
    found = read_changes(typed, line, names, known, supposed=True)
    if found is not None and not isinstance(found, tuple):
        return _in_own_words(interview, tasks, typed, line, found)
    changes = _made(interview, tasks, found) if found else None
    if not left or not isinstance(changes, tuple):
        return changes
    out = join_words([f"“{one}”" for one in left])
    meant = f"Do you mean “{_said(line)}”? I left out {out}."
    return Meant("what_if", meant, TO_TRY_IT, changes=changes)


def _said(words: Sequence[str]) -> str:
    return " ".join(words).removeprefix("i ")


def _in_own_words(
    interview: Interview, tasks: Sequence[PersonalTask], typed: str, tokens: Sequence[str], why: Problem,
    left: int = MOST_OWN_WORDS,
) -> Problem | None:  # fmt: skip
    """The change asked back with the tasks that the person's own words sound like; None where they sound like none."""
    split, line = interview.asked(SPLIT), " ".join(tokens)
    unknown = UNKNOWN_WORDS.search(why.message) if left else None
    if split is None or unknown is None:
        return None
    known = {one.id: one.short for one in tasks}
    whole = re.search(rf"\bto (?P<said>{re.escape(unknown['words'])} (?:to|with|for) .+)$", line)
    said = whole["said"] if whole else unknown["words"]
    like = vocabulary_of(interview.form).table(split).like(said.split())
    anew = [line.replace(said, known[one].lower(), 1) for one in like[:2] if one in known]
    anew = anew if len(anew) == 1 else []
    anew += [line.replace(unknown["all"], "", 1)] if unknown["beside"] else []
    for one in anew:
        found = read_changes(
            typed, one.split(), names_of(interview, tasks), join_words([*known.values()]), supposed=True
        )
        changes = _made(interview, tasks, found) if isinstance(found, tuple) else found
        if isinstance(changes, tuple):
            return Meant("what_if", f"Do you mean “{_said(one.split())}”?", TO_TRY_IT, changes=changes)
        if changes and (more := _in_own_words(interview, tasks, typed, one.split(), changes, left - 1)):
            return more
    return None


def _made(
    interview: Interview, tasks: Sequence[PersonalTask], changes: Sequence[TypedChange]
) -> tuple[Change, ...] | Problem:
    """What the words change, as moves."""
    own = {one.id for one in tasks if one.own}
    if changes[0].kind in ("deeper", "rename"):
        steps = [(one.row, round(one.amount.value)) for one in changes if one.amount and one.row not in own]
        moves = tuple(Move(rung=RungMove(task=row, up=up)) for row, up in steps)
        return moves if len(moves) == len(changes) else NOT_READ
    split = interview.path.split
    rows, called = {one.id: one.share for one in tasks}, {one.id: one.short for one in tasks}
    hourly = split.unit == "hours"
    week = Week(rows, called.__getitem__, hours=split.total if hourly else WEEK_HOURS, bare_hours=hourly)
    after = changed(week, changes)
    if isinstance(after, Problem):
        return after
    differences = {row: share - rows[row] for row, share in after[0].items()}
    return tuple(share_moves(differences)) or SAME


def hours_words(interview: Interview, typed: str) -> str:
    """How hours were counted where the week was given in percent, and figures where in hours; empty for no such."""
    tokens = tokens_of(typed)
    said = {found.unit for found in amounts_in(tokens)}
    if interview.path.split.unit == "hours":
        return IN_HOURS if said == {"bare"} and "=" not in tokens and "point" not in typed else ""
    return OF_SO_MANY_HOURS if {"hours", "days"} & said else ""


def _answer(
    interview: Interview, words: Sequence[str], about: Container[str]
) -> tuple[Change, ...] | Problem | None:
    """The one question whose option the words name; two that fit, and one that only may be meant, are asked back."""
    line = " ".join(words)
    told = " ".join(word for word in words if word not in EMPTY_WORDS)
    named_so: dict[str, NewAnswer] = {}
    understood: dict[str, NewAnswer] = {}
    likely: dict[str, NewAnswer] = {}
    for asked in changeable_questions(interview):
        if (asked.question.id == DEPTH or about) and asked.item not in about:
            continue
        if letter := _lettered(asked, words):
            named_so[asked.key] = NewAnswer(asked.key, letter)
        for text in dict.fromkeys((_beside_its_name(asked, told), told, line)):
            read = understand(asked, text, interview.form, interview.path.split) if text else None
            if read is not None and read.kind == "value" and _told_whole(asked, read.value, words):
                (named_so if read.confident else understood)[asked.key] = NewAnswer(asked.key, read.value)
            elif read is not None and (
                read.kind == "value" or [read.kind, len(read.nearest)] == ["confirm", 1]
            ):
                meant = read.value if read.kind == "value" else read.nearest[0][1]
                likely[asked.key] = NewAnswer(asked.key, meant)
    return one_of(interview, named_so or understood) or asked_back(interview, likely)


def _each_lettered(
    interview: Interview, tasks: Sequence[PersonalTask], tokens: Sequence[str]
) -> tuple[Change, ...] | None:
    """Several tasks with a letter each mean what one would: "training b and design c"."""
    names, found = names_of(interview, tasks), list[Change]()
    for *words, letter in filter(None, map(only_words, split_at(tokens, (",", ";", "and")))):
        spans = names.spans(words)
        named = {place for start, end, _ in spans for place in range(start, end)}
        left = {word for place, word in enumerate(words) if place not in named} - EMPTY_WORDS
        short = [one.short for one in tasks if [(one.id,)] == [keys for *_, keys in spans]]
        about = {keys[0] for *_, keys in spans}
        answer = (
            None
            if left or not short or len(letter) > 1
            else _answer(interview, [*words_of(short[0]), letter], about)
        )
        if not isinstance(answer, tuple):
            return None
        found += answer
    return tuple(found)


def _of_a_machine(interview: Interview, words: Sequence[str], about: Sequence[str]) -> Problem | None:
    """What a machine would do of the work, asked back; None for a line that tells of none."""
    practice = interview.asked(interview.form.key_of(PRACTICE))
    step = interview.step(practice.key) if practice is not None else None
    found = machine_rows(interview, step.asked if step is not None else None, words, about)
    if found is None or isinstance(found, Problem) or step is None:
        return found if isinstance(found, Problem) else None
    put = asked_back(interview, {step.key: NewAnswer(step.key, _with_part(interview, step.asked, found))})
    return put or Problem(
        "what_if", SO_ALREADY.format(value_text(step.asked, found)), "Nothing would change by it."
    )


def _part_of_an_answer(
    interview: Interview, tasks: Sequence[PersonalTask], words: Sequence[str], about: Container[str]
) -> tuple[Change, ...] | Problem | None:
    """Rows of a grid or ticks that are told; then what is said of all of the work; then those that may be meant."""
    told: dict[str, NewAnswer] = {}
    likely: dict[str, NewAnswer] = {}
    for asked in changeable_questions(interview, in_parts=True):
        if asked.item and asked.item not in about:
            continue
        read = understand(asked, " ".join(words), interview.form, interview.path.split)
        part = read.value if read.kind == "value" else read.known
        where = told if part else likely
        if not part and read.kind == "confirm" and not read.by_letter:
            part = read.nearest[0][1]
        if part and (not about or (asked.question.rows_from == "task" and all(row in about for row in part))):
            where[asked.key] = NewAnswer(asked.key, _with_part(interview, asked, part))
    spans = names_of(interview, tasks).spans(words)
    named = {place for start, end, _ in spans for place in range(start, end)}
    of_all = _of_the_work(interview, words, named) if named else None
    return one_of(interview, told) or of_all or asked_back(interview, likely)


def _with_part(interview: Interview, asked: Asked, part: Any) -> Any:
    """The answer to a grid or of several ticks, with these changed and the others as they are."""
    step = interview.step(asked.key)
    before = step.value if step is not None else None
    if isinstance(part, Mapping):
        return {**(before if isinstance(before, Mapping) else {}), **part}
    alone = {one.id for one in asked.choices if one.exclusive}
    if not isinstance(before, (list, tuple)) or alone & {*part}:
        return part
    return [one for one in dict.fromkeys((*before, *part)) if one not in alone]


def _of_the_work(interview: Interview, words: Sequence[str], named: Container[int]) -> Problem | None:
    """An answer about all of the work that was said of one task is asked back: "I decided on training myself"."""
    answer = _answer(interview, [word for place, word in enumerate(words) if place not in named], ())
    if isinstance(answer, tuple) and isinstance(one := answer[0], NewAnswer):
        return asked_back(interview, {one.question: one})
    return None


def _beside_its_name(asked: Asked, told: str) -> str:
    """What is said of a question that is called by its name, or by that of its task."""
    named = {stem(word) for word in words_of(f"{asked.name} {asked.item_name}")}
    return " ".join(word for word in told.split() if stem(word) not in named)


def _lettered(asked: Asked, words: Sequence[str]) -> str:
    """The option whose letter follows the name of a question, or of its task: "training was b"; empty for none."""
    name = " ".join(word for word in words[:-1] if word not in EMPTY_WORDS)
    named = name and not _beside_its_name(asked, name)
    return next((one.id for one in asked.choices if named and [one.letter] == [*words[-1:]]), "")


def _told_whole(asked: Asked, value: Any, words: Sequence[str]) -> bool:
    """No word of a line is left over beside the names of an option and of its task."""
    options = [one for one in asked.choices if one.id == value]
    told = [text for one in options for text in (one.name, one.label, *one.aliases)]
    known = words_of(" ".join([*told, asked.name, asked.item_name]))
    return not options or {*map(stem, words)} <= {stem(word) for word in (*known, *EMPTY_WORDS, *FILLER)}


def _called_so(interview: Interview, words: Sequence[str]) -> tuple[Change, ...]:
    """The one answer that is called exactly so."""
    named = ((asked, one.id) for asked in changeable_questions(interview) for one in asked.choices)
    found = [
        NewAnswer(asked.key, one)
        for asked, one in named
        if only_words(tokens_of(value_text(asked, one))) == words
    ]
    return tuple(found) if len(found) == 1 else ()
