"""The gauge beside the interview: at once by the quick index, then by the whole computation."""

import asyncio

from aijri_tui.screen.interview.placing import Placing
from aijri_tui.screen.interview.transcript import panel_rows
from aijri_tui.screen.kit.gauge import GaugeView, full_view, gauge_rows, quick_view
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import READING_WIDTH
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import work_instead
from aijri_tui.sittings import Sitting


class LiveGauge:
    """What the gauge of a sitting shows, in the side panel and in the strip."""

    def __init__(self, screen: Frame, sitting: Sitting, placing: Placing) -> None:
        self._screen, self._sitting, self._placing = screen, sitting, placing
        self.view: GaugeView | None = None

    def paint(self) -> None:
        """Show the gauge as it is now."""
        self._screen.query_one("#panel", Sheet).show(
            lambda width: panel_rows(self._sitting.talk, self.view, width)
        )
        self._screen.query_one("#strip", Sheet).show(
            lambda width: gauge_rows(self.view, min(width, READING_WIDTH))
        )

    def compute(self) -> None:
        """Work it out for the answers as they stand; the whole computation follows the next picture."""
        self.view = quick_view(self._sitting.interview, self.view)
        self._placing.after_picture("gauge", lambda: work_instead(self._screen, self._whole, "gauge"))

    async def _whole(self) -> None:
        interview = self._sitting.interview
        found = await asyncio.to_thread(full_view, interview)
        if interview is self._sitting.interview:
            self.view = found
            self.paint()
