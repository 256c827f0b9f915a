"""The steps a person could take, as rows: their price, and everything about one when it is opened."""

from aijri_engine.personal.result import Result
from aijri_engine.text import cell_width, pad
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, heading, say
from aijri_tui.screen.result.view import View, topic


def advice_rows(found: Result, view: View, width: int) -> list[Row]:
    """Recommendations with their price; each can be opened."""
    advice = found.advice
    rows = heading("What you could do", width)
    lever, *more = topic(found, "lever") or [""]
    rows += say(lever, width)
    rows += [EMPTY] if lever else []
    if advice.recommendations:
        rows += say(found.price_note, width, "muted")
    else:
        rows += say("Nothing in our list of steps would raise your figure.", width)
    for number, one in enumerate(advice.recommendations, 1):
        link = f"advice:{one.id}"
        sign = "-" if link in view.opened else "+"
        figure = f"{one.shown:+.1f}"
        title = say(f"{number}. {one.strategy.title}", width - 10, "text", link=link, hang="   ")
        rows.append(
            (
                Span(f"{sign} ", "accent", link),
                *_wide(title[0], width - 9),
                Span(pad(figure, 6, "right"), "up", link),
            )
        )
        rows += [(Span("  "), *row) for row in title[1:]]
        if link in view.opened:
            rows += opened_advice(found, one.id, width)
    for text in more:
        rows += [EMPTY, *say(text, width)]
    if advice.outside:
        rows += [EMPTY, *say("Outside the index, without a price", width, "muted")]
        for step in advice.outside:
            link = f"outside:{step.id}"
            rows += say(
                f"{'-' if link in view.opened else '+'} {step.title}", width, "text", link=link, hang="  "
            )
            if link in view.opened:
                rows += say(f"First step: {step.first_step}", width, "muted", "    ")
    return rows


def _wide(row: Row, width: int) -> Row:
    used = sum(cell_width(span.text) for span in row)
    return (*row, Span(" " * max(0, width - used), "text", row[-1].link))


def opened_advice(found: Result, strategy_id: str, width: int) -> list[Row]:
    """Everything about one recommendation."""
    one = next(one for one in found.advice.recommendations if one.id == strategy_id)
    plan = one.strategy
    sdc = found.spread.smallest_change
    word = "larger" if abs(one.shown) > sdc else "smaller"
    origin = "Published strategy." if plan.published else "Our own suggestion."
    parts = (
        (
            f"To {one.index_then:.1f}; between {one.low:+.1f} and {one.high:+.1f} when your answers are varied. "
            f"This is {word} than a second sitting could confirm ({sdc:.1f})."
        ),
        f"Priced as: {one.priced_as}.",
        f"Because: {one.because}",
        f"First step: {plan.first_step}",
        f"It worked when: {plan.worked}",
        f"Caution: {plan.caution}",
        f"Effort {plan.effort}, horizon {plan.horizon}. {origin}",
    )
    rows: list[Row] = []
    for text in parts:
        rows += say(text, width, "muted", "     ")
    rows += say("try it in the what-if", width, "accent", "     ", f"try:{plan.id}")
    return [*rows, EMPTY]
