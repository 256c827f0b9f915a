"""The result itself: index and range, what moved it, the week task by task, the market, what would narrow it."""

from aijri_engine.index import Zone
from aijri_engine.personal.advice import rung_name
from aijri_engine.personal.names import cause_name, element_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.result import Result
from aijri_engine.personal.sentences import label_sentence
from aijri_engine.report.blocks import (
    SIGNS,
    Block,
    BulletList,
    Column,
    Heading,
    Headline,
    Item,
    Mark,
    Paragraph,
    Table,
)
from aijri_engine.report.figures import dated, index_text, percent_text, points_text, sentence
from aijri_engine.report.parts import pictures
from aijri_engine.report.typography import HELD_SPACE


def say(result: Result, *topics: str) -> list[str]:
    """The plain sentences of these topics, in the order of the topics, with dates as people write them."""
    return [dated(one.text) for topic in topics for one in result.sentences if one.topic == topic]


def headline(result: Result) -> Headline:
    """The figure with its zone, and how stable that zone is."""
    assessed = result.assessment
    if result.fit.withheld:
        return Headline(index_text(assessed.index), "no zone given", result.fit.sentence)
    name = assessed.label if assessed.zone is Zone.GREEN and assessed.label else assessed.zone.value
    return Headline(index_text(assessed.index), f"{name}, {result.spread.stability.word}", "")


def above_all_published(result: Result) -> list[str]:
    """How to read a figure above that of every published role; nothing where there is one above it."""
    library = result.interview.library
    highest = (
        max((role.index for role in library.landscape.roles), default=100.0) if library.landscape else 100.0
    )
    if result.assessment.index <= highest:
        return []
    return [library.wording.say("above_highest", highest=index_text(highest))]


def full_label(result: Result) -> tuple[Block, ...]:
    """The sub-label, below the zone and never without the sentence that it names no date."""
    label = result.assessment.label
    if result.fit.withheld or label is None or label == result.assessment.zone.value:
        return ()
    meaning = label_sentence(result)
    return (Paragraph(f"In full the label is {label}. {meaning}", "note"),)


def index_and_range(result: Result) -> tuple[Block, ...]:
    """What the figure's range and zone are worth; figure and picture stand on the first page."""
    found: list[Block] = [Heading("The range, and how firm the zone is")]
    found += [Paragraph(text) for text in say(result, "index")]
    found.append(Paragraph(" ".join(say(result, "range"))))
    found.append(Paragraph(" ".join(say(result, "stability"))))
    if result.status.name == "provisional":
        found.append(Paragraph("The result is provisional:"))
        found.append(BulletList(tuple(Item(sentence(reason)) for reason in _reasons(result))))
    found += full_label(result)
    narrowing = pictures.narrowing(result)
    if narrowing is not None:
        found += [Heading("What would narrow the range", 2), narrowing]
    return tuple(found)


def _reasons(result: Result) -> list[str]:
    flags = {flag.person for flag in result.quality}
    return [
        f"your picture would sharpen if you {one}" if one in flags else one for one in result.status.reasons
    ]


def bridge(result: Result) -> tuple[Block, ...]:
    """What moved the figure, row by row; its picture stands on the first page."""
    found: list[Block] = [Heading("What moved it, point by point")]
    found += [Paragraph(" ".join(say(result, "bridge") or say(result, "meaning")))]
    if result.bridge.rows:
        found.append(bridge_table(result))
    found += [Paragraph(text) for text in say(result, "juniors")]
    return tuple(found)


def bridge_table(result: Result) -> Table:
    """Every cause and element; the points add up to the difference as displayed."""
    rows = []
    for group in result.bridge.groups:
        for row in group.rows:
            rows.append(
                (
                    cause_name(row.cause, result.personal),
                    element_name(row.kind, row.key, result.personal),
                    percent_text(row.before),
                    percent_text(row.after),
                    points_text(row.shown),
                )
            )
    rows.append(("together", "", "", "", points_text(result.bridge.shown_change)))
    columns = (
        Column("Cause", width=4), Column("What it moved", width=4), Column("Role's value", True),
        Column("Your value", True), Column("Points", True),
    )  # fmt: skip
    return Table("Every point of the difference", columns, tuple(rows), emphasised=(len(rows) - 1,))


def week(result: Result) -> tuple[Block, ...]:
    """The task table, as a picture and in figures."""
    given = result.interview.path.split.given
    return (
        Heading("Your week, task by task" if given else "The week, task by task"),
        pictures.week(result),
        task_table(result),
        Paragraph(
            "Time in percent of the week; score from 1 (resists most) to 5. A task marked "
            f"{SIGNS[Mark.SAID]} was described by you, one marked {SIGNS[Mark.BORROWED]} is expected or borrowed.",
            "note",
        ),
    )


def task_table(result: Result) -> Table:
    """Own and base values of every task."""
    columns = (
        Column("Task", width=5), Column("Your time", True), Column("Role's time", True),
        Column("Your score", True), Column("Role's score", True),
        Column("How it is done", width=4), Column("From", width=3),
    )  # fmt: skip
    rows = tuple(_task_row(result, task) for task in result.personal.tasks)
    whole = ("together", "100", "100", f"{_mean(result):.2f}", f"{_mean(result, base=True):.2f}", "", "")
    return Table("Time and score of each task, yours and the role's", columns, (*rows, whole), (len(rows),))


def _mean(result: Result, base: bool = False) -> float:
    """Mean task score, weighted by time."""
    tasks = result.base.tasks if base else result.personal.tasks
    return sum(task.share * task.score for task in tasks) / sum(task.share for task in tasks)


def _task_row(result: Result, task: PersonalTask) -> tuple[str, ...]:
    done = "other work, rated by you" if task.own else " or ".join(rung_name(result.personal, task))
    if task.own and not task.described:
        done = "other work, not rated"
    mark = Mark.SAID if task.described else Mark.BORROWED
    word = "said" if task.described else ("mean" if task.own else "expected")
    base_score = "" if task.base_score is None else f"{task.base_score:.2f}"
    return (
        task.name,
        percent_text(task.share),
        percent_text(task.base_share),
        f"{task.score:.2f}",
        base_score,
        done,
        f"{SIGNS[mark]}{HELD_SPACE}{word}",
    )


def market(result: Result) -> tuple[Block, ...]:
    """What rests on demand, rules and growth, with its date."""
    return (Heading("What rests on the market"), *(Paragraph(text) for text in say(result, "market")))


def lever(result: Result) -> tuple[Block, ...]:
    """The biggest single step."""
    return (Heading("The biggest lever"), *(Paragraph(text) for text in say(result, "lever")))
