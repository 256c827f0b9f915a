"""What every screen shares: header, scrolling body of rows, footer, and a word when the terminal is too small."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial, wraps
from math import inf
from typing import Any, ClassVar, Concatenate, ParamSpec, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

from aijri_tui.screen.kit.header_footer import Action, FooterLine, HeaderLine, bindings_of
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, say
from aijri_tui.screen.kit.scrollbar import ThinlyScrolled
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import RefusedError, Shell

LEAST_COLUMNS, LEAST_ROWS = 60, 16
"""Below this the screens say that they need more room."""

IN_WORDS = (
    "You read it in words first: the figure, and all that tells it, stays covered until “Show the figure”."
)

WIDE_COLUMNS = 100
"""From this width there is room for a second column."""

READ_AGAIN = 20
"""Seconds after which what others can change is read again while one looks at it [ours]."""

LEAVE = Action("ctrl+q", "leave", "app.quit")


class Body(ThinlyScrolled):
    """The scrolling middle of a screen."""

    DEFAULT_CSS = """
    Body { padding: 0 2; scrollbar-size-vertical: 1; }
    """
    can_focus = False


class Frame(Screen[str]):
    """A screen with a header and a footer, that watches its size.

    It returns the link that was chosen or the words to be said, None where it is left; whoever opened it acts on that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2,escape", "back", "back", show=False)]

    ACTIONS: ClassVar[Sequence[Action]] = ()
    """Everything that can be done here: keys, foot and palette are made of it."""

    route = ""
    """Name it was opened by."""
    surface: type[Sheet] = Sheet
    """What its page is: lines to go up and down, or a plane to go about in."""
    wide = False
    """Its rows take the whole width."""
    said: tuple[str, str] = ("", "accent")
    """What was done last or what is wrong, and how it looks."""
    seen_from = 0.0
    """Keys and clicks from before this moment are not meant for what it shows, which nobody had seen."""
    tells_of_a_person = False
    """It shows what a person answered, or their figure: a client's alias stands in its header."""
    keeps_line = True
    """Words in its line would be missed; not those of a search."""
    _had_focus: Widget | None = None

    def __init_subclass__(cls) -> None:
        """The keys of the actions are bound with those that a screen binds itself."""
        own = vars(cls)
        if "ACTIONS" in own:
            cls.BINDINGS = [*own.get("BINDINGS", ()), *bindings_of(cls.ACTIONS)]
        super().__init_subclass__()

    def actions(self) -> Sequence[Action]:
        """Those that make sense now."""
        return self.ACTIONS

    def on_mount(self) -> None:
        """Say at the foot what can be done here; comes after what the screen itself does when it is mounted."""
        self.tell_actions()

    def tell_actions(self) -> None:
        """Say at the foot what can be done now."""
        hints = [one for one in self.actions() if one.key and one.words]
        self.query_one(FooterLine).tell((*hints, LEAVE))

    @property
    def in_words(self) -> bool:
        """It tells a result in words; the figure, and whatever tells it, stays covered."""
        return False

    def run_worker(self, work: Any, *handed: Any, **named: Any) -> Worker[Any]:
        """Do something in the background; what is left of it when the page is taken away is not shown."""
        return super().run_worker(partial(self._while_here, work), *handed, **named)

    async def _while_here(self, work: Any) -> Any:
        try:
            return await (work() if callable(work) else work)
        except NoMatches:
            if self.display:
                raise
        return None

    def wait_until_seen(self) -> None:
        """Take nothing that was typed before what is shown from now on is painted."""
        self.seen_from = inf
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self.seen_from = events.Event().time

    async def ended(self) -> str:
        """Why nothing of this page may be shown any more; asked before every action, empty while it may be."""
        return ""

    @property
    def unsent(self) -> str:
        """What was typed here and is kept nowhere yet, as one text; empty where nothing is lost by leaving."""
        lines = self.query(AnswerInput) if self.keeps_line else ()
        return "\n".join(line.value for line in lines if line.value.strip())

    @property
    def aijri(self) -> Shell:
        """The app, with its own type."""
        assert isinstance(self.app, Shell)
        return self.app

    def compose(self) -> ComposeResult:
        """Header, body, footer."""
        yield HeaderLine()
        yield from self.body()
        yield FooterLine()

    def body(self) -> ComposeResult:
        """What stands between header and footer."""
        with Body():
            yield self.surface(focusable=True, id="page")

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is too little room."""
        small = event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS
        if small and not self.query("#too-small"):
            self.mount(Sheet(_too_small, id="too-small"))
        if small and self.focused is not None:
            self._had_focus = self.focused
        self.set_class(small, "small")
        if not small and self._had_focus is not None:
            self.call_after_refresh(self._focus_again)

    def _focus_again(self) -> None:
        """What is hidden loses the focus; once there is room again, the keys go where they went before."""
        widget, self._had_focus = self._had_focus, None
        if self.focused is None and widget is not None and widget.is_attached:
            self.set_focus(widget)

    def _rows(self, room: int) -> list[Row]:
        """The rows of the page, in as many cells as are read easily; in all there are where it is `wide`."""
        return []

    def built(self, width: int) -> list[Row]:
        """The rows of the page for its width."""
        return self._rows(width if self.wide else min(width, READING_WIDTH))

    def paint_page(self, cursor: str | None = None) -> None:
        """Paint the page as it is now, and put the cursor on a link."""
        self.page.show(self.built, cursor)

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A link of the page, by enter or a click."""
        event.stop()
        await self.chosen(event.link, *event.link.partition(":")[::2])

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Do what a link that was chosen stands for: its kind, and behind a colon what it is about."""

    def on_answer_input_turned(self, event: AnswerInput.Turned) -> None:
        """A key that the line of the page leaves to what stands around it."""
        event.stop()
        self.turned(event.key)

    def turned(self, key: str) -> None:
        """Do what it is for."""

    def tell(self, words: str, role: str = "accent") -> None:
        """Say what was done or what is wrong, and bring it into view."""
        self.said = (words, role)
        if self.is_attached:
            self.paint_page()
            self.call_after_refresh(self._reveal_said)

    def _reveal_said(self) -> None:
        self.bring_into_view(self.said_rows(self.room)[:-1])

    def bring_into_view(self, said: Sequence[Row]) -> None:
        """Scroll so far that these rows of the page are seen; where they stand twice, the last."""
        rows = self.page.rows(self.page.size.width)
        if said and said[0] in rows:
            self.page.reveal_lines(len(rows) - 1 - rows[::-1].index(said[0]), len(said))

    def tell_back(self, words: str | None) -> None:
        """Say what another page came to; nothing where it was left."""
        self.tell(words or "")

    def said_rows(self, width: int) -> list[Row]:
        """What was said last, with an empty row behind it; nothing where nothing was."""
        words, role = self.said
        return [*say(words, width, role), EMPTY] if words else []

    @property
    def room(self) -> int:
        """Cells of a line of the page that are read easily."""
        return min(self.page.size.width, READING_WIDTH)

    @property
    def page(self) -> Sheet:
        """The sheet that most screens consist of."""
        return self.query_one("#page", Sheet)

    @property
    def words(self) -> AnswerInput:
        """The line for typed words, of a page that has one."""
        return self.query_one("#words", AnswerInput)

    def begin_line(self, prompt: str) -> None:
        """Say what the line is for; it has the keys."""
        self.words.prompt(prompt)
        self.words.cursor_blink = self.aijri.cursor_blink
        self.words.focus()

    def head(self, where: str, state: str = "") -> None:
        """Set the header, with whose it is; of a page that is gone there is none."""
        whose = self.aijri.whose if self.tells_of_a_person else ""
        if whose and whose not in where + state:
            where = where.replace("AIJRI", f"AIJRI · {whose}", 1)
        for line in self.query(HeaderLine):
            line.tell(where, state)

    def begin(self, where: str, state: str = "", cursor: str | None = None) -> None:
        """Set the header, paint the page and give it the keys."""
        self.head(where, state)
        self.paint_page(cursor)
        self.page.focus()

    def read_again(self, read: Callable[[], object]) -> None:
        """From now on, on a server: what colleagues change or take back is seen while it is in front."""
        if self.aijri.sessions.on_server:
            self.set_interval(READ_AGAIN, lambda: read() if self.is_current else None)

    def action_back(self) -> None:
        """Back to where we came from; where something was typed, after a word about it."""
        if len(self.app.screen_stack) > 1 and self.aijri.may_leave(self):
            self.dismiss(None)


def _too_small(width: int) -> list[Row]:
    return say(
        f"This window is too small for the full screen. Please enlarge it to at least {LEAST_COLUMNS} columns and "
        f"{LEAST_ROWS} rows, or leave with ctrl+q and use `aijri chat --plain`. Your answers are saved.",
        max(10, width),
    )


P = ParamSpec("P")
Page = TypeVar("Page", bound=Frame)


def telling(
    act: Callable[Concatenate[Page, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Page, P], Coroutine[Any, Any, None]]:
    """Of what a page does: where it is refused, the page says so and the rest is left."""

    @wraps(act)
    async def told(page: Page, /, *handed: P.args, **named: P.kwargs) -> None:
        try:
            await act(page, *handed, **named)
        except RefusedError as refused:
            page.tell(refused.words, "problem")

    return told
