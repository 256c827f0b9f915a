"""What could change without the person, and whom this week resembles."""

from aijri_engine.personal.result import Result
from aijri_engine.report import texts
from aijri_engine.report.blocks import Block, Definition, Definitions, Paragraph, Section
from aijri_engine.report.figures import index_text, inside, sentence
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import pictures
from aijri_engine.report.parts.figure import say
from aijri_engine.report.texts import editable


def outlook(result: Result, options: ReportOptions) -> Section | None:
    """Scenarios on the person's own numbers; none names a date."""
    chart = None if result.withheld else pictures.outlook(result)
    if chart is None:
        return None
    worst = min(result.outlook, key=lambda row: row.index)
    told = tuple(Definition(row.scenario.title, sentence(row.scenario.assumptions)) for row in result.outlook)
    watch = f"The one to watch first: {inside(worst.scenario.title)}. {sentence(worst.scenario.watch)}"
    figures = [row.index for row in result.outlook]
    gist = f"between {index_text(min(figures))} and {index_text(max(figures))}, as assumed; no forecast"
    blocks: tuple[Block, ...] = (
        *editable("outlook", options),
        chart,
        Paragraph(f"{texts.NO_FORECAST} {watch}"),
        Definitions(told),
    )
    return Section("outlook", "If things change", gist, blocks)


def resemblance(result: Result) -> Section | None:
    """Published roles near to this week by task mix and figure; none where none is near."""
    neighbours = () if result.withheld else result.fit.neighbours
    told: list[Block] = []
    for one in neighbours:
        figure = "" if one.index is None else f" ({index_text(one.index)}, {one.zone})"
        told.append(Paragraph(sentence(f"{one.title}{figure}: {one.because}")))
    told += [Paragraph(text) for text in say(result, "fit") if not text.startswith("The nearest")]
    if not told:
        return None
    gist = "; ".join(one.title for one in neighbours) or "above every published role we compare with"
    return Section("fit", "Who this resembles", gist, tuple(told))
