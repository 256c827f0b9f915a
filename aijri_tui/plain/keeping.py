"""Keeping answers on disk before the next question: in the store, or in a file where one was named."""

from pathlib import Path

from aijri_engine.interview.answers_source import write_answers
from aijri_engine.interview.interview import Interview
from aijri_engine.store import Autosave
from aijri_engine.text.whole_files import write_whole


class Keeper:
    """Writes the answers file of an interview; a file that exists is replaced only where that was agreed."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._failed = False
        self._written: str | None = None

    def keep(self, interview: Interview) -> str | None:
        """Write the answers to disk before the next question; what went wrong, told once, or None."""
        if self.path is None:
            return None
        text = write_answers(interview)
        if text == self._written:
            return None
        try:
            write_whole(self.path, text.encode())
        except OSError as error:
            told, self._failed = self._failed, True
            reason = (error.strerror or "unknown reason").lower()
            if told:
                return None
            return f"Your answers could not be written to {self.path}: {reason}. The interview goes on."
        self._failed, self._written = False, text
        return None

    @property
    def promise(self) -> str:
        """What is said about keeping before the first question."""
        if self.path is None:
            return "In this face they are saved once you name a file: at the end, or now with --save FILE."
        return f"They are kept in {self.path} after every question."

    @property
    def safe(self) -> bool:
        """Everything said so far is on disk."""
        return self.path is not None and not self._failed

    @property
    def kept(self) -> str:
        """Where the answers are, once they are safe."""
        return f"Your answers are saved in {self.path}."

    @property
    def use(self) -> str:
        """What can be done with them afterwards."""
        return f"Your answers are in {self.path}. `aijri whatif` and `aijri assess` read that file."

    def resume_hint(self, role: str) -> str:
        """How to go on another day."""
        return f"aijri chat {role} --plain --answers {self.path} --save {self.path}"


class SessionKeeper(Keeper):
    """Keeps every answer in the store, or in the file that stands in for it."""

    def __init__(self, keeping: Autosave) -> None:
        super().__init__()
        self._keeping = keeping

    def keep(self, interview: Interview) -> str | None:
        """Put new answers on disk before the next question; what to tell the person, or None."""
        return self._keeping.save(interview)

    @property
    def promise(self) -> str:
        """What is said about keeping before the first question."""
        folder = self._keeping.folder
        if folder is None:
            return "They are saved in a file after every question."
        return f"They are saved in {folder} after every question; `aijri sessions` lists and deletes them."

    @property
    def safe(self) -> bool:
        """Everything said so far is on disk."""
        return self._keeping.safe

    @property
    def kept(self) -> str:
        """Where the answers are, once they are safe."""
        if self._keeping.session_id is not None:
            return f"Your answers are saved as session {self._keeping.session_id}."
        return f"Your answers are saved in {self._keeping.path}."

    @property
    def use(self) -> str:
        """What can be done with them afterwards."""
        return f"{self.kept} To come back to them: {self._keeping.resume_hint()}"

    def resume_hint(self, role: str) -> str:
        """How to go on another day."""
        return self._keeping.resume_hint()
