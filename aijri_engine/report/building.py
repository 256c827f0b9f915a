"""One telling of a result: what is said first, and the sections in their order, for every face and every paper."""

from dataclasses import replace

from aijri_engine.interview.answers_source import write_answers
from aijri_engine.personal.document import to_json
from aijri_engine.personal.result import Result
from aijri_engine.report.blocks import Block, Document, Paragraph, Section
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import advice, closing, figure, first_page, opening, origins, ways_on

TITLE = "AI and your work"
"""What the figure is, in plain words; its name stands below."""


def build(result: Result, options: ReportOptions) -> Document:
    """The report of one result. Pure: the date and everything else comes with the options."""
    return Document(
        title=TITLE,
        subtitle=first_page.subtitle_of(result),
        date=options.date,
        facts=opening.facts(result, options),
        summary=_summary(result, options),
        sections=()
        if options.short
        else tuple(_with_purpose(result, one) for one in sections(result, options)),
        cover=opening.cover(result, options),
        data=to_json(result),
        answers=write_answers(result.interview),
        tasks=figure.task_table(result, exact=True),
        steps=figure.bridge_table(result, exact=True),
        appearance=options.appearance,
    )


def _summary(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """The first page, enough on its own; the short form carries the limits on it."""
    also = (*advice.short_plan(result, options), *closing.short_limits(result)) if options.short else ()
    return (*first_page.blocks(result), *also)


def _with_purpose(result: Result, section: Section) -> Section:
    """On paper a part says below its heading what it is for."""
    purpose = result.interview.library.wording.report.parts.get(section.id)
    return replace(section, blocks=(Paragraph(purpose, "note"), *section.blocks)) if purpose else section


def sections(result: Result, options: ReportOptions) -> tuple[Section, ...]:
    """Everything that opens from the first view, in the order of `aijri_engine/README.md`."""
    found = (
        figure.week(result),
        origins.reading(result, options),
        advice.plan(result, options),
        advice.steps(result, options),
        figure.doubt(result),
        figure.lever(result),
        figure.bridge(result),
        figure.market(result),
        advice.prices(result),
        figure.scores(result),
        advice.outlook(result, options),
        ways_on.section(result),
        advice.resemblance(result),
        origins.origins(result, options),
        closing.limits(result),
        opening.scale(result, options),
        opening.purpose(result, options),
        closing.sources(result),
        closing.reproducibility(result, options),
        closing.farewell(result, options),
    )
    return tuple(one for one in found if one is not None and one.blocks)
