"""Clients from a table of another program, and as a table for one: comma or semicolon, UTF-8 or Latin-1.

Reading changes nothing: what would be written is shown first, and the rest told row by row.
"""

import csv
import io
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from aijri_engine.store.answers import told_of
from aijri_engine.store.copies import put
from aijri_engine.store.errors import StoreError, read_named
from aijri_engine.store.identifiers import new_id, typed_id
from aijri_engine.store.roster_queries import LONGEST_ALIAS
from aijri_engine.store.schema import clients, hidden, notes
from aijri_engine.store.seals import keep
from aijri_engine.text import clean
from aijri_engine.text.days import read_day_and_time

if TYPE_CHECKING:
    import random

    from aijri_engine.store.store import Store

MOST_BYTES = 16 * 1_048_576
MOST_ROWS = 20_000
LONGEST_NOTE = 4000
MOST_SHOWN = 8
"""Limits of a table that is taken in [ours]."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "alias": ("alias", "client", "initials", "nickname", "code", "kürzel", "name"),
    "next": ("next_date", "next date", "next", "next talk", "appointment", "date", "termin"),
    "time": ("next_time", "next time", "time"),
    "note": ("note", "notes", "remark", "comment", "notiz"),
}
"""What is taken, and the titles a column of it may have, the likeliest first."""

EXPORTED = ["alias", "goal", "consent_until", "next_date", "next_time",
            "sessions", "open_acts", "shared_with"]  # fmt: skip
DELIMITERS = ",;\t|"
FORMULA = re.compile(r"'(?=\s*[=+\-@])")
"""The sign by which a table keeps text from being a formula; it is no part of the text."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One client as a table has them."""

    line: int
    alias: str
    day: str = ""
    """YYYY-MM-DD of the next talk; empty for none."""
    time: str = ""
    note: str = ""
    trouble: str = ""
    """Why it is left out; empty for a client that is new."""
    remark: str = ""
    """What of it is left out, where the client is taken."""


@dataclass(frozen=True, slots=True)
class RosterTable:
    """What a table holds, as it would be taken in."""

    columns: Mapping[str, str]
    """What is taken -> the title of its column."""
    left_out: tuple[str, ...]
    """Titles of columns that are not taken."""
    rows: tuple[TableRow, ...]

    @property
    def new(self) -> tuple[TableRow, ...]:
        """Those that would be added."""
        return tuple(row for row in self.rows if not row.trouble)

    def lines(self, most: int = MOST_SHOWN) -> list[str]:
        """Which columns are taken, what is new, and what is left out with its reason; `most` of each kind."""
        taken = ", ".join(f"{name} from “{title}”" for name, title in self.columns.items())
        lines = [f"Taken: {taken}."]
        if self.left_out:
            lines.append(f"Columns left out: {', '.join(self.left_out)}.")
        for row in self.new[:most]:
            talk = f", next talk {row.day} {row.time}".rstrip() if row.day else ""
            note = ", with a private note" if row.note else ""
            lines.append(f"New: {row.alias}{talk}{note}{f'; {row.remark}' if row.remark else ''}")
        if len(self.new) > most:
            past = sum(bool(row.remark) for row in self.new[most:])
            also = f", {past} of them with a date that is past and left out" if past else ""
            lines.append(f"And {len(self.new) - most} more that are new{also}.")
        for row in self.troubled[:most]:
            lines.append(f"Left out, line {row.line}: {row.alias or 'nobody'}: {row.trouble}")
        if len(self.troubled) > most:
            lines.append(f"And {len(self.troubled) - most} more that are left out.")
        return lines

    @property
    def troubled(self) -> tuple[TableRow, ...]:
        """Those that would not, each with its reason."""
        return tuple(row for row in self.rows if row.trouble)


def read_roster_table(store: "Store", path: Path, named: Mapping[str, str] | None = None) -> RosterTable:
    """What a table holds; nothing is written. `named` gives the title of a column for alias, next, time or note.

    Raises `StoreError` for what is no table, is too long, or has no column for the alias.
    """
    lines = _lines(path)
    head = next(lines, None)
    if head is None or not any(title.strip() for title in head[1]):
        raise StoreError(
            f"{path} holds no table: its first line has no titles.", "Save it as CSV with titles."
        )
    titles = [clean(title, 80).strip() for title in head[1]]
    places = _places(titles, named or {}, path)
    known, ids = _known(store)
    today = date.fromisoformat(store.today())
    rows: list[TableRow] = []
    for line, cells, closed in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) >= MOST_ROWS:
            raise StoreError(f"{path} has more than {MOST_ROWS} rows.", "Divide it.")
        row = _row(line, {name: _cell(cells, place) for name, place in places.items()}, today, known)
        if why := _unfit(cells, len(titles), closed) or ids.get(typed_id(row.alias)):
            row = TableRow(line, row.alias, trouble=why)
        rows.append(row)
        if not row.trouble:
            known[row.alias.casefold()] = f"line {line} of this table"
    used = set(places.values())
    left = tuple(title for place, title in enumerate(titles) if place not in used and title)
    return RosterTable({name: titles[place] for name, place in places.items()}, left, tuple(rows))


def take_roster_table(store: "Store", table: RosterTable, source: "random.Random | None" = None) -> int:
    """Add the new clients of a table, all of them or none; how many. Notes are private."""
    drawn = source or secrets.SystemRandom()
    now = store.now()
    with store.writing() as connection:
        taken = set(connection.scalars(select(clients.c.id)))
        folded = set(connection.scalars(select(clients.c.folded)))
        aliases = folded | {row.alias.casefold() for row in table.new}
        added, written = [], []
        for row in table.new:
            if row.alias.casefold() in folded or typed_id(row.alias) in taken:
                continue
            while (identifier := new_id(drawn)) in taken or identifier in aliases:
                pass
            taken.add(identifier)
            added.append(
                {
                    "id": identifier, "alias": row.alias, "folded": row.alias.casefold(), "created": now,
                    "answers": told_of(identifier), "token": secrets.token_hex(16),
                    "next_date": row.day or None, "next_time": row.time or None,
                }
            )  # fmt: skip
            if row.note:
                note = {"client_id": identifier, "session_id": None, "private": True, "reading": False}
                written.append({**note, "body": row.note, "created": now})
        if added:
            connection.execute(insert(clients), added)
        keep(connection, notes, *written)
    return len(added)


def write_roster_table(store: "Store", path: Path) -> int:
    """Write the clients whose consent has not ended as CSV; how many. Each card remembers the file.

    One whose record is damaged is left out, see `Roster.troubled`.
    """
    from aijri_engine.report.renderers.data import inert

    ended = {row.id for row in store.roster.due()}
    rows = [row for row in store.roster.clients() if row.id not in ended and not row.trouble]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(EXPORTED)
    for row in rows:
        cells = (row.alias, row.goal or "", row.expires or "", row.next_date or "", row.next_time or "")
        counts = (str(row.sessions), str(row.open_acts), "; ".join(row.recipients))
        writer.writerow([inert(cell) for cell in (*cells, *counts)])
    content = text.getvalue().encode("utf-8-sig")
    store.record_file_of([row.id for row in rows], "roster", path, content)
    put(path, content)
    return len(rows)


def _lines(path: Path) -> Iterator[tuple[int, list[str], bool]]:
    """Number and cells of each row, and whether its quotation marks are closed. Raises `StoreError`."""
    content = read_named(path, MOST_BYTES, "Name a CSV file.")
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StoreError(f"{path} is no CSV file.", "Save the table as CSV first.")
    text = re.sub(r"\r(?!\n)", "\n", _decoded(content))  # old programs end lines so
    head = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines, before = text.split("\n"), 0
    try:
        for cells in reader:
            row = "\n".join(lines[before : reader.line_num])
            yield reader.line_num, cells, not any("\n" in cell for cell in cells) or _closed(row, delimiter)
            before = reader.line_num
    except csv.Error as error:
        raise StoreError(
            f"{path}, line {reader.line_num}: {error}.", "Save the table as CSV again."
        ) from None


def _closed(row: str, delimiter: str) -> bool:
    try:
        return bool(list(csv.reader(io.StringIO(row, newline=""), delimiter=delimiter, strict=True)))
    except csv.Error:
        return False


def _unfit(cells: list[str], titles: int, closed: bool) -> str:
    """Why a row is no row of its table, whose cells would be cut or put together; empty for one that is."""
    if any(cell.strip() for cell in cells[titles:]):
        return f"{len(cells)} cells, and the first line has {titles}: quote a cell that holds what keeps cells apart"
    if not closed:
        return "a quotation mark is opened and not closed, so that lines run together"
    return ""


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _places(titles: list[str], named: Mapping[str, str], path: Path) -> dict[str, int]:
    """The column of each thing that is taken. Raises `StoreError` for a title that is not there, or no alias."""
    folded = [title.casefold() for title in titles]
    told = ", ".join(title for title in titles if title)[:300]
    found = {}
    for name, usual in FIELDS.items():
        if name in named:
            wanted = named[name].strip().casefold()
            if wanted not in folded:
                shown = clean(named[name], 40)
                raise StoreError(f"{path} has no column {shown!r}.", f"Its columns are: {told}.")
            found[name] = folded.index(wanted)
            continue
        place = next((folded.index(title) for title in usual if title in folded), None)
        if place is not None and place not in found.values():
            found[name] = place
    if "alias" not in found:
        raise StoreError(
            f"{path} has no column for the alias; its columns are: {told}.",
            "Say which one it is: alias=TITLE.",
        )
    return found


def _cell(cells: list[str], place: int) -> str:
    text = cells[place].strip() if place < len(cells) else ""
    return FORMULA.sub("", text, count=1) if text.startswith("'") else text


def _row(line: int, cells: Mapping[str, str], today: date, known: Mapping[str, str]) -> TableRow:
    alias = clean(cells["alias"], LONGEST_ALIAS + 1).strip()
    note = clean(cells.get("note", ""), LONGEST_NOTE, lines=True).strip()
    if not alias:
        return TableRow(line, "", trouble="no alias")
    if len(alias) > LONGEST_ALIAS:
        return TableRow(line, alias[:40], trouble=f"an alias has at most {LONGEST_ALIAS} characters")
    if alias.casefold() in known:
        return TableRow(line, alias, trouble=f"is there already: {known[alias.casefold()]}")
    typed = " ".join(part for part in (cells.get("next", ""), cells.get("time", "")) if part)
    if not typed:
        return TableRow(line, alias, note=note)
    day, time = read_day_and_time(typed, today)
    if day is None:
        return TableRow(line, alias, trouble=f"{clean(typed, 40)!r} is no day")
    if day < today:
        return TableRow(line, alias, note=note, remark=f"its date {day.isoformat()} is past and left out")
    return TableRow(line, alias, day.isoformat(), time, note)


def _known(store: "Store") -> tuple[dict[str, str], dict[str, str]]:
    """Aliases that are taken, and ids that no alias may be, each with whose it is."""
    aliases, ids = {}, {}
    with store.reading() as connection:
        found = connection.execute(select(clients.c.id, clients.c.folded, clients.c.alias, hidden(clients)))
        for identifier, folded, alias, deleted in found:
            whose = f"client {clean(alias, 40)!r}{', who was deleted' if deleted else ''}"
            aliases[folded], ids[identifier] = whose, f"is the id of {whose}"
    return aliases, ids
