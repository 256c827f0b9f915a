"""What could change without the person, and whom this week resembles."""

from aijri_engine.personal.result import Result
from aijri_engine.report import texts
from aijri_engine.report.blocks import Block, Column, Definition, Definitions, Heading, Paragraph, Table
from aijri_engine.report.figures import index_text, inside, points_text, sentence
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import pictures
from aijri_engine.report.parts.figure import say
from aijri_engine.report.texts import editable


def outlook(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """Scenarios on the person's own numbers; none names a date."""
    chart = pictures.outlook(result)
    if chart is None:
        return ()
    columns = (
        Column("If", width=6), Column("Your index", True), Column("Change", True), Column("Zone", width=2),
        Column("Role's index", True),
    )  # fmt: skip
    rows = tuple(
        (
            row.scenario.title,
            index_text(row.index),
            points_text(row.points),
            row.zone,
            index_text(row.base_index),
        )
        for row in result.outlook
    )
    told = tuple(
        Definition(row.scenario.title, f"{sentence(row.scenario.assumptions)} {sentence(row.scenario.horizon)} "
                   f"To watch: {inside(sentence(row.scenario.watch))}")
        for row in result.outlook
    )  # fmt: skip
    return (
        Heading("If things change"),
        *editable("outlook", options),
        chart,
        Paragraph(texts.NO_FORECAST),
        Table("The figure in each case, yours and the role's", columns, rows),
        Heading("What each case assumes", 2),
        Definitions(told),
    )


def resemblance(result: Result) -> tuple[Block, ...]:
    """Published roles that this week leans towards."""
    landscape = result.interview.library.landscape
    found: list[Block] = [
        Paragraph(text) for text in say(result, "fit") if not text.startswith("The nearest")
    ]
    neighbours = result.fit.neighbours
    if neighbours:
        columns = (
            Column("Published role", width=4),
            Column("Index", True),
            Column("Zone", width=1),
            Column("Why named", width=5),
        )
        rows = tuple(
            (
                one.title,
                "" if one.index is None else index_text(one.index),
                one.zone or "",
                sentence(one.because),
            )
            for one in neighbours
        )
        found.append(Table("Roles this week resembles", columns, rows))
    else:
        found.append(Paragraph("The week does not lean towards any of the roles we compare with."))
    if landscape is not None:
        found.append(Paragraph(landscape.note, "note"))
    return (Heading("Who this resembles"), *found)
