"""Sessions on disk, behind one small surface: the store where it is there, else a log of events per session.

Nothing here is imported before the first frame, and every call may block: the screens call it from a thread.
"""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

from aijri_engine.content.library import Library
from aijri_engine.interview.events import Event
from aijri_engine.interview.interview import Interview


@dataclass(frozen=True, slots=True)
class Listed:
    """One session in a list."""

    id: str
    role: str
    when: datetime
    answers: int
    finished: bool
    """The result was shown."""


class Session(Protocol):
    """One interview being held."""

    id: str

    def save(self, interview: Interview) -> None:
        """Put every event on disk; durable when it returns. Raises OSError."""


class Sessions(Protocol):
    """All sessions of this person."""

    place: str
    """Where they are, for the words about where answers go."""

    def listed(self) -> list[Listed]:
        """The latest first."""

    def begin(self, role: str) -> Session:
        """A new session; nothing is written before its first save."""

    def resume(self, session: str, library: Library) -> tuple[Session, Interview]:
        """A session and its interview. Raises OSError or ValueError when it cannot be read."""


def data_folder() -> Path:
    """Where answers are kept: `AIJRI_HOME`, else the data folder of this system."""
    from platformdirs import user_data_path

    chosen = os.environ.get("AIJRI_HOME")
    return Path(chosen) if chosen else user_data_path("aijri")


class FileSession:
    """A log of events, one JSON line each, appended and forced to disk."""

    def __init__(self, path: Path, written: int = 0) -> None:
        self.path, self._written = path, written
        self.id = path.stem

    def save(self, interview: Interview) -> None:
        """Append what is new."""
        new = interview.events[self._written :]
        if not new:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        lines = [
            json.dumps({"at": now, "role": interview.role_id, **event.as_dict()}, ensure_ascii=False)
            for event in new
        ]
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, ("\n".join(lines) + "\n").encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self._written = len(interview.events)


class FileSessions:
    """Session logs in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = str(folder)

    def listed(self) -> list[Listed]:
        """The latest first; files that cannot be read are left out."""
        found = []
        for path in self.folder.glob("*.jsonl") if self.folder.is_dir() else ():
            with contextlib.suppress(OSError, ValueError, KeyError):
                found.append(_listed(path))
        return sorted(found, key=lambda one: one.when, reverse=True)

    def begin(self, role: str) -> FileSession:
        """A new log."""
        return FileSession(self.folder / f"{datetime.now():%Y%m%d-%H%M%S}-{uuid4().hex[:6]}.jsonl")

    def resume(self, session: str, library: Library) -> tuple[FileSession, Interview]:
        """Read a log. A last line cut off by a crash is left out."""
        path = self.folder / f"{Path(session).name}.jsonl"
        lines = list(_lines(path))
        if not lines:
            raise ValueError("this session holds nothing that can be read")
        events = [
            Event.from_dict({k: v for k, v in line.items() if k not in ("at", "role")}) for line in lines
        ]
        seed = int(events[0].data.get("seed", 2026))
        interview = Interview.resume(library, str(lines[0]["role"]), events, seed)
        return FileSession(path, len(events)), interview


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            return
        if isinstance(found, dict):
            yield found


def _listed(path: Path) -> Listed:
    lines = list(_lines(path))
    answered = {
        line.get("question") for line in lines if line["kind"] in ("answered", "not_sure", "declined")
    }
    finished = any(
        line["kind"] == "revealed" and line.get("data", {}).get("where") == "result" for line in lines
    )
    return Listed(
        path.stem,
        str(lines[0]["role"]),
        datetime.fromisoformat(str(lines[-1]["at"])),
        len(answered),
        finished,
    )


def open_sessions() -> Sessions:
    """The sessions of this person."""
    return FileSessions(data_folder() / "sessions")
