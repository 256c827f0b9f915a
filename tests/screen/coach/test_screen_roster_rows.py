"""The roster as rows: an alias is read whole where there is room for it."""

import pytest

from aijri_engine.store import ClientRow
from aijri_engine.text import cell_width
from aijri_tui.screen.coach.roster_rows import roster_rows

ALIAS = "the physicist from the second floor"


def listed(alias: str) -> ClientRow:
    """A client of whom nothing else is known."""
    values = dict.fromkeys(ClientRow.__dataclass_fields__) | {"id": "c1", "alias": alias}
    return ClientRow(**(values | {"given_to": "", "trouble": ""}))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", range(56, 121, 4))
@pytest.mark.case("coaching 15 alias")
def test_no_line_is_longer_than_the_page_and_an_alias_has_what_room_there_is(width: int) -> None:
    rows = roster_rows(None, [], 0, [listed("Bo"), listed(ALIAS)], 0, "", width)

    assert all(cell_width("".join(span.text for span in row).rstrip()) <= width for row in rows)
    words = "".join(span.text for span in rows[-1])
    assert (ALIAS in words) is (width * 0.35 >= len(ALIAS))
