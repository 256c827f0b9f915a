"""What can go wrong with the store, as sentences a person can act on."""

from pathlib import Path


class StoreError(Exception):
    """The store cannot do this: one or two sentences, the last of which says what to do."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


class StoreConflict(StoreError):  # noqa: N818
    """The session was continued somewhere else; nothing was written."""


class PassphraseNeeded(StoreError):  # noqa: N818
    """The store is encrypted and no passphrase was given."""


class WrongPassphrase(StoreError):  # noqa: N818
    """The passphrase does not open this store."""


class UnknownSession(StoreError):  # noqa: N818
    """No session has this id, or more than one begins with it."""


class UnknownClient(StoreError):  # noqa: N818
    """No client has this id or alias, or more than one begins with it."""


class ConsentNeeded(StoreError):  # noqa: N818
    """A client's session cannot begin: no consent that holds today is recorded."""


FULL = "The disk is full ({place}).", "Free some space; nothing stored so far is lost."
LOCKED = (
    "Another window or program is using the store ({place}) and did not let go of it.",
    "Close it and try again.",
)
READ_ONLY = (
    "The store ({place}) cannot be written: it, its folder or its disk is read-only.",
    "Give yourself write permission, or name another folder with AIJRI_DATA.",
)
NO_FOLDER = (
    "The store ({place}) cannot be opened: its folder is missing or not yours.",
    "Name another folder with AIJRI_DATA.",
)
DAMAGED = (
    "The store ({place}) is damaged: part of the file is missing or was changed by something else.",
    "Put back a backup with `aijri backup restore FILE`; the damaged file is kept beside it.",
)
FAILED = (
    "The disk did not take what was written to the store ({place}).",
    "Check the disk; nothing stored so far is lost.",
)
NOT_A_STORE = (
    "The store ({place}) cannot be read: it is encrypted, or it is not a store.",
    "Give its passphrase, or name another folder with AIJRI_DATA.",
)

REASONS = (
    ("disk is full", FULL),
    ("is locked", LOCKED),
    ("readonly", READ_ONLY),
    ("read-only", READ_ONLY),
    ("unable to open", NO_FOLDER),
    ("malformed", DAMAGED),
    ("not a database", NOT_A_STORE),
    ("disk i/o", FAILED),
)
"""What the database says, and what a person is told."""


def told(error: Exception, path: Path) -> StoreError:
    """The error of the database or the system as sentences about the store at `path`; never with its content."""
    reason = str(getattr(error, "orig", None) or error).casefold()
    for words, sentences in REASONS:
        if words in reason:
            kind = PassphraseNeeded if sentences is NOT_A_STORE else StoreError
            return kind(*(sentence.format(place=path) for sentence in sentences))
    return StoreError(
        f"The store ({path}) could not be used ({type(error).__name__}).", "Nothing stored so far is lost."
    )
