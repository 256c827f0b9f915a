"""Before a result with a coach: the quality panel and the preview, for the coach only, and what the client is asked."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.coaching import CoachView, coach_view
from aijri_engine.personal.result import result
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, heading, hung, say, way
from aijri_tui.screen.kit.shell import work_instead
from aijri_tui.sittings import Sitting

if TYPE_CHECKING:
    from aijri_engine.content.coaching import CoachTexts


class TurnScreen(Frame):
    """Covers what is for the coach alone until the screen is turned. Returns `lift`."""

    ACTIONS = (CHOOSE, Action("enter", "go on"), BACK)

    def on_mount(self) -> None:
        """Nothing pressed before it was seen lifts it."""
        self.begin("AIJRI · for the coach", cursor="cover:lift")
        self.wait_until_seen()

    def _rows(self, room: int) -> list[Row]:
        alone = say(self.aijri.library.wording.coach.alone, room, "problem")
        turned = way("cover:lift", "The screen is turned: show it", room)
        return [EMPTY, *alone, EMPTY, *turned, *way("cover:back", "Back", room), EMPTY]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Show it, or back."""
        self.dismiss("lift" if link == "cover:lift" else None)


class CoachPage(Frame):
    """A page of a guided session, with ways on from it at its end."""

    tells_of_a_person = True

    ACTIONS = (CHOOSE, Action("enter", "go on"), BACK)

    where = ""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.view: CoachView | None = None

    @property
    def interview(self) -> Interview:
        """The sitting."""
        return self.sitting.interview

    @property
    def texts(self) -> "CoachTexts":
        """The wording of guided sessions."""
        return self.interview.library.wording.coach

    def on_mount(self) -> None:
        """Compute in a thread; the page appears when it is there."""
        self.begin(f"AIJRI · {self.where}", self.sitting.saved_words)
        work_instead(self, self._compute)

    async def _compute(self) -> None:
        self.view = await asyncio.to_thread(lambda: coach_view(result(self.interview)))
        self.paint_page(self.ways()[0][0])
        self.wait_until_seen()

    def _rows(self, room: int) -> list[Row]:
        if self.view is None:
            return say("Looking over the answers ...", room, "muted")
        rows = [EMPTY, *self.told(self.view, room), EMPTY]
        for link, words in self.ways():
            rows += way(link, words, room)
        return [*rows, EMPTY]

    def told(self, view: CoachView, width: int) -> list[Row]:
        """What the page says."""
        raise NotImplementedError

    def ways(self) -> Sequence[tuple[str, str]]:
        """Links and words of the ways on."""
        raise NotImplementedError


class QualityScreen(CoachPage):
    """What to look at before interpreting, and which answers to ask again."""

    where = "for the coach: answer quality"

    def told(self, view: CoachView, width: int) -> list[Row]:
        """Remarks, reasons, and whether a zone can be named."""
        rows = [*say(self.texts.alone, width, "problem"), *heading(self.texts.look_at, width), EMPTY]
        for words in (*view.remarks, *view.reasons):
            rows += hung("· ", words, width, head_role="muted")
        for words in (view.thin, view.repair):
            if words:
                rows += [EMPTY, *say(words, width)]
        return rows

    def ways(self) -> Sequence[tuple[str, str]]:
        """On to the review, or back to a question."""
        repairs = self.view.repairs if self.view else ()
        return (
            ("go:review", "Look over the answers with the client"),
            *((f"ask:{one.question}", f"Ask again: {one.name}") for one in repairs),
            ("go:questions", "Go back to the questions"),
        )

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """To a question asked again, to the review, or back."""
        self.dismiss(f"edit:{rest}" if kind == "ask" else rest)

    def action_back(self) -> None:
        """To the questions."""
        self.dismiss("questions")


class PreviewScreen(CoachPage):
    """How the result may be heard, before anybody sees it."""

    where = "for the coach: before the result"

    def told(self, view: CoachView, width: int) -> list[Row]:
        """An edge, a blow, a step that is doable, and when to leave it closed."""
        rows = [*say(self.texts.alone, width, "problem"), EMPTY]
        for words in (view.edge, view.blow, *view.doable):
            rows += [*hung("· ", words, width, head_role="muted"), EMPTY]
        return rows + say(self.texts.closed, width, "muted")

    def ways(self) -> Sequence[tuple[str, str]]:
        """On to the client, or back."""
        return (("go:ask", "Ask the client how to go on"), ("go:answers", "Back to the answers"))

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """To the client's choice, or back."""
        self.dismiss("ask" if rest == "ask" else None)


class AskClientScreen(CoachPage):
    """The client chooses how to see the result, or not yet."""

    where = "before the result"

    def told(self, view: CoachView, width: int) -> list[Row]:
        """One question."""
        return say(self.texts.ask, width, "strong")

    def ways(self) -> Sequence[tuple[str, str]]:
        """Now, in words, or next time."""
        ways = self.texts.ways
        return (("see:now", ways.now), ("see:words", ways.words), ("see:later", ways.later))

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """As the client wants it: `now`, `words` or `later`."""
        self.dismiss(rest)
