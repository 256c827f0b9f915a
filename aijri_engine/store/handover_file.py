"""What a hand-over file holds, checked whole and made harmless before anything of it is used."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from aijri_engine.interview.events import Event, EventKind, fold
from aijri_engine.store.clock import stamp
from aijri_engine.store.errors import StoreError, read_named
from aijri_engine.text import clean

SCHEMA = "aijri/handover/1"
MOST_BYTES = 64 * 1_048_576
MOST_SESSIONS = 200
MOST_EVENTS = 5_000
"""Of one sitting; a long one with many second thoughts has a few hundred [ours]."""

MOST_CARD_ROWS = 2_000
LONGEST_TEXT = 200_000
MOST_WORK = 21
"""Greatest scrypt work factor that is tried: 2 GiB and some ten seconds; each step doubles both [ours]."""

MOST_TRIES = 5
"""The library measures each time how quick the machine is, which may be busy for a moment [ours]."""

BEGINNING = b"age-encryption.org/v1\n-> scrypt "
HEADER = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([0-9]{1,3})\n")
AGAIN = "Ask for the file again; nothing was taken over."


def harmless(value: Any) -> Any:
    """Text without what could steer a terminal, in every part of a JSON value."""
    if isinstance(value, str):
        return clean(value, LONGEST_TEXT, lines=True)
    if isinstance(value, list):
        return [harmless(one) for one in value]
    if isinstance(value, dict):
        return {harmless(key): harmless(one) for key, one in value.items()}
    return value


def _line(limit: int) -> Any:
    return Annotated[str, AfterValidator(lambda text: clean(text, limit).strip())]


def _moment(text: str) -> str:
    """A moment of this age, as the store writes it. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not 2000 <= moment.year < 2200:
        raise ValueError(text)
    return stamp(moment)


Harmless = Annotated[Any, AfterValidator(harmless)]
Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]
Changes = Annotated[int, Field(ge=1, lt=2**31)]
Day = Annotated[str, Field(max_length=10), AfterValidator(lambda text: date.fromisoformat(text).isoformat())]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class _Strict(_Part):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, strict=True)


class HandedEvent(_Strict):
    """One event of a sitting."""

    kind: Literal[get_args(EventKind)]  # type: ignore[valid-type]
    question: Annotated[str, Field(max_length=300), AfterValidator(harmless)] = ""
    value: Harmless = None
    typed: _line(2000) = ""  # type: ignore[valid-type]
    seconds: Annotated[float, Field(ge=0)] | None = None
    data: Annotated[dict[str, Any], AfterValidator(harmless)] = {}


class HandedContent(_Strict):
    """A content file the sitting was seen with."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    name: Annotated[str, Field(pattern=r"^[\w.-]+(/[\w.-]+)?$", max_length=200)]
    body: Annotated[str, Field(max_length=4 * 1_048_576)]


class HandedSession(_Part):
    """One sitting as the file carries it."""

    role: Annotated[str, Field(pattern=r"^[\w.-]+$", max_length=100)]
    role_name: _line(200)  # type: ignore[valid-type]
    seed: Annotated[int, Field(ge=0, lt=2**63, strict=True)]
    goal: _line(300)  # type: ignore[valid-type]
    created: Moment
    updated: Moment
    versions: Annotated[dict[str, str | int], BeforeValidator(harmless)]
    events: Annotated[tuple[HandedEvent, ...], Field(min_length=1, max_length=MOST_EVENTS)]
    contents: Annotated[tuple[HandedContent, ...], Field(max_length=500)]

    def log(self) -> tuple[Event, ...]:
        """The events. Raises LookupError, TypeError or ValueError where one refers to what is not there."""
        log = tuple(Event(**event.model_dump()) for event in self.events)
        fold(log)
        return log


class HandedNote(_Part):
    """A note that was shared."""

    body: Annotated[str, AfterValidator(lambda text: clean(text, 4000, lines=True).strip())]
    created: Moment
    reading: bool = False


class HandedAct(_Part):
    """An act of the plan."""

    act: _line(300)  # type: ignore[valid-type]
    owner: _line(80)  # type: ignore[valid-type]
    due: Day
    sign: _line(300)  # type: ignore[valid-type]
    state: Literal["open", "done", "dropped"]
    created: Moment | None = None
    """When it was written down: by that it is known again. None in files of older versions, as the two below."""
    updated: Moment | None = None
    version: Changes = 1


class HandedTalk(_Part):
    """The next talk."""

    day: Day
    time: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^$")] = ""
    coach: _line(80) = ""  # type: ignore[valid-type]
    name: Annotated[str, Field(pattern=r"^[\w-]*$", max_length=40)] = ""
    """What it is called in every calendar; empty in files of older versions."""
    changes: Changes = 1


class HandOver(_Part):
    """A whole file."""

    alias: _line(80) = ""  # type: ignore[valid-type]
    sessions: Annotated[tuple[HandedSession, ...], Field(max_length=MOST_SESSIONS)]
    notes: Annotated[tuple[HandedNote, ...], Field(max_length=MOST_CARD_ROWS)] = ()
    plan: Annotated[tuple[HandedAct, ...], Field(max_length=MOST_CARD_ROWS)] = ()
    next_talk: HandedTalk | None = None
    left_out: Annotated[tuple[_line(200), ...], Field(max_length=MOST_CARD_ROWS)] = ()  # type: ignore[valid-type]
    """What was damaged where the file was made, in sentences."""


def read_hand_over(path: Path, passphrase: str) -> HandOver:
    """What the file holds. Raises `StoreError` with the part that is not as it should be."""
    found = _opened(path, passphrase)
    try:
        refuse_other_version(path, found, SCHEMA)
        if not isinstance(found, dict) or found.get("schema") != SCHEMA:
            raise StoreError(f"{path} is not a hand-over file of aijri.", AGAIN)
        whole = HandOver.model_validate(found)
        for number, one in enumerate(whole.sessions):
            place: tuple[int | str, ...] = ("sessions", number, "events")
            one.log()
    except ValidationError as error:
        place = error.errors(include_url=False, include_input=False, include_context=False)[0]["loc"]
        raise _not_whole(path, place) from None
    except (LookupError, TypeError, ValueError, RecursionError):
        raise _not_whole(path, place) from None
    return whole


def refuse_other_version(path: Path, found: Any, ours: str) -> None:
    """Raises `StoreError` for a document of the same kind, but of another version than `ours`."""
    schema = found.get("schema") if isinstance(found, dict) else None
    if isinstance(schema, str) and schema != ours and schema.startswith(ours.rpartition("/")[0]):
        raise StoreError(
            f"{path} comes from another version of aijri ({clean(schema, 40)}; this one reads {ours}).",
            "Use that version, or have it made anew with this one; nothing was taken over.",
        )


def _not_whole(path: Path, place: tuple[int | str, ...]) -> StoreError:
    named = ", ".join(
        f"number {part + 1}" if isinstance(part, int) else f"`{clean(part, 40)}`" for part in place
    )
    return StoreError(
        f"{path} is not a whole hand-over file: {named} is missing or not as it should be.", AGAIN
    )


def _opened(path: Path, passphrase: str) -> Any:
    """The document. Raises `StoreError` for what is too large, no hand-over file, or another passphrase."""
    from pyrage import DecryptError  # type: ignore[import-untyped]
    from pyrage import passphrase as age

    content = read_named(path, MOST_BYTES, AGAIN)
    header = HEADER.match(content)
    if header is None:
        begun = content and BEGINNING.startswith(content[: len(BEGINNING)])
        told = "its beginning was changed or cut short" if begun else "it is not a hand-over file"
        raise StoreError(f"{path} does not open: {told if content else 'it is empty'}.", AGAIN)
    if int(header[1]) > MOST_WORK:
        raise StoreError(
            f"{path} asks for more work than any hand-over file needs (factor {int(header[1])}, at most {MOST_WORK}).",
            AGAIN,
        )
    for _ in range(MOST_TRIES):
        try:
            return json.loads(age.decrypt(content, passphrase), parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise StoreError(f"{path} is not a hand-over file of aijri.", AGAIN) from None
        except DecryptError as error:
            if not str(error).startswith("Excessive work"):  # age 0.11
                if str(error) != "Decryption failed":  # the passphrase opens its beginning
                    raise StoreError(f"{path} is not whole: it was changed or cut short.", AGAIN) from None
                told = f"{path} does not open: another passphrase, or its first lines were changed."
                raise StoreError(told, "Try the passphrase again, or ask for the file again.") from None
    raise StoreError(
        f"{path} asks for more work (factor {int(header[1])}) than this machine can do just now.",
        "Close other programs and try again; nothing was taken over.",
    )


def _refuse(name: str) -> None:
    raise ValueError(name)
