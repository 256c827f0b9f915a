"""The result itself: index and range, what moved it, the week task by task, the market, what would narrow it."""

from collections.abc import Callable

from aijri_engine.content.wording import fill
from aijri_engine.index import shown_shares
from aijri_engine.personal.bridge import Bridge, BridgeRow
from aijri_engine.personal.names import cause_name, element_name
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.result import Result
from aijri_engine.personal.sayer import Sayer
from aijri_engine.personal.sentences import label_sentence
from aijri_engine.personal.spread import shown_band
from aijri_engine.personal.step_reasons import rung_name
from aijri_engine.report.blocks import SIGNS, Block, BulletList, Column, Item, Mark, Paragraph, Section, Table
from aijri_engine.report.charts import shares_shown
from aijri_engine.report.figures import (
    HELD_SPACE,
    dated,
    exact_text,
    index_text,
    points_text,
    sentence,
    words_text,
)
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import pictures
from aijri_engine.text import figure


def say(result: Result, *topics: str) -> list[str]:
    """The plain sentences of these topics, in the order of the topics, with dates as people write them."""
    return [dated(one.text) for topic in topics for one in result.sentences if one.topic == topic]


def editable(result: Result, name: str, options: ReportOptions) -> tuple[Paragraph, ...]:
    """A text that a practice may word anew, marked where it did; nothing where the text is empty."""
    own, usual = (
        words_text(options.texts.get(name, "")),
        result.interview.library.wording.report.editable[name],
    )
    if own:
        return (Paragraph(own, wording_by=options.appearance.practice or "the practice"),)
    return (Paragraph(usual),) if usual else ()


def full_label(result: Result) -> tuple[Block, ...]:
    """The sub-label, below the zone and never without the sentence that it names no date."""
    label = result.assessment.label
    if result.withheld or result.fit.withheld or label is None or label == result.assessment.zone.value:
        return ()
    meaning = label_sentence(result)
    return (Paragraph(f"In full the label is {label}. {meaning}", "note"),)


def doubt(result: Result) -> Section:
    """What the range and the zone are worth."""
    found: list[Block] = [Paragraph(" ".join(say(result, "range", "stability")))]
    if result.status.name == "provisional":
        found.append(Paragraph("The result is provisional:"))
        found.append(BulletList(tuple(Item(sentence(reason)) for reason in result.status.reasons)))
    found += full_label(result)
    if not result.withheld and result.status.name != "base":
        sd = index_text(result.spread.sd)
        found.append(Paragraph(fill(result.interview.library.wording.report.retest, sd=sd)))
    narrowing = pictures.narrowing(result)
    if narrowing is not None:
        found.append(narrowing)
    stability = result.spread.stability
    low, high = (index_text(end) for end in shown_band(result.spread.range))
    gist = f"{low} to {high}"
    if not (result.withheld or result.fit.withheld):
        gist += f"; {stability.zone.value} in {stability.in_100} of 100 recalculations"
    return Section("doubt", "How sure this is", gist, tuple(found))


def bridge(result: Result) -> Section | None:
    """What moved the figure: picture, every row, and the hiring studies where they matter."""
    if result.withheld:
        return None
    found: list[Block] = []
    chart = pictures.waterfall(result)
    if chart is not None:
        found += [chart, bridge_table(result)]
    else:
        found.append(Paragraph(" ".join(say(result, "bridge") or say(result, "meaning"))))
    if result.assessment.capped:
        uncapped = index_text(result.assessment.uncapped)
        found.append(Paragraph(result.interview.library.wording.say("cap", uncapped=uncapped)))
    found += [Paragraph(text) for text in say(result, "juniors")]
    gist = "; ".join(
        f"{cause_name(group.cause, result.personal)} {points_text(group.shown)}"
        for group in result.bridge.groups[:MOST_IN_GIST]
    )
    base, own = index_text(result.base_assessment.index), index_text(result.assessment.index)
    start = Sayer(result).start or "the role's"
    return Section("bridge", f"From {start} {base} to your {own}", gist or "nothing moves it", tuple(found))


MOST_IN_GIST = 3
"""Causes in the line of the folded bridge."""


def bridge_table(result: Result, exact: bool = False) -> Table:
    """Every cause and element; the points add up to the difference, as displayed where they are not `exact`."""
    before = "At the start" if result.personal.role.starting_table else "Role's value"
    return bridge_rows_table(result.bridge, result, (before, "Your value"), exact)


def bridge_rows_table(
    found: Bridge, result: Result, ends: tuple[str, str], exact: bool = False, before: Result | None = None
) -> Table:
    """The rows of a bridge that ends at this result, with the names of its two ends; `exact` for a spreadsheet.

    It begins at the result `before`, or at the role.
    """
    points = exact_text if exact else points_text
    week = _week_shown(before or result) | _week_shown(result)

    def value(row: BridgeRow, number: float) -> str:
        shown = week.get((row.element, round(number, 6)), number)
        return exact_text(number) if exact else figure(shown)

    rows = [
        (cause_name(row.cause, result.personal), element_name(row.kind, row.key, result.personal),
         value(row, row.before), value(row, row.after), points(row.points if exact else row.shown))
        for group in found.groups
        for row in group.rows
    ]  # fmt: skip
    together = found.change if exact else found.shown_change
    rows.append(("together", "", "", "", "" if result.withheld else points(together)))
    columns = (
        Column("Cause", width=4), Column("What it moved", width=4), *(Column(end, True) for end in ends),
        Column("Points", True),
    )  # fmt: skip
    return Table("Every point of the difference", columns, tuple(rows), emphasised=(len(rows) - 1,))


def _week_shown(result: Result) -> dict[tuple[str, float], float]:
    """Each share of the two weeks as the picture of the week has it, by element and exact share."""
    tasks = result.personal.tasks
    return {
        (f"share.{task.id}", round(exact, 6)): shown
        for shares in ([task.share for task in tasks], [task.base_share for task in tasks])
        for task, exact, shown in zip(tasks, shares, shown_shares(shares), strict=True)
    }


def week(result: Result) -> Section:
    """Where the hours go, as a picture."""
    given = result.interview.path.split.given
    title = "Your week, task by task" if given else "The week, task by task"
    told, picture = say(result, "week"), pictures.week(result)
    blocks: tuple[Block, ...] = (
        picture,
        *(Paragraph(text) for text in say(result, "meaning", "week") if given),
    )
    return Section("week", title, told[0] if told else picture.sentence, blocks, front=True)


def scores(result: Result) -> Section:
    """How open each task is, in figures."""
    mine, base = _mean(result), _mean(result, base=True)
    signs = f"{SIGNS[Mark.SAID]} described by you, {SIGNS[Mark.BORROWED]} expected or borrowed."
    blocks = (_scores_table(result), Paragraph(signs, "note"))
    other = result.personal.role.compared_with
    gist = f"mean {mine:.2f}{f'; in the {other} {base:.2f}' if other else ''}"
    gist = "task by task" if result.withheld else gist
    return Section("scores", "Scores of the tasks", gist, blocks)


def _scores_table(result: Result) -> Table:
    """The task table without what stands in the picture or has no time, by short names, said and expected by signs."""
    whole, tasks = task_table(result), result.personal.tasks
    mean = "" if result.withheld else "mean"
    names = [*((task.name if task.own else task.short) if task.share > 0 else "" for task in tasks), mean]
    other = result.personal.role.compared_with
    figures = slice(3, 5 if other else 4)
    rows = tuple(
        (name, *row[figures], f"{row[-1].partition(HELD_SPACE)[0]} {row[-2]}".strip())
        for name, row in zip(names, whole.rows, strict=True)
        if name
    )
    columns = (Column("Task", width=3), *whole.columns[figures], Column("How it is done", width=5))
    title = f"Score of each task, yours and the {other}'s" if other else "Your score of each task"
    return Table(title, columns, rows, (len(rows) - 1,) if mean else ())


def task_table(result: Result, exact: bool = False) -> Table:
    """Own and base values of every task; exact figures are for a spreadsheet."""
    other = result.personal.role.compared_with or "role"
    columns = (
        Column("Task", width=5), Column("Your time", True), Column(f"{other.title()}'s time", True),
        Column("Your score", True), Column(f"{other.title()}'s score", True),
        Column("How it is done", width=4), Column("From", width=3),
    )  # fmt: skip
    tasks = result.personal.tasks
    shares = zip(
        tasks,
        *(
            [exact_text(share) for share in shares] if exact else shares_shown(shares)
            for shares in ([task.share for task in tasks], [task.base_share for task in tasks])
        ),
        strict=True,
    )
    score = exact_text if exact else "{:.2f}".format
    rows = tuple(_task_row(result, score, *one) for one in shares)
    means = ("", "") if result.withheld else (score(_mean(result)), score(_mean(result, base=True)))
    whole = ("together", "100", "100", *means, "", "")
    return Table(
        f"Time and score of each task, yours and the {other}'s", columns, (*rows, whole), (len(rows),)
    )


def _mean(result: Result, base: bool = False) -> float:
    """Mean task score, weighted by time."""
    tasks = result.base.tasks if base else result.personal.tasks
    return sum(task.share * task.score for task in tasks) / sum(task.share for task in tasks)


def _task_row(
    result: Result, score: Callable[[float], str], task: PersonalTask, share: str, base_share: str
) -> tuple[str, ...]:
    rated = "rated by you" if task.described else "not rated"
    ways, asked = rung_name(result.personal, task), result.personal.role.starting_table and not task.described
    done = f"other work, {rated}" if task.own else rated if asked or not ways else " or ".join(ways)
    mark = Mark.SAID if task.described else Mark.BORROWED
    word = "said" if task.described else "mean" if task.own else "assumed" if asked else "expected"
    hidden = task.base_score is None or (result.withheld and result.personal.role.starting_table)
    base_score = "" if hidden or task.base_score is None else score(task.base_score)
    told = result.score_told(task)
    own_score = score(task.score) if told else ""
    source = f"{SIGNS[mark]}{HELD_SPACE}{word}" if told or word in ("said", "expected") else ""
    how = (done, source) if told or task.share > 0 else ("", "")
    return (task.name, share, base_share, own_score, base_score, *how)


def market(result: Result) -> Section:
    """What rests on demand, rules and growth, with its date."""
    told = () if result.withheld else tuple(Paragraph(text) for text in say(result, "market"))
    points = f"{abs(result.market.points):.0f} points {'from' if result.market.points >= 0 else 'lost to'} the market"
    return Section("market", "What rests on the market", points, told)


def lever(result: Result) -> Section:
    """The biggest single step within a task; the first steps stand with the advice."""
    told = [] if result.withheld else say(result, "lever")
    best = result.advice.largest_rung
    gist = f"{best.title} {points_text(best.shown)}" if best else "no deeper way is left in these tasks"
    return Section("lever", "The biggest lever", gist, tuple(Paragraph(text) for text in told))
