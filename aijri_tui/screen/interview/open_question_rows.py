"""The open question in rows: its words, what was just said about it, and what can be done below it."""

from collections.abc import Sequence

from aijri_engine.conversation import COMMANDS, Conversation
from aijri_engine.conversation.commands import explained, words_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding.replies import split_example
from aijri_engine.personal.asking import ask_text
from aijri_engine.text import cell_width
from aijri_tui.screen.interview.editors import Editor
from aijri_tui.screen.interview.editors.editor import offer_rows
from aijri_tui.screen.interview.editors.split_rows import remainder_words
from aijri_tui.screen.interview.editors.split_state import Splitting
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, row_width, say

BETWEEN = " · "

SHOWN = 0.05
"""Points of time; less is displayed as nothing left."""

EDITING = "enter keeps or changes your answer; esc leaves it as it was"
"""What is said below an answer that was opened again."""

OWN_ROW = "its name, in a few words"
"""What stands in the line while the cursor is on a row of other work."""


def prompt_of(talk: Conversation, editor: Editor | None, state: Splitting) -> str:
    """What stands in the line while nothing is typed; `state` is of the rows where time is divided."""
    if talk.paused or editor is None:
        return "enter goes on"
    if editor.divides and state.parts and state.current.own:
        return OWN_ROW
    return editor.prompt.replace("{example}", split_example(editor.asked))


def question_rows(talk: Conversation, step: Step, width: int) -> list[Row]:
    """The question and why it is asked; its name alone where an earlier answer is to be confirmed."""
    if talk.in_short(step):
        return [*say(step.asked.name, width, "strong"), *say(talk.earlier_words(step), width, "accent")]
    rows = say(ask_text(talk.interview, step.asked), width, "strong")
    if step.state == "stale":
        rows += say("This question has changed since you answered it.", width, "loud")
    rows += say(step.asked.question.why, width, "muted")
    return rows + say(talk.earlier_words(step), width, "accent") if talk.earlier_words(step) else rows


def opened_rows(talk: Conversation, width: int) -> list[Row]:
    """What `why` or `help` says, or the reply to a question of the person."""
    rows: list[Row] = [EMPTY]
    for words in (*explained(talk), *talk.reply):
        rows += say(words, width)
    if talk.opened == "help":
        rows += say(f"You can type at any question: {', '.join(map(words_of, COMMANDS))}.", width, "muted")
    return rows


def ask_rows(
    talk: Conversation, step: Step | None, divided: Splitting | None, trouble_here: bool, width: int
) -> list[Row]:
    """The question with what was opened or replied; `divided` are the rows of a week, whose remainder is told."""
    if talk.paused:
        return say(talk.paused, width)
    if step is None:
        return []
    rows = question_rows(talk, step, width)
    if talk.opened or talk.reply:
        rows += opened_rows(talk, width)
    if trouble_here and talk.trouble is not None:
        rows += say(talk.trouble.text, width, "problem")
    return rows + ([remainder_row(divided)] if divided is not None else [])


def option_rows(
    talk: Conversation, editor: Editor, rows: list[Row], offers_first: bool, width: int
) -> list[Row]:
    """The rows of the options, with what went wrong and what is offered instead."""
    if talk.trouble is None:
        return rows
    offers = offer_rows(editor, width, talk.numbered)
    if offers_first:
        return [*offers, *([EMPTY] if offers else []), *rows]
    return [*rows, *([EMPTY] if rows else []), *say(talk.trouble.text, width, "problem"), *offers]


def plain_option_rows(step: Step | None, asking: Editor | None, width: int) -> list[Row]:
    """The options and what stands below them; `asking` is None while nothing is asked."""
    rows = asking.own_rows(width) if asking is not None else []
    footer = step.asked.question.footer if step is not None else None
    return rows + say(footer, width, "muted", "  ") if footer else rows


def remainder_row(state: Splitting) -> Row:
    """What is left to give: the loudest thing until nothing is."""
    role = "green" if state.done and state.left is not None else "loud"
    words = remainder_words(state)
    return (Span("  "), Span(f" {words} ", role), Span("  enter goes on" if state.done else "", "muted"))


def foot_rows(talk: Conversation, editor: Editor, state: Splitting, width: int) -> Sequence[Row]:
    """What else can be done here, by a click or by typing these words."""
    if talk.paused:
        return [EMPTY, (Span("go on", "accent", "say:go on"),)]
    links = [("done", "say:done")] if editor.put_together else []
    if editor.divides:
        links += _split_links(state)
    links += [(words, f"say:{words}") for words in ("not sure", "rather not say", "skip")]
    hints = EDITING if talk.editing else editor.hint
    return [EMPTY, *_link_rows(links, width), *(say(hints, width, "muted") if hints else [])]


def _link_rows(links: Sequence[tuple[str, str]], width: int) -> list[Row]:
    """What can be done, side by side; none of it is cut."""
    rows: list[list[Span]] = [[]]
    for words, link in links:
        if rows[-1] and row_width(tuple(rows[-1])) + cell_width(BETWEEN + words) > width:
            rows.append([])
        rows[-1] += [*([Span(BETWEEN, "muted")] if rows[-1] else []), Span(words, "accent", link)]
    return [tuple(row) for row in rows]


def _split_links(state: Splitting) -> list[tuple[str, str]]:
    links = [(f"in {'percent' if state.unit == 'hours' else 'hours'}", "split:unit")]
    left = state.left or 0.0
    if state.total and abs(left) >= SHOWN:
        to = "empty rows" if state.has_takers else "the other rows"
        links.append((f"rest to {to}" if left > 0 else "take it from the other rows", "split:spread"))
    if state.may_add:
        links += [("the role's mix", "say:typical"), ("from a calendar", "say:from a file")]
    return links
