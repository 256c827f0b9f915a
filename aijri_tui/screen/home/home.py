"""The first screen. Its first frame is painted before anything of the content is loaded."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events

from aijri_engine.files.data_folder import kept_words
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.dates import told_time
from aijri_tui.screen.kit.header_footer import ALL, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, beside, mark, option, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import work_instead

if TYPE_CHECKING:
    from aijri_tui.listed_sessions import Listed
    from aijri_tui.sessions import Ready

INTRODUCTION = (
    "How far does your own work, its market and its rules resist automation?",
    (
        "This program interviews you about your last two normal weeks and works out an index of your own, with every "
        "point of it explained and with steps you could take."
    ),
    "It takes about ten minutes. You can stop and go on at any time. To begin, type what your job is called.",
)
CHOICES = (
    ("begin:full", "Start a new interview", "about ten minutes"),
    ("begin:quick", "Start a quick one", "the fewest questions, a wider range"),
    ("role", "Look at a role in full", "its whole profile"),
    ("how", "Read how the index works", "every rule, and where it comes from"),
    ("clients", "Clients", "for coaches"),
    ("take_in", "Take in a file", "from your coach, or answers"),
)
WAITING = "waiting"

OPENING = "Opening what you asked for ..."
"""Stands in the place of everything that could be chosen, so that no key is lost on it."""

ENTER = "Enter asks for the passphrase of your store, then looks for this job."

MOST_SHOWN = 6
"""Sessions listed on the first screen [ours]."""

MOVING = ("j", "k")
"""Letters that move the cursor."""

INDENT = "  "

NAME_WIDTH = 28
"""Cells for the name of what can be chosen [ours]."""


class HomeScreen(Frame):
    """Start, resume, look at a role, read how it works, open an earlier result."""

    ACTIONS = (CHOOSE, Action("enter", "open"), ALL)

    route = "home"

    def __init__(self) -> None:
        super().__init__()
        self._found: Ready | None = None
        self._left = False
        self._entered = ""
        """What enter chose before earlier sessions were known; it waits for them."""
        self._moved_by = ""
        """A letter that moved the cursor just now; the first of a name, where another letter follows."""

    def on_mount(self) -> None:
        """Paint what needs no content."""
        self.begin("AIJRI", kept_words())

    def on_key(self, event: events.Key) -> None:
        """A letter begins the search for the job that it begins; one that moves the cursor, when another follows it."""
        sign, waiting, typed = event.character or "", self._moved_by, self.aijri.typed
        self._moved_by = sign if sign in MOVING and not waiting and not typed else ""
        if typed and event.key in ("enter", "backspace", "escape"):
            self.aijri.typed = {"enter": typed, "backspace": typed[:-1]}.get(event.key, "")
            self.paint_page()
            if event.key == "enter":
                self.aijri.go("begin")
        elif (sign.isalpha() or typed) and event.is_printable and not (sign in MOVING and not typed):
            self._type(waiting + sign)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is the job, as if it were typed."""
        words = safe_text.line(event.text).strip()
        if any(sign.isalpha() for sign in words):
            self._type(words)

    def _type(self, words: str) -> None:
        """The search begins with these words; where a passphrase comes first, once enter is pressed."""
        begun, self.aijri.typed = bool(self.aijri.typed), self.aijri.typed + words
        if self._locked:
            self.paint_page()
        elif not begun:
            self.aijri.go("begin")

    @property
    def _locked(self) -> bool:
        return self._found is not None and self._found.locked

    def on_screen_suspend(self) -> None:
        """Another page is in front."""
        self.aijri.opening = False
        self._left = True

    def opened(self) -> None:
        """What the program was started for is there, or cannot be opened."""
        self.aijri.opening = False
        self.paint_page()

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows; a job that was typed before the passphrase still stands."""
        if self._left and not self._locked:
            self.aijri.typed = ""
        self._left = False
        work_instead(self, self.aijri.refresh_sessions, "list")

    def know(self, found: "Ready") -> None:
        """Show earlier sessions and what changed since, once they are known."""
        self._found = found
        first = self._first if self.page.cursor == CHOICES[0][0] else None
        self.paint_page(first)
        entered, self._entered = self._entered, ""
        if entered and not first:
            self.aijri.go(*entered.split(":"))

    @property
    def _sessions(self) -> "Sequence[Listed]":
        return self._found.listed if self._found else ()

    @property
    def _unfinished(self) -> "Listed | None":
        """The sitting begun last, where it can be gone on with: the likeliest wish."""
        newest = next((one for one in self._sessions if one.opens), None)
        return newest if newest is not None and not newest.finished else None

    @property
    def _first(self) -> str | None:
        """What to go on with: answers that wait beside the store are later than whatever is in it."""
        if self._found is not None and self._found.waiting:
            return WAITING
        return f"session:{self._unfinished.id}" if self._unfinished else None

    @property
    def _last(self) -> "Listed | None":
        """The newest sitting whose result was seen: the next one can begin from it."""
        return next((one for one in self._sessions if one.finished and one.opens), None)

    def point_at(self, session: str) -> None:
        """Put the cursor on the session just left, so that enter goes on with it."""
        if any(one.id == session for one in self._sessions[:MOST_SHOWN]):
            self.paint_page(f"session:{session}")

    def _rows(self, room: int) -> list[Row]:
        found = self._found
        rows: list[Row] = [EMPTY]
        if self.aijri.opening:
            return [EMPTY, *say(OPENING, room, "muted")]
        unkept = self.aijri.sitting.unkept_words if self.aijri.sitting else ""
        for words in (unkept, found.trouble if found else ""):
            rows += [*say(words, room, "problem"), EMPTY] if words else []
        for place, text in enumerate(INTRODUCTION[:1] if self._sessions else INTRODUCTION):
            rows += [*say(text, room, "strong" if place == 0 else "text"), EMPTY]
        if self.aijri.typed and self._locked:
            rows += [
                *say(f"Your job: {self.aijri.typed}", room, "strong"),
                *say(ENTER, room, "accent"),
                EMPTY,
            ]
        if found and found.waiting:
            about = "written while the store could not be"
            rows += option(WAITING, "Take in waiting answers", about, room, NAME_WIDTH)
        unfinished = self._unfinished
        if unfinished is not None:
            about = f"{unfinished.role_title}, {told_time(unfinished.when)}: {unfinished.state}"
            rows += option(f"session:{unfinished.id}", "Go on where you stopped", about, room, NAME_WIDTH)
        for link, name, about in CHOICES:
            rows += option(link, name, about, room, NAME_WIDTH)
        if found and found.plan:
            rows += [EMPTY, *say("Your plan", room, "strong")]
            for words in found.plan:
                rows += say(words, room, "text", INDENT)
        if self._sessions:
            rows += [EMPTY, *say("Earlier", room, "strong")]
            for words in found.changes if found else ():
                rows += say(words, room, "muted", INDENT)
            for one in self._sessions[:MOST_SHOWN]:
                rows += [] if one is unfinished else self._session(one, room)
            if self._last is not None:
                about = f"confirm or change what you said on {told_time(self._last.when)}"
                rows += option(f"again:{self._last.id}", "Sit again from the last", about, room, NAME_WIDTH)
            rows += option("history", "All sittings and history", "the way of your index", room, NAME_WIDTH)
        if found and found.locked:
            rows += [
                EMPTY,
                *option("unlock", "Unlock earlier sessions", "with their passphrase", room, NAME_WIDTH),
            ]
        rows += [
            EMPTY,
            *option("data", "Your data", "where it is, backup, passphrase, erase", room, NAME_WIDTH),
        ]
        return rows

    def _session(self, one: "Listed", width: int) -> list[Row]:
        """Figure or state first, in one piece; where and when behind it."""
        link = f"session:{one.id}"
        words = f"{one.role_title}, {told_time(one.when)}"
        role = "muted" if one.opens else "problem"
        rows = beside((mark(link), Span(words, "text", link)), (Span(f"   {one.state}", role, link),), width)
        return [*rows, *say(one.trouble, width, "muted", "    ")]

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """Go where the choice leads, as soon as the content is there."""
        event.stop()
        if self._found is None and not event.clicked and event.link == CHOICES[0][0]:
            self._entered = event.link
        else:
            self.aijri.go(*event.link.split(":"))
