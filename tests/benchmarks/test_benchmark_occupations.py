"""All 923 starting tables, assembled and assessed (meant to stay under 10 s), and how wide they are with nothing known.

What is measured is printed: `pytest tests/benchmarks/test_benchmark_occupations.py --benchmark-enable -s`.
"""

import gc
from pathlib import Path
from random import Random
from statistics import mean, median
from time import perf_counter, process_time
from typing import Any

import pytest

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.content.files import content_folder
from aijri_engine.content.own_table import save_role
from aijri_engine.interview.kinds import kind_of
from aijri_engine.personal.spread import spread_of
from aijri_tui.cli.main import COLLECTED_AFTER

pytestmark = pytest.mark.usefixtures("opened_anew")

MANY = 1000
MOST_QUESTIONS = 60


@pytest.mark.soak
def test_all_occupations_assembled_and_assessed(benchmark: Any) -> None:
    gc.set_threshold(COLLECTED_AFTER, 10, 10)  # as the program does

    def assessed() -> int:
        library = Library.open()
        codes = library.occupations.codes() if library.occupations else ()
        return sum(result(Interview.start(library, code)).assessment.index >= 0 for code in codes)

    start = process_time()
    assert benchmark.pedantic(assessed, rounds=1) == 923
    print(f"\n923 assembled and assessed: {process_time() - start:.1f} s of one processor")


@pytest.mark.soak
def test_the_range_of_whom_nothing_is_known() -> None:
    library = Library.open()
    codes = library.occupations.codes() if library.occupations else ()
    widths = [spread_of(Interview.start(library, code)).range.width for code in codes]
    print(f"\nnothing known: {mean(widths):.1f} points on average, {min(widths):.1f} to {max(widths):.1f}")
    assert mean(widths) >= 50


def sat(library: Library, code: str) -> Interview:
    """Somebody of that occupation who divided the week as the table has it and answered everything, by lot."""
    interview = Interview.start(library, code)
    drawn = Random(code)
    for _ in range(MOST_QUESTIONS):
        step = next((one for one in interview.path.steps if one.state == "open"), None)
        if step is None:
            return interview
        kind = step.asked.question.kind
        if step.key == "row_way":
            value: object = "three"
        elif kind == "split":
            value = {"rows": {task.id: task.share for task in interview.form.role.tasks}}
        elif kind == "grid":
            value = {row.id: drawn.choice(row.choices).id for row in step.asked.rows}
        else:
            value = drawn.choice([one for _, one in kind_of(kind).answers(step.asked)])
        changed = interview.answer(step.key, value)
        interview = interview.declined(step.key) if isinstance(changed, Problem) else changed
        assert isinstance(interview, Interview)
    return interview


@pytest.mark.soak
def test_the_range_after_a_full_sitting() -> None:
    library = Library.open()
    codes = library.occupations.codes() if library.occupations else ()
    found = [result(sat(library, code)) for code in codes]
    assert not [one.withheld for one in found if one.withheld]
    widths = [one.spread.range.width for one in found]
    print(
        f"\nafter a full sitting: {mean(widths):.1f} points on average, {min(widths):.1f} to {max(widths):.1f}"
    )
    assert mean(widths) < 25


@pytest.mark.soak
def test_loading_one_role_beside_one_and_beside_a_thousand(tmp_path: Path) -> None:
    text = (content_folder() / "roles" / "electrician.yaml").read_text("utf-8")
    for count in (1, MANY):
        for number in range(count):
            name = f"fitter-{number}"
            save_role(tmp_path / str(count), name, text.replace("id: electrician\n", f"id: {name}\n"))

    def seconds(count: int) -> float:
        start = perf_counter()
        Library.open(content_folder(), tmp_path / str(count)).role("fitter-0")
        return perf_counter() - start

    pairs = [(seconds(1), seconds(MANY)) for _ in range(20)][1:]
    one, many = (median(pair[place] for pair in pairs) for place in (0, 1))
    print(
        f"\none role beside 1 {one * 1000:.1f} ms, beside {MANY} {many * 1000:.1f} ms: {many / one:.2f} times"
    )
