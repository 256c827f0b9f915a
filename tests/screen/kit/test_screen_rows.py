"""Rows: nothing is cut without a sign, and two pieces stand side by side only where both are whole."""

import pytest

from aijri_tui.screen.kit.rows import Row, Span, beside, cut, row_width


def text(row: Row) -> str:
    return "".join(span.text for span in row)


@pytest.mark.parametrize(
    ("parts", "width", "shown"),
    [
        (("abc", "def"), 6, "abcdef"),
        (("abc", "def"), 5, "abcd…"),
        (("abc", "def"), 3, "ab…"),
        (("abc", "def"), 1, "…"),
        (("abc   ", "   "), 4, "abc "),
        (("abc", "   "), 3, "abc"),
        (("長い名前", " x"), 7, "長い名…"),
        (("長い名前", " x"), 6, "長い…"),
    ],
)
def test_a_row_is_cut_with_a_sign_where_words_go(parts: tuple[str, ...], width: int, shown: str) -> None:
    row = cut(tuple(Span(part) for part in parts), width)

    assert text(row).rstrip() == shown.rstrip()
    assert row_width(row) <= width


def test_a_figure_that_has_no_room_goes_whole_to_a_row_of_its_own() -> None:
    where, state = (
        (Span("Deep Learning Engineer, 3 May"),),
        (Span("   39.9 Yellow, provisional", "muted", "x"),),
    )

    assert [text(row) for row in beside(where, state, 60)] == [text(where) + text(state)]
    assert [text(row) for row in beside(where, state, 50)] == [text(where), "    39.9 Yellow, provisional"]
