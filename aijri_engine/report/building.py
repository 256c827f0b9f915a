"""From a result and options to a report document: the order of its sections, and nothing else."""

from aijri_engine.personal.document import to_json
from aijri_engine.personal.result import Result
from aijri_engine.report.blocks import Block, Document, Heading, Paragraph
from aijri_engine.report.figures import index_text
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import advice, closing, figure, opening, origins, outlook, pictures
from aijri_engine.report.texts import editable


def build(result: Result, options: ReportOptions) -> Document:
    """The report of one result. Pure: the date and everything else comes with the options."""
    title = "Your AIJRI"
    return Document(
        title=title,
        subtitle=_subtitle(result),
        date=options.date,
        facts=opening.facts(result, options),
        summary=_summary(result, options),
        body=() if options.short else _body(result, options),
        assessment=to_json(result),
        about=closing.about(result, options, title),
        tasks=figure.task_table(result),
        steps=figure.bridge_table(result),
        appearance=options.appearance,
    )


def _subtitle(result: Result) -> str:
    title = result.interview.form.role.title
    if result.status.name == "base":
        return f"How far the usual work of a {title} resists automation; nothing personal is in it yet"
    return f"How far the work of a {title} resists automation, worked out for one person"


def _summary(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """The first page, enough on its own: meaning, figure with range, what moved it, two steps, limits."""
    found: list[Block] = [*editable("opening", options)] if options.short else []
    found += [Paragraph(text, "lead") for text in figure.say(result, "meaning")]
    found += [
        Paragraph(" ".join(figure.say(result, "week"))),
        figure.headline(result),
        pictures.gauge(result),
    ]
    found.append(
        Paragraph(" ".join((figure.say(result, "stability")[0], *figure.above_all_published(result))))
    )
    chart = pictures.waterfall(result)
    base, own = index_text(result.base_assessment.index), index_text(result.assessment.index)
    if chart is not None:
        found += [Heading(f"From the role's {base} to your {own}"), chart]
    found += [Heading("What you could do first"), *advice.two_steps(result)]
    found += [Heading("What this is not"), *closing.short_limits(result)]
    return tuple(found)


def _body(result: Result, options: ReportOptions) -> tuple[Block, ...]:
    """Everything else, in the order of `aijri_engine/README.md` between purpose and reproducibility."""
    return (
        *opening.purpose(result, options),
        *opening.scale(options),
        *figure.index_and_range(result),
        *figure.lever(result),
        *figure.bridge(result),
        *figure.week(result),
        *figure.market(result),
        *advice.recommendations(result, options),
        *outlook.outlook(result, options),
        *outlook.resemblance(result),
        *origins.origins(result, options),
        *origins.quality(result, options),
        *origins.own_view(result),
        *advice.plan(options),
        *closing.limits(result),
        *closing.outside_indices(result),
        *closing.sources(result),
        *closing.reproducibility(result, options),
    )
