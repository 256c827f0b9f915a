"""A week as a line changes it: moved, swapped and dropped rows, a change in the same line, and its last words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.beside import named_again
from aijri_engine.interview.understanding.corrections import (
    DOUBT_ENDS,
    amount_replaced,
    figures_replaced,
    without_marks,
)
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.reading import Reading, ask, put, taken_only
from aijri_engine.interview.understanding.replies import how
from aijri_engine.interview.understanding.vocabulary import vocabulary_of
from aijri_engine.interview.understanding.week.as_before import without_as_before
from aijri_engine.interview.understanding.week.changed import WHOLE, Week, changed
from aijri_engine.interview.understanding.week.changes import ONE, SO, read_changes
from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week.relabelled import relabelled
from aijri_engine.interview.understanding.week.split import TAKEN_BACK
from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.week_reading import draft_of, read_week
from aijri_engine.interview.understanding.words.amounts import amounts_in
from aijri_engine.interview.understanding.words.names import Named, prepared_names
from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    only_words,
    tokens_of,
    word_set,
    words_of,
)
from aijri_engine.interview.values import SUM_TOLERANCE, Problem, Split, own_row_id
from aijri_engine.text import figure, join_words

_CHANGING: Final = word_set("make set change") | word_set(
    " ".join((*PHRASES.changes["move"], *PHRASES.changes["swap"], *PHRASES.changes["drop"]))
)


_BESIDE: Final = word_set("also too forgot")
"""Words by which a row stands beside those that were told: "I forgot the fourteen of leading"."""


_OF_THE_SUM: Final = word_set("makes adds add sum total little much enough missing forgot")
"""Words that doubt what all the rows come to, and none of them: "no wait, that makes too little"."""


def with_its_change(line: Line) -> Reading | None:
    """`care 40, meds 60, move 10 from care to meds`: a whole week that a part behind it changes."""
    for place in range(len(line.tokens) - 2, 0, -1):
        if line.tokens[place] in DOUBT_ENDS and line.tokens[place + 1] in _CHANGING:
            week = draft_of(line.said(line.tokens[:place]))
            if week is None or week.questions or abs(week.total() - WHOLE) > SUM_TOLERANCE:
                return None
            told = replace(
                line.said(line.tokens[place + 1 :]), around=replace(line.around, known=week.json())
            )
            return amended(told, told.around.known, True)
    return None


def week_anew(line: Line, head: Line, tail: Line) -> Reading | None:
    """The week with its last words holding; asked back where these are not clear, but for a mere "no"."""
    mark = only_words(line.tokens[len(head.tokens) : len(line.tokens) - len(tail.tokens)])
    if mark == ["no"] and not amounts_in(tail.tokens):  # "no charting", "no, the other way round"
        return taken_only(read_week(line)) or (ask(TAKEN_BACK) if amounts_in(head.tokens) else None)
    if (paired := figures_replaced(head.tokens, tail.tokens)) is not None:
        found = read_week(line.said(paired))
        return put(how(line.asked), [(found.echo, found.value)]) if found.kind == "value" else found
    replaced = amount_replaced(head.tokens, tail.tokens)
    if replaced is not None:
        return read_week(line.said(replaced))
    before = draft_of(head)
    known = before.json() if before is not None else None
    found = read_week(replace(tail, around=replace(line.around, known=known)))
    more = amount_replaced(head.tokens, tail.tokens, more=True)
    if found.kind != "value" and more:
        found = read_week(line.said(more))
    if found.kind == "value" or (mark == ["no"] and not (more and found.nearest)):
        return taken_only(found)
    if before is None or found.nearest:
        return found if before is not None else None
    summed = bool(_OF_THE_SUM & {*tail.words}) and not amounts_in(tail.tokens)
    stands = line.offered(known) if summed and not (before.questions or before.loose) else []
    told = [replace(ask(WHAT_CHANGES.format(label), (label, week)), kind="confirm") for label, week in stands]
    return told[0] if told else ask(TAKEN_BACK)


WHAT_CHANGES: Final = "So far: {0}. Name each row that changes with its new figure, or type yes if it stands."


ASKED: Final = re.compile(
    r"(?:what|how|if|suppose|supposing|imagine)\b|(?:should|could|would|can|do) (?:i|it|we)\b"
)
"""Asked or supposed, not told: "what if I move 20 from training to research", "should I move"."""


def amended_week(asked: Asked, typed: str, form: Form, split: Split, week: Any) -> Reading | None:
    """The week as a line changes it where no question is put; None where it does not."""
    line = Line(asked, typed, tokens_of(typed), form, split, vocabulary_of(form))
    found = amended(line.named(), week, False) if line.tokens else None
    return named_again(line, found) if found is not None else None


def amended(line: Line, week: Any, here: bool, grid: bool = False, options: int = 0) -> Reading | None:
    """The week with its rows changed: taken where the others stay, as they do in hours, else put in proportion.

    `here`: the week itself is asked for, where a row and its amount alone change a week that is whole; elsewhere
    they do after a word that takes something back, but not in a `grid`, where a figure may be an option.
    Bare figures up to as many as the open question has `options` change nothing.
    """
    if not isinstance(week, Mapping) or not isinstance(week.get("rows"), Mapping):
        return None
    table, before = line.vocabulary.table(line.asked), Draft.of(week)
    keys = {own_row_id(name): name for name in before.own}
    own = {own_row_id(name): amount for name, amount in before.own.items()}
    names = prepared_names(*table.names.things, *(_own_named(key, name, table) for key, name in keys.items()))
    known = join_words([*map(table.short, table.ids), *before.own])
    tokens, stay = without_as_before(without_marks(line.tokens))
    left = tokens[:-2] if tokens[-2:] == ["as", "well"] else [one for one in tokens if one not in _BESIDE]
    tokens, beside = (left, left != tokens) if here else (tokens, False)
    if here and not amounts_in([one for one in tokens if one not in ("one", "an", "a")]):
        moved = relabelled(tokens, names, {**before.rows, **own}, own)
        if moved is not None:
            rows = {**dict.fromkeys(table.ids, 0.0), **moved}
            return put(how(line.asked), line.offered(_of_week(week, table.ids, rows, keys)))
    changes = read_changes(line.typed, tokens, names, known)
    if changes is None or line.tokens[-1] == "?" or ASKED.match(" ".join(line.words)):
        return None
    if isinstance(changes, Problem):
        return ask(_not_read(changes, line.asked))
    rows = {**dict.fromkeys(table.ids, 0.0), **before.rows, **own}
    unit: Literal["percent", "hours"] = "hours" if before.unit == "hours" else "percent"
    units = {one.amount.unit for one in changes if one.kind == "set" and one.amount}
    if len(changes) > 1 and len(units) == 1 and units <= {"hours", "percent"} - {unit}:
        told = read_week(replace(line, around=replace(line.around, known=None)))
        return put(how(line.asked), [(told.echo, told.value)]) if told.kind == "value" else told
    open_yet = unit == "percent" and abs(before.total() - WHOLE) > SUM_TOLERANCE
    sets = sum(one.amount.value for one in changes if one.kind == "set" and one.amount)
    anew = week is not line.around.known or open_yet or unit == "hours" or sets >= WHOLE - SUM_TOLERANCE
    rest = any(one.kind == "rest" for one in changes)
    back = not grid and (line.tokens[0] == "actually" or without_marks(line.tokens) != line.tokens)
    sure = stay or beside or (back and not here) or any(one.marked for one in changes)
    small = any(one.amount and one.amount.unit == "bare" and one.amount.value <= options for one in changes)
    if (
        small
        and (grid or not sure)
        and {one.kind for one in changes} == {"set"}
        and abs(sets - WHOLE) > SUM_TOLERANCE
    ):
        return None
    if not sure and (anew or rest if here else len(changes) < 2):
        return None
    if changes[0].kind in ("rename", "deeper"):
        return ask(NO_NEW_NAME) if changes[0].kind == "rename" else None
    whole = None if open_yet or unit == "hours" else before.total()
    after = changed(Week(rows, lambda row: keys.get(row) or table.short(row), unit, whole), changes)
    if isinstance(after, Problem):
        return ask(after.text())
    if unit == "hours" and max(after[0].values()) > before.total():
        return ask(OVER_ALL.format(figure(before.total())))
    value, follows = _of_week(week, table.ids, after[0], keys), after[1]
    return line.taken(value) if follows else put(how(line.asked), line.offered(value))


def _own_named(key: str, name: str, table: Table) -> Named:
    """A row of one's own by its name, which is that of a task where one is called so."""
    return Named(key, (f"own {name}", f"{name} own row") if table.names.whole(words_of(name)) else (name,))


def _not_read(why: Problem, asked: Asked) -> str:
    """Why a change of the week is not read, and how one is told here, where several rows may change at once."""
    if why.remedy not in (ONE, SO):
        return why.text()
    unread, quoted, _ = why.message.rpartition("”")
    message = f"{unread}{quoted} was not understood." if quoted else UNCLEAR
    return f"{message} {HOW.format(asked.rows[0].short)}"


UNCLEAR: Final = "It is not clear what that changes."
HOW: Final = (
    "Name each row that changes with its new figure, such as “{0} 15”, or say: move 10 from one to another."
)
OVER_ALL: Final = "That is more than the whole week you told, {0} h. If it is so, say the week anew."
NO_NEW_NAME: Final = "A row keeps its name here; say the week anew with another one."


def _of_week(
    week: Mapping[str, Any], tasks: Sequence[str], rows: Mapping[str, float], keys: Mapping[str, str]
) -> dict[str, Any]:
    """The week as JSON with its rows at new sizes; what is no task is a row of one's own, called as in `keys`."""
    told = {name: {**one} for one in week.get("other", ()) for name in (one["name"],)}
    named = {keys.get(row, row): share for row, share in rows.items() if row not in tasks and share}
    own = [{**told.get(name, {"name": name}), "share": round(share, 6)} for name, share in named.items()]
    found = {**week, "rows": {task: round(rows[task], 6) for task in tasks}}
    return {**found, "other": own} if own or "other" in week else found
