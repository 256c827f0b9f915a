"""Ids used twice, reserved words, labels that are too long or too much alike (Q201, Q203, Q213, Q214, Q227, P410)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from aijri_engine.content.base import RUNGS, Model
from aijri_engine.content.moves import TASK_WORDS
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.content.questions import InterviewFile, Option, Question
from aijri_engine.content.role import Role
from aijri_engine.content.role_tasks import LadderRung, Task
from aijri_engine.lint.content import Content, ContentFile, Place, option_lists, questions_at
from aijri_engine.text import cell_width

COMMANDS: Final = (
    "back", "edit", "why", "help", "skip", "not sure", "rather not say", "summary", "score", "what if", "review",
    "undo", "quit",
)  # fmt: skip
"""What a person can type instead of an answer."""

STATE_WORDS: Final = ("not sure", "declined")
"""Values that answers files understand anywhere."""

ANSWERS_FILE_KEYS: Final = ("other", "split hours", "seconds")
"""Keys of answers files that are no questions."""

SHARE_WORDS: Final = ("other", "typical", "all", *(word.replace("_", " ") for word in TASK_WORDS))
"""Words that stand where a task id could: other work, the role's mix, every task of a shift, words of moves."""

LONGEST_LABEL: Final = 140
"""Columns of an option or row: two lines of a screen 80 columns wide, with room for its letter [ours]."""

LONGEST_ASK: Final = 300
"""Characters of a question: read in about fifteen seconds [ours]."""

Named = tuple[Place, str]


def plain(name: str) -> str:
    """A name as typed text is compared: case, hyphens, underscores and outer blanks do not count."""
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())


def interview_name_problems(file: ContentFile[InterviewFile]) -> Iterator[Problem]:
    """Everything about names in the interview."""
    model = file.model
    yield from _twice(file, "section", [(("sections", n), one.id) for n, one in enumerate(model.sections)])
    questions = [(place, question) for place, _, question in questions_at(model)]
    yield from _twice(file, "question", [(place, question.id) for place, question in questions])
    yield from _twice(file, "rule", [(("rules", n), rule.id) for n, rule in enumerate(model.rules)])
    yield from _twice(file, "source", [(("sources", n), one.id) for n, one in enumerate(model.sources)])
    called: dict[str, str] = {}
    for place, question in questions:
        yield from _question(file, place, question)
        first = called.setdefault(plain(question.short or question.id), question.id)
        if first != question.id:
            where = (*place, "short" if question.short else "id")
            told = f"question {quoted(first)} is called {quoted(question.short or question.id)} too"
            yield file.problem("Q227", where, told, "typed text could mean either: give one another `short`")


def role_name_problems(file: ContentFile[Role]) -> Iterator[Problem]:
    """Everything about names in a role."""
    role = file.model
    for name in ("strategies", "scenarios"):
        items: Sequence[Any] = getattr(role, name)
        yield from _twice(file, name.rstrip("s") if name == "scenarios" else "strategy", _ids(name, items))
    yield from _twice(file, "source", [*_ids("sources", role.sources), *_ids("resources", role.resources)])
    yield from _task_names(file, role.tasks)
    for number, task in enumerate(role.tasks):
        yield from _task(file, ("tasks", number), task)


def strategy_name_problems(content: Content) -> Iterator[Problem]:
    """Ids of strategies across files: a role's own strategies stand beside the general ones."""
    for file in content.strategies:
        yield from _twice(file, "source", _ids("sources", file.model.sources))
    general: dict[str, str] = {}
    for shared in content.strategies:
        yield from _across(shared, "strategy", _ids("strategies", shared.model.strategies), general)
    for role in content.roles:
        yield from _across(role, "strategy", _ids("strategies", role.model.strategies), {**general})


def role_id_problems(content: Content) -> Iterator[Problem]:
    """Two files that describe a role of one id."""
    taken: dict[str, str] = {}
    for file in content.roles:
        yield from _across(file, "role", [((), file.model.id)], taken)


def _across(
    file: ContentFile[Model], what: str, named: Iterable[Named], taken: dict[str, str]
) -> Iterator[Problem]:
    """Ids that another file has; those of this file are taken from now on."""
    for place, name in named:
        if taken.get(name, file.source.name) != file.source.name:
            yield _duplicate(file, what, (*place, "id"), name, taken[name])
        taken.setdefault(name, file.source.name)


def _ids(name: str, items: Iterable[Any]) -> list[Named]:
    return [((name, number), item.id) for number, item in enumerate(items)]


def _twice(file: ContentFile[Model], what: str, named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place, name in named:
        where = (*place, "id")
        if name in first:
            line = file.source.position(first[name])[0]
            yield _duplicate(file, what, where, name, f"line {line}")
        first.setdefault(name, where)


def _duplicate(file: ContentFile[Model], what: str, place: Place, name: str, first: str) -> Problem:
    return file.problem(
        "Q201", place, f"{what} id {quoted(name)} is used twice", f"it is first used in {first}"
    )


def _question(file: ContentFile[InterviewFile], place: Place, question: Question) -> Iterator[Problem]:
    reserved = (*COMMANDS, *STATE_WORDS, *ANSWERS_FILE_KEYS)
    yield from _reserved(file, [((*place, "id"), question.id)], reserved)
    if len(question.ask) > LONGEST_ASK:
        told = f"this question has {len(question.ask)} characters; the limit is {LONGEST_ASK}"
        yield file.problem("Q214", (*place, "ask"), told, "say it shorter, or move a part to `help`")
    rows = [((*place, "rows", n), row) for n, row in enumerate(question.rows)]
    yield from _twice(file, "row", [(where, row.id) for where, row in rows])
    for where, row in rows:
        yield from _reserved(file, [((*where, "id"), row.id), ((*where, "label"), row.label)])
        yield from _too_long(file, (*where, "label"), row.label)
    for where, options in option_lists(question, place):
        yield from _options(file, where, options)


def _options(file: ContentFile[InterviewFile], place: Place, options: Sequence[Option]) -> Iterator[Problem]:
    placed = [((*place, number), option) for number, option in enumerate(options)]
    yield from _twice(file, "option", [(where, option.id) for where, option in placed])
    for where, option in placed:
        yield from _reserved(file, [((*where, "id"), option.id)], (*COMMANDS, *STATE_WORDS))
        yield from _reserved(file, _names_of(where, option)[1:])
        yield from _too_long(file, (*where, "label"), option.label)
    shown = [
        [name for name in _names_of(where, option) if name[0][-1] in ("label", "short")]
        for where, option in placed
    ]
    yield from _alike(file, [_names_of(where, option) for where, option in placed], shown)


def _names_of(place: Place, option: Option) -> list[Named]:
    found: list[Named] = [((*place, "id"), option.id), ((*place, "label"), option.label)]
    if option.short is not None:
        found.append(((*place, "short"), option.short))
    hints: list[Named] = [((*place, "hints", number), one) for number, one in enumerate(option.hints)]
    return found + _aliases(place, option) + hints


def _aliases(place: Place, said: Option | LadderRung) -> list[Named]:
    return [((*place, "aliases", number), one) for number, one in enumerate(said.aliases)]


def _reserved(
    file: ContentFile[Model], names: Iterable[Named], reserved: Sequence[str] = COMMANDS
) -> Iterator[Problem]:
    for place, name in names:
        if plain(name) in reserved:
            what = "a command" if plain(name) in COMMANDS else "a word with a meaning of its own"
            yield file.problem("Q203", place, f"{quoted(name)} is {what}", "choose another word")


def _too_long(file: ContentFile[Model], place: Place, label: str) -> Iterator[Problem]:
    width = cell_width(label)
    if width > LONGEST_LABEL:
        told = f"this label is {width} columns wide; the limit is {LONGEST_LABEL}"
        yield file.problem("Q214", place, told, "say it shorter")


def _alike(
    file: ContentFile[Model], groups: list[list[Named]], shown: list[list[Named]]
) -> Iterator[Problem]:
    """Equal names of different options, and a shown name that another one begins with."""
    for number, names in enumerate(groups):
        for other in groups[:number]:
            known = {plain(name): name for _, name in other}
            for place, name in names:
                if plain(name) in known:
                    told = f"{quoted(name)} also means the option of {quoted(known[plain(name)])}"
                    yield file.problem("Q213", place, told, "typed text could mean either")
    for number, names in enumerate(shown):
        for position, other in enumerate(shown):
            if position == number:
                continue
            for place, name in names:
                longer = next((one for _, one in other if plain(one).startswith(f"{plain(name)} ")), None)
                if longer is not None:
                    told = f"{quoted(name)} is also how {quoted(longer)} begins"
                    yield file.problem("Q213", place, told, "typed text could mean either")


def _task(file: ContentFile[Role], place: Place, task: Task) -> Iterator[Problem]:
    yield from _reserved(file, [((*place, "id"), task.id)], (*COMMANDS, *STATE_WORDS, *SHARE_WORDS))
    yield from _reserved(file, _task_aliases(place, task))
    yield from _too_long(file, (*place, "row"), task.row)
    groups: list[list[Named]] = []
    for rung in RUNGS:
        where: Place = (*place, "ladder", rung)
        step = task.ladder.rung(rung)
        yield from _too_long(file, (*where, "act"), step.act)
        names: list[Named] = [((*where, "act"), step.act), ((*where, "short"), step.short)]
        names += _aliases(where, step)
        yield from _reserved(file, names)
        groups.append(names)
    yield from _alike(file, groups, [names[:2] for names in groups])


def _task_aliases(place: Place, task: Task) -> list[Named]:
    found = [((*place, name), getattr(task, name)) for name in ("name", "short", "row")]
    return found + [((*place, "aliases", number), alias) for number, alias in enumerate(task.aliases)]


ONE_OF_THEM = "leave it to one of them"


def _task_names(file: ContentFile[Role], tasks: Sequence[Task]) -> Iterator[Problem]:
    owner: dict[str, Task] = {}
    for number, task in enumerate(tasks):
        for place, name in _task_aliases(("tasks", number), task):
            first = owner.setdefault(plain(name), task)
            if first.id != task.id:
                told = f"{quoted(name)} names both task {quoted(first.id)} and task {quoted(task.id)}"
                filled = (
                    place[-1] == "row" and first.group == task.group is not None and first.row == task.row
                )
                hint = (
                    "both take it from their group: write a `row` of its own for each"
                    if filled
                    else ONE_OF_THEM
                )
                yield file.problem("P410", place, told, hint)
