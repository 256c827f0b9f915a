"""The row of a grid that a letter is for."""

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_tui.screen.interview.editors.grid import GridEditor


def test_a_row_that_is_asked_stays_at_hand_when_another_was_named() -> None:
    asked = Form.of(Library.open(), "deep-learning-engineer").single["market"]
    first, second, *_ = asked.rows
    editor = GridEditor.begin(asked, {}).with_parts({second.id: second.choices[0].id})
    assert editor.row == first
    lettered = editor.letter("b")
    assert lettered is not None
    assert lettered.grid == {second.id: second.choices[0].id, first.id: first.choices[1].id}
