"""A program whose terminal was closed ends, although the thread that paints waits for ever."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STUCK = """
import os, queue, signal
from aijri_tui.screen.app.crash import end_when_the_terminal_goes
signal.signal(signal.SIGHUP, signal.SIG_IGN)
end_when_the_terminal_goes(7)
full = queue.Queue(1)
full.put(1)
os.write(1, b"stuck")
full.put(2)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.case("hostile 5")
def test_a_stuck_program_ends_once_its_terminal_is_gone() -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-c", STUCK])
    said = b""
    while b"stuck" not in said:
        said += os.read(terminal, 1000)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
