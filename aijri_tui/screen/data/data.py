"""Your data: where it is, who can read it, a copy of everything, and erasing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from aijri_engine.files.data_folder import kept_words
from aijri_engine.files.typed_path import is_folder, typed_path
from aijri_engine.text import clean, counted
from aijri_tui.screen.kit.form_lines import Line
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, hung, option, say
from aijri_tui.screen.kit.shell import RefusedError, with_store, with_store_if_any

if TYPE_CHECKING:
    from aijri_engine.store import Erased, Store

LABEL_WIDTH = 14
"""Cells for what a line is about [ours]."""

IN_A_FILE = "Everything you say is kept in one file on this machine."
ON_SERVER = "Everything you say is kept on the server of your practice."
BACKED_UP = (
    "Reports are files of their own, where you had them written; erasing reaches those that were not moved or changed. "
    "To put a copy back: `aijri backup restore FILE`."
)
BACKED_UP_THERE = (
    "Reports are files of their own, where you had them written; erasing reaches those on this machine that were not "
    "moved or changed. Backups of the server, and its passwords, are made by whoever runs it."
)

ERASE_WORD = "erase"
"""Typed to be sure."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies on this machine."""

    folder: Path
    encrypted: bool = False
    own: int = 0
    """Sessions taken alone."""
    clients: int = 0
    of_clients: int = 0
    """Sessions of clients."""
    backups: int = 0
    """Backups beside the store."""
    shared: int = 0
    """Acts and notes that a coach shared with this person."""
    server: str = ""
    """Where it lies instead, if not in this folder."""
    unsigned: tuple[Path, ...] = ()
    """Emergency files of an earlier program, which did not say of which store."""


def kept(store: "Store") -> Kept:
    """What a store holds. Raises `StoreError`."""
    from aijri_engine.store import managed_backups

    own, every = len(store.sessions(alone=True)), len(store.sessions())
    clients, backups = len(store.roster.clients()), len(managed_backups(store.folder))
    notes, plan = store.own_card()
    shared, unsigned = len(notes) + len(plan), tuple(store.unsigned_emergency_files())
    return Kept(
        store.folder, store.encrypted, own, clients, every - own, backups, shared, store.server, unsigned
    )


class DataScreen(Frame):
    """What is kept, in a few lines, and what can be done with it."""

    ACTIONS = (CHOOSE, Action("enter", "open"), BACK)

    def __init__(self) -> None:
        super().__init__()
        self._kept: Kept | None = None

    def on_mount(self) -> None:
        """The keys go to the page."""
        self.begin("AIJRI · your data", kept_words())

    def on_screen_resume(self) -> None:
        """Read what there is."""
        self.reload()

    @work(exclusive=True, group="read")
    async def reload(self) -> None:
        """Read it again."""
        try:
            self._kept = await with_store_if_any(self.aijri, kept) or Kept(Path(self.aijri.sessions.place))
        except RefusedError as refused:
            self.tell(refused.words, "problem")
        if self.is_current:
            self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [
            EMPTY,
            *say(ON_SERVER if self._kept and self._kept.server else IN_A_FILE, room, "strong"),
        ]
        rows += [EMPTY, *self.said_rows(room)[:-1]] if self.said[0] else []
        if self._kept is None:
            return rows
        rows.append(EMPTY)
        for name, words in facts(self._kept):
            rows += hung(f"{name:<{LABEL_WIDTH}}", words, room, head_role="muted")
        rows.append(EMPTY)
        for link, name, about in self._acts(self._kept):
            rows += option(link, name, about, room, 32)
        rows += [EMPTY, *say(BACKED_UP_THERE if self._kept.server else BACKED_UP, room, "muted")]
        return rows

    @staticmethod
    def _acts(found: Kept) -> list[tuple[str, str, str]]:
        acts = [("take_in", "Take in a file", "from your coach, or answers")]
        if found.shared:
            acts.append(("shared", "From your coach", "the plan, and what was shared with you"))
        if not found.server:
            acts.append(("backup", "Copy everything into one file", "a backup, to keep elsewhere"))
        if found.encrypted:
            acts += [("passphrase", "Change the passphrase", "typed twice, never shown"),
                     ("remove_passphrase", "Remove the passphrase", "anyone with the file can read it")]  # fmt: skip
        elif not found.server:
            acts.append(("passphrase", "Set a passphrase", "nobody else can read the file"))
        if found.own:
            acts.append(("erase_data", "Erase your own sessions", "for good"))
        if found.clients:
            acts.append(("erase_everything", "Erase everything", "your sessions and every client"))
        return acts

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """One of the acts."""
        if self._kept is None:
            return
        handed: dict[str, tuple[object, ...]] = {
            "take_in": (),
            "shared": (),
            "backup": (self._kept,),
            "passphrase": (self._kept.encrypted,),
            "remove_passphrase": (),
            "erase_data": (self._kept, False),
            "erase_everything": (self._kept, True),
        }
        name = "erase_data" if link == "erase_everything" else link
        self.tell("")
        self.aijri.go(name, *handed[link], then=self.tell_back)


def facts(found: Kept) -> list[tuple[str, str]]:
    """What is kept, as short lines: name and words."""
    sessions = f"{found.own} of your own" if found.own or found.of_clients else "none yet"
    if found.of_clients or found.clients:
        sessions += f", {found.of_clients} of {counted(found.clients, 'client')}"
    if found.server:
        return [("Server", found.server), ("Sessions", sessions)]
    locked = "set: the file is encrypted" if found.encrypted else "none: whoever gets the file can read it"
    return [
        ("Folder", str(found.folder)),
        ("Sessions", sessions),
        ("Passphrase", locked),
        ("Backups", f"{found.backups} beside it, in `backups`" if found.backups else "none beside it"),
    ]


class BackupScreen(FormScreen):
    """Where the copy goes."""

    where = "a copy of everything"
    act = "Write the copy"
    leave_words = "Back, without one"

    def __init__(self, found: Kept) -> None:
        super().__init__()
        self._kept = found

    def sentences(self) -> tuple[str, ...]:
        """What is in it, and who can read it."""
        who = (
            "It is encrypted with your passphrase, like the store."
            if self._kept.encrypted
            else "It is not encrypted: whoever has it can read it."
        )
        return ("Copy everything into one file?", f"The copy holds every session as it is now. {who}",
                "Erasing reaches a copy that still lies where it was written.")  # fmt: skip

    def lines(self) -> tuple[Line, ...]:
        """The folder."""
        return (Line("folder", "into the folder", value=str(self._beside), hint="a folder that exists"),)

    @property
    def _beside(self) -> Path:
        from aijri_engine.store import BACKUPS

        return self._kept.folder / BACKUPS

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Write it, and say where it is."""
        folder = typed_path(clean(values["folder"]).strip() or self._beside).absolute()
        target = None if folder == self._beside else folder / f"aijri-{datetime.now():%Y%m%d-%H%M%S}.db"
        if target is not None and not is_folder(folder):
            raise RefusedError(f"There is no folder {folder}. Nothing was written.", "folder")
        path = await with_store(self.aijri, lambda store: store.backup(target))
        return f"Written: {path}"


class EraseDataScreen(FormScreen):
    """Nothing is erased before the word is typed."""

    where = "erase for good"
    leave_words = "Back, nothing is erased"
    working = "Erasing: from the store, its journal, files made here and backups ..."

    def __init__(self, found: Kept, everything: bool) -> None:
        super().__init__()
        self._kept, self._everything = found, everything
        self.act = "Erase everything" if everything else "Erase my sessions"

    def sentences(self) -> tuple[str, ...]:
        """What goes, and what cannot be reached."""
        from aijri_engine.store import UNSIGNED_GOING

        own, clients = counted(self._kept.own, "session"), counted(self._kept.clients, "client")
        also = f" and {clients} with sessions, notes, plans and consents" if self._everything else ""
        return (
            f"Erase {own} of your own{also}?",
            ("Also gone are the files written from them on this machine, and their traces in the backups kept here. "
            "It cannot be undone. What is left is a receipt that leads to nobody."),
            "Documents that were handed over, and copies elsewhere, cannot be called back.",
            *((f"{UNSIGNED_GOING} {', '.join(map(str, self._kept.unsigned))}",) if self._kept.unsigned else ()),
        )  # fmt: skip

    fields = (Line("word", f"type {ERASE_WORD}", hint="to be sure"),)

    async def carry_out(self, values: Mapping[str, str]) -> None:
        """Erase, leave whatever was open, and show the receipt."""
        if clean(values["word"]).strip().casefold() != ERASE_WORD:
            raise RefusedError(f"Nothing was erased. To erase, type the word {ERASE_WORD}.", "word")
        told = await with_store(self.aijri, self._erase)
        self.aijri.sitting = None
        self.aijri.back_to("home")
        self.aijri.go("receipt", told)

    def _erase(self, store: "Store") -> "Erased":
        return store.erase_everything() if self._everything else store.erase_own()
