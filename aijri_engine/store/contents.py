"""Content as it was when a session used it: kept once by digest, and put together again as a library."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from aijri_engine.content.files import FOLDERS, MODELS, Loaded, kind_of
from aijri_engine.content.library import Library
from aijri_engine.content.role import Role
from aijri_engine.content.role_defaults import RoleDefaults
from aijri_engine.interview.interview import Interview
from aijri_engine.store.errors import StoreError
from aijri_engine.store.schema import contents, session_contents
from aijri_engine.store.seals import seal_of

NEEDED = frozenset({"interview", "wording"})
"""Kinds of files without which, beside the role, nothing can be computed."""

AS_LIBRARIES = ("interview", "wording", "landscape", "packs", "roles", "strategies", "branding")
"""Kinds in the order in which a library has them; advice of equal worth stands in file order."""

LOST = (
    "The content this sitting was seen with is not kept any more.",
    "The session can still be looked at with today's figures.",
)


def keep_contents(connection: Connection, session_id: str, interview: Interview) -> None:
    """Keep the files a result of this interview rests on, beside those before; those known are only referred to."""
    files = {file.digest: file for file in interview.library.files_of(interview.role_id)}
    known = set(connection.scalars(select(contents.c.digest).where(contents.c.digest.in_(files))))
    new = [
        {"digest": digest, "file_digest": digest, "name": name_of(file), "body": body, "seal": seal_of(body)}
        for digest, file in files.items()
        if digest not in known and (body := body_of(file))
    ]
    if new:
        connection.execute(insert(contents), new)
    refers = select(session_contents.c.digest).where(session_contents.c.session_id == session_id)
    referred = set(connection.scalars(refers))
    used = [{"session_id": session_id, "digest": digest} for digest in files if digest not in referred]
    if used:
        connection.execute(insert(session_contents), used)


def drop_unused(connection: Connection) -> None:
    """Forget content that no session refers to any more."""
    used = select(session_contents.c.digest)
    connection.execute(delete(contents).where(contents.c.digest.not_in(used)))


def library_then(
    connection: Connection,
    session_id: str,
    role_id: str,
    today: Library,
    versions: Mapping[str, Any],
    read_before: dict[str, Loaded],
) -> Library:
    """The library of these versions, from what is kept with the session; unchanged files come from today's.

    `read_before` holds files by digest and is added to. What this version of the program can no longer read is taken
    from today's where it holds only words and advice. Raises `StoreError` where it is the role or its questions, or
    where a file is missing.
    """
    wanted = tuple(str(digest) for name, digest in versions.items() if name.endswith("_digest"))
    used = (
        select(contents.c.digest, contents.c.file_digest, contents.c.name)
        .join(session_contents, session_contents.c.digest == contents.c.digest)
        .where(session_contents.c.session_id == session_id)
    )
    kept = [row for row in connection.execute(used) if row.file_digest.startswith(wanted)]
    own = today.roles.file(role_id)
    known = read_before | {file.digest: file for file in (*today.core, *([own] if own is not None else []))}
    for digest, file_digest, name in kept:
        if digest in known:
            continue
        file = select(contents.c.body, contents.c.seal).where(contents.c.digest == digest)
        body, seal = connection.execute(file).one()
        whole = seal == seal_of(body)
        found = (loaded(file_digest, name, body) if whole else None) or _of_today(name, today, whole)
        if found is not None:
            known[digest] = read_before[digest] = found
    digests = [row.digest for row in kept]
    files = [known[one] for one in digests if one in known]
    roles = {file.model.id for file in files if isinstance(file.model, Role)}
    files.sort(key=lambda file: (AS_LIBRARIES.index(file.kind), file.path.name))
    assembled = role_id not in roles and today.knows(role_id) and today.role(role_id).derived
    if not (roles or assembled) or not {file.kind for file in files} >= NEEDED:
        raise StoreError(*LOST)
    if assembled:  # from tables and defaults, which are not kept with a session
        files += [file for file in today.core if isinstance(file.model, RoleDefaults)]
    return Library.of(files, today.tables_in)


def name_of(file: Loaded) -> str:
    """Kind and name of a file, as content is kept under."""
    folder = f"{file.kind}/" if file.kind in FOLDERS else ""
    return f"{folder}{file.path.name}"


def body_of(file: Loaded) -> str:
    """What the file said, as JSON: read again without the YAML source, and without the file."""
    said = file.model.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def loaded(digest: str, name: str, body: str) -> Loaded | None:
    """The file as it was; None where this version of the program cannot read it."""
    path = Path(name)
    kind = kind_of(path)
    try:
        model = MODELS[kind or ""].model_validate(json.loads(body))
    except (KeyError, RecursionError, TypeError, ValueError):
        return None
    return Loaded(path, kind or "", model, digest)


def _of_today(name: str, today: Library, whole: bool) -> Loaded | None:
    """Today's file of that name, for words and advice. Raises `StoreError` for what figures come from."""
    if kind_of(Path(name)) in ("roles", "packs", "interview"):
        why = "cannot be read by this version of aijri" if whole else "was damaged since"
        raise StoreError(f"{name}, as it was at that time, {why}.", LOST[1])
    return next((file for file in today.core if name_of(file) == name), None)
