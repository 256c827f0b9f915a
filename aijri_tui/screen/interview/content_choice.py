"""A sitting whose role or questions changed since: as it was seen, or with today's figures."""

from datetime import datetime
from typing import TYPE_CHECKING

from aijri_engine.personal.content_change import ContentChange
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.result import Result
from aijri_engine.report.charts import Waterfall
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.report.figures import day_text
from aijri_engine.text import pad
from aijri_tui.listed_sessions import day_of
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, from_chart, heading, say
from aijri_tui.screen.result.rows import zone_words

if TYPE_CHECKING:
    from aijri_engine.personal.content_change import Choice

NAME_WIDTH = 24
"""Cells for the name of a way before its figure [ours]."""


class ContentChoiceScreen(Frame):
    """What changed, what it would change here, and the choice, which is returned: `as_seen` or `today`."""

    tells_of_a_person = True

    ACTIONS = (CHOOSE, Action("enter", "go on with it"), BACK)

    def __init__(self, change: ContentChange, when: datetime) -> None:
        super().__init__()
        self.change, self.when = change, when

    def on_mount(self) -> None:
        """Everything is computed already."""
        self.begin(
            f"AIJRI · {self.change.then.interview.form.role.title}",
            "the content changed",
            cursor="choose:as_seen",
        )

    @property
    def _names(self) -> tuple[str, str]:
        if self.change.covered:
            return "As it was then", "As it is today"
        guided = self.change.then.interview.guided
        return "As it was seen" if guided else "As you saw it", "With today's figures"

    def _rows(self, room: int) -> list[Row]:
        change, (seen, today) = self.change, self._names
        owner = "the" if change.then.interview.guided else "your"
        rows: list[Row] = [
            EMPTY,
            *say(f"Since {owner} sitting of {day_of(self.when)}, {change.what} changed.", room, "strong"),
        ]
        rows += say(self._dates(), room, "muted")
        rows += [EMPTY, *self._way("as_seen", seen, change.then, room)]
        rows += say("Questions and figures stay as they were in that sitting.", room, "muted", "    ")
        rows += self._way("today", today, change.today, room)
        rows += say(change.asked_sentence, room, "muted", "    ")
        if change.covered:
            rows += [EMPTY, *say(change.why_covered, room)]
        else:
            rows += self._bridge(room)
        kept = "Every answer is kept either way. The choice can be made again: ctrl+p, “Content of this sitting”."
        return [*rows, EMPTY, *say(kept, room, "muted"), EMPTY]

    def _dates(self) -> str:
        then, today = self.change.then.interview.form.role, self.change.today.interview.form.role
        if then.as_of == today.as_of:
            return ""
        return f"The role as of {day_text(then.as_of)} then, as of {day_text(today.as_of)} today."

    def _way(self, choice: "Choice", name: str, found: Result, width: int) -> list[Row]:
        link = f"choose:{choice}"
        mark = "› " if self.page.cursor == link else "  "
        row = [Span(mark, "accent", link), Span(pad(name, NAME_WIDTH), "strong", link)]
        if not self.change.covered:
            role = found.assessment.zone.value.lower() if found.first_view.zone_means else "text"
            row += [
                Span(f"{found.assessment.index:>5.1f}", "strong", link),
                Span(f"  {zone_words(found)}", role, link),
            ]
        return [tuple(row)]

    def _bridge(self, width: int) -> list[Row]:
        change = self.change
        before, after = change.then.assessment.index, change.today.assessment.index
        if not change.bridge.rows:
            return [EMPTY, *say(f"The figure is {after:.1f} either way.", width)]
        rows = heading(f"From {before:.1f} to {after:.1f}", width)
        parts = tuple(
            (cause_name(one.cause, change.today.personal), one.shown) for one in change.bridge.groups
        )
        seen, today = (name[0].lower() + name[1:] for name in self._names)
        rows += from_chart(chart_lines(Waterfall((seen, before), parts, (today, after)), width))
        alone = "None of the answers changed; the points come from the content alone."
        asked = "An answer that is asked again does not count until it is given anew."
        return [*rows, *say(asked if change.asked_again else alone, width, "muted")]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """That one."""
        self.dismiss(rest)
