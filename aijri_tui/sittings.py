"""One sitting, the same for every face: the conversation as it stands, and where its answers are kept.

Every save may block: a screen calls it from a thread.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from aijri_engine.files.whole_files import reason_of, write_whole

LAST_NOT_KEPT = "What you answered last is not kept."

if TYPE_CHECKING:
    from aijri_engine.conversation import Conversation
    from aijri_engine.interview.interview import Interview
    from aijri_engine.report.options import ReportOptions
    from aijri_engine.store import Autosave, Store


class AnswersFile:
    """Answers kept in a file that the person named, or nowhere yet; never over a file that was not agreed to."""

    id = ""
    client = client_id = ""
    store = None
    refused = False

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.notice = ""
        self._written: str | None = None

    def beside(self) -> "ReportOptions":
        """Nothing is recorded beside a file."""
        from aijri_engine.report.options import ReportOptions

        return ReportOptions(date="")

    def save(self, interview: "Interview") -> None:
        """Write the answers file anew where it changed."""
        from aijri_engine.interview.answers_source import write_answers

        if self.path is None:
            return
        text = write_answers(interview)
        if text == self._written:
            return
        try:
            write_whole(self.path, text.encode())
        except OSError as error:
            told = f"Your answers could not be written to {self.path}: {reason_of(error)}."
            self.notice = f"{told} The interview goes on."
            return
        self.notice, self._written = "", text

    def erase(self) -> str:
        """Remove the file that was written here; one that was never written to is left alone."""
        path, written = self.path, self._written
        self.path = self._written = None
        if path is None or written is None:
            return "There was nothing on disk to erase. Nothing is kept from here on; quit leaves."
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            return f"{path} could not be removed: {reason_of(error)}."
        return f"{path} is removed. Nothing is kept from here on; quit leaves."

    @property
    def promise(self) -> str:
        """Where the answers will be."""
        if self.path is None:
            return "In this face they are saved once you name a file: at the end, or now with --save FILE."
        return f"They are kept in {self.path} after every question."

    @property
    def safe(self) -> bool:
        """A file was named, and it could be written."""
        return self.path is not None and not self.notice

    @property
    def words(self) -> str:
        """The file."""
        return f"Your answers are saved in {self.path}."

    @property
    def use(self) -> str:
        """The commands that read it."""
        return f"Your answers are in {self.path}. `aijri whatif` and `aijri assess` read that file."

    def resume_words(self, interview: "Interview", plain: bool = True) -> str:
        """The command that goes on from this file."""
        path = quote(str(self.path))
        return f"aijri chat {begun(interview)} --answers {path} --save {path}"


class Session:
    """Answers kept in the store, or in the file that stands in for it."""

    def __init__(self, keeping: "Autosave", notice: str = "") -> None:
        self._keeping = keeping
        self.notice = notice

    @property
    def id(self) -> str:
        """Id to resume by; empty until something is stored."""
        return self._keeping.session_id or ""

    @property
    def client(self) -> str:
        """Alias of the client it is about; empty for one taken alone."""
        return self._keeping.client

    @property
    def client_id(self) -> str:
        """Id of that client."""
        return self._keeping.client_id

    @property
    def store(self) -> "Store | None":
        """The store; None while the answers go to the file that stands in for it."""
        return self._keeping.store

    @property
    def folder(self) -> str:
        """Where the file lies that stands in for the store; empty where there is none."""
        return str(self._keeping.path.parent) if self._keeping.path else ""

    def beside(self) -> "ReportOptions":
        """What is told beside the result, as reports have it: consent, plan, shared notes. Raises `StoreError`."""
        from aijri_engine.report.options import ReportOptions
        from aijri_engine.store import with_session

        options, store = ReportOptions(date=""), self.store
        return with_session(store, store.session(self.id).row, options) if store and self.id else options

    @property
    def safe(self) -> bool:
        """Everything said so far is on disk."""
        return self._keeping.safe

    @property
    def refused(self) -> bool:
        """It was erased, or the client's consent ended."""
        return self._keeping.refused

    def save(self, interview: "Interview") -> None:
        """Append every new event."""
        self.notice = self._keeping.save(interview) or self.notice

    def check(self) -> None:
        """Write nothing, but notice where nothing may be kept or shown any more."""
        self.notice = self._keeping.check() or self.notice

    def erase(self) -> str:
        """Erase the session, with its receipt."""
        return self._keeping.erase()

    @property
    def promise(self) -> str:
        """Where the answers will be."""
        place = self._keeping.place
        if not place:
            kept = self._keeping.path is not None
            return (
                "They are saved in a file after every question."
                if kept
                else "They are gone with this window."
            )
        return f"They are saved {place} after every question; `aijri sessions` lists and deletes them."

    @property
    def words(self) -> str:
        """The session, or the file."""
        place = f"as session {self.id}" if self.id else f"in {self._keeping.path}"
        return f"Your answers are saved {place}."

    @property
    def use(self) -> str:
        """How to come back."""
        return f"{self.words} To come back to them: {self._keeping.resume_hint()}"

    def resume_words(self, interview: "Interview", plain: bool = False) -> str:
        """The command that opens this session in the face that is being left; empty while nothing is kept."""
        hint = self._keeping.resume_hint()
        return f"{hint} --plain" if hint and plain else hint


def begun(interview: "Interview") -> str:
    """The role and how it is asked about, as `aijri chat` takes them line by line."""
    from aijri_engine.content.library import content_folder
    from aijri_engine.files.data_folder import library_folder

    known = (content_folder(), library_folder())
    more = [folder for folder in interview.library.roles.folders if folder not in known]
    named = "".join(f" --library {quote(str(folder))}" for folder in more)
    return f"{quote(interview.role_id)} --plain{' --quick' * interview.quick}{named}"


Kept = AnswersFile | Session
"""Where the answers of one interview go."""


class Sitting:
    """A conversation being held. Faces and their screens share one, and never keep a copy of the conversation."""

    def __init__(self, talk: "Conversation", kept: Kept, saved: bool = False) -> None:
        self.talk, self.kept = replace(talk, today=date.today()), kept
        self.saved_words = "saved" if saved else ""
        """In a word, for a header."""
        self._saved = len(talk.interview.events) if saved else 0
        self.lost = False
        """Something that was answered is not kept."""
        self.late = ""
        """A line typed at the result that changes an answer, until the list of answers reads it."""

    @property
    def interview(self) -> "Interview":
        """The interview as it stands."""
        return self.talk.interview

    @property
    def title(self) -> str:
        """Whose interview it is, and about which role, for a header."""
        title = self.interview.form.role.title
        return f"{self.kept.client} · {title}" if self.kept.client else title

    def save(self, interview: "Interview | None" = None) -> None:
        """Put an interview (the one at hand unless another is named) on disk. May block."""
        wanted = interview or self.interview
        self.kept.save(wanted)
        self.saved_words = "saved" if self.kept.safe else "NOT SAVED"
        self._saved = len(wanted.events) if self.kept.safe else self._saved
        self.lost = any(event.question for event in wanted.events[self._saved :])

    def check(self) -> None:
        """Before anything is shown: it may have been erased, or the consent ended, in another window. May block."""
        if isinstance(self.kept, Session):
            self.kept.check()

    @property
    def unkept_words(self) -> str:
        """Why answers are not kept, for who leaves; empty where all are."""
        unkept = self.kept.refused or self.saved_words == "NOT SAVED"
        return f"{self.kept.notice} {self.lost_words}".strip() if unkept else ""

    @property
    def lost_words(self) -> str:
        """That the last answer is not kept; empty where every answer is."""
        return LAST_NOT_KEPT if self.lost else ""

    def erase(self, talk: "Conversation") -> "Conversation":
        """Erase what was kept; the fresh conversation to go on with, which says what was done. May block."""
        self.talk = talk.onward(paused=self.kept.erase())
        self.saved_words = ""
        return self.talk

    def said_late(self) -> str:
        """The line typed at the result, handed over once."""
        typed, self.late = self.late, ""
        return typed

    def take(self, talk: "Conversation") -> None:
        """Go on with another state: first on disk, then at hand. May block."""
        if talk.interview is not self.talk.interview:
            self.save(talk.interview)
        self.talk = talk
