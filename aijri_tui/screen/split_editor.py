"""The time split on screen: one self-drawn widget over `splitting`, for keys, digits and the mouse."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from aijri_engine.text import cell_width, pad, shorten
from aijri_tui.screen.rows import Row, Span
from aijri_tui.screen.sheet import Sheet
from aijri_tui.screen.splitting import Splitting, plain

STEP, LARGE_STEP = 1.0, 5.0
"""Points per press of left/right, and of page keys."""

TYPING_PAUSE = 0.25
"""Seconds without a key after which the line for words takes the keys [ours]."""

FRACTIONS = " ▏▎▍▌▋▊▉"


class SplitEditor(Sheet):
    """Rows with bars. Digits type, left and right nudge, the mouse drags, space locks, enter goes on."""

    DEFAULT_CSS = "SplitEditor { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("left", "nudge(-1)", show=False),
        Binding("right", "nudge(1)", show=False),
        Binding("pageup", "nudge(5)", show=False),
        Binding("pagedown", "nudge(-5)", show=False),
        Binding("space", "lock", show=False),
        Binding("backspace,delete", "erase", show=False),
        Binding("enter", "done", show=False),
        Binding("f6", "unit", show=False),
        Binding("f7", "spread", show=False),
        Binding("home", "row(-99)", show=False),
        Binding("end", "row(99)", show=False),
    ]

    class Done(Message):
        """The person is done with the rows."""

    class Changed(Message):
        """Something in the rows changed."""

    class Typed(Message):
        """Something was typed that belongs to the line below: a sentence, or a name."""

        def __init__(self, key: str, sign: str) -> None:
            super().__init__()
            self.key, self.sign = key, sign

    class Paused(Message):
        """Nothing more was typed for a moment: the line below may have the keys."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(focusable=True, id=id)
        self.state = Splitting(())
        self.show(self._build)
        self._dragged: int | None = None
        self._writing = False
        self._run = ""
        """What was typed into the row without a break, and the rows before it (`_before`)."""
        self._before: Splitting | None = None
        self._pause: Timer | None = None

    def edit(self, state: Splitting) -> None:
        """Show these rows."""
        size = len(self.state.parts)
        self.state = state
        self._run = ""
        self.cursor = f"row:{state.cursor}"
        self._width = -1
        if len(state.parts) == size:
            self.refresh()
        else:
            self.clear_cached_dimensions()
            self.refresh(layout=True)
        self.post_message(self.Changed())

    # ---------------------------------------------------------------- drawing

    def _build(self, width: int) -> Sequence[Row]:
        state = self.state
        rows = [self._row(place, width) for place in range(len(state.parts))]
        if state.may_add:
            rows.append((Span("  "), Span("+ other work, in a row of its own", "accent", "split:add")))
        about = state.current.about if state.parts else ""
        if state.parts and state.current.own:
            about = "Type its name in a few words, and its figure."
        return [*rows, (Span(shorten(f"  {about}", width), "muted"),)]

    def _name_width(self) -> int:
        longest = max((cell_width(part.name or "other work") for part in self.state.parts), default=8)
        return min(22, max(8, longest))

    def _bar_start(self) -> int:
        return 2 + self._name_width() + 2 + 6 + 2

    def _row(self, place: int, width: int) -> Row:
        state, part = self.state, self.state.parts[place]
        here = place == state.cursor
        link = f"row:{place}"
        name = part.name or "other work"
        amount = state.amount(place)
        shown = f"{state.typing}_" if here and state.typing else "." if amount is None else plain(amount)
        note = "kept" if part.locked else ""
        if state.unit == "hours" and amount:
            note = f"{plain(round(state.percent(place), 1))} %" + (", kept" if part.locked else "")
        bar_width = max(0, width - self._bar_start() - 10)
        bar = _bar(state.percent(place) if amount else 0.0, bar_width)
        role = "strong" if here else "text"
        return (
            Span("› " if here else "  ", "accent", link),
            Span(pad(shorten(name, self._name_width()), self._name_width() + 2), role, link),
            Span(pad(shown, 6, "right"), "strong" if here or amount else "muted", link),
            Span("  ", "text", link),
            Span(pad(bar, bar_width), "accent" if here else "muted", link),
            Span(f" {note}", "muted", link),
        )

    # ---------------------------------------------------------------- keys

    def on_key(self, event: events.Key) -> None:
        """Digits change the row; letters begin a sentence."""
        sign = event.character or ""
        if self._writing or not self.display:
            self._pass_on(event)
            return
        if not sign or not event.is_printable or (sign == " " and not self._run):
            return
        if sign.isascii() and (sign.isdigit() or sign in ".," or (sign in "h%" and self.state.typing)):
            event.stop()
            event.prevent_default()
            before, run = (self._before, self._run) if self._run else (self.state, "")
            self.edit(self.state.type(sign))
            self._before, self._run = before, run + sign
        elif sign == "+":
            event.stop()
            self.edit(self.state.add_row())
        elif sign.isprintable():
            self._hand_over_digits()
            self._pass_on(event)

    def _hand_over_digits(self) -> None:
        """Digits that turn out to begin a sentence ("10h training, 20 debugging") leave the row and go with it."""
        run, before = self._run, self._before
        if run and before is not None:
            self.edit(before)
            for sign in run:
                self.post_message(self.Typed(sign, sign))

    def _pass_on(self, event: events.Key) -> None:
        """Once a sentence has begun every key belongs to it, in the order of typing, however fast it comes."""
        event.stop()
        event.prevent_default()
        self._writing = True
        sign = event.character if event.is_printable and event.character else ""
        self.post_message(self.Typed(event.key, sign))
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE, lambda: self.post_message(self.Paused()))

    def on_focus(self) -> None:
        """The keys are the rows' again."""
        self._writing = False
        self.refresh()

    def action_row(self, step: int) -> None:
        """Another row."""
        self.edit(self.state.move(step))

    def action_nudge(self, step: int) -> None:
        """A little more or less."""
        self.edit(self.state.nudge(float(step)))

    def action_lock(self) -> None:
        """Keep this row, or let it go."""
        self.edit(self.state.lock())

    def action_erase(self) -> None:
        """One digit less; an empty own row goes."""
        part = self.state.current
        if part.own and part.amount is None and not self.state.typing:
            self.edit(self.state.without_row())
        else:
            self.edit(self.state.erase())

    def action_unit(self) -> None:
        """Percent or hours."""
        self.edit(self.state.in_unit("percent" if self.state.unit == "hours" else "hours"))

    def action_spread(self) -> None:
        """Give the rest to the empty rows."""
        self.edit(self.state.spread_rest())

    def action_done(self) -> None:
        """Take the digits over and go to the next row; on a complete split, go on."""
        state = self.state
        later = state.parts[state.cursor + 1 :]
        if state.typing and later and (not state.taken().done or any(part.amount is None for part in later)):
            self.edit(state.move(1))
            return
        self.edit(state.taken())
        self.post_message(self.Done())

    # ---------------------------------------------------------------- mouse

    def on_click(self, event: events.Click) -> None:
        """Links of the editor; rows are handled when the button goes down."""
        event.stop()
        if self.link_at(event.x, event.y) == "split:add":
            self.edit(self.state.add_row())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A row under the mouse; on its bar, the share under the mouse."""
        if 0 <= event.y < len(self.state.parts):
            event.stop()
            self._dragged = event.y
            self.capture_mouse()
            self._pull(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull the bar along."""
        if self._dragged is not None:
            event.stop()
            self._pull(event.x)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        if self._dragged is not None:
            event.stop()
            self._dragged = None
            self.release_mouse()

    def _pull(self, x: int) -> None:
        if self._dragged is None:
            return
        start = self._bar_start()
        width = self.size.width - start - 10
        if x < start - 1 or width <= 0:
            self.edit(self.state.at(self._dragged))
        else:
            self.edit(self.state.drag(self._dragged, (x - start + 1) / width * 100))


def _bar(percent: float, width: int) -> str:
    """A bar in eighths of a cell, 100 percent being the whole width."""
    eighths = round(min(100.0, max(0.0, percent)) / 100 * width * 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (FRACTIONS[rest] if rest else "")
