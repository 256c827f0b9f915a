"""The line on top of every screen and the line of keys at its foot."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.binding import Binding, BindingType

from aijri_engine.text import cell_width, shorten
from aijri_tui.screen.kit.rows import Row, Span, rule
from aijri_tui.screen.kit.sheet import Sheet


class Action(NamedTuple):
    """One thing that can be done on a screen: by its key, by a click on it at the foot, from the palette."""

    key: str = ""
    """Empty where it is done from the palette alone."""
    words: str = ""
    """At the foot; empty where there is no room for it there."""
    action: str = ""
    """What the key and a click do: an action of the screen, or of the app (`app.go('data')`). After `screen.` the key
    is bound elsewhere; empty where only the key makes sense."""
    title: str = ""
    """In the palette; empty where it stands at the foot alone."""
    about: str = ""
    """In the palette, below the title."""


CHOOSE = Action("↑↓", "choose")
BACK = Action("esc", "back", "screen.back")
ALL = Action("ctrl+p", "all commands", "app.command_palette")


def bindings_of(actions: Sequence[Action]) -> list[BindingType]:
    """The keys of these actions."""
    return [
        Binding(one.key.lower(), one.action, show=False)
        for one in actions
        if one.key and one.action and not one.action.startswith("screen.")
    ]


class Note(NamedTuple):
    """A line of words above the keys."""

    words: tuple[str, ...]
    """The same said at falling length; the first that fits is shown."""
    role: str = "muted"
    action: str = ""
    """What a click does, as an action of the screen."""


def header_rows(where: str, state: str, width: int) -> list[Row]:
    """Where we are, and what happens to the data."""
    room = width - 2
    right = shorten(state, max(0, room // 2))
    left = shorten(where, max(0, room - cell_width(right) - 2))
    gap = room - cell_width(left) - cell_width(right)
    return [
        (Span(" "), Span(left, "strong"), Span(" " * gap), Span(right, "muted")),
        (Span(" "), *rule(room)),
    ]


def footer_rows(hints: Sequence[Action], width: int, note: Note | None = None) -> list[Row]:
    """As many hints as there is room for; the last one (how to leave) always stands at the right end.

    The note stands in the rule above them.
    """
    *others, last = hints
    room = width - 2 - cell_width(last.key) - cell_width(last.words) - 3
    spans: list[Span] = [Span(" ")]
    used = 0
    for hint in others:
        size = cell_width(hint.key) + cell_width(hint.words) + 1 + (2 if used else 0)
        if used + size > room:
            break
        if used:
            spans.append(Span("  "))
        spans += _hint(hint)
        used += size
    spans.append(Span(" " * (room - used + 2)))
    spans += _hint(last)
    return [(Span(" "), *_rule_with(note, width - 2)), tuple(spans)]


def _rule_with(note: Note | None, width: int) -> Row:
    fitting = next((words for words in note.words if cell_width(words) <= width - 4), "") if note else ""
    if note is None or not fitting:
        return rule(width)
    link = f"do:{note.action}" if note.action else ""
    return (*rule(1), Span(f" {fitting} ", note.role, link), *rule(width - cell_width(fitting) - 3))


def _hint(hint: Action) -> list[Span]:
    link = f"do:{hint.action}" if hint.action else ""
    return [
        Span(hint.key, "accent", link),
        Span(" " if hint.words else "", "muted", link),
        Span(hint.words, "muted", link),
    ]


class HeaderLine(Sheet):
    """The top of a screen."""

    DEFAULT_CSS = "HeaderLine { dock: top; height: 2; }"

    def tell(self, where: str, state: str = "") -> None:
        """Show where we are and what happens to the data."""
        self.show(lambda width: header_rows(where, state, width))


class FooterLine(Sheet):
    """The foot of a screen: what can be done here. A click does it too."""

    DEFAULT_CSS = "FooterLine { dock: bottom; height: 2; }"

    _hints: tuple[Action, ...] = (Action("", ""),)
    _note: Note | None = None

    def tell(self, hints: Sequence[Action]) -> None:
        """Show what can be done here."""
        self._hints = tuple(hint._replace(key=self._own(hint.key)) for hint in hints)
        self._show()

    def _own(self, key: str) -> str:
        """The key as this person presses it."""
        known = {"esc": "escape"}.get(key, key.lower())
        own = getattr(self.app, "own_keys", {})
        return next((pressed for pressed, meant in own.items() if meant == known), key)

    def note(self, note: Note | None) -> None:
        """Show words in the rule above the keys."""
        if note != self._note:
            self._note = note
            self._show()

    def _show(self) -> None:
        self.show(lambda width: footer_rows(self._hints, width, self._note))

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A hint was clicked."""
        event.stop()
        if event.link.startswith("do:"):
            await self.screen.run_action(event.link[3:])
