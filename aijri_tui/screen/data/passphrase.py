"""The passphrase of the store: set, changed, removed. It is typed unseen, twice where it is new, and kept nowhere."""

from collections.abc import Mapping

from aijri_engine.store import strength
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen, needed
from aijri_tui.screen.kit.shell import RefusedError, with_store

OLD = Line("old", "passphrase now", hidden=True)
WRONG = "That is not the passphrase of the store. Nothing was changed."
NEVER_BACK = "Nobody can bring it back: without it your sessions are lost. A few words of your own do well."
OLDER = "Backups made before keep the passphrase they had."

FOR_SETTING = (
    "Lock your sessions with a passphrase?",
    "The file is then encrypted, and the passphrase is asked for when the program starts.",
    "Backups made before can still be read by anyone who has them.",
)
FOR_CHANGING = (
    "Change the passphrase of your sessions?",
    "The new one is asked for when the program starts.",
    OLDER,
)


class PassphraseScreen(FormScreen):
    """Set one, or put another in its place."""

    def __init__(self, encrypted: bool) -> None:
        super().__init__()
        self._encrypted = encrypted
        self.where = "change the passphrase" if encrypted else "set a passphrase"
        self.act = "Change it" if encrypted else "Set it"
        self.leave_words = "Back, nothing is changed"
        self.working = "Writing the store anew ..."

    def sentences(self) -> tuple[str, ...]:
        """What it does, and that nobody can bring it back."""
        first, what, older = FOR_CHANGING if self._encrypted else FOR_SETTING
        return first, f"{what} {NEVER_BACK}", older

    def lines(self) -> tuple[Line, ...]:
        """The new one twice; before it the present one, where there is one."""
        new = (Line("new", "new passphrase", hidden=True), Line("again", "the same again", hidden=True))
        return (OLD, *new) if self._encrypted else new

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Set it."""
        if self._encrypted:
            check(self, values["old"])
        needed(values, new="An empty passphrase is none; nothing was changed.")
        if values["new"] != values["again"]:
            raise RefusedError("These were two different passphrases; nothing was changed.", "again")
        await change(self, values["new"])
        done = "The passphrase is set. Without it nobody can read the store."
        told = "The passphrase is changed." if self._encrypted else done
        return f"{told} {strength(values['new']).sentence}{await plain_copies(self)}"


class RemovePassphraseScreen(FormScreen):
    """Do without one."""

    where = "remove the passphrase"
    act = "Remove it"
    leave_words = "Back, it stays"
    working = "Writing the store anew ..."

    about = (
        "Remove the passphrase of your sessions?",
        "The file is then no longer encrypted: whoever gets it can read your answers.",
        OLDER,
    )

    fields = (OLD,)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Remove it."""
        check(self, values["old"])
        await change(self, None)
        return "The passphrase is removed: whoever gets the file can read it."


def check(screen: FormScreen, typed: str) -> None:
    """Raises `RefusedError` unless this is the passphrase of the store."""
    if not screen.aijri.sessions.is_passphrase(typed):
        raise RefusedError(WRONG, "old")


async def plain_copies(screen: FormScreen) -> str:
    """What anybody can still read: copies made before, and how they are encrypted too; tables in one's own words."""
    found = await with_store(screen.aijri, lambda store: (store.plain_copies(), store.plain_tables()))
    copies, tables = (", ".join(map(str, paths)) for paths in found)
    told = f" Made before and readable without it: {copies}. `aijri backup passphrase --copies` encrypts them too."
    return told * bool(copies) + f" Tables in your own words stay plain files: {tables}." * bool(tables)


async def change(screen: FormScreen, new: str | None) -> None:
    """Give the store this passphrase, None for none. Raises `RefusedError`."""
    await with_store(screen.aijri, lambda store: screen.aijri.sessions.set_passphrase(new))
