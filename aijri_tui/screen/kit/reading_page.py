"""Long text to read: headings, paragraphs and items, with a list of the headings to jump to."""

from collections.abc import Sequence

from aijri_tui.plain.passages import Passage
from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, hung, say, way


class PassagesScreen(Frame):
    """A text to read."""

    ACTIONS = (Action("↑↓", "choose or scroll"), Action("enter", "jump"), Action("space", "page down"), BACK)

    title_words = ""
    state_words = ""

    def passages(self) -> Sequence[Passage]:
        """What is read."""
        return ()

    def front(self, width: int) -> list[Row]:
        """Rows before the text."""
        return []

    def on_mount(self) -> None:
        """Show the text."""
        self._texts = list(self.passages())
        self.begin(self.title_words, self.state_words)

    def _rows(self, room: int) -> list[Row]:
        rows = [EMPTY, *self.front(room)]
        parts = [text.text for text in self._texts if text.kind == "heading"]
        if len(parts) > 3:
            rows += self._contents(parts, room)
        before = ""
        for text in self._texts:
            if text.kind == "paragraph" and before in ("item", "paragraph", ""):
                rows.append(EMPTY)
            rows += passage_rows(text, room)
            before = text.kind
        return [*rows, EMPTY]

    def _contents(self, parts: Sequence[str], width: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        for number, part in enumerate(parts):
            rows += way(f"part:{number}", part, width)
        return rows

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Jump to a part."""
        if kind != "part":
            return
        found = -1
        for place, row in enumerate(self.page.rows(self.page.size.width)):
            if (
                row
                and row[0].role == "strong"
                and not row[0].link
                and row[0].text == self._heading(int(rest))
            ):
                found = place
        if found >= 0:
            self.query_one(Body).scroll_to(y=max(0, found - 1), animate=False, force=True)

    def _heading(self, number: int) -> str:
        heads = [text.text for text in self._texts if text.kind == "heading"]
        shown = say(heads[number], self.room, "strong")
        return shown[0][0].text


def passage_rows(text: Passage, width: int) -> list[Row]:
    """One passage as rows."""
    if text.kind == "title":
        return say(text.text, width, "strong")
    if text.kind == "heading":
        return [EMPTY, *say(text.text, width, "strong")]
    if text.kind == "item":
        return hung("  · ", text.text, width, head_role="muted")
    return say(text.text, width)
