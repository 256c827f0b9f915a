"""Pages for clients, and the sealed files they give: opened with the coach's own key, taken in once."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from aijri_engine.content.library import Library
from aijri_engine.content.meanings import SPLIT
from aijri_engine.content.problems import ContentError
from aijri_engine.content.role_names import NoSuchRole, find_role
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.files.whole_files import read_bounded
from aijri_engine.form.page import Sealed, form_page
from aijri_engine.interview.answers_file import HOURS, OTHER, entries_of
from aijri_engine.interview.answers_source import ANSWERS_ENDINGS, read_answers
from aijri_engine.interview.interview import Interview
from aijri_engine.report.figures import dated, day_text
from aijri_engine.store.consents import ASKED
from aijri_engine.store.copies import put
from aijri_engine.store.errors import ConsentNeeded, StoreError, UnknownClient, UnusableStore
from aijri_engine.store.form_keys import AGAIN, asked_by, is_sealed, mark_of, opened, public_key
from aijri_engine.store.handover import take_over
from aijri_engine.store.handover_file import HEADER
from aijri_engine.store.handover_file import MOST_BYTES as LARGEST_HAND_OVER
from aijri_engine.store.practice import practice_of
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.schema import clients
from aijri_engine.store.sittings import as_it_stands
from aijri_engine.text import clean

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

MOST_MISFITS = 200


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file brought."""

    rows: tuple[SessionRow, ...]
    alias: str = ""
    """Whose they are; empty for one's own."""
    card: bool = False
    """It was a hand-over file, with shared notes and plan."""
    known: bool = False
    """The same answers were here already."""
    agreed: bool = False
    """A consent that was ticked below them was recorded."""
    remarks: tuple[str, ...] = ()
    """What could not be taken as it was, a sentence each."""

    @property
    def added(self) -> str:
        """What came with answers that were here already, in a sentence."""
        added = "the consent ticked below them was recorded" if self.agreed else "nothing was added"
        return f"These answers were here already; {added}."


def client_form(
    store: "Store", library: Library, role: str, client: str, asked: dict[str, str] | None = None
) -> bytes:
    """The page of a role for a client, whose file only this store opens.

    The page asks for the consent: for what is `asked` (`Roster.asked`), else once more for the one that is recorded.
    Raises `LookupError` for a role that is not there, `ConsentNeeded` where neither is there, `StoreError`.
    """
    row = store.roster.find(client)
    store.refuse_ended(row.id)
    if asked is None and row.expires is None:
        raise ConsentNeeded(
            f"No consent of {row.alias} is recorded.",
            "Say what the client would like to be clearer about (--goal WORDS): then the page asks for it.",
        )
    if asked is None:
        held = store.roster.consent(row.id)
        asked = {name: getattr(held, name) for name in ASKED}
    key, offer = public_key(store), json.dumps(asked)
    sealed = Sealed(row.id, row.alias, asked["coach"], key, dated(asked["text"]), mark_of(store, row.id, offer) + offer,
                    practice_of(store)[0].contact, row.told_talk(day_text))  # fmt: skip
    return form_page(library, role, sealed)


def write_form(
    store: "Store | None", library: Library, role: str, path: Path, client: str | None = None,
    asked: dict[str, str] | None = None,
) -> None:  # fmt: skip
    """Write the page of a role to a file: for anybody, or for a client of this store, whose card then shows it.

    Raises as `client_form`.
    """
    if client is None or store is None:
        content = form_page(library, role)
    else:
        content = client_form(store, library, role, client, asked)
        store.record_file("form", path, client_id=store.roster.find(client).id, content=content)
    put(path, content)


def needs_passphrase(path: Path) -> bool:
    """What lies there begins as a hand-over file does."""
    try:
        return path.is_file() and HEADER.match(read_bounded(path, LARGEST_HAND_OVER)) is not None
    except OSError:
        return False


def take_in(
    store: "Store", path: Path, library: Library, passphrase: "str | Callable[[], str]" = "",
    client: str | None = None, own: bool = False,
) -> TakenIn:  # fmt: skip
    """Take in a file of any kind, once: a hand-over file, answers, or what a client's page gave.

    With `client` it becomes that client's, and a page's file must be of that client. A client's session begins covered.
    Whoever has clients says whose it is, a client's or their `own`; a `passphrase` is asked for last of all.
    Raises `ContentError` for an answers file that does not fit, `StoreError` for all else; nothing was kept then.
    """
    answers, handed = path.suffix.casefold() in ANSWERS_ENDINGS, needs_passphrase(path)
    if client is None and not own and (answers or handed) and _has_clients(store):
        raise UnusableStore(
            f"Whose is {path}? Nothing was taken in.", "Say --client ALIAS for a client, --own for your own."
        )
    if answers:
        _, interview = read_answers(path, library)
        row = store.roster.find(client) if client else None
        return _kept(store, library, interview, row.id if row else None, row.alias if row else "")
    if not is_sealed(path):
        if not isinstance(passphrase, str):
            passphrase = passphrase() if handed else ""
        rows, missing = take_over(store, path, passphrase, client, library)
        unfit = (remark for row in rows for remark in _unfit(store, row, library))
        return TakenIn(tuple(rows), card=True, remarks=(*missing, *unfit))
    return _take_sealed(store, path, library, client)


def _unfit(store: "Store", row: SessionRow, library: Library) -> Iterator[str]:
    """What a sitting that was handed over says that its own questions do not take."""
    with suppress(StoreError):
        for step in as_it_stands(store, row.id, library).path.steps:
            if step.state == "stale":
                yield f"Session {row.id}: what it says of {step.asked.name} does not fit the question and is left out."


def _take_sealed(store: "Store", path: Path, library: Library, client: str | None) -> TakenIn:
    letter = opened(store, path)
    wanted = store.roster.find(client) if client else None
    try:
        row = store.roster.find(letter["client"])
    except UnknownClient:
        raise StoreError(
            f"{path} is from a page made for a client who is not here any more.",
            "Add the client and make a new page; nothing was taken in.",
        ) from None
    if wanted is not None and wanted.id != row.id:
        raise StoreError(
            f"{path} is from the page of {row.alias}, not of {wanted.alias}.",
            f"Import it for {row.alias}; nothing was taken in.",
        )
    role = find_role(library, letter["role"])
    if isinstance(role, NoSuchRole):
        shown = clean(letter["role"], 60)
        raise StoreError(
            f"{path} is about the role {shown!r}, which this content does not have.",
            "Name the folder that has it with --content, or make a new page; nothing was taken in.",
        )
    interview, remarks = _fitting(library, role.id, letter["answers"], path)
    agreed = False
    try:
        if letter.get("agreed") and letter.get("consent"):
            agreed = _ticked(store, row.id, letter["consent"], letter["agreed"])
    except StoreError as error:
        remarks = (*remarks, str(error))
    try:
        return replace(_kept(store, library, interview, row.id, row.alias), remarks=remarks, agreed=agreed)
    except ConsentNeeded as error:
        raise ConsentNeeded(*remarks, *error.sentences) from None


def _ticked(store: "Store", client: str, text: str, moment: str) -> bool:
    """Record the tick below the consent, as `Consents.ticked`."""
    try:
        when = datetime.fromisoformat(moment[:LONGEST_MOMENT])
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return store.roster.ticked(client, text, asked_by(store, client, text), when)
    except (ValueError, OverflowError):
        raise StoreError("The tick below the consent carries no day: it was not recorded.") from None


LONGEST_MOMENT = 40


def _fitting(library: Library, role: str, text: str, path: Path) -> tuple[Interview, tuple[str, ...]]:
    """The interview of these answers; what the questions of today do not take is left open and told."""
    try:
        data = parse_yaml(text, path.name).data
    except ContentError:
        raise StoreError(f"{path} holds answers that cannot be read.", AGAIN) from None
    answers = deepcopy(data.get("answers")) if isinstance(data, Mapping) else None
    if not isinstance(answers, dict):
        raise StoreError(f"{path} holds answers that cannot be read.", AGAIN)
    if isinstance(data, Mapping) and data.get("role", role) != role:
        raise StoreError(
            f"{path} was changed: its page was about {role}, its answers are about another job.", AGAIN
        )
    begun = Interview.start(library, role, guided=True, covered=True)
    remarks: list[str] = []
    while len(remarks) < MOST_MISFITS:
        found = entries_of(begun.form, answers)
        if isinstance(found, list):
            return replace(begun, events=begun.events + tuple(found)), tuple(remarks)
        misfit = found.found[0]
        told = f"{misfit.problem.message.rstrip('.;')}."
        remarks.append(f"What it says of “{_name(begun, misfit.place)}” does not fit and is left out: {told}")
        _leave_out(answers, misfit.place)
    raise StoreError(f"{path} has more than {MOST_MISFITS} answers that do not fit its questions.", AGAIN)


def _name(interview: Interview, place: tuple[str | int, ...]) -> str:
    """The question an answer of a file stands at, as people call it; where there is none, its place."""
    asked = interview.form.single.get(SPLIT if place[0] in (HOURS, OTHER) else str(place[0]))
    asked = asked or next((one for key, one in interview.form.for_task.items() if key == place[:2]), None)
    return asked.name if asked else ".".join(clean(str(part), 40) for part in place)


def _leave_out(answers: dict[str, Any], place: tuple[str | int, ...]) -> None:
    """Take out what does not fit; a week is taken whole or not at all."""
    if place[0] in (SPLIT, HOURS, OTHER):
        for name in (SPLIT, HOURS, OTHER):
            answers.pop(name, None)
        return
    inside: Any = answers
    for part in place[:-1]:
        inside = inside.get(part) if isinstance(inside, dict) else None
    if isinstance(inside, dict) and place[-1] in inside:
        del inside[place[-1]]
    else:
        answers.pop(str(place[0]), None)


def _has_clients(store: "Store") -> bool:
    with store.reading() as connection:
        return connection.execute(select(clients.c.id).limit(1)).first() is not None


def _kept(
    store: "Store", library: Library, interview: Interview, client_id: str | None, alias: str
) -> TakenIn:
    """A session of these answers, unless there is one already. A client's is guided, its index covered."""
    if client_id is not None:
        store.roster.consent(client_id)
    if client_id is not None and not interview.guided:
        begun = Interview.start(library, interview.role_id, guided=True, covered=True)
        interview = replace(begun, events=(*begun.events, *interview.events[1:]))
    for row in store.sessions(client_id=client_id, role=interview.role_id, alone=client_id is None):
        with suppress(StoreError):  # one that is spoiled stands in the way of none
            if row.opens and store.resume(row.id, library).values() == interview.values():
                return TakenIn((row,), alias, known=True)
    return TakenIn((store.start(interview, client_id=client_id).row,), alias)
