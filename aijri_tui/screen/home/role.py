"""The published role in full: score at a glance, then everything its file says."""

from collections.abc import Sequence

from aijri_engine.content.published import base_scorecard
from aijri_engine.content.role import Role
from aijri_engine.index import Assessment, assess
from aijri_engine.report.charts import Gauge
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.text import figure, pad, shorten
from aijri_tui.plain.passages import Passage
from aijri_tui.plain.role_text import role_passages, without_figure
from aijri_tui.screen.home.begin import chosen_role
from aijri_tui.screen.kit.reading_page import PassagesScreen
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, from_chart, heading, say
from aijri_tui.screen.kit.shell import Shell


async def open_role(app: Shell, role: str = "") -> None:
    """A role in full; which one is asked where it is not named and there are several."""
    chosen = await chosen_role(app, role)
    if chosen is not None:
        app.go("role_page", app.library.role(chosen))


class RoleScreen(PassagesScreen):
    """One role."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self.role = role
        self.found: Assessment = assess(base_scorecard(role))
        self.title_words = f"AIJRI · {role.title}"
        self.state_words = f"as of {role.as_of}"

    def passages(self) -> Sequence[Passage]:
        """The whole profile; its title and figure stand above it already."""
        names = dict(self.aijri.library.interview.rung_names)
        _title, _figure, *text = role_passages(self.role, self.found, names)
        return text

    def front(self, width: int) -> list[Row]:
        """The score at a glance and the task table."""
        found = self.found
        if not self.role.has_figure:
            rows = say(without_figure(self.role), width, "strong")
        else:
            label = Span(f"   {found.label or found.zone.value}", found.zone.value.lower())
            rows = [(Span(f"{found.index:.1f}", "strong"), label)]
            marks = Gauge(found.index, found.index, found.index, whose="role")
            rows += [EMPTY, *from_chart(chart_lines(marks, width))]
        rows += heading("Tasks at a glance", width)
        for task in self.role.tasks:
            share = pad(f"{figure(task.share)} %", 6, "right")
            bar = "█" * round(task.share / 2)
            rows.append(
                (
                    Span(pad(shorten(task.short, 15), 16)), Span(share, "strong"),
                    Span(f"  score {figure(task.score)}  " if task.rated else "  not rated yet  "),
                    Span(shorten(bar, width - 36), "muted"),
                )
            )  # fmt: skip
        return [
            *rows,
            *say("Scores: 1 resists automation most, 5 could be run whole by software.", width, "muted"),
        ]
