"""The time split on screen: one self-drawn widget over `splitting`, for keys, digits and the mouse."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from aijri_tui.screen.interview.editors.split_rows import bar_start, bar_width, split_rows
from aijri_tui.screen.interview.editors.split_state import Splitting
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.line_input import LONGEST_TYPED, AnswerInput, TypeAhead
from aijri_tui.screen.kit.rows import Row, links_of
from aijri_tui.screen.kit.sheet import Sheet

TYPING_PAUSE = 0.25
"""Seconds without a key after which the line for words takes the keys [ours]."""


class SplitWidget(Sheet):
    """Rows with bars. Digits type, left and right nudge, the mouse drags, space locks, enter goes on."""

    DEFAULT_CSS = "SplitWidget { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "unit", show=False),
        Binding("f7", "spread", show=False),
    ]
    AT_ONCE: ClassVar[dict[str, str]] = {
        "up": "row(-1)", "down": "row(1)", "left": "nudge(-1)", "right": "nudge(1)", "pageup": "nudge(5)",
        "pagedown": "nudge(-5)", "space": "lock", "backspace": "erase", "delete": "erase", "enter": "done",
        "home": "row(-99)", "end": "row(99)",
    }  # fmt: skip
    """Keys carried out in the order of typing: a binding would let a digit typed after them overtake them."""

    class Done(Message):
        """The person is done with the rows."""

    class Changed(Message):
        """Something in the rows changed."""

        def __init__(self, by_hand: bool) -> None:
            super().__init__()
            self.by_hand = by_hand

    class Typed(Message):
        """Something was typed that belongs to the line below: a sentence, or a name."""

        def __init__(self, key: str, sign: str) -> None:
            super().__init__()
            self.key, self.sign = key, sign

    class Paused(Message):
        """Nothing more was typed for a moment: the line below may have the keys."""

    def __init__(self, id: str | None = None, ahead: TypeAhead | None = None) -> None:
        """`ahead` keeps what comes while an answer is saved."""
        super().__init__(focusable=True, id=id)
        self.state = Splitting(())
        self.show(self._build)
        self._ahead = ahead
        self._dragged: int | None = None
        self._writing = False
        self._run = ""
        """What was typed into the row without a break, and the rows before it (`_before`)."""
        self._before: Splitting | None = None
        self._pause: Timer | None = None
        self._unheard = False
        """Figures belong to a row that was asked for and could not be added: they reach no other one."""

    def edit(self, state: Splitting, by_hand: bool = False) -> None:
        """Show these rows; those that another hand put here begin without a sentence under way."""
        if not by_hand:
            self._stop_writing()
        lines = len(self._rows)
        self.state = state
        self._run = ""
        self.cursor = f"row:{state.cursor}"
        self._width = -1
        if self.size.width and len(self.rows(self.size.width)) == lines:
            self.refresh()
        else:
            self._width = -1
            self.clear_cached_dimensions()
            self.refresh(layout=True)
        self.post_message(self.Changed(by_hand))

    def _change(self, state: Splitting) -> None:
        self.edit(state, by_hand=True)

    def _build(self, width: int) -> Sequence[Row]:
        return split_rows(self.state, width)

    def _bar_start(self) -> int:
        return bar_start(self.state, self.size.width)

    # ---------------------------------------------------------------- keys

    async def on_key(self, event: events.Key) -> None:
        """Digits change the row; letters begin a sentence."""
        if self._ahead is not None and self._ahead.keeps(event):
            return
        if await self.play(event.key, (event.character or "") if event.is_printable else ""):
            event.stop()
            event.prevent_default()

    async def play(self, key: str, sign: str) -> bool:
        """Do what a key does here; False for keys that mean nothing to rows or line."""
        if self._writing or not self.display:
            return self._pass_on(key, sign)
        unheard, self._unheard = self._unheard and self.is_figure(sign), False
        if key in self.AT_ONCE and not (key == "space" and self._run):
            await self.run_action(self.AT_ONCE[key])
        elif unheard:
            self._unheard = True
        elif self.is_figure(sign):
            self.type_figure(sign)
        elif sign == "+":
            self._unheard = self.state.crowded
            self._change(self.state.add_row())
        elif sign:
            self._hand_over_digits(sign)
            self._write(key, sign)
        return bool(sign) or key in self.AT_ONCE

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is a sentence."""
        event.stop()
        text = safe_text.line(event.text, LONGEST_TYPED)
        kept = self._ahead is not None and self._ahead.keeps(event)
        if text and not kept:
            self._hand_over_digits()
            self._write("", text)

    @property
    def figure_begun(self) -> bool:
        """A figure is being typed into a row."""
        return bool(self._run)

    def is_figure(self, sign: str) -> bool:
        """The sign belongs to a figure in the row under the cursor."""
        return bool(sign) and (sign in "0123456789.," or (sign in "h%:" and bool(self.state.typing)))

    def type_figure(self, sign: str) -> None:
        """One more sign of the figure in the row under the cursor."""
        self._stop_writing()
        before, run = (self._before, self._run) if self._run else (self.state, "")
        self._change(self.state.type(sign))
        self._before, self._run = before, run + sign

    def _hand_over_digits(self, sign: str = " ") -> None:
        """Digits that turn out to begin a sentence ("10h training, 20 debugging") leave the row and go with it.

        At a row of other work its name follows them, and they stay, but for one digit that a letter follows ("3D").
        """
        begins_name = len(self._run) == 1 and sign.isalpha()
        if self.state.current.own and not self.state.trouble and not begins_name:
            self._change(self.state.taken())
            return
        for sign in self.take_back():
            self.post_message(self.Typed(sign, sign))

    def take_back(self) -> str:
        """What was typed into the row without a break, which then is as it was before."""
        run, before = self._run, self._before
        if not run or before is None:
            return ""
        self._change(before)
        return run

    def _pass_on(self, key: str, sign: str) -> bool:
        """Once a sentence has begun every key of a line belongs to it, however fast it comes."""
        if not sign and key not in AnswerInput.AT_ONCE:
            return False
        if key == "enter" and self._ahead is not None:
            self._ahead.send()
        self._write(key, sign)
        return True

    def _write(self, key: str, sign: str) -> None:
        self._writing = True
        self.post_message(self.Typed(key, sign))
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE, lambda: self.post_message(self.Paused()))

    def _stop_writing(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._writing = False

    def on_focus(self) -> None:
        """The keys are the rows' again."""
        self._writing = False
        self.refresh()

    def action_row(self, step: int) -> None:
        """Another row."""
        self._change(self.state.move(step))

    def action_nudge(self, step: int) -> None:
        """A little more or less."""
        self._change(self.state.nudge(float(step)))

    def action_lock(self) -> None:
        """Keep this row, or let it go."""
        self._change(self.state.lock())

    def action_erase(self) -> None:
        """One digit less; an empty own row goes."""
        part = self.state.current
        if part.own and part.amount is None and not self.state.typing:
            self._change(self.state.without_row())
        else:
            self._change(self.state.erase())

    def action_unit(self) -> None:
        """Percent or hours."""
        self._change(self.state.in_unit("percent" if self.state.unit == "hours" else "hours"))

    def action_spread(self) -> None:
        """Give the rest to the empty rows."""
        self._change(self.state.spread_rest())

    def action_done(self) -> None:
        """Take the digits over and go to the next row; on a complete split, go on."""
        state = self.state
        later = state.parts[state.cursor + 1 :]
        if state.typing and later and (not state.taken().done or any(part.amount is None for part in later)):
            self._change(state.move(1))
            return
        self.edit(state.taken())
        if state.trouble:
            return
        if self._ahead is not None:
            self._ahead.send()
        self.post_message(self.Done())

    # ---------------------------------------------------------------- mouse

    def on_click(self, event: events.Click) -> None:
        """Links of the editor; rows are handled when the button goes down."""
        event.stop()
        event.prevent_default()
        if self.link_at(event.x, event.y) == "split:add":
            self._change(self.state.add_row())

    def _place_at(self, y: int) -> int | None:
        """The row of the split that is painted there; a long name takes several lines."""
        rows = self.rows(self.size.width)
        link = next(iter(links_of(rows[y : y + 1])), "") if y >= 0 else ""
        return int(link.removeprefix("row:")) if link.startswith("row:") else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A row under the mouse; on its bar, the share under the mouse."""
        place = self._place_at(event.y)
        if place is not None:
            event.stop()
            self._dragged = place
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
        start, width = self._bar_start(), bar_width(self.state, self.size.width)
        if x < start - 1 or width <= 0:
            self._change(self.state.at(self._dragged))
        else:
            self._change(self.state.drag(self._dragged, (x - start + 1) / width * 100))
