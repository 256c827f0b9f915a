"""What a coach's clients agreed to, in the words that were read to them, and until when it holds."""

import hashlib
import random
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, and_, select

from aijri_engine.content.wording import Consent, fill
from aijri_engine.store.answers import count
from aijri_engine.store.clock import Clock, stamp, today
from aijri_engine.store.database import Database
from aijri_engine.store.errors import StoreError
from aijri_engine.store.roster_queries import (
    LONGEST_ALIAS,
    client_rows,
    closed_on,
    consents_of,
    find_client,
    holding_consent,
    listed,
    matching,
)
from aijri_engine.store.rows import ClientRow, ConsentRow
from aijri_engine.store.schema import clients, consents
from aijri_engine.store.seals import change, keep
from aijri_engine.text import clean

LONGEST_AIM = 300
"""Characters kept of a goal or an act [ours]."""

TODAY_ONLY = "today_only"
ON_PAGE = "on_page"
"""A tick below the consent on a page filled in at home."""
ASKED = ("version", "text", "goal", "coach", "expires")
"""What a client is asked to agree to."""
AGREED = ("yes", TODAY_ONLY)
CLOCKS_APART = timedelta(days=1)
"""How far the clock of a client's device may be ahead of ours [ours]."""


class Consents:
    """The consents of one store; the newest answer of a client counts."""

    def __init__(self, database: Database, clock: Clock, source: random.Random) -> None:
        self._database = database
        self._clock = clock
        self._source = source

    def consent_text(self, wording: Consent, goal: str, coach: str, until: date) -> str:
        """What is read aloud before a consent. Raises `StoreError` for a day that is past and for missing words."""
        if until < today(self._clock):
            raise StoreError("The last day of a consent cannot lie in the past.", "Name a day from today on.")
        if not (clean(goal).strip() and clean(coach).strip()):
            raise StoreError("A consent needs a goal and the name of the coach.", "A few words are enough.")
        return consent_text(wording, goal, coach, until, bool(self._database.server))

    def agree(
        self, words: str, wording: Consent, goal: str, coach: str, until: date, answer: str = "yes"
    ) -> ConsentRow:
        """Record what was read aloud and agreed to: text, version, date, last day. For a no see `decline`."""
        if answer not in AGREED:
            raise StoreError("Without a yes no session begins.", "A no to a renewal is recorded by itself.")
        last = today(self._clock) if answer == TODAY_ONLY else until
        parts = self.asked(wording, goal, coach, last)
        values = {**parts, "answer": answer, "given": stamp(self._clock())}
        with self._database.writing() as connection:
            client = find_client(connection, words)
            self._keep(connection, {"client_id": client.id, **values})
            return consents_of(connection, client.id)[0]

    def asked(self, wording: Consent, goal: str, coach: str, last: date) -> dict[str, str]:
        """What a client is asked to agree to, as it is recorded. Raises as `consent_text`."""
        return {
            "version": str(wording.version),
            "text": self.consent_text(wording, goal, coach, last),
            "goal": clean(goal, LONGEST_AIM).strip(),
            "coach": clean(coach, LONGEST_ALIAS).strip(),
            "expires": last.isoformat(),
        }

    def ticked(self, words: str, text: str, asked: dict[str, str] | None, moment: datetime) -> bool:
        """Record that a client agreed on a page, at that moment, to what was `asked` there; False where that was known.

        Without `asked` it is a consent kept here, by its `digest_of`. Raises `StoreError` where the newest answer
        recorded here counts instead: where the tick is not later or, where that allows less, may not be.
        """
        now, given = self._clock(), stamp(min(moment, self._clock()))
        if moment > now + CLOCKS_APART:
            raise StoreError(f"{_TICK} is of {moment.date()}, which has not come: it was not recorded.")
        with self._database.writing() as connection:
            client = find_client(connection, words)
            known = consents_of(connection, client.id)
            meant = next(
                (
                    one
                    for one in known
                    if one.answer != "no" and not one.trouble and digest_of(one.text) == text
                ),
                None,
            )
            if meant is not None:
                asked = {name: getattr(meant, name) for name in ASKED}
            if asked is None:
                raise StoreError(f"{_TICK} is below a consent that is not kept here: it was not recorded.")
            nearest = stamp(moment - CLOCKS_APART)
            ticks = (one.given for one in known if one.answer == ON_PAGE and one.text == asked["text"])
            if any(nearest <= one <= stamp(moment) for one in ticks):
                return False
            for newest in known[:1]:
                _refuse_earlier(newest, asked["expires"], given, nearest)
            if stamp(moment + CLOCKS_APART) < max(client.created, asked["version"]):
                raise StoreError(f"{_TICK}, of {given[:10]}, is older than the page: it was not recorded.")
            values = {**asked, "client_id": client.id, "answer": ON_PAGE, "given": given}
            self._keep(connection, values)
        return True

    def decline(self, words: str) -> bool:
        """The client said no: that is recorded with its day and nothing else, and what was agreed to before ends.

        Whether anything was.
        """
        with self._database.writing() as connection:
            return self._refused(connection, find_client(connection, words).id)

    def _refused(self, connection: Connection, client_id: str) -> bool:
        now, before = stamp(self._clock()), next(iter(consents_of(connection, client_id)), None)
        copied = ("version", "text", "goal", "coach")
        values = {name: getattr(before, name) if before and not before.trouble else "" for name in copied}
        values |= {"answer": "no", "given": now, "expires": self._today(), "withdrawn": now}
        self._keep(connection, {"client_id": client_id, **values})
        return before is not None

    def _keep(self, connection: Connection, values: dict[str, str]) -> None:
        keep(connection, consents, values)
        count(connection, [values["client_id"]])

    def withdraw(self, words: str) -> ClientRow:
        """The client takes the consent back, or says no where none that is whole was recorded: no session begins."""
        with self._database.writing() as connection:
            client = find_client(connection, words)
            held = and_(consents.c.client_id == client.id, consents.c.withdrawn.is_(None))
            change(connection, consents, held, {"withdrawn": stamp(self._clock())})
            if all(one.trouble for one in consents_of(connection, client.id)[:1]):
                self._refused(connection, client.id)
            return find_client(connection, client.id)

    def consent(self, words: str) -> ConsentRow:
        """The consent that holds today. Raises `ConsentNeeded`."""
        with self._database.reading() as connection:
            return holding_consent(connection, find_client(connection, words).id, self._today())

    def due(self, search: str | None = None) -> list[ClientRow]:
        """Clients of whom nothing may be kept any more: the consent was withdrawn, is past its last day or damaged."""
        with self._database.reading() as connection:
            closed = clients.c.id.in_(closed_on(connection, self._today()))
            return listed(connection, client_rows(False).where(closed, *matching(search)))

    def latest_coach(self) -> str:
        """Name given in the newest consent, to be proposed for the next; empty where there is none."""
        query = select(consents.c.coach).where(consents.c.coach != "").order_by(consents.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            return str(connection.execute(query).scalar() or "")

    def _today(self) -> str:
        return today(self._clock).isoformat()


_TICK = "The tick below the consent"


def _refuse_earlier(newest: ConsentRow, expires: str, given: str, nearest: str) -> None:
    """Raises `StoreError` where a tick, of `nearest` at the earliest, does not take the place of the newest answer."""
    last = max(newest.given, newest.withdrawn or "")
    if newest.trouble:
        raise StoreError(f"{_TICK} was not recorded: the newest consent is damaged.", "Ask for a new one.")
    if given < last:
        raise StoreError(f"{_TICK}, of {given[:10]}, is older than what was recorded on {last[:10]}.")
    if nearest < last and (newest.answer == "no" or newest.withdrawn or newest.expires < expires):
        raise StoreError(f"{_TICK} may be older than what was recorded on {last[:10]}: it was not recorded.",
                         "Ask for a new consent.")  # fmt: skip


def digest_of(text: str) -> str:
    """Names a consent text without repeating it."""
    return hashlib.sha256(text.encode()).hexdigest()


def consent_text(wording: Consent, goal: str, coach: str, last: date, server: bool = False) -> str:
    """The purpose and the consent word for word, as they are read aloud and recorded."""
    aim, name = clean(goal, LONGEST_AIM).strip(), clean(coach, LONGEST_ALIAS).strip()
    where = fill(wording.where["coach_on_server" if server else "coach"], coach=name)
    text = fill(wording.coach, goal=aim, coach=name, date=last.isoformat(), where=where)
    return text.replace(f"{aim}.", aim, 1) if aim.endswith((".", "?", "!")) else text
