"""The roster as rows: an alias is read whole where there is room for it."""

from types import SimpleNamespace

import pytest

from aijri_engine.store import ClientRow
from aijri_engine.store.agenda import Agenda
from aijri_engine.text import cell_width
from aijri_tui.screen.coach.roster_rows import roster_rows
from aijri_tui.screen.kit.rows import CURSOR_ROLE, links_of

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


def test_a_client_who_is_due_is_reached_at_both_places(monkeypatch: pytest.MonkeyPatch) -> None:
    due = [SimpleNamespace(client_id="c1", words=f"Bo: {what}", late=False) for what in ("a talk", "an act")]
    monkeypatch.setattr("aijri_tui.screen.coach.roster_rows.due_lines", lambda found: due)

    rows = roster_rows(Agenda("2026-11-28", (), (), (), ()), [], 0, [listed("Bo")], 0, "", 80)

    links = links_of(rows)
    assert [link.rpartition(":c1")[0] for link in links] == ["today_client", "today_client", "client"]
    marked = [span.link for row in rows for span in row if span.role == CURSOR_ROLE]
    assert marked == links  # each line has a cursor of its own


@pytest.mark.parametrize("ended", [True, False])
def test_nobody_is_said_to_be_missing_beside_a_client_who_is_listed(ended: bool) -> None:
    """Adding the one whose consent ended was offered, and would be refused."""
    rows = roster_rows(None, [listed("Wanda")] if ended else [], 3, [], 0, "Wanda", 80)
    words = " ".join(span.text for row in rows for span in row)
    assert ("Wanda" in words, "Nobody is called that" in words) == (True, not ended)
    assert ("add" in links_of(rows)) is not ended


@pytest.mark.parametrize("width", [56, 60, 80])
def test_what_is_due_today_is_shown_whole_and_counted_by_its_things(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """At 60 columns the last word of the last thing was gone, and six things were called eight lines."""
    words = [
        f"Client {number} with a long alias that goes on: Deep Learning Engineer, not finished"
        for number in range(6)
    ]
    due = [SimpleNamespace(client_id="c1", words=one, late=False) for one in words]
    monkeypatch.setattr("aijri_tui.screen.coach.roster_rows.due_lines", lambda found: due)
    rows = roster_rows(Agenda("2026-11-28", (), (), (), ()), [], 0, [], 0, "", width)
    told = " ".join(" ".join("".join(span.text for span in row).split()) for row in rows)
    assert told.count("Client ") == told.count("not finished")
    assert "all 6 things due today" in told or told.count("not finished") == len(due)
