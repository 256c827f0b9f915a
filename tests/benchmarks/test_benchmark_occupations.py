"""All 923 starting tables, assembled and assessed (meant to stay under 10 s), and how wide they are with nothing known.

What is measured is printed: `pytest tests/benchmarks/test_benchmark_occupations.py --benchmark-enable -s`.
"""

from statistics import mean
from typing import Any

import pytest

from aijri_engine import Interview, Library, result
from aijri_engine.personal.spread import spread_of


@pytest.mark.soak
def test_all_occupations_assembled_and_assessed(benchmark: Any) -> None:
    def assessed() -> int:
        library = Library.open()
        codes = library.occupations.codes() if library.occupations else ()
        return sum(result(Interview.start(library, code)).assessment.index >= 0 for code in codes)

    assert benchmark.pedantic(assessed, rounds=1) == 923


@pytest.mark.soak
def test_the_range_of_whom_nothing_is_known() -> None:
    library = Library.open()
    codes = library.occupations.codes() if library.occupations else ()
    widths = [spread_of(Interview.start(library, code)).range.width for code in codes]
    print(f"\nnothing known: {mean(widths):.1f} points on average, {min(widths):.1f} to {max(widths):.1f}")
    assert mean(widths) >= 50
