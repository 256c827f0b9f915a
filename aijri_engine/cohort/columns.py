"""The columns of a cohort table: which answers of one role move a figure, and what may stand in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, assert_never

import narwhals as nw

from aijri_engine.content.conditions import Condition
from aijri_engine.content.library import Library, shipped_phrases
from aijri_engine.content.meanings import EMPLOYER, LEVEL, RATING, SPLIT
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.values import MOST_HOURS, UNKNOWN
from aijri_engine.personal.scored import moving_questions

OTHERS = tuple(f"other_{number}" for number in range(1, 6))
"""Rows of other work a flat table has room for [ours]."""

POSITION = (LEVEL, EMPLOYER)
"""Questions by which an undescribed task is expected, and the causes of that."""

Frame = nw.LazyFrame[Any]
"""A table that is not worked out yet."""

LINE, UNREAD = "line of the file", "why it is no row"
"""Columns beside the answers: where a row stands in its file, and what is wrong with the line, else empty."""

PLACE = "place_"
"""Before the name of a column: which of its texts it is."""

JOIN = "+"
"""Between several options in one cell: `follows+adapts`."""

ColumnKind = Literal["text", "number", "option", "options", "yes_no", "words"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: empty cells mean that nothing was said, and so does a column that is absent."""

    name: str
    kind: ColumnKind
    says: str
    """What stands in it, in a few words."""
    key: str = ""
    """Question key it answers; empty for `id`, shares and rows of other work."""
    options: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    """Options that stand with no other."""
    alike: bool = False
    """Whichever of its options stands there, the same follows: that something does is all that counts."""
    no_names: tuple[str, ...] = ()
    """Words that name nothing, where words are to name something."""
    most: int = 1
    """How many options one cell may join."""
    low: float = 0.0
    high: float = 0.0

    @property
    def takes_unknown(self) -> bool:
        """`not_sure` and `declined` may stand in it."""
        return bool(self.key) and self.kind != "words"

    def joins(self, options: Sequence[str]) -> bool:
        """These options may stand in one cell."""
        return len(set(options)) == len(options) <= self.most and not set(options) & set(self.alone)


@dataclass(frozen=True)
class CohortForm:
    """A form as a flat table sees it: the questions that can move an output, in the order of the path."""

    form: Form

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Questions that can move the index, its causes or the status; own rows are columns of their own."""
        wanted = self._wanted
        found: list[Asked] = []
        for block in self.form.blocks:
            if block[0].for_each is None:
                found += [self.form.single[q.id] for q in block if q.id in wanted]
            elif block[0].for_each == "task":
                tasks = self.form.role.task_ids()
                found += [self.form.for_task[q.id, task] for task in tasks for q in block if q.id in wanted]
        return tuple(found)

    @cached_property
    def _wanted(self) -> set[str]:
        questions = {q.id: q for section in self.form.file.sections for q in section.questions}
        waiting = [*moving_questions(self.form), *(q.id for q in questions.values() if q.check)]
        wanted: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in questions and name not in wanted:
                wanted.add(name)
                waiting += [*_looked_at(questions[name].when), *_looked_at(questions[name].row_when)]
        return wanted - {SPLIT, RATING}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column of the role's table, in the order of the template."""
        return (
            Column("id", "text", "your own name for the row; never a person's name"),
            Column("role", "option", "id of the role; empty means this one", options=(self.form.role.id,)),
            *self._week(),
            *(column for asked in self.asked for column in _columns_of(asked)),
        )

    def _week(self) -> Iterator[Column]:
        for task in self.form.role.tasks:
            yield Column(
                share_column(task.id), "number", f"time for {task.short}, percent or hours", high=MOST_HOURS
            )
        yield Column("split_unit", "option", "unit of every time in the row", options=("percent", "hours"))
        rating = self.form.question(RATING)
        for row_name in OTHERS:
            yield Column(f"{row_name}_share", "number", "time for other work", high=MOST_HOURS)
            for row in rating.rows if rating else ():
                options = tuple(option.id for option in row.options)
                yield Column(f"{row_name}_{row.id}", "option", row.label, options=(*options, *UNKNOWN))

    @property
    def numbers(self) -> tuple[Column, ...]:
        """Columns that hold numbers."""
        return tuple(column for column in self.columns if column.kind == "number")


def share_column(task_id: str) -> str:
    """`split_design`."""
    return f"split_{task_id}"


def flat(key: str) -> str:
    """A question key as a column name: `depth.train` is `depth_train`."""
    return key.replace(".", "_")


def _looked_at(condition: Condition | None) -> Iterator[str]:
    for leaf in condition.leaves() if condition is not None else ():
        if leaf.answer is not None:
            yield leaf.answer.partition(".")[0]


def _columns_of(asked: Asked) -> Iterator[Column]:
    question, name = asked.question, flat(asked.key)
    ids = tuple(choice.id for choice in asked.choices)
    match question.kind:
        case "choice":
            kind: ColumnKind = "options" if question.two else "option"
            yield Column(name, kind, asked.name, asked.key, ids, most=2 if question.two else 1)
        case "multi":
            alone = tuple(choice.id for choice in asked.choices if choice.exclusive)
            yield Column(name, "options", asked.name, asked.key, ids, alone, most=len(ids))
        case "grid":
            for row in asked.rows:
                key = f"{asked.key}.{row.id}"
                options = tuple(choice.id for choice in row.choices)
                yield Column(flat(key), "option", f"{asked.name}: {row.short}", key, options)
        case "number" | "scale":
            low, high = question.minimum or 0.0, question.maximum or 0.0
            yield Column(name, "number", asked.name, asked.key, low=low, high=high)
        case "yes_no":
            yield Column(name, "yes_no", asked.name, asked.key, ("yes", "no"))
        case "text":
            no_names = tuple(shipped_phrases().no_names) if question.asks_name else ()
            yield Column(name, "words", f"{asked.name}; any words", asked.key, no_names=no_names)
        case "split" | "note":
            return
        case _:
            assert_never(question.kind)


def csv_header(library: Library, role_id: str) -> str:
    """The first line of a CSV table."""
    return ",".join(column.name for column in CohortForm(Form.of(library, role_id)).columns)


def json_schema(library: Library, role_id: str) -> dict[str, Any]:
    """A JSON Schema of one row."""
    columns = CohortForm(Form.of(library, role_id)).columns
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Answers of one person for {role_id}",
        "type": "object",
        "properties": {column.name: _property(column) for column in columns},
    }


def _property(column: Column) -> dict[str, Any]:
    if column.kind == "number":
        number = {"type": "number", "minimum": column.low, "maximum": column.high}
        found = {"anyOf": [number, {"enum": [*UNKNOWN]}]} if column.takes_unknown else number
        return {**found, "description": column.says}
    if column.kind in ("option", "yes_no"):
        unknown = UNKNOWN if column.takes_unknown else ()
        return {"enum": ["", *column.options, *unknown], "description": column.says}
    if column.kind == "options":
        says = f"{column.says}: {', '.join(column.options)}; up to {column.most}, joined by {JOIN}"
        return {"type": "string", "description": says}
    return {"type": "string", "description": column.says}
