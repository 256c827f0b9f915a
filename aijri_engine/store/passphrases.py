"""Passphrases: as they are used, how soon they would be guessed, and one kept for the day by choice."""

import contextlib
import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aijri_engine.store.errors import StoreError, WrongPassphrase

LONGEST_JUDGED = 72
"""Characters the strength is judged by; more only make it stronger (the estimator takes no more)."""

SHORTEST = 4
"""Characters [ours]."""

STRONG = 3
"""Score of zxcvbn, 0 to 4, from which nothing more is said: 100 million guesses."""


def normalised(passphrase: str | None) -> str | None:
    """The passphrase as it is used: NFC, so that every keyboard gives the same; None for an empty one."""
    if not passphrase:
        return None
    found = unicodedata.normalize("NFC", passphrase)
    if "\0" in found or any("\ud800" <= character <= "\udfff" for character in found):
        raise WrongPassphrase("A passphrase cannot hold this character.", "Choose letters, digits and signs.")
    return found


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess, by zxcvbn (Wheeler 2016, USENIX Security)."""

    score: int
    """0 guessed at once, to 4."""
    time: str
    """How long a machine tries that makes 10,000 guesses a second."""

    @property
    def sentence(self) -> str:
        """The same for a person."""
        about = "about " * self.time[0].isdigit()
        told = f"A machine that has the file would guess it in {about}{self.time}"
        if self.score >= STRONG:
            return f"{told}."
        return f"{told}: weak. Four or five words that do not belong together are stronger."


def strength(passphrase: str) -> Strength:
    """How hard it is to guess."""
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]

    found = zxcvbn(passphrase[:LONGEST_JUDGED])
    return Strength(
        int(found["score"]), str(found["crack_times_display"]["offline_slow_hashing_1e4_per_second"])
    )


def refuse_guessable(passphrase: str) -> None:
    """Raises `WrongPassphrase` for one that protects nothing; how weak others are is told, see `strength`."""
    if len(passphrase) < SHORTEST:
        raise WrongPassphrase(
            "This passphrase is so short that it protects nothing; nothing was changed.",
            "Choose four or five words that do not belong together.",
        )


SERVICE = "aijri"
"""What the system's keyring calls us."""

NO_KEYRING = StoreError(
    "This machine offers no keyring, or the package for it is missing (pip install 'aijri[keyring]').",
    "Nothing was kept; the passphrase is typed each time.",
)


def keep_for_today(store: Path, passphrase: str, today: date) -> None:
    """Keep the passphrase of the store at `store` in the system's keyring until the end of `today`.

    Only by choice, and nowhere else: never in a file of ours. Raises `StoreError` where there is no keyring.
    """
    try:
        _keyring().set_password(
            SERVICE, str(store), json.dumps({"day": today.isoformat(), "words": passphrase})
        )
    except Exception:  # each system's keyring fails with errors of its own
        raise NO_KEYRING from None


def kept_for_today(store: Path, today: date) -> str | None:
    """The passphrase that was kept today; one of another day is forgotten. None without a keyring."""
    try:
        found = json.loads(_keyring().get_password(SERVICE, str(store)) or "null")
        if found is None:
            return None
        if found["day"] == today.isoformat():
            return str(found["words"])
    except Exception:  # as above; and what is kept there may be anything
        return None
    forget_kept(store)
    return None


def forget_kept(store: Path) -> bool:
    """Take the passphrase out of the keyring, where one is kept; False where it may be there still."""
    try:
        ring = _keyring()
    except ImportError:
        return True
    with contextlib.suppress(Exception):  # as above
        ring.delete_password(SERVICE, str(store))
    try:
        return ring.get_password(SERVICE, str(store)) is None
    except Exception as error:  # as above
        return type(error).__name__ == "NoKeyringError"


def _keyring() -> Any:
    import keyring

    return keyring
