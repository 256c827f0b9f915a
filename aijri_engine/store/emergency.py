"""Where answers go while the store cannot be written: a small store of its own, encrypted like the first.

Its place is always one of four, so that erasure finds it without a register that could not be written either.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

PREFIX = "aijri-emergency-"
MOST_NAMES = 1000


def emergency_places(folder: Path | None) -> list[Path]:
    """The store's folder, home, the temporary folder and this one, in the order in which they are tried."""
    homes: tuple[Callable[[], Path], ...] = (Path.home, lambda: Path(tempfile.gettempdir()), Path.cwd)
    found = [folder] if folder else []
    for home in homes:
        try:
            found.append(home())
        except (OSError, RuntimeError):
            continue
    return [place for place in dict.fromkeys(found) if place.is_dir()]


def emergency_files(folder: Path) -> list[Path]:
    """What was written because the store at `folder` could not be."""
    found = {path for place in emergency_places(folder) for path in place.glob(f"{PREFIX}*.db")}
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def holds_nothing(path: Path, passphrase: str | None) -> bool:
    """No answer is in this file: it was begun where there was no room for one. What cannot be opened may hold some."""
    from aijri_engine.store.database import driver, unlock

    try:
        if not path.stat().st_size:
            return True
        connection = driver(passphrase).connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            unlock(connection, passphrase)
            made = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sessions'"
            return not (
                connection.execute(made).fetchone()
                and connection.execute("SELECT 1 FROM sessions LIMIT 1").fetchone()
            )
        finally:
            connection.close()
    except Exception:
        return False


def is_emergency(path: Path) -> bool:
    """The name says so."""
    return path.name.startswith(PREFIX)


def free_name(place: Path) -> Path | None:
    """A name in a folder that is not taken."""
    names = (place / f"{PREFIX}{number}.db" for number in range(1, MOST_NAMES))
    return next((path for path in names if not path.exists()), None)
