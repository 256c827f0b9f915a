"""Charts as text: they add up, they fit, and their one sentence says the same."""

from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.report.charts_text import Bars, GaugeMarks, gauge, tornado, waterfall
from aijri_engine.text import cell_width

INDEX = st.floats(0, 100).map(lambda value: round(value, 1))


def text(lines: tuple[tuple[tuple[str, str], ...], ...]) -> list[str]:
    return ["".join(part for part, _ in line) for line in lines]


def test_the_gauge_names_zones_range_index_and_role() -> None:
    found = gauge(GaugeMarks(44.6, 40.0, 55.0, 64.6), 80, cell_width)
    above, scale, below = text(found.lines)
    assert "you 44.6" in above
    assert "role 64.6" in above
    assert scale[round(44.6 / 100 * 79)] == "●"
    assert scale[round(64.6 / 100 * 79)] == "◇"
    assert scale.index("┝") == round(40 / 100 * 79)
    assert all(word in below for word in ("Red", "Yellow", "Green", "25", "48", "100"))
    assert found.reading == (
        "44.6 of 100, Yellow; the range runs from 40.0 to 55.0; the role stands at 64.6."
    )


def test_the_mark_from_before_stays_where_it_was() -> None:
    scale = text(gauge(GaugeMarks(60.0, 55.0, 65.0, 64.6, before=44.6), 80, cell_width).lines)[1]
    assert scale[round(44.6 / 100 * 79)] == "○"


@given(INDEX, INDEX, INDEX, st.integers(24, 140))
def test_the_gauge_never_leaves_its_width(index: float, low: float, high: float, width: int) -> None:
    low, high = min(low, index), max(high, index)
    for line in text(gauge(GaugeMarks(index, low, high, 64.6, 12.0), width, cell_width).lines):
        assert cell_width(line) <= width


def test_the_waterfall_floats_from_one_total_to_the_next() -> None:
    bars = Bars(("role", 60.0), (("a", -20.0), ("b", 10.0)), ("you", 50.0))
    rows = text(waterfall(bars, 80, cell_width).lines)
    starts = [len(row) - len(row[14:].lstrip()) for row in rows]
    assert [row.split()[1] for row in rows] == ["60.0", "-20.0", "+10.0", "50.0"]
    assert starts[1] == starts[2]
    assert len(rows[0]) == len(rows[1])


def test_the_reading_of_a_waterfall_names_every_step() -> None:
    bars = Bars(("role", 60.0), (("hours", -20.0),), ("you", 40.0))
    assert waterfall(bars, 80, cell_width).reading == "From 60.0 (role) to 40.0 (you): hours -20.0."


NAMES = st.sampled_from(["x", "長い名前長い名前長い名前", "a" * 60])


@given(st.lists(st.tuples(NAMES, st.floats(-60, 60)), max_size=12), st.integers(40, 140))
def test_the_waterfall_never_leaves_its_width(steps: list[tuple[str, float]], width: int) -> None:
    bars = Bars(("role average", 64.6), tuple(steps), ("you", 50.0))
    for line in text(waterfall(bars, width, cell_width).lines):
        assert cell_width(line) <= width + 1


def test_the_tornado_names_the_largest() -> None:
    found = tornado(50.0, [("training", 40.0, 61.4), ("design", 49.0, 52.0)], 80, cell_width)
    assert found.reading == "training could move it most: from 40.0 to 61.4."
    assert all("│" in line for line in text(found.lines))
