"""Charts as text: they add up, they fit, and their one sentence says the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.report.charts import Gauge, Waterfall, shares_shown
from aijri_engine.report.charts_text import chart_lines, plain
from aijri_engine.text import cell_width

INDEX = st.floats(0, 100).map(lambda value: round(value, 1))


def lines_of(chart: Gauge | Waterfall, width: int = 80) -> list[str]:
    return plain(chart_lines(chart, width))


def test_the_gauge_names_zones_range_index_and_role() -> None:
    chart = Gauge(44.6, 40.0, 55.0, 64.6)
    above, scale, below = lines_of(chart)
    assert "● you 44.6" in above
    assert "◇ role average 64.6" in above
    assert scale[round(44.6 / 100 * 79)] == "●"
    assert scale[round(64.6 / 100 * 79)] == "◇"
    assert scale.index("┝") == round(40 / 100 * 79)
    assert all(word in below for word in ("Red", "Yellow", "Green", "25", "48", "100"))
    assert chart.description == (
        "A scale from 0 to 100 with Red below 25, Yellow from 25 and Green from 48; higher is safer. The index stands "
        "at 44.6, Yellow. Its range runs from 40.0 to 55.0. The role's average stands at 64.6."
    )


def test_a_gauge_without_a_figure_shows_its_range_alone() -> None:
    chart = Gauge(None, 40.0, 55.0)
    above, scale, _ = lines_of(chart)
    assert not above
    assert "●" not in scale
    assert "stands at" not in chart.description


def test_the_mark_from_before_stays_where_it_was() -> None:
    scale = lines_of(Gauge(60.0, 55.0, 65.0, 64.6, before=44.6))[1]
    assert scale[round(44.6 / 100 * 79)] == "○"


@given(INDEX, INDEX, INDEX, st.integers(24, 140))
def test_the_gauge_never_leaves_its_width(index: float, low: float, high: float, width: int) -> None:
    low, high = min(low, index), max(high, index)
    for line in lines_of(Gauge(index, low, high, 64.6, before=12.0), width):
        assert cell_width(line) <= width


@given(INDEX, INDEX, INDEX, INDEX, INDEX, st.integers(24, 140))
def test_a_figure_on_the_gauge_stands_beside_its_end_and_beside_nothing_else(
    low: float, index: float, high: float, base: float, before: float, width: int
) -> None:
    """Beside another mark it would be read as that one's; then it is not there at all."""
    low, index, high = sorted((low, index, high))
    scale = lines_of(Gauge(index, low, high, base, before=before), width)[1]
    first, last = (round(end / 100 * (width - 1)) for end in (low, high))
    for found in re.finditer(r" ([0-9.]+) ", scale.ljust(width)):
        at_low = found[1] == f"{low:.1f}" and found.end() == first
        at_high = found[1] == f"{high:.1f}" and found.start() == last + 1
        assert at_low or at_high
        outer = scale[found.start() - 1] if at_low else scale.ljust(width + 1)[found.end()]
        assert outer in "─┼ "


def test_a_figure_beside_another_mark_gives_way() -> None:
    scale = lines_of(Gauge(71.0, 66.5, 72.0, 60.5), 70)[1]
    assert "66.5" not in scale
    assert "┥ 72.0" in scale or "● 72.0" in scale


def test_the_waterfall_floats_from_one_total_to_the_next() -> None:
    rows = lines_of(Waterfall(("role", 60.0), (("a", -20.0), ("b", 10.0)), ("you", 50.0)))
    starts = [len(row) - len(row[14:].lstrip()) for row in rows]
    assert [row.split()[1] for row in rows] == ["60.0", "-20.0", "+10.0", "50.0"]
    assert starts[1] == starts[2]
    assert len(rows[0]) == len(rows[1])


def test_the_description_of_a_waterfall_names_every_step() -> None:
    chart = Waterfall(("role", 60.0), (("hours", -20.0),), ("you", 40.0))
    assert chart.description == "From 60.0 (role) to 40.0 (you): hours -20.0."


NAMES = st.sampled_from(["x", "長い名前長い名前長い名前", "a" * 60])


@given(st.lists(st.tuples(NAMES, st.floats(-60, 60)), max_size=12), st.integers(40, 140))
def test_the_waterfall_never_leaves_its_width(steps: list[tuple[str, float]], width: int) -> None:
    for line in lines_of(Waterfall(("role average", 64.6), tuple(steps), ("you", 50.0)), width):
        assert cell_width(line) <= width + 1


@given(st.lists(st.floats(0, 60), min_size=1, max_size=15))
def test_shares_add_up_as_displayed(shares: list[float]) -> None:
    whole = sum(shares) or 1.0
    shown = shares_shown([share / whole * 100 for share in shares] if sum(shares) else [100.0])
    assert round(sum(map(float, shown)), 1) == 100.0


def test_six_equal_rows_add_up_to_a_hundred() -> None:
    assert shares_shown([100 / 6] * 6) == ("16.7", "16.7", "16.7", "16.7", "16.6", "16.6")
