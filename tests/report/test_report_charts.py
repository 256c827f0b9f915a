"""Charts: figures in, geometry out, and pictures that hold the same figures as text."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest
from report_people import PEOPLE, report_of

from aijri_engine import Library
from aijri_engine.content.branding import contrast
from aijri_engine.report.blocks import Figure
from aijri_engine.report.charts import Chart, Gauge, OutlookBar, Waterfall, position, round_up
from aijri_engine.report.charts_text import chart_lines, plain
from aijri_engine.report.drawing import NARROW, WIDTH, Dot, Label, Line, Rectangle, Triangle, drawing
from aijri_engine.report.figures import set_type
from aijri_engine.report.palette import DARK, LIGHT
from aijri_engine.report.svg import svg
from aijri_engine.text import cell_width

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=PEOPLE)
def charts(request: pytest.FixtureRequest, library: Library) -> list[Chart]:
    return [one.chart for one in report_of(library, request.param).blocks if isinstance(one, Figure)]


def test_the_bars_of_a_waterfall_lead_from_the_role_to_the_person(library: Library) -> None:
    [chart] = [
        one.chart
        for one in report_of(library, "junior").blocks
        if isinstance(one, Figure) and isinstance(one.chart, Waterfall)
    ]
    first, *changes, last = chart.steps
    assert (first.shown, last.shown) == (64.6, 40.8)
    level = first.after
    for step in changes:
        assert step.before == level
        assert round(step.after - step.before, 1) == step.shown
        level = step.after
    assert level == last.after


def test_every_shape_lies_inside_its_drawing(charts: list[Chart]) -> None:
    for chart in charts:
        found = drawing(chart)
        for shape in found.shapes:
            match shape:
                case Rectangle():
                    ends = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
                case Line():
                    ends = [(shape.x, shape.y), (shape.to_x, shape.to_y)]
                case Triangle() | Dot() | Label():
                    ends = [(shape.x, shape.y)]
            assert all(0 <= x <= WIDTH and 0 <= y <= found.height for x, y in ends), shape


SIGN = 0.45
"""Least width of a sign on average, in sizes of its type; words are at least so wide."""


@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_no_mark_or_word_stands_on_other_words(charts: list[Chart], width: float) -> None:
    for chart in charts:
        shapes = drawing(chart, width).shapes
        words = [(one, *extent(one)) for one in shapes if isinstance(one, Label)]
        for place, (one, start, end) in enumerate(words):
            for other, its_start, its_end in words[place + 1 :]:
                apart = abs(one.y - other.y) >= min(one.size, other.size) * 0.8
                assert apart or end <= its_start or its_end <= start, (one.words, other.words)
        for mark in shapes:
            if isinstance(mark, Line) and mark.x == mark.to_x and mark.width >= 2:
                for one, start, end in words:
                    beside = not start < mark.x < end
                    assert beside or not mark.y < one.y - one.size / 3 < mark.to_y, (one.words, mark)


def extent(label: Label) -> tuple[float, float]:
    size = cell_width(label.words) * label.size * SIGN
    start = label.x - {"start": 0.0, "middle": size / 2, "end": size}[label.anchor]
    return start, start + size


def test_a_picture_says_what_it_shows_and_has_its_figures_as_text(charts: list[Chart]) -> None:
    for chart in charts:
        root = ElementTree.fromstring(svg(chart))
        assert root.attrib["aria-label"] == set_type(f"{chart.title}. {chart.description}")
        labels = [one.text for one in root.iter(f"{SVG}text")]
        assert any(character.isdigit() for label in labels for character in str(label))


def test_a_picture_loads_runs_and_styles_nothing(charts: list[Chart]) -> None:
    for chart in charts:
        picture = svg(chart)
        assert "<script" not in picture
        assert "href" not in picture
        assert " style=" not in picture


def test_names_in_a_picture_are_inert() -> None:
    nasty = '</text><script>alert(1)</script>" onload="x'
    chart = Gauge(40.0, 30.0, 50.0, 64.6, (20.0, 60.0), whose=nasty)
    root = ElementTree.fromstring(svg(chart))
    assert {one.tag.removeprefix(SVG) for one in root.iter()} == {
        "svg",
        "g",
        "rect",
        "line",
        "text",
        "polygon",
    }


@pytest.mark.parametrize("index", [0.0, 24.9, 48.0, 64.6, 100.0])
def test_the_gauge_keeps_its_words_on_the_picture_at_both_ends(index: float) -> None:
    wide = max(index - 9, 0), min(index + 9, 100)
    chart = Gauge(index, max(index - 5, 0), min(index + 5, 100), index, wide)
    for shape in drawing(chart).shapes:
        if isinstance(shape, Label):
            size = len(shape.words) * shape.size * 0.5
            start = {"start": shape.x, "middle": shape.x - size / 2, "end": shape.x - size}[shape.anchor]
            assert start >= -8
            assert start + size <= WIDTH + 8, shape


def test_lines_of_a_chart_fit_their_width(charts: list[Chart]) -> None:
    for chart in charts:
        for width in (40, 60, 80):
            assert all(cell_width(line) <= width for line in plain(chart_lines(chart, width)))


def test_a_long_name_gives_way_to_its_figure() -> None:
    from aijri_engine.report.charts import OutlookBars

    chart = OutlookBars(50.0, (OutlookBar("数据" * 60, 40.0, -10.0),))
    line, *rest = plain(chart_lines(chart, 60))[1:]
    assert "40.0" in line
    assert "-10.0" in line
    assert len(rest) <= 2
    assert all(cell_width(one) <= 60 for one in (line, *rest))


def test_the_name_of_a_case_is_read_to_its_end() -> None:
    from aijri_engine.report.charts import OutlookBars

    name = "Tools take over more of training and infrastructure"
    chart = OutlookBars(50.0, (OutlookBar(name, 40.0, -10.0),))
    first, second = plain(chart_lines(chart, 80))[1:]
    short = OutlookBars(50.0, (OutlookBar("Infrastructure", 40.0, -10.0),))
    [whole] = plain(chart_lines(short, 80))[1:]
    assert whole.startswith("Infrastructure  ")
    assert first.startswith("Tools take over more of training and  ")
    assert second == "  infrastructure"


@pytest.mark.parametrize("index", [0.0, 50.0, 100.0])
def test_words_of_a_band_over_the_whole_scale_are_not_clipped(index: float) -> None:
    labels = [
        one
        for one in drawing(Gauge(index, 0.0, 100.0, 64.6, (0.0, 100.0))).shapes
        if isinstance(one, Label) and "to 100.0" in one.words
    ]
    assert [one.words for one in labels] == ["could lie  0.0 to 100.0", "with our ratings off  0.0 to 100.0"]
    for one in labels:
        half = len(one.words) * 3.5
        assert one.anchor == "middle"
        assert half <= one.x <= WIDTH - half


def test_positions_stay_on_the_scale() -> None:
    assert position(-5, 200) == 0
    assert position(50, 200) == 100
    assert position(150, 200) == 200


def test_scales_end_at_a_whole_step() -> None:
    assert round_up(61.0, 10.0) == 70.0
    assert round_up(60.0, 10.0) == 60.0
    assert round_up(0.0, 10.0) == 10.0


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_can_be_read_on_every_ground_they_stand_on(palette: "type[LIGHT]") -> None:
    for words in (palette.ink, palette.soft, palette.accent):
        assert contrast(words, palette.ground) >= 4.5
    for zone in (palette.red, palette.yellow, palette.green):
        assert contrast(palette.ink, zone) >= 4.5


def test_another_accent_reaches_every_bar() -> None:
    chart = Gauge(40.0, 30.0, 50.0, 64.6, (20.0, 60.0))
    picture = svg(chart, replace(LIGHT, accent="#7a1d4f"))
    assert LIGHT.accent not in picture
    assert "#7a1d4f" in picture
