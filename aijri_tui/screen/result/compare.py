"""A result beside the role or another sitting: what moved, and whether two sittings could tell."""

from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.comparison import RESCORED
from aijri_engine.personal.names import cause_name
from aijri_engine.personal.personalise import Personalisation, base_personalisation
from aijri_engine.personal.result import Result
from aijri_engine.report.charts import Waterfall, shares_shown
from aijri_engine.report.charts_text import chart_lines
from aijri_engine.report.parts.pictures import start_of
from aijri_engine.text import figure, pad, shorten
from aijri_tui.listed_sessions import Listed, day_of
from aijri_tui.screen.kit.dates import told_time
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, from_chart, heading, hung, say, way
from aijri_tui.screen.kit.shell import RefusedError, in_thread
from aijri_tui.screen.result.talking import TalkingFrame
from aijri_tui.sessions import Beside

MOST_BESIDE = 8
"""Sittings that can be put beside, without those that were asked for [ours]."""


class CompareScreen(TalkingFrame):
    """Two task tables and the bridge between them, the earlier side first."""

    ACTIONS = (CHOOSE, Action("enter", "put beside"), BACK)

    def __init__(self, found: Result, own: str = "", beside: str = "") -> None:
        """A result, by default of the session at hand, else of the session `own`; beside it the role or a sitting."""
        super().__init__()
        self.found = found
        self.from_history = bool(own)
        self.own = own
        self.wanted = beside or "role"
        """What stands beside it: `role`, or the id of a sitting."""
        self.beside: Beside | None = None
        self.earlier: list[Listed] = []

    def on_mount(self) -> None:
        """Beside the role at first; other sittings as they are found."""
        if not self.own and self.aijri.session is not None:
            self.own = self.aijri.session.id
        self.head("AIJRI · compare", self.found.interview.form.role.title)
        self.paint_page()
        self.take_keys()
        self.run_worker(self._list())

    @property
    def told(self) -> Result | None:
        """The result that stands beside others."""
        return self.found

    async def _list(self) -> None:
        try:
            role = self.found.interview.role_id
            self.earlier = await in_thread(lambda: self.aijri.sessions.beside(self.own, role))
        except RefusedError as refused:
            self.tell(f"Other sittings cannot be read: {refused.words}", "problem")
        if self.wanted != "role":
            await self._put(self.wanted)
        self.paint_page(f"beside:{self.wanted}")

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY, *say(f"Put {self._mine} beside", room, "strong")]
        role = self.found.interview.form.role
        rows += self._choice(
            "role", "the role itself" if not role.starting_table else start_of(self.found), room
        )
        for place, one in enumerate(self.earlier):
            if place < MOST_BESIDE or one.id == self.wanted:
                rows += self._choice(one.id, f"the sitting of {told_time(one.when)}", room)
        if not self.earlier:
            rows += say("Earlier sittings about this role would stand here too.", room, "muted", "  ")
        elif not self.from_history and not self.found.interview.guided:
            rows += way("history", "all sittings and their history", room, "text")
        rows += self.said_rows(room)
        if self.found.withheld:
            return [*rows, EMPTY, *say(" ".join(self.found.withheld), room), EMPTY]
        if self.wanted == "role":
            base = base_personalisation(role)
            rows += self._bridge(bridge(base, self.found.personal), (start_of(self.found), "you now"), room)
            return [*rows, *self._table(base, self.found.personal, room), EMPTY]
        if self.beside is None:
            return rows
        return [*rows, *self._two(self.beside, room), EMPTY]

    @property
    def _mine(self) -> str:
        if not self.from_history:
            return "your result"
        found = self.beside
        if found is None:
            return "this sitting"
        return f"the sitting of {day_of(found.after if found.other_first else found.before)}"

    def _choice(self, link: str, words: str, width: int) -> list[Row]:
        sign = "●" if self.wanted == link else "○"
        return way(f"beside:{link}", f"{sign} {words}", width, "text")

    def _two(self, found: Beside, width: int) -> list[Row]:
        """Two sittings: bridge, how much to believe of it, tables, answers."""
        comparison = found.comparison
        mine = "" if self.from_history else "you now"
        before = (mine if not found.other_first else "") or day_of(found.before)
        after = (mine if found.other_first else "") or day_of(found.after)
        if before == after:
            before, after = f"{before}, {found.before:%H:%M}", f"{after}, {found.after:%H:%M}"
        rows = self._bridge(comparison.bridge, (before, after), width)
        rows += [EMPTY, *say(comparison.sentence, width)]
        if comparison.rescored:
            rows += say(RESCORED, width, "muted")
        rows += self._table(comparison.before.personal, comparison.after.personal, width)
        return [*rows, *self._answers(found, width)]

    def _bridge(self, steps: Bridge, names: tuple[str, str], width: int) -> list[Row]:
        rows = heading(f"From {steps.start:.1f} to {steps.end:.1f}", width)
        parts = tuple((cause_name(group.cause, self.found.personal), group.shown) for group in steps.groups)
        bars = Waterfall((names[0], steps.start), parts, (names[1], steps.end))
        return [*rows, *from_chart(chart_lines(bars, width))]

    def _table(self, before: Personalisation, after: Personalisation, width: int) -> list[Row]:
        rows = heading("Time and score", width)
        name_width = width - 44
        words = (
            (of := "start" if before.role.starting_table else "role", "you", f"{of} score", "your score")
            if self.wanted == "role"
            else ("then", "now", "score then", "score now")
        )
        titles = tuple(zip(words, (8, 8, 13, 13), strict=True))
        head = pad("", name_width) + "".join(pad(name, size, "right") for name, size in titles)
        rows.append((Span(head, "muted"),))
        others = {task.id: task for task in before.tasks}
        own = {task.id: task for task in after.tasks}
        gone = [task for task in before.tasks if task.id not in own]
        then, now = (
            dict(
                zip(
                    (task.id for task in side.tasks),
                    shares_shown(task.share for task in side.tasks),
                    strict=True,
                )
            )
            for side in (before, after)
        )
        for task in [*after.tasks, *gone]:
            one, two = others.get(task.id), own.get(task.id)
            rows.append(
                (
                    Span(pad(shorten(task.short, name_width - 1), name_width)),
                    Span(pad(f"{then[task.id]} %" if one else "-", 8, "right"), "muted"),
                    Span(pad(f"{now[task.id]} %" if two else "-", 8, "right"), "strong"),
                    Span(pad(figure(one.score) if one else "-", 13, "right"), "muted"),
                    Span(pad(figure(two.score) if two else "-", 13, "right"), "strong"),
                )
            )
        return rows

    def _answers(self, found: Beside, width: int) -> list[Row]:
        """Answers that differ, in the words in which they are told."""
        comparison = found.comparison
        rows = heading("Answers that differ", width)
        if not comparison.answers:
            return [*rows, *say("None.", width)]
        for one in comparison.answers:
            rows += say(one.name[0].upper() + one.name[1:], width)
            for head, words in zip(("then  ", "now   "), one.words, strict=True):
                rows += hung(f"  {head}", words, width, "muted", head_role="muted")
        return rows

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Put something else beside it."""
        if kind == "history":
            self.aijri.go_to_history()
            return
        self.wanted, self.beside, self.said = rest, None, ("", "accent")
        if rest != "role":
            await self._put(rest)
        self.paint_page()

    async def _put(self, wanted: str) -> None:
        sessions, library = self.aijri.sessions, self.aijri.library
        try:
            self.beside = await in_thread(lambda: sessions.compared(wanted, self.found, self.own, library))
        except RefusedError as refused:
            self.tell(refused.words, "problem")
