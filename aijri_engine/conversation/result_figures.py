"""What a figure is that a result prints: found by the figure that was typed, told by what it is or where it stands."""

import re
from collections.abc import Iterator

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.result_parts import Parts
from aijri_engine.conversation.telling import told_so
from aijri_engine.index import GREEN_FROM, YELLOW_FROM, zone_of
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.result import Result
from aijri_engine.personal.sayer import points
from aijri_engine.personal.spread import shown_band

FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,2})?(?![\d])")
_OF_A_FIGURE = re.compile(
    r"\b(?:what|why|explain)(?:'?s|’s| is| are| does)?(?: (?:the|that|this|my|about|is))* \d"
)
OF_A_HUNDRED = re.compile(r"(?<=\d) (?:of|out of|/) 100\b")
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
MOST_FIGURES = 2
"""Figures of one line that are explained [ours]."""


def printed_figures(result: Result, text: str) -> tuple[str, ...]:
    """What the printed figures are that a line asks about; empty for a line that asks about none."""
    put = told_so(text, shipped_answers().about_figures) or _OF_A_FIGURE.search(text.lower())
    if result.withheld or not put:
        return ()
    typed = [one.replace(",", ".") for one in FIGURE.findall(OF_A_HUNDRED.sub("", text))]
    low, high = (f"{end:.1f}" for end in shown_band(result.spread.range))
    if {low, high} <= {*typed}:
        parts = Parts(result)
        return (f"{parts.say.text('talk_figure_range', low=low, high=high)} {parts.part('widest')}",)
    found = (_what_it_is(result, one) for one in typed)
    return tuple(filter(None, dict.fromkeys(found)))[:MOST_FIGURES]


def _what_it_is(result: Result, typed: str) -> str:
    """What that figure is, by its place in the result; empty where it is printed nowhere."""
    for name, figure, beside in _named(result):
        whole = "." not in typed and int(float(typed)) in (int(figure), round(figure))
        if whole or typed == f"{figure:.1f}":
            shown = f"{figure:g}" if name == "talk_figure_line" else f"{figure:.1f}"
            return Parts(result).say.text(name, figure=shown, **beside)
    pattern = re.compile(rf"(?<![\d.]){re.escape(typed)}(?!\d|\.\d)")
    said = next((one for one in _sentences(result) if pattern.search(one)), "")
    if not said:
        return Parts(result).say.text("talk_figure_none", figure=typed) if "." in typed else ""
    low, high = shown_band(result.spread.range)
    beyond = "step" in said and not low <= float(typed) <= high
    told = Parts(result).say.text("talk_figure_said", figure=typed, said=said)
    return f"{told} {Parts(result).say.text('talk_figure_beyond')}" if beyond else told


def _named(result: Result) -> Iterator[tuple[str, float, dict[str, str]]]:
    """The name of a sentence, the figure it explains, and what else stands in it."""
    zone = result.assessment.zone.value
    low, high = shown_band(result.spread.range)
    yield "talk_figure_index", result.assessment.index, {"zone": zone}
    yield "talk_figure_low", low, {"zone": zone_of(low).value}
    yield "talk_figure_high", high, {"zone": zone_of(high).value}
    yield "talk_figure_base", result.base_assessment.index, {"origin": result.first_view.origin}
    yield "talk_figure_line", GREEN_FROM, {"zone": "Green"}
    yield "talk_figure_line", YELLOW_FROM, {"zone": "Yellow"}


def _sentences(result: Result) -> Iterator[str]:
    """What a result prints, sentence by sentence, the first view before the rest."""
    view, parts = result.first_view, Parts(result)
    because = [one.because for one in result.advice.steps]
    texts = [view.origin, view.leads, view.way_on, *because, *(one.text for one in result.sentences)]
    for text in texts:
        yield from SENTENCE_ENDS.split(text)
    for group in result.bridge.groups:
        yield f"{cause_name(group.cause, result.personal).capitalize()}: {points(group.shown)}."
    for task in result.personal.tasks:
        yield parts.task(task) if task.share else ""
