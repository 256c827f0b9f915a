"""What could be done: priced advice with first steps, steps outside the index, and the action plan."""

from aijri_engine.personal.advice import Recommendation
from aijri_engine.personal.result import Result
from aijri_engine.report.blocks import (
    Block,
    BulletList,
    Column,
    Definition,
    Definitions,
    Heading,
    Item,
    Mark,
    Paragraph,
    Table,
)
from aijri_engine.report.figures import day_text, index_text, inside, points_text, sentence, words_text
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.texts import editable

EFFORT = {
    "low": "low (up to 2 hours a week)",
    "medium": "medium (up to 5 hours a week)",
    "high": "high (more than 5 hours a week, or it needs agreement)",
}

FEWEST_ON_FIRST_PAGE = 2
"""Recommendations that stand on the first page."""


def recommendations(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """Every priced recommendation in full, then the steps outside the index."""
    advice = result.advice
    found: list[Block] = [Heading("What you could do")]
    if advice.recommendations:
        found += editable("advice", options)
        found.append(Paragraph(result.price_note))
    else:
        found.append(
            Paragraph("No authored advice raises this figure; the outlook and the steps below matter more.")
        )
    for number, one in enumerate(advice.recommendations, start=1):
        found += [
            Heading(f"{number}. {one.strategy.title}: {points_text(one.shown)}", 2),
            _in_full(result, one),
        ]
    if advice.outside:
        found.append(Heading("Outside the index", 2))
        found.append(Paragraph("These steps have no price: they help whatever the figure is."))
        found.append(
            BulletList(
                tuple(Item(f"{one.title}: {inside(sentence(one.first_step))}") for one in advice.outside)
            )
        )
    return tuple(found)


def _in_full(result: Result, one: Recommendation) -> Definitions:
    strategy = one.strategy
    zone_note = f"{points_text(one.shown)}, to {index_text(one.index_then)}; {_range(one)}"
    rows = [
        Definition("Why for you", sentence(one.because)),
        Definition("In the model", sentence(zone_note)),
        Definition("Priced as", sentence(one.priced_as)),
        Definition("First step", sentence(strategy.first_step)),
        Definition("It worked if", sentence(strategy.worked)),
        Definition("Take care", sentence(strategy.caution)),
        Definition("Effort and time", sentence(f"{EFFORT[strategy.effort]}; {strategy.horizon}")),
    ]
    return Definitions(tuple(rows))


def _range(one: Recommendation) -> str:
    return f"between {points_text(one.low)} and {points_text(one.high)} in 90 of 100 recalculations"


def two_steps(result: Result) -> tuple[Block, ...]:
    """The two most worthwhile steps for the first page."""
    rows = [
        Definition(f"{one.strategy.title} ({points_text(one.shown)})", sentence(one.strategy.first_step))
        for one in result.advice.recommendations[:FEWEST_ON_FIRST_PAGE]
    ]
    for one in result.advice.outside[: FEWEST_ON_FIRST_PAGE - len(rows)]:
        rows.append(Definition(f"{one.title} (outside the index)", sentence(one.first_step)))
    if not rows:
        return (Paragraph("No authored advice raises this figure."),)
    return (Definitions(tuple(rows)),)


def plan(options: ReportOptions) -> tuple[Block, ...]:
    """The action plan, where there is one."""
    if not options.plan and not options.next_date:
        return ()
    found: list[Block] = [Heading("Plan"), *editable("plan", options)]
    columns = (
        Column("What", width=5), Column("Who", width=2), Column("By when", width=2),
        Column("How one will know", width=4),
    )  # fmt: skip
    rows = tuple(
        (words_text(one.act), words_text(one.owner), day_text(one.date), words_text(one.sign_of_success))
        for one in options.plan
    )
    if rows:
        found.append(Table("Who does what by when", columns, rows))
    if options.next_date:
        found.append(Paragraph(f"Next talk: {day_text(options.next_date)}.", mark=Mark.SAID))
    return tuple(found)
