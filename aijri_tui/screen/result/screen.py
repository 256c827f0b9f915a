"""The result of an interview, and the ways on from it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from textual import events

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.result import Result, result
from aijri_engine.report.blocks import Document
from aijri_engine.report.building import build
from aijri_engine.report.options import ReportOptions
from aijri_engine.text import cell_width
from aijri_tui.screen.kit.header_footer import CHOOSE, Action
from aijri_tui.screen.kit.page import IN_WORDS, Body
from aijri_tui.screen.kit.rows import READING_WIDTH, Row, links_of, say
from aijri_tui.screen.kit.shell import RefusedError, in_thread, work_instead
from aijri_tui.screen.result.rows import View, result_rows, talk_rows, toggled
from aijri_tui.screen.result.talking import TalkingFrame
from aijri_tui.sittings import Sitting

EVERYTHING = (
    "Every part stands in the list: arrows and enter open one, “all” opens all. Or ask in your own words."
)


ROOM_OF_A_TITLE = 47
"""Cells of the header that the title of a role has in the narrowest usual window; its date gives way."""

LOW_ROWS = 24
"""Rows of a window up to which every one of them counts."""


class ResultScreen(TalkingFrame):
    """Meaning first. What can be opened is opened in place; what is typed is answered."""

    DEFAULT_CSS = "ResultScreen.low HeaderLine { height: 1; }"
    wide = True
    ACTIONS = (
        Action("F9", "card", "card"),
        CHOOSE,
        Action("enter", "open"),
        Action("F4", "what-if", "what_if", "What if", "change answers, shares and ways of working"),
        Action("F5", "compare", "compare", "Compare", "with the role or an earlier sitting"),
        Action("F6", "report", "export", "Report", "write the result to a file"),
        Action("F7", "copy", "copy", "Copy", "the summary to the clipboard"),
        Action("esc", "answers", "screen.back"),
    )

    def __init__(self, sitting: Sitting, figure: bool = True) -> None:
        super().__init__()
        self.sitting = sitting
        self.view = View(figure)
        self.found: Result | None = None
        self.document: Document | None = None
        self.since = ""
        """What lies between this result and the sitting it was begun from."""

    @property
    def interview(self) -> Interview:
        """The interview as it stands."""
        return self.sitting.interview

    @property
    def in_words(self) -> bool:
        """See `Frame.in_words`."""
        return not self.view.figure

    def actions(self) -> Sequence[Action]:
        """The client's card only where there is a client; every part of the telling from the palette."""
        parts = self.document.sections if self.document is not None and not self.in_words else ()
        covered = ("what_if", "compare", "export", "copy") if self.in_words else ()
        without = (*covered, *(() if self.interview.guided else ("card",)))
        return [
            *(one for one in self.ACTIONS if one.action not in without),
            *(Action(action=f"open('{part.id}')", title=part.title, about=part.gist) for part in parts),
        ]

    def on_mount(self) -> None:
        """Compute in a thread; the page appears when it is there."""
        role = self.interview.form.role
        client = self.sitting.kept.client
        whose = f"AIJRI · {client} · result" if client else "How well your work resists AI"
        dated = f"{role.title} as of {role.as_of}"
        self.head(whose, dated if cell_width(dated) <= ROOM_OF_A_TITLE else role.title)
        self.page.show(lambda width: say("Working out your result ...", width, "muted"))
        self.take_keys()
        work_instead(self, self._compute)

    def on_resize(self, event: events.Resize) -> None:
        """In a low window the line under the header gives way, so that one minute of reading stands in it."""
        self.set_class(event.size.height <= LOW_ROWS, "low")

    @property
    def told(self) -> Result | None:
        """The result, once it is there."""
        return self.found

    def go_to(self, page: str) -> bool:
        """A part of the telling, or another page."""
        if self.document is None:
            return False
        ids = [section.id for section in self.document.sections]
        if page in ids:
            self.action_open(page)
        elif page == "all":
            self.view = View(self.view.figure, frozenset(f"section:{one}" for one in ids))
            self.paint_page()
        elif page == "more":
            self.call_after_refresh(self.show_said, (EVERYTHING,))
        elif page == "what_if":
            self.action_what_if()
        elif page == "history":
            self.aijri.go_to_history()
        elif page in ("save", "report"):
            self.action_export()
        elif page in ("compare", "copy"):
            {"compare": self.action_compare, "copy": self.action_copy}[page]()
        else:
            self.sitting.late = self.answered.typed if page == "answers" else ""
            return super().go_to(page)
        return True

    async def _compute(self) -> None:
        sessions, library, kept = self.aijri.sessions, self.aijri.library, self.sitting.kept
        options = ReportOptions(date="")
        try:
            options = await in_thread(kept.beside)
        except RefusedError as refused:
            if kept.client_id:  # where the consent ended, nothing is told
                words = refused.words
                self.page.show(lambda width: say(words, min(width, READING_WIDTH), "problem"))
                return
        found, document = await asyncio.to_thread(told, self.interview, options)
        try:
            self.since = await in_thread(lambda: sessions.since(found, library))
        except RefusedError as refused:
            self.since = refused.words
        self.found, self.document = found, document
        self.paint_page()

    def _rows(self, width: int) -> list[Row]:
        if self.found is None or self.document is None:
            return say("Working out your result ...", width, "muted")
        talk = talk_rows(self.interview, min(width, READING_WIDTH))
        since = (
            say(self.since, min(width, READING_WIDTH), "accent") if self.since and self.view.figure else []
        )
        return [*since, *result_rows(self.document, self.found, self.view, width), *talk, ()]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Open or close what was chosen."""
        if kind == "figure":
            await asyncio.to_thread(self.sitting.take, self.sitting.talk.revealed("result"))
            if not self.aijri.closed(self.sitting) and self.found is not None:
                self.found = replace(self.found, interview=self.interview)
                self.view = View(True)
                self.paint_page()
                self.tell_actions()
        elif kind == "card":
            self.action_card()
        elif kind == "try":
            self.action_what_if(rest)
        else:
            self.view = toggled(self.view, link)
            self.paint_page()

    def action_open(self, section: str) -> None:
        """Open a part and bring it into view."""
        if self.in_words:
            self.show_said((IN_WORDS,))
            return
        link = f"section:{section}"
        self.view = View(self.view.figure, self.view.opened | {link})
        self.paint_page(link)
        rows = self.page.rows(self.page.size.width)
        place = next((place for place, row in enumerate(rows) if link in links_of([row])), 0)
        self.query_one(Body).scroll_to(y=max(0, place - 1), animate=False, force=True)

    def action_what_if(self, strategy: str = "") -> None:
        """Try changes."""
        if self.found is not None:
            self.aijri.go("what_if", self.interview, strategy)

    def action_compare(self) -> None:
        """Beside the role, or an earlier sitting."""
        if self.found is not None:
            self.aijri.go("compare", self.found, "", self.interview.earlier_session)

    def action_export(self) -> None:
        """Hand it to someone else."""
        if self.found is not None:
            self.aijri.go("export", self.found)

    def action_card(self) -> None:
        """The client's plan, notes and next date, in a guided session."""
        if self.interview.guided:
            self.aijri.go("client_of", self.sitting.kept.id)

    def action_copy(self) -> None:
        """The summary in words, for the clipboard."""
        if self.in_words:
            self.show_said((IN_WORDS,))
        elif self.found is not None:
            self.aijri.say(self.aijri.copy_summary(self.found))


def told(interview: Interview, options: ReportOptions) -> tuple[Result, Document]:
    """A result and its telling, everything that the screen shows already computed."""
    found = result(interview)
    return found, build(found, options)
