"""The open question: its words, its editor, the line for typed words, what went wrong. One widget, never replaced."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from aijri_engine.interview.path import Step
from aijri_engine.personal.asking import ask_text
from aijri_tui.screen.answer_input import AnswerInput
from aijri_tui.screen.choosing import Choosing, hints_of, offer_rows, option_rows
from aijri_tui.screen.choosing import start as start_choosing
from aijri_tui.screen.conversation import Conversation
from aijri_tui.screen.rows import EMPTY, READING_WIDTH, Row, Span, say
from aijri_tui.screen.sheet import Sheet
from aijri_tui.screen.split_editor import SplitEditor
from aijri_tui.screen.splitting import start as start_splitting

PROMPTS = {
    "choice": "or in your own words", "multi": "or in your own words", "yes_no": "or type it",
    "number": "a number, for example 6.5 or six and a half", "scale": "a number", "grid": "or in your own words",
    "split": "or a sentence: half training, a fifth design, the rest meetings",
    "text": "a few words; /skip leaves it open",
    "note": "enter goes on",
}  # fmt: skip
OPTION_KINDS = ("choice", "multi", "yes_no", "grid")


class OpenBlock(Vertical):
    """The question that is open now."""

    DEFAULT_CSS = """
    OpenBlock { height: auto; border-left: heavy $aijri-mark; padding: 0 0 0 1; }
    OpenBlock #options { margin-top: 1; }
    OpenBlock #line { height: auto; margin-top: 1; }
    OpenBlock.short #options, OpenBlock.short #line { margin-top: 0; }
    OpenBlock .absent { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id="open")
        self.key = ""
        self.talk: Conversation | None = None
        self.step: Step | None = None
        self.choosing: Choosing | None = None
        self.line_first = False
        """The line stands above the options, because below them it would be out of view."""

    def compose(self) -> ComposeResult:
        """Everything any kind of question needs; what is not needed is hidden."""
        yield Sheet(id="ask")
        yield SplitEditor(id="split")
        yield Sheet(id="options")
        with Vertical(id="line"):
            yield AnswerInput(id="words")
        yield Sheet(id="foot")

    @property
    def words(self) -> AnswerInput:
        """The line for typed words."""
        return self.query_one("#words", AnswerInput)

    @property
    def splitter(self) -> SplitEditor:
        """The editor of a time split."""
        return self.query_one("#split", SplitEditor)

    def show(self, talk: Conversation, step: Step | None) -> None:
        """Show the open question of this conversation; what was typed and picked stays while it is the same one."""
        new = (
            step is None or step.key != self.key or talk.interview is not (self.talk and self.talk.interview)
        )
        self.talk, self.step, self.key = talk, step, step.key if step else ""
        kind = step.asked.question.kind if step else ""
        if new:
            self.put_line(first=False)
            self._begin(talk, step)
        offers = talk.trouble.offers if talk.trouble else ()
        if self.choosing is not None and self.choosing.offers != offers:
            self.choosing = self.choosing.with_offers(offers)
        paused = bool(talk.paused)
        self.words.prompt("enter goes on" if paused else PROMPTS.get(kind, ""))
        self.splitter.set_class(kind != "split" or paused, "absent")
        options = self.query_one("#options", Sheet)
        options.set_class(paused or not (kind in OPTION_KINDS or talk.trouble), "absent")
        self.query_one("#ask", Sheet).show(self._ask_rows)
        options.show(self._option_rows)
        self.query_one("#foot", Sheet).show(self._foot_rows)
        self.query_one("#line").set_class(step is None and not paused, "absent")

    def _begin(self, talk: Conversation, step: Step | None) -> None:
        self.words.value = ""
        self.choosing = None
        if step is None:
            return
        value = step.value if step.value is not None else _kept(talk, step)
        self.choosing = start_choosing(step.asked, value)
        kind = step.asked.question.kind
        if kind == "split":
            self.splitter.edit(start_splitting(step.asked, talk.interview.clear(step.key).path.split, value))
        elif kind in ("text", "note", "number", "scale") and value is not None:
            self.words.value = f"{value:g}" if isinstance(value, float) else str(value)
            self.words.cursor_position = len(self.words.value)

    @property
    def has_options(self) -> bool:
        """The open question lists what can be chosen."""
        paused = bool(self.talk and self.talk.paused)
        return self.step is not None and self.step.asked.question.kind in OPTION_KINDS and not paused

    def put_line(self, first: bool) -> None:
        """Put the line for typed words above or below the options."""
        if first == self.line_first:
            return
        self.line_first = first
        line, options = self.query_one("#line"), self.query_one("#options", Sheet)
        if first:
            self.move_child(line, before=options)
        else:
            self.move_child(line, after=options)
        self.query_one("#ask", Sheet).show(self._ask_rows)
        self.redraw_options()

    def take_keys(self) -> None:
        """Put the focus where typing makes sense, without scrolling."""
        kind = self.step.asked.question.kind if self.step else ""
        has_offers = bool(self.talk and self.talk.trouble and self.talk.trouble.offers)
        paused = bool(self.talk and self.talk.paused)
        rows = kind == "split" and not has_offers and not paused and not self.words.value
        wanted = self.splitter if rows else self.words
        if not self.screen.focused or self.screen.focused is not wanted:
            wanted.focus(scroll_visible=False)

    def redraw_options(self) -> None:
        """After a move of the cursor."""
        options = self.query_one("#options", Sheet)
        options.show(self._option_rows)
        if self.choosing is not None:
            options.reveal(self.choosing.link)

    # ---------------------------------------------------------------- rows

    def _ask_rows(self, width: int) -> Sequence[Row]:
        talk, step = self.talk, self.step
        room = min(width, READING_WIDTH)
        if talk is None:
            return []
        if talk.paused:
            return say(talk.paused, room)
        if step is None:
            return []
        question = step.asked.question
        rows = say(ask_text(talk.interview, step.asked), room, "strong")
        if step.state == "stale":
            rows += say("This question has changed since you answered it.", room, "loud")
        rows += say(question.why, room, "muted")
        if talk.opened:
            rows += _opened(talk, step, room)
        if question.kind == "split":
            rows += [self._remainder(room)]
        if self.line_first and talk.trouble is not None:
            rows += say(talk.trouble.text, room, "problem")
        return rows

    def _remainder(self, width: int) -> Row:
        state = self.splitter.state
        role = "green" if state.done and state.left is not None else "loud"
        words = state.remainder_words()
        return (Span("  "), Span(f" {words} ", role), Span("  enter goes on" if state.done else "", "muted"))

    def _option_rows(self, width: int) -> Sequence[Row]:
        talk, state = self.talk, self.choosing
        if talk is None or state is None:
            return []
        room = min(width, READING_WIDTH)
        rows = option_rows(state, room) if state.kind in OPTION_KINDS else []
        if self.step is not None and self.step.asked.question.footer:
            rows += say(self.step.asked.question.footer, room, "muted", "  ")
        if talk.trouble is not None and self.line_first:
            offers = offer_rows(state, room)
            return [*offers, *([EMPTY] if offers else []), *rows]
        if talk.trouble is not None:
            rows += [EMPTY] if rows else []
            rows += say(talk.trouble.text, room, "problem")
            rows += offer_rows(state, room)
        return rows

    def _foot_rows(self, width: int) -> Sequence[Row]:
        talk, step = self.talk, self.step
        if talk is None or step is None:
            return []
        if talk.paused:
            return [EMPTY, (Span("go on", "accent", "say:go on"),)]
        room = min(width, READING_WIDTH)
        hints = " ".join(hints_of(step.asked))
        rows: list[Row] = [EMPTY]
        spans: list[Span] = []
        if step.asked.question.kind in ("multi", "grid", "split", "text", "number"):
            spans += [Span("done", "accent", "say:done"), Span(" · ", "muted")]
        if step.asked.question.kind == "split":
            spans += self._split_links()
        spans += [Span("not sure", "accent", "say:not sure"), Span(" · ", "muted"),
                  Span("rather not say", "accent", "say:rather not say"), Span(" · ", "muted"),
                  Span("skip", "accent", "say:skip")]  # fmt: skip
        rows.append(tuple(spans))
        if hints:
            rows += say(hints, room, "muted")
        return rows

    def _split_links(self) -> list[Span]:
        unit = "percent" if self.splitter.state.unit == "hours" else "hours"
        spans = [Span(f"in {unit}", "accent", "split:unit"), Span(" · ", "muted")]
        if (self.splitter.state.left or 0) > 0 and self.splitter.state.total:
            spans += [Span("rest to empty rows", "accent", "split:spread"), Span(" · ", "muted")]
        if self.splitter.state.may_add:
            spans += [Span("the role's mix", "accent", "say:typical"), Span(" · ", "muted")]
        return spans


def _opened(talk: Conversation, step: Step, width: int) -> list[Row]:
    question = step.asked.question
    rows: list[Row] = [EMPTY]
    if talk.opened == "help" and question.help:
        rows += say(question.help, width)
    for term, meaning in talk.interview.form.file.terms.items():
        if talk.opened == "help" and term in ask_text(talk.interview, step.asked):
            rows += say(meaning, width)
    rows += say(f"What it is used for: {question.moves}", width)
    for source in talk.interview.form.file.sources:
        if source.id in question.sources:
            rows += say(f"Source: {source.title}. {source.says or ''}", width, "muted")
    if talk.opened == "help":
        words = "back, edit, why, skip, not sure, rather not say, summary, score, what if, review, undo, quit"
        rows += say(f"You can type at any question: {words}.", width, "muted")
    return rows


def _kept(talk: Conversation, step: Step) -> object:
    """The value a reopened question had, to offer it again; canonical where it still fits."""
    from aijri_engine.interview.accept import accept
    from aijri_engine.interview.values import Problem

    before = talk.interview.earlier_value(step.key) if talk.interview.answers.get(step.key) is None else None
    if before is None:
        return None
    found = accept(step.asked, before, talk.interview.form, talk.interview.path.split)
    return None if isinstance(found, Problem) else found
