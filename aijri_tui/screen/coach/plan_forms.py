"""Small forms of a client's card: an act of the plan, the next date, another alias."""

from collections.abc import Mapping

from aijri_tui.screen.coach.client_form import CardForm
from aijri_tui.screen.kit.dates import told_day
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import needed
from aijri_tui.screen.kit.store_calls import RefusedError, at_the_desk


class ActScreen(CardForm):
    """What, who, by when, and how one will know that it worked."""

    where = "an act of the plan"
    act = "Add it to the plan"
    leave_words = "Back, without adding it"

    def sentences(self) -> tuple[str, ...]:
        """One to three, and what is not decided today."""
        return (
            "What will be done before you meet again?",
            "One to three acts. No resignation, loan or course fee is decided in this session.",
        )

    def lines(self) -> tuple[Line, ...]:
        """Act, owner, date, sign."""
        return (
            Line("act", "what", hint="ask for one small design task"),
            Line("owner", "who does it", self.seen.card.client.alias),
            Line("due", "by when", self.seen.card.client.next_date or "", "2027-01-31, or in 6 weeks"),
            Line("sign", "sign of success", hint="how you will know that it worked; may stay empty"),
        )

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Add it."""
        needed(values, act="What will be done? A few words are enough.", owner="Who does it?")
        due = self.day(values, "due")
        if due < self.today:
            raise RefusedError(f"{told_day(due.isoformat())} is past. Name a day from today on.", "due")
        act = await at_the_desk(
            self.aijri,
            lambda store: store.roster.plan(
                self.card.client, values["act"], values["owner"], due, values["sign"]
            ),
        )
        self.done(f"Planned, by {told_day(act.due)}. It is shown again when the next session begins.")


class DateScreen(CardForm):
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
        """The day."""
        return (Line("day", "next date", self.seen.card.client.next_date or "", "2027-01-31, or in 6 weeks"),)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Set or clear it."""
        day = self.day(values, "day") if values["day"].strip() else None
        row = await at_the_desk(self.aijri, lambda store: store.roster.appoint(self.card.client, day))
        self.done(
            f"The next date is {told_day(row.next_date)}." if row.next_date else "There is no next date."
        )


class RenameScreen(CardForm):
    """Another alias."""

    where = "another alias"
    act = "Use this alias"
    leave_words = "Back, the alias stays"

    def sentences(self) -> tuple[str, ...]:
        """Where the old one stays."""
        return (
            "What will you call this client from now on?",
            "Consents and notes that name the old alias, and files already made, stay as they were written.",
        )

    def lines(self) -> tuple[Line, ...]:
        """The alias."""
        return (Line("alias", "alias", self.seen.card.client.alias),)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Rename."""
        needed(values, alias="A client needs an alias; initials or a nickname are enough.")
        row = await at_the_desk(
            self.aijri, lambda store: store.roster.rename(self.card.client, values["alias"])
        )
        self.done(f"The alias is {row.alias} from now on.")
