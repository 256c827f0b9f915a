"""Two sittings of one person as a document: before, after, what moved, and whether it is worth believing."""

from typing import Any

from aijri_engine.index import one_decimal
from aijri_engine.personal.bridge import Bridge
from aijri_engine.personal.comparison import RESCORED, Comparison
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.result import Result
from aijri_engine.personal.spread import shown_band
from aijri_engine.report.blocks import (
    Block,
    BulletList,
    Column,
    Definition,
    Definitions,
    Document,
    Figure,
    Item,
    Paragraph,
    Section,
    Table,
)
from aijri_engine.report.charts import Gauge, Waterfall
from aijri_engine.report.figures import day_text, index_text, points_text, sentence, words_text
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import advice, closing, opening
from aijri_engine.report.parts.figure import bridge_rows_table

TITLE = "Your score, before and after"


def compared(found: Comparison, days: tuple[str, str], options: ReportOptions) -> Document:
    """The before/after document; `days` are those of the two sittings (YYYY-MM-DD)."""
    after = found.after
    role = after.interview.form.role.title
    return Document(
        title=TITLE,
        subtitle=f"AI job resistance index of a {role}: two sittings side by side",
        date=options.date,
        facts=_facts(found, days, options),
        summary=(*_summary(found, days), *(_short_limits(after) if options.short else ())),
        sections=() if options.short else tuple(
            one
            for one in (_moved(found), _answers(found), advice.plan(after, options), _limits(after),
                        closing.farewell(after, options))
            if one is not None
        ),
        appearance=options.appearance,
        data=data_of(found),
        steps=bridge_rows_table(found.bridge, after, ("Before", "After"), exact=True),
    )  # fmt: skip


def data_of(found: Comparison) -> dict[str, Any]:
    """The comparison for programs (`schema: aijri/compare/1`)."""
    return {
        "schema": "aijri/compare/1",
        "before": found.before.assessment.index,
        "after": found.after.assessment.index,
        "change": found.change,
        "smallest_change": round(found.smallest_change, 6),
        "believable": found.believable,
        "rescored": found.rescored,
        "bridge": bridge_data(found.bridge),
        "answers": [
            {"question": one.question, "before": one.before, "after": one.after} for one in found.answers
        ],
    }


def bridge_data(found: Bridge) -> list[dict[str, Any]]:
    """Every row of a bridge for programs."""
    return [
        {"cause": row.cause, "element": row.element, "points": round(row.points, 6), "shown": row.shown}
        for row in found.rows
    ]


def _facts(found: Comparison, days: tuple[str, str], options: ReportOptions) -> tuple[Definition, ...]:
    shared = [row for row in opening.facts(found.after, options) if row.term != "Result"]
    return (*shared, Definition("Sittings", " and ".join(day_text(day) for day in days)))


def _summary(found: Comparison, days: tuple[str, str]) -> tuple[Block, ...]:
    before, after = found.before, found.after
    low, high = shown_band(after.spread.range)
    chart = Gauge(after.assessment.index, low, high, before=before.assessment.index)
    blocks: list[Block] = [
        Paragraph(found.sentence, "lead"),
        Figure(chart, f"From {_stands(before)} to {_stands(after)}. Higher is safer."),
        Definitions(
            tuple(
                Definition(f"{name}, {day_text(day)}", sentence(f"{_stands(one)}. {one.first_view.meaning}"))
                for name, day, one in (("Before", days[0], before), ("After", days[1], after))
            )
        ),
    ]
    if found.rescored:
        blocks.append(Paragraph(RESCORED, "note"))
    return tuple(blocks)


def _stands(found: Result) -> str:
    low, high = (index_text(end) for end in shown_band(found.spread.range))
    zone = found.first_view.zone or "no zone with confidence"
    return f"{index_text(found.assessment.index)} ({zone}), between {low} and {high}"


def _moved(found: Comparison) -> Section:
    """Picture first, then every row."""
    groups = found.bridge.groups
    if not groups:
        return Section("moved", "What moved it", "nothing", (Paragraph("Nothing moved the figure."),), True)
    changes = tuple((cause_name(one.cause, found.after.personal), one.shown) for one in groups)
    ends = [one_decimal(end) for end in (found.bridge.start, found.bridge.end)]
    chart = Waterfall(("before", ends[0]), changes, ("after", ends[1])).shortened()
    told = f"{points_text(found.change)} in all."
    table = bridge_rows_table(found.bridge, found.after, ("Before", "After"), before=found.before)
    return Section("moved", "What moved it", told, (Figure(chart, told), table), front=True)


def _answers(found: Comparison) -> Section | None:
    if not found.answers:
        return None
    columns = (Column("Question", width=4), Column("Before", width=4), Column("After", width=4))
    rows = tuple((one.name, *map(words_text, one.words)) for one in found.answers)
    table = Table("Answers that changed", columns, rows)
    return Section("answers", "What you answered differently", f"{len(rows)} answers", (table,), front=True)


def _short_limits(after: Result) -> tuple[Block, ...]:
    two = after.interview.library.wording.report.two_sittings
    return (*closing.short_limits(after), Paragraph(two))


def _limits(after: Result) -> Section:
    wording = after.interview.library.wording
    told = (*wording.limits, wording.not_for, wording.report.two_sittings)
    return Section("limits", "What this is and is not", "", (BulletList(tuple(map(Item, told))),))
