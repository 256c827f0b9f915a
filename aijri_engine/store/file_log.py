"""The way out when there is no store: the interview as lines in a file, each on disk before the next question."""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from aijri_engine.content.library import Library
from aijri_engine.interview.events import Event
from aijri_engine.interview.interview import DEFAULT_SEED, Interview
from aijri_engine.store.errors import StoreError

SCHEMA = "aijri/log/1"
MODE = 0o600
MOST_NAMES = 1000


class FileLog:
    """A log file of one interview; it only ever grows."""

    def __init__(self, path: Path, descriptor: int, saved: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self._saved = saved

    @classmethod
    def start(cls, interview: Interview, folders: Iterable[str | Path] = ()) -> "FileLog":
        """Begin a new file in the first folder that takes one (else here, at home, in the temporary folder).

        Raises `StoreError` when no folder does.
        """
        places = [Path(folder) for folder in folders] or [
            Path.cwd(),
            Path.home(),
            Path(tempfile.gettempdir()),
        ]
        for place in places:
            log = cls._create(place, interview.role_id)
            if log is None:
                continue
            try:
                header = {"schema": SCHEMA, "role": interview.role_id, "seed": interview.seed}
                log._write([header])
                log.save(interview)
            except StoreError:
                log.close()
                log.path.unlink(missing_ok=True)
                continue
            return log
        raise StoreError(
            "No folder was found in which your answers could be written.",
            "The interview goes on, but ends with this window.",
        )

    @classmethod
    def _create(cls, folder: Path, role: str) -> "FileLog | None":
        for number in range(1, MOST_NAMES):
            path = folder / f"aijri-{role}-{number}.jsonl"
            try:
                flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND
                return cls(path, os.open(path, flags, MODE), 0)
            except FileExistsError:
                continue
            except OSError:
                return None
        return None

    def save(self, interview: Interview) -> None:
        """Append the new events; they are on disk when this returns. Raises `StoreError`."""
        new = interview.events[self._saved :]
        if new:
            self._write([event.as_dict() for event in new])
            self._saved = len(interview.events)

    def _write(self, parts: list[dict[str, object]]) -> None:
        lines = "".join(json.dumps(part, ensure_ascii=False, allow_nan=False) + "\n" for part in parts)
        content = lines.encode()
        before = os.fstat(self._descriptor).st_size
        try:
            written = os.write(self._descriptor, content)
            while written < len(content):
                written += os.write(self._descriptor, content[written:])
            os.fsync(self._descriptor)
        except OSError as error:
            _cut(self._descriptor, before)
            reason = (error.strerror or "unknown reason").lower()
            raise StoreError(
                f"{self.path} could not be written: {reason}.", "Your last answer is not in it."
            ) from None

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    @staticmethod
    def load(path: Path, library: Library) -> Interview:
        """The interview of a log file at the question where it stopped; a last line cut short is left out.

        Raises `StoreError` for a file that is not such a log, `LookupError` for a role the library does not have.
        """
        try:
            text = path.read_bytes().decode(errors="replace")
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise StoreError(f"{path} could not be read: {reason}.") from None
        lines = text.split("\n")
        whole, rest = lines[:-1], lines[-1]
        try:
            header, *parts = [json.loads(line) for line in whole]
            if header["schema"] != SCHEMA:
                raise ValueError
            events = [Event.from_dict(part) for part in parts]
            seed = int(header.get("seed", DEFAULT_SEED))
            role = str(header["role"])
        except (ValueError, KeyError, TypeError):
            damage = " The file was cut or changed." if rest or whole else ""
            raise StoreError(f"{path} is not an interview log of aijri.{damage}") from None
        return Interview.resume(library, role, events, seed)


def _cut(descriptor: int, size: int) -> None:
    """Take back half a line, so that what is in the file stays readable."""
    try:
        os.ftruncate(descriptor, size)
    except OSError:
        return
