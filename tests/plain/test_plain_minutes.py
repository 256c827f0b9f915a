"""An honest result in about twelve minutes: what is read and typed until the offer to finish, in every kind of job."""

import io
import re

import pytest

from aijri_engine import Interview
from aijri_tui.plain.chat import hold
from aijri_tui.plain.lines import Lines
from tests.plain.plain_driver import LIBRARY, flat

LONGEST = 12.5
WORDS_A_MINUTE, LINE_MINUTES, WEEK_MINUTES = 200.0, 0.1, 40 / 60
OFFER = "Type review to finish now, or go on."


class Typist:
    """Types one answer after another, confirms what is put to be confirmed, and finishes as soon as that is offered."""

    def __init__(self, written: io.StringIO) -> None:
        self.written = written
        self.seen = 0
        self.typed: list[str] = []

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def readline(self, limit: int = -1, /) -> str:
        """The next line."""
        said = flat(self.written.getvalue()[self.seen :])
        self.seen = len(self.written.getvalue())
        assert len(self.typed) < 80
        self.typed.append(self._line(said))
        return f"{self.typed[-1]}\n"

    def _line(self, said: str) -> str:
        if OFFER in said:
            return "review"
        if said.endswith(("to go on:", "or Enter to finish:")):
            return ""
        if "Ready to see the result" in said:
            return "show it"
        if "your working time divided" in said:
            return "typical"
        if "Type yes" in said:
            return "yes"
        return (
            "ab"[len(self.typed) % 2]
            if "(b)" in said or "(row " in said
            else "6"
            if "how many years" in said
            else "/skip"
        )


@pytest.mark.parametrize(
    "role",
    ["registered-nurse", "electrician", "translator", "backend-api-developer"],
)
def test_the_result_is_offered_in_about_twelve_minutes(role: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = io.StringIO()
    typist = Typist(written)
    assert hold(LIBRARY, Interview.start(LIBRARY, role), lines=Lines(typist, written))
    told = flat(written.getvalue())
    before = told.partition("Ready to see the result")[0]
    words = sum(len(one.split()) for one in set(re.split(r"(?<=[.:;?]) ", before)))
    minutes = words / WORDS_A_MINUTE + LINE_MINUTES * (len(typist.typed) - 1) + WEEK_MINUTES
    with capsys.disabled():
        print(f"\n{role}: {len(typist.typed)} lines typed, {words} words read, {minutes:.1f} minutes")
    assert minutes < LONGEST
    assert "ould be " in told.partition("Ready to see the result")[2]
