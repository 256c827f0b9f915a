"""What every screen may ask of the app around it: content, sessions, the store in a thread, other screens by name."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from aijri_engine.files.whole_files import reason_of
from aijri_tui.screen.kit import safe_text

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.personal.result import Result
    from aijri_engine.store import ClientRow, Store
    from aijri_tui.sessions import Sessions
    from aijri_tui.sittings import Kept, Sitting
LONGEST_SAID = 300
"""Signs of what is said over a page [ours]."""

NOT_KEPT = "What you typed is not kept yet. The same once more leaves without it."

Then = Callable[[str | None], None]
"""What is done with what a screen returned; None where it was left without a choice."""


class Shell(App[int]):
    """The app as its screens know it."""

    library: "Library"
    """Set once it is read; screens are opened after that."""
    sessions: "Sessions"
    """Set together with the library."""
    content: Sequence[Path] = ()
    """Folders of content beside the one that is shipped."""
    written = ""
    """Id of a table of one's own that was written just now: how the week is divided is said already."""
    typed = ""
    """What was typed on the first screen: the search for the job begins with it."""
    opening = False
    """What the program was started for is being opened: the first screen takes no key meanwhile."""
    _asked_about = ""
    under_way: tuple[str, tuple[object, ...]] | None = None
    """What is being asked about before it is opened."""
    _left: "Sitting | None" = None
    week_file: Path | None = None
    """A calendar or time sheet that the week is to be read from."""

    @property
    def in_view(self) -> "Sitting | None":
        """The sitting that the pages in view are about."""
        found = (getattr(one, "sitting", None) for one in reversed(self.screen_stack))
        return next((one for one in found if one is not None), None)

    @property
    def sitting(self) -> "Sitting | None":
        """The one in view; else the one left last, for the words after leaving."""
        return self.in_view or self._left

    @sitting.setter
    def sitting(self, sitting: "Sitting | None") -> None:
        self._left = sitting

    @property
    def session(self) -> "Kept | None":
        """Where the sitting at hand is kept."""
        return self.sitting.kept if self.sitting is not None else None

    @property
    def whose(self) -> str:
        """Alias of the client whom the pages in view are about; empty for oneself, or where they are about nobody."""
        for page in reversed(self.screen_stack):
            sitting, alias = getattr(page, "sitting", None), getattr(page, "alias", None)
            if sitting is not None or alias is not None:
                return str(sitting.kept.client if sitting is not None else alias)
        return ""

    def copy_summary(self, found: "Result") -> str:
        """Hand the summary of a result, with whose it is, to the clipboard; what is said of that."""
        from aijri_tui.plain.result_text import first_view

        self.copy_to_clipboard("\n".join(filter(None, (self.whose, first_view(found)))))
        return "The summary was handed to the clipboard, if this terminal allows it."

    cursor_blink = True
    deleted: "ClientRow | None" = None
    """The client deleted last, for the list to say so and to offer bringing back."""

    own_keys: Mapping[str, str] = MappingProxyType({})
    """Keys as this person presses them, each with the key of the program that it stands for."""

    async def on_event(self, event: events.Event) -> None:
        """A key of one's own becomes the key it stands for; signs that are being typed stay as they are.

        What a person does passes the guard before it reaches a page.
        """
        if isinstance(event, events.Key) and event.key in self.own_keys:
            typing = event.is_printable and isinstance(self.focused, (Input, TextArea))
            if not typing:
                meant = self.own_keys[event.key]
                typed, event = event, events.Key(meant, meant if len(meant) == 1 else None)
                event.time = typed.time
        acts = isinstance(event, (events.Key, events.Paste, events.MouseDown, events.MouseUp))
        if not acts or event.is_forwarded or await self.lets_through(event):
            await super().on_event(event)

    async def lets_through(self, event: events.Event) -> bool:
        """Whether a key, click or paste reaches the page in front."""
        raise NotImplementedError

    def go(self, name: str, *handed: object, then: Then | None = None) -> None:
        """Open what stands under a name in the table of routes, with what is handed to it.

        While the content is still loading it is opened right after that. `then` gets what the screen returns.
        """
        raise NotImplementedError

    async def ask(self, name: str, *handed: object) -> str | None:
        """Open a screen and wait for what it returns. Only in a worker."""
        raise NotImplementedError

    async def refresh_sessions(self) -> None:
        """Read the list of the first screen again."""
        raise NotImplementedError

    def go_to_history(self) -> None:
        """Of the client whose session is in view, else one's own."""
        client = self.in_view.kept.client_id if self.in_view is not None else ""
        self.go("history", *([client] if client else ()))

    def closed(self, sitting: "Sitting") -> bool:
        """Whether nothing of a sitting may be kept any more; its pages give way to the first, which says so."""
        if sitting.kept.refused:
            self.back_to("home")
        return sitting.kept.refused

    def may_leave(self, *pages: Any) -> bool:
        """Whether these pages may go; what is kept nowhere yet is asked about once before it is lost."""
        unsent = "\n".join(filter(None, (getattr(page, "unsent", "") for page in pages)))
        if unsent in ("", self._asked_about):
            if unsent:
                self.clear_notifications()
            return True
        self._asked_about = unsent
        self.say(NOT_KEPT)
        return False

    def say(self, words: str, seconds: float = 6.0) -> None:
        """Say something over the page in front."""
        self.notify(safe_text.line(words, LONGEST_SAID), markup=False, timeout=seconds)

    def back_to(self, *names: str) -> None:
        """Leave screens until one of these names is in front, or the first screen."""
        self.under_way = None
        while len(self.screen_stack) > 1 and getattr(self.screen, "route", "") not in names:
            self.pop_screen()


Found = TypeVar("Found")

SPOILED = (
    "What is kept about this cannot be read. `aijri sessions delete ID` takes a spoiled session away, and "
    "`aijri backup restore FILE` brings back how it was."
)


class RefusedError(Exception):
    """What was asked for was not done; the text says why and what helps."""

    def __init__(self, words: str, line: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.line = line
        """The line of a form in which something is missing or wrong; empty for none in particular."""


def work_instead(
    node: DOMNode, act: Callable[[], Coroutine[Any, Any, object]], group: str = "default"
) -> None:
    """Do something in the background, in place of what this group is still doing there.

    It begins with its worker: a coroutine begun before would be left lying where another takes its place at once.
    """
    node.run_worker(act, group=group, exclusive=True)  # type: ignore[arg-type]


async def with_store(app: Shell, act: "Callable[[Store], Found]") -> Found:
    """Do something with the store, created where there is none yet. Raises `RefusedError`."""
    return await in_thread(lambda: act(app.sessions.store()))


async def consent_ended(app: Shell, client: str) -> str:
    """Why nothing of a client may be shown or handed over any more, as the store says it; empty while it may be."""
    try:
        await with_store(app, lambda store: store.refuse_ended(client))
    except RefusedError as refused:
        return refused.words
    return ""


async def with_store_if_any(app: Shell, act: "Callable[[Store], Found]") -> Found | None:
    """Read from the store; None where there is none yet, since looking creates none. Raises `RefusedError`."""

    def look() -> Found | None:
        store = app.sessions.existing
        return None if store is None else act(store)

    return await in_thread(look)


async def in_thread(call: Callable[[], Found]) -> Found:
    """Do something in a thread. Raises `RefusedError` in words for a person, whatever was in the way."""
    from aijri_engine.store import StoreError

    try:
        return await asyncio.to_thread(call)
    except OSError as error:
        reason = reason_of(error)
        raise RefusedError(f"That was not possible: {reason}. Nothing was changed.") from None
    except (KeyError, IndexError, ValueError, TypeError, ArithmeticError) as error:
        raise RefusedError(str(error) if isinstance(error, StoreError) else SPOILED) from None
    except (StoreError, LookupError) as error:
        raise RefusedError(str(error)) from None
