"""What a practice keeps once for the whole store: name, logo, contact, consent period, paper."""

import base64
import json
from datetime import date
from typing import TYPE_CHECKING

from pydantic import ValidationError

from aijri_engine.content.branding import Practice
from aijri_engine.content.branding_files import LogoFile
from aijri_engine.store.errors import StoreError
from aijri_engine.store.schema import PRACTICE
from aijri_engine.store.settings import is_kept, keep_setting, setting
from aijri_engine.text import clean
from aijri_engine.text.days import read_day

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

WORDS = {
    "name": "name", "contact": "contact", "coach": "coach", "consent_period": "consent period", "paper": "paper",
}  # fmt: skip


def practice_of(store: "Store") -> tuple[Practice, LogoFile | None]:
    """What is kept, and the logo. What cannot be read counts as not kept; `practice_damaged` tells it."""
    with store.reading() as connection:
        found = setting(connection, PRACTICE)
    return _read(found) or (Practice(), None)


def practice_damaged(store: "Store") -> str:
    """That what is kept cannot be read, and the way out; empty when all is well."""
    with store.reading() as connection:
        found = setting(connection, PRACTICE)
        damaged = is_kept(connection, PRACTICE) and _read(found) is None
    return "What your practice kept cannot be read; whatever is kept now takes its place." if damaged else ""


def _read(found: str) -> tuple[Practice, LogoFile | None] | None:
    try:
        kept = json.loads(found)
        picture = kept.get("picture")
        logo = LogoFile(**{**picture, "content": base64.b64decode(picture["content"])}) if picture else None
        return Practice.model_validate(kept["practice"]), logo
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def keep_practice(store: "Store", words: dict[str, object], logo: LogoFile | None) -> Practice:
    """Keep these settings in the place of those before. Raises `StoreError` for words that cannot stand."""
    try:
        practice = Practice.model_validate(words)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = WORDS.get(str(first["loc"][0]), "this") if first["loc"] else "this"
        why = str(first["msg"]).removeprefix("Value error, ")
        raise StoreError(f"The {place} cannot be kept: it {why}.", "Nothing was changed.") from None
    if practice.consent_period and consent_until(practice, date.today()) is None:
        shown = clean(practice.consent_period, 40)
        raise StoreError(f"{shown!r} is no length of time.", "For example '12 months' or '2 years'.")
    kept: dict[str, object] = {"practice": practice.model_dump(mode="json", exclude_none=True)}
    if logo is not None:
        kept["picture"] = {
            "content": base64.b64encode(logo.content).decode(), "media_type": logo.media_type,
            "width": logo.width, "height": logo.height,
        }  # fmt: skip
    with store.writing() as connection:
        keep_setting(connection, PRACTICE, json.dumps(kept, ensure_ascii=False))
    return practice


def consent_until(practice: Practice, day: date) -> date | None:
    """The last day of a consent given on `day`; None where no period is kept."""
    found = read_day(f"in {practice.consent_period}", day) if practice.consent_period else None
    return found if found is not None and found > day else None


def forget_practice(store: "Store") -> None:
    """Nothing is kept any more."""
    with store.writing() as connection:
        keep_setting(connection, PRACTICE, "")
