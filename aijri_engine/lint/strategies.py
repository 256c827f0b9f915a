"""What strategies and outlook scenarios refer to (S501, S504, S505)."""

from collections.abc import Iterator, Sequence

from aijri_engine.content.base import Model
from aijri_engine.content.coaching import PLACEHOLDER
from aijri_engine.content.conditions import SOURCES, Condition
from aijri_engine.content.moves import TASK_WORDS, Move
from aijri_engine.content.placeholders import OF_A_KIND, OF_A_TASK, OF_THE_WEEK
from aijri_engine.content.problems import Problem, did_you_mean, known_names, quoted
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import Strategy
from aijri_engine.lint.content import Content, ContentFile, Place
from aijri_engine.lint.references import EMPTY_GROUP, Scope, misuses_at, parts_of
from aijri_engine.lint.roles import domain_problems


def strategy_problems(content: Content) -> Iterator[Problem]:
    """Everything strategies and scenarios refer to."""
    for file, place, strategy in content.placed_strategies():
        tasks = file.model.task_ids() if isinstance(file.model, Role) else content.tasks
        if content.interview is not None:
            yield from _trigger(file, place, strategy.trigger, content, tasks)
        yield from _because(file, place, strategy)
        yield from _condition(file, (*place, "when"), strategy.when, content, tasks)
        yield from _moves(file, place, strategy.moves, content, tasks)
        yield from domain_problems(file, content, place, strategy.domains)
    for role in content.roles:
        for number, said in enumerate(role.model.said_to):
            where = ("said_to", number, "when")
            yield from _condition(role, where, said.when, content, role.model.task_ids())
        for number, scenario in enumerate(role.model.scenarios):
            yield from _moves(role, ("scenarios", number), scenario.moves, content, role.model.task_ids())


def _trigger(
    file: ContentFile[Model], place: Place, trigger: str, content: Content, tasks: tuple[str, ...]
) -> Iterator[Problem]:
    head, _, part = trigger.partition(".")
    question = content.questions.get(head)
    if question is None:
        told = f"unknown question {quoted(head)} in trigger"
        yield file.problem("S504", (*place, "trigger"), told, known_names(head, tuple(content.questions)))
    elif part and part not in (parts := parts_of(question, tasks, None)):
        told = f"unknown answer {quoted(trigger)} in trigger"
        yield file.problem("S504", (*place, "trigger"), told, known_names(part, parts))


def _because(file: ContentFile[Model], place: Place, strategy: Strategy) -> Iterator[Problem]:
    """S505: `because` is filled with what the trigger says about a task."""
    known = OF_A_TASK if "." in strategy.trigger else OF_A_KIND.get(strategy.kind or "", ())
    if any(leaf.share for leaf in strategy.when.leaves()):
        known = (*known, *OF_THE_WEEK)
    for name in dict.fromkeys(PLACEHOLDER.findall(strategy.because)):
        if name not in known:
            told = f"nothing fills {{{name}}} in `because`"
            hint = (
                did_you_mean(name, known)
                or "it may use {task}, {share} and {rung} of a task its trigger names"
            )
            yield file.problem("S505", (*place, "because"), told, hint)


def _condition(
    file: ContentFile[Model], place: Place, condition: Condition, content: Content, tasks: tuple[str, ...]
) -> Iterator[Problem]:
    questions = content.questions
    roles = tuple(role.model.id for role in content.roles)
    scope = Scope(questions, tuple(questions), tasks, roles, sources=SOURCES)
    for leaf, where, misuse in misuses_at(condition, place, scope):
        if leaf.answer is None or content.interview is not None:
            code = misuse.code if misuse.code == EMPTY_GROUP else "S504"
            yield file.problem(code, (*where, *misuse.part), misuse.message, misuse.hint, misuse.of)


def _moves(
    file: ContentFile[Model], place: Place, moves: Sequence[Move], content: Content, tasks: tuple[str, ...]
) -> Iterator[Problem]:
    for number, move in enumerate(moves):
        where = (*place, "moves", number)
        if move.when is not None:
            yield from _condition(file, (*where, "when"), move.when, content, tasks)
        if move.rung is not None:
            yield from _task(file, (*where, "rung", "task"), move.rung.task, tasks)
        if move.role is not None:
            yield from _task(file, (*where, "role", "task"), move.role.task, tasks)
        if move.share is not None:
            yield from _share(file, (*where, "share"), move, tasks)


def _share(file: ContentFile[Model], place: Place, move: Move, tasks: tuple[str, ...]) -> Iterator[Problem]:
    share = move.share
    if share is None:
        return
    yield from _task(file, (*place, "from"), share.from_, tasks)
    yield from _task(file, (*place, "to"), share.to, tasks)
    for number, task in enumerate(share.among):
        yield from _task(file, (*place, "among", number), task, tasks, words=())
    if share.from_ == share.to:
        told = f"this moves time from {quoted(share.from_)} to itself"
        yield file.problem("S501", (*place, "to"), told, "name another task")
    if ("larger" in (share.from_, share.to)) != bool(share.among):
        told = (
            "`larger` needs the tasks to choose from" if not share.among else "`among` is for `larger` only"
        )
        yield file.problem("S501", place, told, "write `larger` and `among` together")


def _task(
    file: ContentFile[Model],
    place: Place,
    task: str,
    tasks: tuple[str, ...],
    words: tuple[str, ...] = TASK_WORDS,
) -> Iterator[Problem]:
    if task not in (*tasks, *words):
        told = f"unknown task {quoted(task)} in {place[-1] if isinstance(place[-1], str) else place[-2]}"
        yield file.problem("S501", place, told, known_names(task, tasks))
