"""The core widgets, each in a small host app."""

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from aijri_tui.screen.interview.editors.split_state import Part, Splitting
from aijri_tui.screen.interview.editors.split_widget import SplitWidget
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import Body
from aijri_tui.screen.kit.rows import Row, Span
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.themes import THEMES


class Host(App[None]):
    """An app with one widget of ours."""

    CSS = "SplitWidget, Sheet, AnswerInput { width: 60; }"

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.widgets, self.heard = widgets, list[object]()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "aijri-dark"

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield from self.widgets

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        self.heard.append(event.link)

    def on_sheet_adjusted(self, event: Sheet.Adjusted) -> None:
        self.heard.append((event.link, event.step))

    def on_split_widget_done(self, event: SplitWidget.Done) -> None:
        self.heard.append("done")

    def on_split_widget_typed(self, event: SplitWidget.Typed) -> None:
        self.heard.append(event.sign)

    def on_answer_input_turned(self, event: AnswerInput.Turned) -> None:
        self.heard.append(event.key)

    def painted(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


def links(width: int) -> list[Row]:
    return [(Span(f"line {place}", "text", f"link{place}"), Span(" plain")) for place in range(5)]


def editor() -> SplitWidget:
    widget = SplitWidget()
    names = ("Design", "Training", "Research")
    widget.edit(Splitting(tuple(Part(name.lower(), name, f"About {name}.") for name in names)))
    return widget


async def test_arrows_and_enter_choose_a_link() -> None:
    sheet = Sheet(links, focusable=True)
    app = Host(sheet)
    async with app.run_test(size=(60, 10)) as pilot:
        sheet.focus()
        await pilot.press("down", "down", "enter", "right", "left")
        assert app.heard == ["link2", ("link2", 1), ("link2", -1)]


async def test_a_click_chooses_only_where_a_link_is() -> None:
    sheet = Sheet(links, focusable=True)
    app = Host(sheet)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.click(sheet, offset=(2, 3))
        await pilot.click(sheet, offset=(10, 1))
        await pilot.pause()
        assert app.heard == ["link3"]


async def test_the_cursor_is_kept_when_rows_change() -> None:
    sheet = Sheet(links, focusable=True)
    app = Host(sheet)
    async with app.run_test(size=(60, 10)) as pilot:
        sheet.focus()
        await pilot.press("down")
        sheet.show(lambda width: [(Span("new"),), *links(width)])
        await pilot.pause()
        assert sheet.cursor == "link1"
        assert app.painted()[0] == "new"


async def test_rows_shown_after_a_layout_that_came_early_are_all_painted() -> None:
    sheet = Sheet(links)
    app = Host(sheet, Sheet(lambda width: [(Span("below"),)]))
    async with app.run_test(size=(60, 12)) as pilot:
        sheet.show(lambda width: links(width)[:2])
        app.screen._refresh_layout()  # as a busy machine does it: before the sheet was idle
        assert "below" in app.painted()[2]
        sheet.show(links)
        await pilot.pause()
        assert app.painted()[4:6] == ["line 4 plain", "below"]


async def test_digits_arrows_and_locks_of_the_split() -> None:
    widget = editor()
    app = Host(widget)
    async with app.run_test(size=(60, 12)) as pilot:
        widget.focus()
        await pilot.press("4", "0")
        await pilot.pause()
        assert "40_" in app.painted()[0]
        await pilot.press("enter", "right", "right", "pageup", "space")
        await pilot.pause()
        row = app.painted()[1]
        assert row.startswith("› Training")
        assert " 7 " in row
        assert row.endswith("kept")
        await pilot.press("right")
        assert widget.state.parts[1].amount == 7.0


async def test_enter_goes_on_only_when_everything_is_given() -> None:
    widget = editor()
    app = Host(widget)
    async with app.run_test(size=(60, 12)) as pilot:
        widget.focus()
        await pilot.press("5", "0", "enter", "3", "0", "enter", "2", "0", "enter")
        await pilot.pause()
        assert app.heard == ["done"]
        assert widget.state.done


async def test_the_mouse_drags_a_bar_and_leaves_the_others_alone() -> None:
    widget = editor()
    app = Host(widget)
    async with app.run_test(size=(60, 12)) as pilot:
        start = widget._bar_start()
        room = widget.size.width - start - 10
        await pilot.mouse_down(widget, offset=(start, 1))
        await pilot.hover(widget, offset=(start + room // 2 - 1, 1))
        await pilot.mouse_up(widget, offset=(start + room // 2 - 1, 1))
        await pilot.pause()
        amounts = [part.amount for part in widget.state.parts]
        assert amounts[0] is None
        assert amounts[2] is None
        assert 45 <= (amounts[1] or 0) <= 55


async def test_letters_begin_a_sentence() -> None:
    widget = editor()
    app = Host(widget)
    async with app.run_test(size=(60, 12)) as pilot:
        widget.focus()
        await pilot.press("1", "0", "h", "a", "space", "5", "h")
        await pilot.pause()
        assert widget.state.parts[0].amount is None
        assert app.heard == ["1", "0", "h", "a", " ", "5", "h"]


async def test_an_empty_line_gives_its_keys_to_the_options() -> None:
    line = AnswerInput()
    line.cursor_blink = False
    app = Host(line)
    async with app.run_test(size=(60, 5)) as pilot:
        line.focus()
        await pilot.press("down", "space", "left", "a", "space", "left")
        assert app.heard == ["down", "space", "left"]
        assert line.value == "a "


@pytest.mark.case("walk 14")
async def test_a_line_longer_than_its_place_says_so_at_each_edge() -> None:
    line, other = AnswerInput(), AnswerInput()
    line.prompt("leave it empty for everybody; " * 3)
    app = Host(line, other)
    async with app.run_test(size=(60, 5)) as pilot:
        other.focus()
        await pilot.pause()
        assert app.painted()[0].endswith("…")
        line.value = "a word and another " * 5
        line.cursor_position = 0
        await pilot.pause()
        assert app.painted()[0].startswith("a word")
        assert app.painted()[0].endswith("…")
        line.focus()
        await pilot.press("end")
        await pilot.pause()
        assert app.painted()[0].startswith("…")
        assert app.painted()[0].endswith("another")
        line.value = "short"
        await pilot.pause()
        assert app.painted()[0] == "short"


async def test_pasted_control_characters_are_dropped() -> None:
    line = AnswerInput()
    app = Host(line)
    async with app.run_test(size=(60, 5)):
        line.value = "a\x1b[31m\u202eb\nc"
        assert line.value == "a[31mb c"


async def test_the_thin_bar_is_painted_and_scrolls_like_any_other() -> None:
    body = Body()
    app = Host(body)
    async with app.run_test(size=(30, 10)) as pilot:
        await body.mount(Sheet(lambda width: [(Span(f"line {number}"),) for number in range(40)]))
        await pilot.pause()
        bar = body.vertical_scrollbar
        assert app.painted()[0].strip().startswith("line 0")
        await pilot.click(bar, offset=(0, 8))
        await pilot.pause()
        assert body.scroll_y > 0
        await pilot.mouse_down(bar, offset=(0, bar.size.height // 4))
        await pilot.hover(bar, offset=(0, bar.size.height - 1))
        await pilot.mouse_up(bar, offset=(0, bar.size.height - 1))
        await pilot.pause()
        body.scroll_end(animate=False)
        await pilot.pause()
        assert "line 39" in "\n".join(app.painted())
        x, height = bar.region.x, bar.size.height
        cells = [strip.crop(x, x + 1) for strip in app.screen._compositor.render_strips()[:height]]
        looks = [str(next(iter(cell)).style) for cell in cells]
        assert looks[0] != looks[-1], "the bar shows where one is"
