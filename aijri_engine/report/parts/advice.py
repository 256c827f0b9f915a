"""What could be done: priced advice, steps outside the index, the plan; and what could change without the person."""

from dataclasses import replace

from aijri_engine.personal.advice import KEEP, LARGE, Step, size_word, speaks_of_the_figure
from aijri_engine.personal.result import Result
from aijri_engine.report import blocks as doc
from aijri_engine.report.figures import day_text, index_text, name_text, points_text, sentence, words_text
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts import pictures
from aijri_engine.report.parts.figure import editable, say
from aijri_engine.text import join_words, lowered

EFFORT = {
    "low": "low (up to 2 hours a week)",
    "medium": "medium (up to 5 hours a week)",
    "high": "high (more than 5 hours a week, or it needs agreement)",
}

BOX = "☐"
"""On paper a step can be ticked."""


def steps(result: Result, options: ReportOptions) -> doc.Section:
    """Three steps in full, to be ticked, with room for notes; and what helps whatever the figure is."""
    chosen = result.advice.steps
    found: list[doc.Block] = [*editable(result, "advice", options)]
    for number, one in enumerate(chosen, start=1):
        link = f"try:{one.strategy.id}" if one.priced else ""
        found += [
            doc.Heading(f"{BOX} {number}. {one.strategy.title}", 2, link),
            _in_full(one, number == 1),
            doc.WritingRoom(),
        ]
    shown = {one.strategy.id for one in chosen}
    others = [
        one
        for one in result.advice.outside
        if one.id not in shown and not (result.withheld and speaks_of_the_figure(one))
    ][: 0 if any(one.priced is None for one in chosen) else MOST_BESIDE]
    if others:
        items = tuple(doc.Item(f"{one.title}: {lowered(sentence(one.first_step))}") for one in others)
        found += [doc.Heading("Outside the index", 2), doc.BulletList(items)]
    gist = "; ".join(one.strategy.title for one in chosen) or "steps outside the index"
    return doc.Section("steps", "What you could do", gist, tuple(found), front=True)


AT_THE_TOP = "it stands with its reason at the top, under this week"
"""Of the step that the first view tells already."""


def _in_full(one: Step, told: bool) -> doc.Definitions:
    """A step with all that is known of it; what the first view has `told` of it is not said again."""
    strategy = one.strategy
    why = (doc.Definition("Why for you", sentence(one.because)),)
    if one.priced is None:
        worth = "nothing in the index; it helps all the same"
    else:
        worth = f"{size_word(one.priced.points)}: {join_words([name for name, _ in one.priced.moves])}"
    return doc.Definitions(
        (
            *(() if told else why),
            doc.Definition("First step", sentence(AT_THE_TOP if told else strategy.first_step)),
            doc.Definition("What it moves", sentence(worth)),
            doc.Definition("It worked if", sentence(strategy.worked)),
            doc.Definition("Take care", sentence(strategy.caution)),
            doc.Definition("Effort and time", sentence(f"{EFFORT[strategy.effort]}; {strategy.horizon}")),
        )
    )


def prices(result: Result) -> doc.Section | None:
    """What steps would move, in figures: large, medium and small stand with the steps themselves."""
    priced = () if result.withheld else result.advice.recommendations
    if not priced:
        return None
    proposed = {one.strategy.id for one in result.advice.steps}
    first = sorted(priced, key=lambda one: one.strategy.id not in proposed)[:MOST_PRICED]
    told = [one for one in priced if one in first]
    gist = "; ".join(f"{one.strategy.title} {points_text(one.shown)}" for one in told[:2])
    columns = (
        doc.Column("Step", width=6),
        doc.Column("Points", True),
        doc.Column("Low", True),
        doc.Column("High", True),
    )
    rows = tuple((one.strategy.title, *map(points_text, (one.shown, *one.range))) for one in told)
    table = doc.Table("The priced steps in figures, each alone, with its range", columns, rows)
    return doc.Section(
        "prices", "The steps in figures", gist, (doc.Paragraph(result.price_note, "note"), table)
    )


MOST_BESIDE = 1
"""Steps outside the index beside the three, where none of these is one [ours]."""

MOST_PRICED = 3
"""Priced steps that are listed in figures, those that are proposed before others; the JSON document has all of them."""


MOST_ON_ONE_PAGE = 3
"""Open acts that the one-page form has room for (one to three are agreed; wording, the coach's session)."""


def short_plan(result: Result, options: ReportOptions) -> tuple[doc.Block, ...]:
    """Plan and next talk for the one page."""
    acts = sorted((one for one in options.plan if not one.done), key=lambda one: one.date)[:MOST_ON_ONE_PAGE]
    found = plan(result, replace(options, plan=tuple(acts)), introduced=False)
    return () if found is None else (doc.Heading(found.title), *found.blocks)


def plan(result: Result, options: ReportOptions, introduced: bool = True) -> doc.Section | None:
    """The action plan, whom to ask and when to meet again; None where there is neither."""
    if not options.plan and not options.next_date:
        return None
    found: list[doc.Block] = [*editable(result, "plan", options)] if introduced else []
    columns = (
        doc.Column("What", width=5), doc.Column("Who", width=2), doc.Column("By when", width=3),
        doc.Column("How one will know", width=4),
    )  # fmt: skip
    rows = tuple(
        (
            f"{'☑' if one.done else BOX} {words_text(one.act)}",
            words_text(one.owner),
            day_text(one.date),
            words_text(one.sign_of_success),
        )
        for one in options.plan
    )
    if rows:
        found.append(doc.Table("Who does what by when", columns, rows))
    when = (*next_talk(options), *(() if introduced else contact(options)))
    found += [doc.Definitions(when)] if when else []
    gist = f"{len(rows)} agreed" + (f"; next talk {day_text(options.next_date)}" if options.next_date else "")
    return doc.Section("plan", "Plan", gist, tuple(found), front=True)


def next_talk(options: ReportOptions) -> tuple[doc.Definition, ...]:
    """When to meet again, and with whom; nothing where it is not known."""
    if not options.next_date:
        return ()
    whom = f", with {name_text(options.coach)}" if options.coach else ""
    at = f" at {options.next_time}" if options.next_time else ""
    return (doc.Definition("Next talk", f"{day_text(options.next_date)}{at}{whom}", doc.Mark.SAID),)


def contact(options: ReportOptions) -> tuple[doc.Definition, ...]:
    """How the practice is reached; nothing where it is not known."""
    told = words_text(options.appearance.contact)
    return (doc.Definition("Contact", told),) if told else ()


MOST_EXPLAINED = 2
"""Cases whose assumptions are printed: those that would move most; the role's page on the screen has all."""


def outlook(result: Result, options: ReportOptions) -> doc.Section | None:
    """Scenarios on the person's own numbers; none names a date."""
    chart = None if result.withheld else pictures.outlook(result)
    if chart is None:
        return None
    worst = min(result.outlook, key=lambda row: row.index)
    large = [row for row in result.outlook if abs(row.points) >= LARGE or row is worst]
    told = tuple(
        doc.Definition(row.scenario.title, sentence(row.scenario.assumptions))
        for row in sorted(large, key=lambda row: -abs(row.points))[:MOST_EXPLAINED]
    )
    kept = any(one.strategy.sort == KEEP for one in result.advice.steps)
    watch = f" The one to watch first: {lowered(worst.scenario.title)}. {sentence(worst.scenario.watch)}"
    figures = [row.index for row in result.outlook]
    gist = f"between {index_text(min(figures))} and {index_text(max(figures))}, as assumed; no forecast"
    blocks: tuple[doc.Block, ...] = (
        *editable(result, "outlook", options),
        chart,
        doc.Paragraph(f"{result.interview.library.wording.report.no_forecast}{'' if kept else watch}"),
        doc.Definitions(told),
    )
    return doc.Section("outlook", "If things change", gist, blocks)


def resemblance(result: Result) -> doc.Section | None:
    """Published roles near to this week by task mix and figure; none where none is near."""
    neighbours = () if result.withheld else result.fit.neighbours
    told: list[doc.Block] = []
    for one in neighbours:
        figure = "" if one.index is None else f" ({index_text(one.index)}, {one.zone})"
        told.append(doc.Paragraph(sentence(f"{one.title}{figure}: {one.because}")))
    told += [doc.Paragraph(text) for text in say(result, "fit") if not text.startswith("The nearest")]
    if not told:
        return None
    gist = "; ".join(one.title for one in neighbours) or "above every published role we compare with"
    return doc.Section("fit", "Who this resembles", gist, tuple(told), fine=True)
