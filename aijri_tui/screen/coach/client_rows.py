"""A client's card as rows: who, what was agreed to, what can be done, plan, sessions, notes and files."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aijri_engine.report.figures import dated
from aijri_engine.store import ActRow, Card, ConsentRow, FileRow, NoteRow
from aijri_engine.text import cell_width, pad
from aijri_tui.listed_sessions import Listed, day_of
from aijri_tui.screen.kit.dates import told_act, told_day, told_moment, told_talk
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, heading, hung, mark, say, way

MENU = (
    ("f", "before the hour", "before_hour"),
    ("b", "begin an interview", "begin"),
    ("t", "the talk", "agenda"),
    ("m", "a page to fill in", "form"),
    ("c", "consent", "consent"),
    ("n", "write a note", "note"),
    ("p", "plan an act", "plan"),
    ("d", "next date", "date"),
    ("h", "history", "history"),
    ("o", "hand over", "hand_over"),
    ("i", "import a file", "take_over"),
    ("r", "rename", "rename"),
    ("w", "withdraw consent", "withdraw"),
    ("x", "delete", "delete"),
    ("e", "erase for good", "erase"),
)
"""Key, words and name of everything that can be done with a client."""

KEEPS = frozenset(("note", "plan", "date", "form"))
"""What keeps something more of a client: not begun where nothing may be kept."""

MENU_WIDTH = 25
"""Cells of a column of the menu [ours]."""

MOST_COLUMNS = 3
"""Columns of the menu [ours]."""

HEADER_ROOM = 28
"""Cells of what the header says about sharing; where it is more, the card says it too [ours]."""

FACT_WIDTH = 11
MARK_WIDTH = 9
"""Cells before a fact, and for the mark of a note [ours]."""

NOTE_MARKS = {"private": "PRIVATE", "shared": "shared", "reading": "reading"}
ANSWERS = {
    "yes": "yes", "today_only": "yes, but keep nothing after today", "no": "no", "on_page": "a tick on the page",
}  # fmt: skip
KINDS = {
    "report": "report",
    "comparison": "before and after",
    "export": "answers",
    "handover": "hand-over file",
    "coach page": "page for the coach",
    "calendar": "calendar",
    "roster": "table of clients",
    "form": "page to fill in",
    "draft": "draft",
    "backup": "backup",
}
FOR = dict.fromkeys(("coach page", "roster", "draft", "backup"), "yours alone") | {
    "form": "for the client to fill in", "calendar": "talks and acts",
}  # fmt: skip
"""Files that a report's words, handed over or not, do not fit."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a card shows."""

    card: Card
    listed: Sequence[Listed]
    """The client's sessions, as lists show them."""
    today: str
    """YYYY-MM-DD, by the clock of the store."""

    @property
    def holding(self) -> ConsentRow | None:
        """The newest consent, where it holds today."""
        return next((one for one in self.card.consents[:1] if one.holds_on(self.today)), None)

    @property
    def ended(self) -> bool:
        """There was a consent, and none holds: nothing may be kept."""
        return bool(self.card.consents) and self.holding is None

    @property
    def unfinished(self) -> list[Listed]:
        """Sessions whose result was not seen."""
        return [one for one in self.listed if not one.finished]

    @property
    def carried(self) -> list[ActRow]:
        """Acts that are still open."""
        return [act for act in self.card.acts if act.state == "open"]


@dataclass(frozen=True, slots=True)
class Looks:
    """How it is shown."""

    opened: Collection[str] = ()
    """What was opened in place: `consent:N`, `note:N`; `note_remove:N` while it is asked whether to remove it."""
    told: str = ""
    told_role: str = "accent"


def card_rows(seen: Seen, looks: Looks, width: int) -> list[Row]:
    """The whole card."""
    rows: list[Row] = [EMPTY]
    if looks.told:
        rows += [*say(looks.told, width, looks.told_role), EMPTY]
    rows += _facts(seen, looks, width) + trouble_rows(seen.card.trouble, width)
    rows += [EMPTY, *menu_rows(width), *_plan(seen, width), *_sessions(seen, width)]
    rows += [*_notes(seen.card.notes, looks, width), *_files(seen.card.files, width)]
    return [*rows, *_agreed(seen, looks, width), EMPTY]


def _fact(name: str, text: str, width: int, role: str = "text") -> list[Row]:
    return hung(pad(name, FACT_WIDTH), text, width, role, head_role="muted")


def _facts(seen: Seen, looks: Looks, width: int) -> list[Row]:
    client = seen.card.client
    rows: list[Row] = []
    if cell_width(client.sharing) > HEADER_ROOM:
        rows += _fact("shared", client.sharing.removeprefix("shared "), width)
    if client.goal:
        rows += _fact("goal", client.goal, width)
    if seen.holding is not None:
        rows += _fact("consent", _holding_words(seen.holding), width)
    elif seen.ended:
        rows += _fact("consent", ended_words(seen), width, "problem")
    else:
        rows += _fact("consent", "none yet; it comes before the first question", width)
    return rows + _fact("next date", told_talk(client.next_date, client.next_time), width)


def trouble_rows(trouble: str, width: int) -> list[Row]:
    """What of a record cannot be read; nothing when all is well."""
    return say(trouble, width, "problem", "    ")


def _holding_words(one: ConsentRow) -> str:
    if one.answer == "today_only":
        return "given, but nothing may be kept after today"
    return f"given on {told_moment(one.given)}, until {told_day(one.expires)}"


def ended_words(seen: Seen) -> str:
    """Why nothing may be kept of a client, and the ways out."""
    return f"{_ended(seen.card.consents[0])} Nothing may be kept: erase (e), or read a new consent (c)."


def _ended(one: ConsentRow) -> str:
    if one.trouble:
        return "Damaged, and counts as none."
    if one.answer == "no":
        return f"The answer was no on {told_moment(one.given)}."
    if one.withdrawn:
        return f"Withdrawn on {told_moment(one.withdrawn)}."
    return f"Ended on {told_day(one.expires)}."


def menu_rows(width: int) -> list[Row]:
    """Everything that can be done, by letter, arrows or click; read down each column."""
    columns = max(1, min(MOST_COLUMNS, width // MENU_WIDTH))
    length = -(-len(MENU) // columns)
    rows: list[Row] = []
    for place in range(length):
        row: list[Span] = []
        for key, words, action in MENU[place::length]:
            link = f"do:{action}"
            row += [
                mark(link),
                Span(f"{key}  ", "accent", link),
                Span(pad(words, MENU_WIDTH - 5), "text", link),
            ]
        rows.append(tuple(row))
    return rows


def _button(link: str, words: str) -> Row:
    return (Span(" ", "accent", link), mark(link), Span(words, "accent", link))


def act_rows(act: ActRow, today: str, width: int) -> list[Row]:
    """An act of the plan, marked where its day is past, with what can be done about it."""
    is_open = act.state == "open"
    words = {"done": "done", "dropped": "drop it", "open": "open again"}
    buttons = [
        span
        for state in (("done", "dropped") if is_open else ("open",))
        for span in _button(f"settle:{act.id}:{state}", words[state])
    ]
    buttons += _button(f"change:{act.id}", "change") if is_open else ()
    size = sum(cell_width(span.text) for span in buttons)
    told, late = told_act(act, today)
    role = "problem" if late else "text" if is_open else "muted"
    first, *others = say(told, width - size - 3, role)
    missing = width - size - sum(cell_width(span.text) for span in first)
    return [(*first, Span(" " * missing), *buttons), *others, *trouble_rows(act.trouble, width)]


def _plan(seen: Seen, width: int) -> list[Row]:
    settled = [act for act in seen.card.acts if act.state != "open"]
    rows: list[Row] = []
    if seen.carried:
        rows += heading("Still open", width)
        rows += [row for act in seen.carried for row in act_rows(act, seen.today, width)]
    if settled:
        rows += heading("Settled", width)
        rows += [row for act in settled for row in act_rows(act, seen.today, width)]
    return rows


def _sessions(seen: Seen, width: int) -> list[Row]:
    if not seen.listed:
        return []
    rows = heading("Sessions", width)
    for one in seen.listed:
        link = f"session:{one.id}"
        rows += way(link, f"{one.role_title}, {day_of(one.when)}: {one.state}", width, "text") + trouble_rows(
            one.trouble, width
        )
    return rows


def _notes(notes: Sequence[NoteRow], looks: Looks, width: int) -> list[Row]:
    """The newest first. Private ones are covered until opened, because the client may be looking on."""
    rows = heading("Notes", width) if notes else []
    for one in reversed(notes):
        link = f"note:{one.id}"
        head = pad(NOTE_MARKS[one.kind], MARK_WIDTH)
        day = told_moment(one.created)
        covered = one.private and link not in looks.opened
        words = f"of {day}, covered" if covered else f"{one.body} ({day})"
        first, *more = hung("  " + head, words, width, link=link)
        rows += [(mark(link), Span(head, "loud" if one.private else "muted", link), *first[1:]), *more]
        rows += trouble_rows(one.trouble, width)
        if link in looks.opened:
            rows += _note_acts(one.id, looks)
    return rows


def _note_acts(number: int, looks: Looks) -> list[Row]:
    """What can be done about a note that was opened; removing asks once more."""
    asked = f"note_remove:{number}" in looks.opened
    acts = (("note_keep", "keep it"), ("note_gone", "remove it for good")) if asked else (
        ("note_correct", "correct"), ("note_remove", "remove"))  # fmt: skip
    before = " " * (MARK_WIDTH + 2) + "Remove this note?" if asked else " " * (MARK_WIDTH - 1)
    buttons = [span for act, words in acts for span in _button(f"{act}:{number}", words)]
    return [(Span(before, "text"), *buttons)]


def _files(files: Sequence[FileRow], width: int) -> list[Row]:
    rows = heading("Files made on this machine", width) if files else []
    for number, one in enumerate(files):
        link = f"file:{number}"
        whose = f"to {one.recipient}" if one.recipient else FOR.get(one.kind, "handed to nobody yet")
        words = f"{KINDS.get(one.kind, one.kind)} of {told_moment(one.created)}, {whose}: {one.path}"
        rows += way(link, words, width, "text") + trouble_rows(one.trouble, width)
    return rows


def _agreed(seen: Seen, looks: Looks, width: int) -> list[Row]:
    """The consents, each with its text where it was opened."""
    rows = heading("What was agreed to", width) if seen.card.consents else []
    for number, one in enumerate(seen.card.consents):
        link = f"consent:{number}"
        opened = link in looks.opened
        state = (
            f"withdrawn on {told_moment(one.withdrawn)}"
            if one.withdrawn
            else f"until {told_day(one.expires)}"
        )
        words = f"{told_moment(one.given)}, answer: {ANSWERS.get(one.answer, one.answer)}"
        if not one.text and not one.trouble:
            rows += say(f"  {words}", width)
            continue
        words = (
            "damaged: ask for a new one"
            if one.trouble
            else f"{words}; text of {told_day(one.version)}, {state}"
        )
        rows += way(link, f"{'-' if opened else '+'} {words}", width, "text")
        rows += trouble_rows(one.trouble, width)
        if opened:
            rows += say(dated(one.text), width - 4, "muted", "    ")
    return rows
