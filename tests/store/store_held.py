"""A passphrase that holds, and a place at which a program waits to be killed."""

import os
import signal

KEY = "four words nobody joins"


def held(writing: int) -> None:
    """Say that the point is reached, and wait there to be killed."""
    os.write(writing, b"x")
    signal.pause()
