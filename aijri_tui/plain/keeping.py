"""Keeping answers: in a file after every answer where one was named, else offered at the end."""

from pathlib import Path

from aijri_engine.interview.answers_source import write_answers
from aijri_engine.interview.interview import Interview
from aijri_tui.files import write_whole


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
    def safe(self) -> bool:
        """Everything said so far is in the file."""
        return self.path is not None and not self._failed

    def resume_hint(self, role: str) -> str:
        """How to go on another day."""
        return f"aijri chat {role} --plain --answers {self.path} --save {self.path}"
