"""Tables of one's own: rows in a person's words as a role file in short, which can be edited, shared and checked."""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from aijri_engine.content.filled_tasks import NOT_RATED
from aijri_engine.files.whole_files import write_whole
from aijri_engine.index import shown_shares
from aijri_engine.text import clean, wrap

FEWEST_ROWS = 4
"""Rows of a table of one's own: fewer say too little about a week [ours]."""

MOST_ROWS = 10
"""More would be a list of errands, and 30 questions [ours]."""

LONGEST_TITLE = 60
"""Characters kept of the title of a job."""

LONGEST_ID = 40

NO_LATIN = "own-job"
"""Id of a job whose title has no Latin letter; a number follows where it is taken."""

OWN_NOTE = (
    "A table of one's own: rows in the words of the person who wrote it, rated by whoever does this work."
)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One kind of work, and percent of the week."""

    name: str
    share: float
    counts: str = ""
    """What counts as this row, where the name does not say it."""


YAML_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""What YAML reads as something else than a word."""


def identifier(name: str, otherwise: str) -> str:
    """`Feeding the owls` as an id: Latin letters and digits joined by hyphens, so never a path."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    made = "-".join(words)[:LONGEST_ID].strip("-")
    made = f"{made}-work" if made in YAML_WORDS else made
    return made if made[:1].isalpha() else otherwise


def free_id(name: str, otherwise: str, taken: Callable[[str], bool]) -> str:
    """That id, with a number behind it where it is taken."""
    first = identifier(name, otherwise)
    found, number = first, 2
    while taken(found):
        found, number = f"{first}-{number}", number + 1
    return found


def tenths(shares: Sequence[float]) -> list[float]:
    """Shares in tenths of a percent that add up to 100 exactly."""
    total = sum(shares)
    return shown_shares([share / total * 100 for share in shares])


def role_text(
    role_id: str,
    title: str,
    rows: Sequence[OwnRow],
    day: str,
    note: str = OWN_NOTE,
    aliases: Sequence[str] = (),
    codes: Sequence[str] = (),
) -> str:
    """The role file in short, every row not rated yet. `day` is the day the rows were written, YYYY-MM-DD."""
    known = set(RESERVED)
    lines = [
        *(f"# {line}" for line in wrap(note, NOTE_WIDTH)),
        f"id: {_quoted(role_id)}",
        f"title: {_quoted(title)}",
        f"aliases: [{', '.join(_quoted(one) for one in dict.fromkeys((title.lower(), *aliases)))}]",
        *([f"codes: [{', '.join(_quoted(one) for one in codes)}]"] if codes else []),
        "provenance: own",
        f"as_of: {_quoted(day)}",
        "tasks:",
    ]
    for number, (row, share) in enumerate(zip(rows, tenths([row.share for row in rows]), strict=True), 1):
        task_id = free_id(row.name, f"row-{number}", known.__contains__)
        known.add(task_id)
        start = (
            f"  - {{id: {_quoted(task_id)}, name: {_quoted(row.name)}, share: {share:g}, score: {NOT_RATED}"
        )
        lines.append(f"{start}, row: {_quoted(row.counts)}}}" if row.counts else f"{start}}}")
    return "\n".join(lines) + "\n"


NOTE_WIDTH = 110
RESERVED = ("all", "other", "typical")
"""Words that stand for something else where task ids are read."""


def tables_in(folder: Path) -> list[Path]:
    """The files in `roles/` of a library folder that began as a table of one's own, edited since or not."""
    begins = f"# {wrap(OWN_NOTE, NOTE_WIDTH)[0]}".encode()
    found = []
    for path in filter(Path.is_file, sorted((folder / "roles").glob("*.yaml"))):
        with suppress(OSError), path.open("rb") as stream:
            if stream.read(len(begins)) == begins:
                found.append(path)
    return found


def _quoted(text: str) -> str:
    """Double-quoted YAML, which is JSON: whatever a person typed stays one inert string."""
    return json.dumps(clean(text), ensure_ascii=False)


def save_role(folder: Path, role_id: str, text: str) -> Path:
    """Write the file into `roles/` of a library folder, made where it is missing. Raises OSError."""
    place = folder / "roles"
    for missing in (folder, place):
        missing.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = place / f"{role_id}.yaml"
    if path.exists():
        raise FileExistsError(path)
    write_whole(path, text.encode())
    return path
