"""The one telling of a result as rows: the first view, then a line for each part that can be opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.result import Result
from aijri_engine.report.blocks import (
    SIGNS,
    Appendix,
    Block,
    BulletList,
    Definitions,
    Document,
    Figure,
    Heading,
    Headline,
    Mark,
    Paragraph,
    Quotation,
    Section,
    Table,
    WritingRoom,
)
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.report.parts import first_page
from aijri_engine.report.parts.advice import BOX
from aijri_engine.report.renderers.text import text_of
from aijri_engine.text import shorten
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, Span, from_chart, heading, hung, say, way


@dataclass(frozen=True, slots=True)
class View:
    """How a result is looked at."""

    figure: bool = True
    """False: the words without the figure."""
    opened: frozenset[str] = frozenset()
    """Links that are opened to show more."""


def toggled(view: View, link: str) -> View:
    """The view with a link opened or closed."""
    return View(view.figure, view.opened ^ {link})


def topic(found: Result, name: str) -> list[str]:
    """Sentences of one topic."""
    return [one.text for one in found.sentences if one.topic == name]


CLOSED, OPEN = "▸ ", "▾ "
"""Signs of a part that can be opened, and of an open one."""


def result_rows(document: Document, found: Result, view: View, width: int) -> list[Row]:
    """The whole result for a width."""
    room = min(width, READING_WIDTH)
    if not view.figure:
        rows = blocks_rows(first_page.in_words(found), room)
        words = "Show the whole result" if found.withheld else "Show the figure"
        return [*rows, EMPTY, *way("figure:show", words, room)]
    rows = first_rows(document.summary, found, room)
    for section in document.sections:
        rows += section_rows(section, view, room)
    return rows


def zone_words(found: Result) -> str:
    """The zone with how stable it is; the sub-labels stand lower down."""
    return found.first_view.zone or "no zone with confidence"


def first_rows(blocks: Sequence[Block], found: Result, width: int) -> list[Row]:
    """The first view, close together so that it stands in one window."""
    rows: list[Row] = []
    note = ""
    for block in blocks:
        if isinstance(block, Headline):
            zone = found.assessment.zone.value.lower() if found.first_view.zone_means else "text"
            rows += hung(f"{block.index}   ", block.zone, width, zone, head_role="strong")
            note = f"{block.note} "
        elif isinstance(block, Figure):
            rows += chart_rows(replace(block, sentence=f"{note}{block.sentence}"), width)
        elif isinstance(block, Definitions):
            for row in block.rows:
                first, *more = say(f"{row.term}: {row.text}", width)
                head, rest = first[0].text[: len(row.term) + 1], first[0].text[len(row.term) + 1 :]
                rows += [(Span(head, "strong"), Span(rest)), *more]
        else:
            rows += block_rows(block, width)
    return rows


def chart_rows(figure: Figure, width: int) -> list[Row]:
    """A chart and its sentence."""
    return [*from_chart(chart_lines(figure.chart, width)), *say(figure.sentence, width, "muted")]


def section_rows(section: Section, view: View, width: int) -> list[Row]:
    """The line of a part, and the part itself where it is open."""
    link = f"section:{section.id}"
    if link in view.opened:
        title = say(f"{OPEN}{section.title}", width, "strong", link=link)
        return [EMPTY, *title, *blocks_rows(section.blocks, width), EMPTY]
    text = shorten(f"{CLOSED}{section.title}: {section.gist}", width)
    sign = len(CLOSED) + len(section.title)
    return [(Span(text[:sign], "accent", link), Span(text[sign:], "muted", link))]


def blocks_rows(blocks: Sequence[Block], width: int) -> list[Row]:
    """Blocks one under the other."""
    rows: list[Row] = []
    for block in blocks:
        rows += block_rows(block, width)
    return rows


def block_rows(block: Block, width: int) -> list[Row]:
    """One block as rows."""
    match block:
        case Heading():
            told = heading(block.text.removeprefix(f"{BOX} "), width)
            return (
                [*told, *say("try it in the what-if", width, "accent", link=block.link)]
                if block.link
                else told
            )
        case Paragraph():
            return say(
                f"{_sign(block.mark)}{block.text}", width, "muted" if block.style == "note" else "text"
            )
        case Figure():
            return [EMPTY, *chart_rows(block, width), EMPTY]
        case Definitions():
            rows: list[Row] = []
            for row in block.rows:
                rows += say(f"{_sign(row.mark)}{row.term}: {row.text}", width, hang="  ")
            return rows
        case BulletList():
            rows = []
            for number, one in enumerate(block.items, 1):
                mark = _sign(one.mark) or (f"{number}. " if block.numbered else "· ")
                rows += say(f"{mark}{one.whole}", width, hang="  ")
            return rows
        case WritingRoom() | Appendix():
            return []
        case Table() | Quotation() | Headline():
            return [(Span(line),) for line in ("", *text_of([block], width).split("\n"))]


def _sign(mark: Mark | None) -> str:
    return f"{SIGNS[mark]} " if mark else ""


def talk_rows(interview: Interview, width: int) -> list[Row]:
    """What to ask once the result is seen; nothing without a coach."""
    if not interview.guided:
        return []
    rows = [*heading("For the talk", width), EMPTY]
    for number, words in enumerate(interview.library.wording.coach.talk, 1):
        rows += hung(f"{number}  ", words, width, head_role="muted")
    return [*rows, EMPTY, *way("card", "Open the client's card: plan, notes, next date", width), EMPTY]
