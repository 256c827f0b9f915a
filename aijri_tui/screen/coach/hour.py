"""The hour with a client: one page before it, and the questions of the talk with room for notes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.store import preparation, session_sheet, talk_questions, write_calendar
from aijri_engine.text import slug
from aijri_tui.screen.coach.client_rows import Seen
from aijri_tui.screen.coach.files import write_page
from aijri_tui.screen.kit.dates import told_moment
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame, telling
from aijri_tui.screen.kit.rows import EMPTY, Row, heading, hung, say, way
from aijri_tui.screen.kit.shell import consent_ended, with_store, work_instead
from aijri_tui.screen.result.rows import blocks_rows

if TYPE_CHECKING:
    from aijri_engine.report.blocks import Document
    from aijri_engine.store import Card, NoteRow, Store


class PreparationScreen(Frame):
    """What came in, what to ask, what changed, what is open; for the coach alone."""

    ACTIONS = (Action("↑↓", "choose or scroll"), Action("enter", "do it"), BACK)

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen
        self.figure = False
        self.document: Document | None = None

    def on_mount(self) -> None:
        """Computed in a thread."""
        self.begin("AIJRI · before the hour", self.seen.card.client.alias)
        work_instead(self, self._compute, "read")

    @telling
    async def _compute(self) -> None:
        client, library, figure = self.seen.card.client.id, self.aijri.library, self.figure
        self.document = await with_store(
            self.aijri, lambda store: preparation(store, client, library, figure)
        )
        self.paint_page(None if self.page.cursor == "turn" else "file")
        self.wait_until_seen()

    async def ended(self) -> str:
        """As the store says it."""
        return await consent_ended(self.aijri, self.seen.card.client.id)

    def _ways(self) -> Sequence[tuple[str, str]]:
        if self.document is None:
            return (("back", "Back"),)
        turned = "Cover the figure" if self.figure else "Turn the figure, for you alone"
        return (
            ("file", "Write it to a file"),
            ("turn", turned),
            ("agenda", "On to the talk"),
            ("back", "Back"),
        )

    def _rows(self, room: int) -> list[Row]:
        rows = [EMPTY, *self.said_rows(room)]
        if self.document is None:
            rows += say("Looking over what came in ...", room, "muted")
        else:
            for fact in self.document.facts[1:]:
                rows += hung(f"{fact.term:<15}", fact.text, room, head_role="muted")
            rows += blocks_rows(self.document.body, room)
            rows.append(EMPTY)
        for link, words in self._ways():
            rows += way(link, words, room)
        return [*rows, EMPTY]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Turn the figure, write a file, go on, or back."""
        if link == "turn":
            self.figure = not self.figure
            work_instead(self, self._compute, "read")
        elif link == "agenda":
            self.app.pop_screen()
            self.aijri.go("agenda", self.seen)
        elif link == "file" and self.document is not None:
            _to_file(self, "before", self.document)
        else:
            self.action_back()


TO_CALENDAR = "The dates for the client's calendar"
DATES = "The next talk and what was planned, for any calendar program; it names you, not the client."


class AgendaScreen(Frame):
    """The questions of the talk; enter on one writes a note to it."""

    ACTIONS = (CHOOSE, Action("enter", "write a note"), BACK)

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen
        self._notes: Sequence[NoteRow] = seen.card.notes
        self._parts: Mapping[str, Sequence[str]] = {}

    def on_mount(self) -> None:
        """The first question has the cursor."""
        self.begin("AIJRI · the talk", self.seen.card.client.alias)

    def on_screen_resume(self) -> None:
        """Notes that were written show."""
        work_instead(self, self._read, "read")

    @telling
    async def _read(self) -> None:
        client, library, first = self.seen.card.client.id, self.aijri.library, not self._parts

        def looked_up(store: "Store") -> "tuple[Card, Mapping[str, Sequence[str]]]":
            card = store.roster.card(client)
            return card, self._parts or talk_questions(store, card, library)

        card, self._parts = await with_store(self.aijri, looked_up)
        self._notes = card.notes
        self.paint_page("ask:0" if first else None)

    @property
    def _questions(self) -> list[str]:
        return [one for asked in self._parts.values() for one in asked]

    def _rows(self, room: int) -> list[Row]:
        rows = self.said_rows(room)
        number = 0
        for title, asked in self._parts.items():
            rows += heading(title, room)
            for question in asked:
                rows += way(f"ask:{number}", question, room, "text")
                number += 1
                for note in self._notes:
                    if note.body.startswith(f"{question}\n"):
                        rows += hung("    · ", _told(note, question), room, "muted", head_role="muted")
        rows += [EMPTY, *way("plan", "Plan an act", room), *way("date", "Set the next date", room)]
        rows += way("dates", "Write the dates for the client's own calendar", room)
        return [*rows, *way("file", "Write the sheet to a file, with room for notes", room), EMPTY]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """A note to a question, an act, the next date, or the sheet as a file."""
        if kind == "ask":
            question = self._questions[int(rest)]
            self.aijri.go("note", self.seen, question, then=self.tell_back)
        elif kind == "file":
            self.run_worker(self._write(), group="write")
        elif kind == "dates":
            name = f"aijri-dates-{_stem(self.seen)}.ics"
            self.aijri.go("to_file", TO_CALENDAR, DATES, name, self._calendar, then=self.tell_back)
        else:
            self.aijri.go(kind, self.seen, then=self.tell_back)

    def _calendar(self, store: "Store", path: Path) -> str:
        write_calendar(store, path, self.seen.card.client.id, for_client=True)
        return f"Written: {path}. Hand it over with the report."

    @telling
    async def _write(self) -> None:
        client, library = self.seen.card.client.id, self.aijri.library
        made = await with_store(self.aijri, lambda store: session_sheet(store, client, library))
        _to_file(self, "talk", made)


def _told(note: "NoteRow", question: str) -> str:
    """A note in the talk; the client may be looking on, so that a private one is only counted."""
    day = told_moment(note.created)
    if note.private:
        return f"a private note of {day}, covered; it stands on the card"
    return f"{note.body.removeprefix(question).strip()} ({day})"


def _stem(seen: Seen) -> str:
    return slug(seen.card.client.alias, seen.card.client.id)[:24].strip("-")


def _to_file(screen: Frame, name: str, document: "Document") -> None:
    seen: Seen = screen.seen  # type: ignore[attr-defined]
    client = seen.card.client

    def write(store: "Store", path: Path) -> str:
        return write_page(store, document, path, client.id)

    stem = f"aijri-{name}-{_stem(seen)}-{document.date}.pdf"
    about = (
        "PDF, Word, web page, Markdown or text, by the ending of the name. For you alone, not for the client."
    )
    screen.aijri.go("to_file", document.title, about, stem, write, then=screen.tell_back)
