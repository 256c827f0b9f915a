"""Small forms about a client: the alias, a note, an act of the plan, the next date."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from aijri_tui.screen.coach.client_rows import Seen
from aijri_tui.screen.kit.dates import refused_day, told_day, told_talk
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen, needed
from aijri_tui.screen.kit.shell import RefusedError, with_store

if TYPE_CHECKING:
    from aijri_engine.store import ActRow, NoteRow, Store

READERS = (
    ("private", "private: for you alone; it enters no report and no file"),
    ("shared", "shared: the client has it too, in reports and hand-over files"),
    ("reading", "your reading of a result: shared, and marked as yours"),
)

DONE = {
    "private": "Noted, private.",
    "shared": "Noted, shared with the client.",
    "reading": "Noted as your reading, shared with the client.",
}


class ClientForm(FormScreen):
    """A form about a client, who is handed to it; it returns what the card then says."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen

    @property
    def client(self) -> str:
        """Id of the client."""
        return self.seen.card.client.id

    @property
    def version(self) -> int:
        """Which state of the client the form was filled from."""
        return self.seen.card.client.version

    @property
    def today(self) -> date:
        """By the clock of the store."""
        return date.fromisoformat(self.seen.today)

    def state_words(self) -> str:
        """Whose."""
        return self.seen.card.client.alias

    def day(self, values: Mapping[str, str], line: str) -> date:
        """The day typed on a line. Raises `RefusedError` with how one is typed."""
        from aijri_engine.text.days import read_day

        found = read_day(values[line], self.today)
        if found is None:
            raise RefusedError(refused_day(values[line], self.today), line)
        return found


class AddClientScreen(FormScreen):
    """An alias, and nothing else. Returns the id of the new client."""

    where = "a new client"
    act = "Add this client"
    leave_words = "Back, without adding anybody"

    def __init__(self, alias: str = "") -> None:
        super().__init__()
        self.alias = alias

    about = (
        "What will you call this client?",
        (
            "Initials or a nickname are enough; a real name is never needed. Store as little as the work needs: "
            "whatever is written down can be asked for, and has to be looked after."
        ),
    )

    def lines(self) -> tuple[Line, ...]:
        """The alias."""
        return (Line("alias", "alias", self.alias, "W.Q."),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Add."""
        row = await with_store(self.aijri, lambda store: store.roster.add(values["alias"]))
        return row.id


class NoteScreen(ClientForm):
    """A text and who may read it; with a question of the talk, what was said to it."""

    where = "a note"
    act = "Write it down"
    leave_words = "Back, without a note"

    def __init__(self, seen: Seen, question: str = "") -> None:
        super().__init__(seen)
        self.question = question

    def sentences(self) -> tuple[str, ...]:
        """What a private note is, in law too."""
        return (
            self.question or "What do you want to remember?",
            "Private notes are in no report, though the law may give the client a right to ask for them.",
        )

    fields = (
        Line("body", "note", hint="as little as the work needs", several=True),
        Line("readers", "who reads it", "private", options=READERS),
    )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Write it down."""
        needed(values, body="Nothing was written yet; a few words are enough.")
        body, readers = values["body"], values["readers"]
        if self.question:
            body = f"{self.question}\n{body}"
        await with_store(
            self.aijri,
            lambda store: store.roster.note(
                self.client, body, private=readers == "private", reading=readers == "reading"
            ),
        )
        return DONE[readers]


class CorrectNoteScreen(ClientForm):
    """Other words for a note that was written down."""

    where = "correct a note"
    act = "Write it like this"
    leave_words = "Back, the note stays as it was"

    def __init__(self, seen: Seen, note: "NoteRow") -> None:
        super().__init__(seen)
        self.note = note

    def sentences(self) -> tuple[str, ...]:
        """What is kept of it."""
        return ("What should the note say?", "These words take the place of the old; who reads it stays.")

    def lines(self) -> tuple[Line, ...]:
        """The words as they are."""
        return (Line("body", "note", self.note.body, hint="as little as the work needs", several=True),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Put them in its place."""
        needed(values, body="Nothing is written. A note that is not wanted can be removed on the card.")
        body, note = values["body"], self.note
        await with_store(
            self.aijri, lambda store: store.roster.rewrite_note(self.client, note.id, body, seen=note.version)
        )
        return "The note is corrected."


class PlanScreen(ClientForm):
    """What, who, by when, and how one will know that it worked."""

    where = "an act of the plan"
    act = "Add it to the plan"
    leave_words = "Back, without adding it"
    about = (
        "What will be done before you meet again?",
        "One to three acts. No resignation, loan or course fee is decided in this session.",
    )
    planned: "ActRow | None" = None

    def lines(self) -> tuple[Line, ...]:
        """Act, owner, date, sign; as they are where it was planned."""
        client, act = self.seen.card.client, self.planned
        begun = (
            (act.act, act.owner, act.due, act.sign) if act else ("", client.alias, client.next_date or "", "")
        )
        what, owner, due, sign = begun
        return (
            Line("act", "what", what, "ask for one small design task"),
            Line("owner", "who does it", owner),
            Line("due", "by when", due, "next friday, in 6 weeks, 2027-01-31"),
            Line("sign", "sign of success", sign, "how you will know that it worked; may stay empty"),
        )

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Add it, or change it."""
        needed(values, act="What will be done? A few words are enough.", owner="Who does it?")
        words, owner, due, sign = values["act"], values["owner"], self.day(values, "due"), values["sign"]

        def keep(store: "Store") -> "ActRow":
            old, roster = self.planned, store.roster
            if old is None:
                return roster.plan(self.client, words, owner, due, sign)
            return roster.change_act(self.client, old.id, words, owner, due, sign, seen=old.version)

        act = await with_store(self.aijri, keep)
        if self.planned is not None:
            return f"Changed: {act.act.rstrip('.')}, by {told_day(act.due)}."
        return f"Planned, by {told_day(act.due)}. It is shown again when the next session begins."


class ChangeActScreen(PlanScreen):
    """Other words, another owner or another day for an act that was planned."""

    where = "change an act"
    act = "Change it"
    leave_words = "Back, it stays as it is"
    about = ("What is to be different?", "A plan may be changed whenever the reasons for it change.")

    def __init__(self, seen: Seen, planned: "ActRow") -> None:
        super().__init__(seen)
        self.planned = planned


class NextDateScreen(ClientForm):
    """When to meet next."""

    where = "the next date"
    act = "Set the date"
    leave_words = "Back, the date stays as it is"

    def sentences(self) -> tuple[str, ...]:
        """No sooner than makes sense."""
        return (
            "When do you meet next?",
            (
                "Leave it empty for no date. The interview itself is worth repeating after six months or a change of "
                "job, not sooner."
            ),
        )

    def lines(self) -> tuple[Line, ...]:
        """The day, with a time of day where there is one."""
        client = self.seen.card.client
        return (Line("day", "next date", client.next_talk, "next friday at 10:30, or in 6 weeks"),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Set or clear it."""
        from aijri_engine.text.days import read_day_and_time

        day, time = read_day_and_time(values["day"], self.today)
        if day is None and values["day"].strip():
            raise RefusedError(refused_day(values["day"], self.today), "day")
        row = await with_store(
            self.aijri, lambda store: store.roster.appoint(self.client, day, time, self.version)
        )
        if row.next_date is None:
            return "There is no next date."
        return f"The next date is {told_talk(row.next_date, row.next_time)}."


class RenameScreen(ClientForm):
    """Another alias."""

    where = "another alias"
    act = "Use this alias"
    leave_words = "Back, the alias stays"

    about = (
        "What will you call this client from now on?",
        "Consents and notes that name the old alias, and files already made, stay as they were written.",
    )

    def lines(self) -> tuple[Line, ...]:
        """The alias."""
        return (Line("alias", "alias", self.seen.card.client.alias),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Rename."""
        needed(values, alias="A client needs an alias; initials or a nickname are enough.")
        row = await with_store(
            self.aijri, lambda store: store.roster.rename(self.client, values["alias"], self.version)
        )
        return f"The alias is {row.alias} from now on."
