"""The first view as blocks: one minute of reading."""

from aijri_engine.personal.advice import KEEP
from aijri_engine.personal.result import Result
from aijri_engine.report.blocks import Block, Definition, Definitions, Figure, Headline, Paragraph
from aijri_engine.report.figures import sentence
from aijri_engine.report.parts import pictures
from aijri_engine.text import a_or_an

INDEX = "AI job resistance index (AIJRI)"
"""The name of the figure, said once and small."""

SCALE = "Higher is safer."

THIS_WEEK = "This week (2 h)"
"""What every first step is held to."""

OF_A_TABLE = {"derived": ", starting table: {}", "own_table": ", {}, by your own rating"}
"""How a title goes on where no role is worked in."""


def title_of(result: Result) -> str:
    """The title of a result on a terminal."""
    whose = _of_a_table(result) or f": {result.interview.form.role.title}"
    return f"How well your work resists AI{whose}"


def subtitle_of(result: Result) -> str:
    """Whose score it is and what it is called, below the title of a report."""
    whose = _of_a_table(result) or f" as {a_or_an(result.interview.form.role.title)}"
    return f"Your score{whose}: {INDEX}"


def _of_a_table(result: Result) -> str:
    role = result.interview.form.role
    kind = "derived" if role.derived else "own_table" if role.own_table else ""
    return OF_A_TABLE[kind].format(role.title) if kind else ""


def blocks(result: Result) -> tuple[Block, ...]:
    """Meaning, figure on its scale, what made the difference, one step and why, what would sharpen it."""
    view = result.first_view
    week = f"{sentence(view.week)} " if view.week else ""
    found: list[Block] = [Paragraph(f"{week}{view.meaning}", "lead")]
    if view.index:
        means = f": {view.zone_means}" if view.zone_means else ""
        found.append(Headline(view.index, f"{view.zone}{means}", SCALE))
    found.append(Figure(pictures.gauge_of(result), view.doubt))
    rows = []
    term = "What moved it" if view.differences else "Where it starts"
    rows.append(Definition(term, " ".join((view.origin, *view.differences))))
    if view.step is not None:
        rows.append(Definition(THIS_WEEK, sentence(view.step.strategy.first_step)))
        rows.append(Definition("Why this one", f"{sentence(view.step.because)} {view.leads}".strip()))
    if view.way_on:
        rows.append(Definition("Other work near", sentence(view.way_on)))
    if view.sharpen:
        term = "Not final yet" if result.status.name == "provisional" else "More exact"
        rows.append(Definition(term, sentence(view.sharpen)))
    rows.append(Definition("What it is not", sentence(view.is_not)))
    return (*found, Definitions(tuple(rows)))


def in_words(result: Result) -> tuple[Block, ...]:
    """The result without its figure, its zone or any other figure near it."""
    found: list[Block] = [
        Paragraph(one.text, "lead")
        for one in result.sentences
        if one.topic == "meaning" and not result.withheld
    ]
    if result.first_view.week:
        found.append(Paragraph(sentence(result.first_view.week)))
    rows = [
        Definition(one.strategy.title, sentence(one.strategy.first_step))
        for one in result.advice.steps
        if one.strategy.sort != KEEP
    ]
    rows.append(Definition("What it is not", sentence(result.first_view.is_not)))
    return (*found, Definitions(tuple(rows)))
