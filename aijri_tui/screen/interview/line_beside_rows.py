"""The line for typed words beside the rows of a split: what of it is a figure, a name or an amount of a row."""

from aijri_engine.interview.form import Asked, Form
from aijri_tui.screen.interview.editors.split_filling import amount_given, row_named
from aijri_tui.screen.interview.editors.split_widget import SplitWidget
from aijri_tui.screen.kit.line_input import AnswerInput


class LineBesideRows:
    """Gives what is typed to the rows where it is meant for them, and the keys with it."""

    def __init__(self, words: AnswerInput, rows: SplitWidget) -> None:
        self._words, self._rows = words, rows
        self._naming = False
        """The words being typed name a row of other work."""

    def begin_words(self) -> None:
        """A line begins: on a row of other work it is its name."""
        if not self._words.value:
            self._naming = self._rows.display and self._rows.state.current.own

    def takes(self, typed: str, asked: Asked, form: Form) -> bool:
        """Whether a line names the row of other work under the cursor, or is one amount (`8 h 30 min`) for its row."""
        naming, self._naming = self._naming, False
        state = row_named(self._rows.state, asked, form, typed) if naming else None
        if state is None and self._rows.display:
            state = amount_given(self._rows.state, typed)
        if state is None:
            return False
        self._rows.edit(state)
        self._words.value = ""
        self._rows.focus(scroll_visible=False)
        return True

    def takes_sign(self, sign: str, offered: int) -> bool:
        """A digit over nothing, or words not taken, begins a figure in the rows; the number of an offer does not."""
        if self._rows.figure_begun and not self._words.value:
            self._go_on(sign)
            return True
        over = not self._words.value or self._words.value == self._words.selected_text
        if sign not in "0123456789" or not over or 0 < int(sign) <= offered:
            return False
        self._words.value = ""
        self._rows.focus(scroll_visible=False)
        self._rows.type_figure(sign)
        return True

    def _go_on(self, sign: str) -> None:
        """One more sign before the rows have the keys; a figure that turns out to begin a sentence goes with it."""
        if self._rows.is_figure(sign):
            self._rows.type_figure(sign)
        else:
            self._words.type_in(self._rows.take_back() + sign)
            self._words.focus(scroll_visible=False)
