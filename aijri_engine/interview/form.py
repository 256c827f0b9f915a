"""The interview of one role, compiled once: every question with its conditions as functions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from aijri_engine.content.base import RUNGS
from aijri_engine.content.conditions import Compiled
from aijri_engine.content.library import Library, shipped_phrases
from aijri_engine.content.meanings import MARKET, Meaning
from aijri_engine.content.once import Once
from aijri_engine.content.phrases import Sayings
from aijri_engine.content.questions import LETTERS, InterviewFile, Option, Question, Rule, Section
from aijri_engine.content.role import Role
from aijri_engine.content.role_tasks import Task
from aijri_engine.text import is_or_are, lowered


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it is offered: with its letter, and with the act of a ladder in place of a label."""

    id: str
    label: str
    name: str
    """The short form for summaries."""
    letter: str
    aliases: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    plainly: str = ""
    """The option in plainer words."""
    value: int | None = None
    exclusive: bool = False
    reopen: tuple[str, ...] = ()
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a grid or split as it is offered."""

    id: str
    label: str
    short: str
    choices: tuple[Choice, ...] = ()
    aliases: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One question for one item: what is on the path, and what a face shows."""

    key: str
    """`level`, or with an item `depth.train`; answers are kept under it."""
    question: Question
    section: str
    """Title of the section."""
    ask: str
    """The question with the task at hand filled in, to be searched; a person is shown `ask_text`."""
    item: str | None = None
    """Task id or own row id."""
    item_name: str = ""
    task: str = ""
    """The task at hand inside a sentence: in the words of the role, or the name a person gave a row."""
    choices: tuple[Choice, ...] = ()
    rows: tuple[GridRow, ...] = ()
    when: Compiled | None = None
    row_when: tuple[Compiled, ...] = ()

    def __repr__(self) -> str:
        return f"<Asked {self.key}>"

    def choice(self, option_id: str) -> Choice | None:
        """The choice of that id."""
        return next((choice for choice in self.choices if choice.id == option_id), None)

    def row(self, row_id: str) -> GridRow | None:
        """The row of that id."""
        return next((row for row in self.rows if row.id == row_id), None)

    @property
    def name(self) -> str:
        """A few words for summaries: what this question is about."""
        short = self.question.short or self.question.id.replace("_", " ").capitalize()
        if self.item is None or "{task}" in short:
            as_typed = short.startswith("{task}") or self.task == self.item_name
            name = self.item_name if as_typed else lowered(self.item_name)
            return short.replace("{task} is", f"{name} {is_or_are(name)}").replace("{task}", name)
        return f"{short}: {self.item_name}"

    @property
    def inside(self) -> str:
        """What the answer is called inside a sentence; by the task at hand where the question is called by it."""
        question = self.question
        by_task = self.item is not None and (not question.says or "{task}" in (question.short or ""))
        return lowered(self.name) if by_task else question.inside

    def fingerprint(self) -> str:
        """Kind, options, range and items in one line; an answer given under another one may be stale."""
        rows = ",".join(f"{row.id}({'|'.join(choice.id for choice in row.choices)})" for row in self.rows)
        options = "|".join(choice.id for choice in self.choices)
        return f"{self.question.kind};{options};{rows};{self.question.minimum};{self.question.maximum}"


@dataclass(frozen=True)
class Form(Once):
    """A role and its interview."""

    role: Role
    file: InterviewFile
    sayings: Callable[[], Sequence[Sayings]] = field(default=tuple, compare=False)
    """What people say at its questions, read when it is asked for."""

    def __repr__(self) -> str:
        return f"<Form of {self.role.id}>"

    @classmethod
    def of(cls, library: Library, role_id: str) -> "Form":
        """The form of a role, one for all interviews. Raises `LookupError` for a role the library does not have."""
        role = library.role(role_id)
        sayings = partial(library.sayings, role_id)
        return library.once(f"form of {role_id}", lambda: cls(role, library.interview_of(role_id), sayings))

    @cached_property
    def role_shares(self) -> dict[str, float]:
        """Percent per task as published."""
        return {task.id: task.share for task in self.role.tasks}

    @cached_property
    def blocks(self) -> tuple[tuple[Question, ...], ...]:
        """Questions in the order of asking; see `_blocks`."""
        return tuple(_blocks(self))

    @cached_property
    def for_task(self) -> dict[tuple[str, str], Asked]:
        """Compiled questions about a task, by question id and task id."""
        found = {}
        for section in self.file.sections:
            for question in section.questions:
                if question.for_each == "task" or (
                    question.for_each == "own_row" and self.role.starting_table
                ):
                    for task in self.role.tasks:
                        found[question.id, task.id] = compile_question(self.role, section, question, task)
        return found

    @cached_property
    def single(self) -> dict[str, Asked]:
        """Compiled questions that are asked once, by id."""
        return {
            question.id: compile_question(self.role, section, question)
            for section in self.file.sections
            for question in section.questions
            if question.for_each is None
        }

    @cached_property
    def rules(self) -> "tuple[CompiledRule, ...]":
        """Rules with their conditions compiled."""
        return compiled_rules(self.role, self.file)

    def for_own_row(self, question: Question, section: Section, row_id: str, name: str) -> Asked:
        """A question about a row of other work; these are only known once the split is."""
        cached = self._own.get((question.id, row_id))
        if cached is None or cached.item_name != name:
            cached = _own_row_question(question, section, row_id, name)
            self._own[question.id, row_id] = cached
        return cached

    @cached_property
    def _own(self) -> dict[tuple[str, str], Asked]:
        return {}

    def section_of(self, question_id: str) -> Section:
        """The section a question stands in."""
        return self._sections[question_id]

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {q.id: section for section in self.file.sections for q in section.questions}

    def meant(self, meaning: Meaning) -> Question | None:
        """The question whose answer is read as this."""
        return self._meant.get(meaning)

    def key_of(self, meaning: Meaning, item: str | None = None) -> str:
        """Key of the answer with this meaning (about `item`), whether or not there is such a question."""
        question = self.meant(meaning)
        name = question.id if question is not None else meaning
        return f"{name}.{item}" if item is not None else name

    @cached_property
    def says(self) -> dict[str, str]:
        """Question, and question and task -> what the answer is called inside a sentence."""
        of_tasks = {asked.key: asked.inside for asked in self.for_task.values()}
        return {question.id: question.inside for question in self.file.questions()} | of_tasks

    @cached_property
    def _meant(self) -> dict[str, Question]:
        return {one.meaning: one for one in self.file.questions() if one.meaning is not None}

    def question(self, question_id: str) -> Question | None:
        """The question of that id, without an item."""
        section = self._sections.get(question_id)
        return next((q for q in section.questions if q.id == question_id), None) if section else None


def _blocks(form: Form) -> list[tuple[Question, ...]]:
    """Neighbouring questions with the same `for_each` form a block: all of it is asked for one item, then the next."""
    blocks: list[list[Question]] = []
    for section in form.file.sections:
        for number, question in enumerate(section.questions):
            together = (
                number > 0 and question.for_each is not None and blocks[-1][-1].for_each == question.for_each
            )
            if together:
                blocks[-1].append(question)
            else:
                blocks.append([question])
    return [tuple(block) for block in blocks]


def compile_question(role: Role, section: Section, question: Question, task: Task | None = None) -> Asked:
    """A question of the file, with its conditions compiled for the task at hand."""
    item = task.id if task else None
    return Asked(
        key=f"{question.id}.{item}" if item else question.id,
        question=question,
        section=section.title,
        ask=question.ask.replace("{task}", task.ask) if task else question.ask,
        item=item,
        item_name=task.short if task else "",
        task=task.ask if task else "",
        choices=_choices(role, question, task),
        rows=_rows(role, question),
        when=question.when.compiled(item) if question.when else None,
        row_when=tuple(question.row_when.compiled(row.id) for row in role.tasks) if question.row_when else (),
    )


def _own_row_question(question: Question, section: Section, row_id: str, name: str) -> Asked:
    return Asked(
        key=f"{question.id}.{row_id}",
        question=question,
        section=section.title,
        ask=question.ask.replace("{task}", name),
        item=row_id,
        item_name=name,
        task=name,
        choices=tuple(_choice(number, option) for number, option in enumerate(question.options)),
        rows=_own_rows_of(question),
        when=question.when.compiled(row_id) if question.when else None,
    )


def _own_rows_of(question: Question) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(
            row.id,
            row.label,
            row.short or row.label,
            tuple(_choice(number, option) for number, option in enumerate(row.options or question.options)),
            own=row.own,
        )
        for row in question.rows
    )


def _rows(role: Role, question: Question) -> tuple[GridRow, ...]:
    if question.rows_from is None:
        rows = _own_rows_of(question)
        if question.meaning == MARKET and role.asked_signals:
            return tuple(row for row in rows if row.id in role.asked_signals)
        return rows
    choices = tuple(_choice(number, option) for number, option in enumerate(question.options))
    return tuple(GridRow(task.id, task.row, task.short, choices, task.aliases) for task in role.tasks)


def _choices(role: Role, question: Question, task: Task | None) -> tuple[Choice, ...]:
    if question.takes.rows:
        return ()
    if question.options_from == "ladder" and task is not None:
        return tuple(_rung_choice(number, task) for number in range(len(RUNGS)))
    if question.options_from == "task":
        return tuple(
            Choice(row.id, row.row, row.short, LETTERS[number], row.aliases)
            for number, row in enumerate(role.tasks)
        )
    return tuple(_choice(number, option) for number, option in enumerate(question.options))


def _rung_choice(number: int, task: Task) -> Choice:
    rung = task.ladder.rung(RUNGS[number])
    signs = f"For example: {'; '.join(one.rstrip('.') for one in rung.signs)}."
    plainly = signs if rung.signs else shipped_phrases().rungs_plainly[RUNGS[number]]
    return Choice(RUNGS[number], rung.act, rung.short, LETTERS[number], rung.aliases, plainly=plainly)


def _choice(number: int, option: Option) -> Choice:
    return Choice(
        id=option.id,
        label=option.label,
        name=option.name,
        letter=LETTERS[number],
        aliases=option.aliases,
        hints=option.hints,
        plainly=option.plainly or "",
        value=option.value,
        exclusive=option.exclusive,
        reopen=option.reopen,
        when=option.when.compiled() if option.when else None,
    )


def with_rows(asked: Asked, row_ids: set[str]) -> Asked:
    """The same question with only these rows (a task with little time is not a row)."""
    return replace(asked, rows=tuple(row for row in asked.rows if row.id in row_ids))


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule of the interview for one task, or for none."""

    rule: Rule
    task: str | None
    applies: Compiled


def compiled_rules(role: Role, file: InterviewFile) -> tuple[CompiledRule, ...]:
    """Every rule, once for each task where it speaks of tasks."""
    found = []
    for rule in file.all_rules():
        for task_id in role.task_ids() if rule.for_each == "task" else (None,):
            found.append(CompiledRule(rule, task_id, rule.when.compiled(task_id)))
    return tuple(found)
