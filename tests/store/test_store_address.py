"""How a practice names its server: never with a password, never in the clear to another machine, told in sentences."""

import os
from collections.abc import Iterator

import pytest

from aijri_engine.store import Store, StoreError, UnusableStore, address_of
from aijri_engine.store import address as addresses
from aijri_tui.cli import exits
from aijri_tui.cli.exits import UnusableError
from aijri_tui.cli.main import run
from aijri_tui.cli.passphrase import from_descriptor


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    addresses.password.cache_clear()
    yield
    addresses.password.cache_clear()


@pytest.mark.parametrize(
    ("typed", "words", "local", "mode"),
    [
        ("postgresql+psycopg://ada@localhost/practice", "ada@localhost:5432/practice", True, "prefer"),
        ("postgresql://ada@127.0.0.1:5433/practice", "ada@127.0.0.1:5433/practice", True, "prefer"),
        ("postgresql+psycopg://ada@[::1]/practice", "ada@[::1]:5432/practice", True, "prefer"),
        ("postgresql+psycopg://ada@/practice?host=/run/pg", "ada@/run/pg:5432/practice", True, "prefer"),
        ("postgresql+psycopg://a%40b@db.example.org/our%20practice", "a@b@db.example.org:5432/our practice",
         False, "verify-full"),
        ("postgresql+psycopg://ada@db/p?sslmode=require", "ada@db:5432/p", False, "require"),
        ("postgresql+psycopg://ada@localhost.evil.org/p", "ada@localhost.evil.org:5432/p", False, "verify-full"),
        ("postgresql+psycopg://ada@127.0.0.1,db.example.org/p", "ada@127.0.0.1,db.example.org:5432/p",
         False, "verify-full"),
    ],
)  # fmt: skip
def test_an_address_is_read_and_encrypted_wherever_it_leaves_the_machine(
    typed: str, words: str, local: bool, mode: str
) -> None:
    found = address_of(typed)
    assert (found.words, found.local, dict(found.options)["sslmode"]) == (words, local, mode)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("postgresql+psycopg://ada:hunter2@localhost/p", "holds a password"),
        ("postgresql+psycopg://ada@localhost/p?password=hunter2", "holds a password"),
        ("postgresql+psycopg://ada@localhost/p?sslpassword=hunter2", "holds a password"),
        ("postgresql+psycopg://ada@localhost/p?colour=1", "option that is not taken"),
        ("postgresql+psycopg://ada@localhost/p?options=-c%20fsync=off", "option that is not taken"),
        ("postgresql+psycopg://ada@localhost:port/p", "cannot be read"),
        ("postgresql+psycopg://ada@[::1/p", "cannot be read"),
        ("mysql://ada@localhost/p", "names no PostgreSQL server"),
        ("/home/ada/aijri.db", "names no PostgreSQL server"),
        ("postgresql+psycopg://localhost/p", "must name the login"),
        ("postgresql+psycopg://ada@localhost", "must name the login"),
        ("postgresql+psycopg://ada@/p", "must name the login"),
        ("postgresql+psycopg://ada%00@localhost/p", "control characters"),
        ("postgresql+psycopg://ada@db.example.org/p?sslmode=disable", "could read"),
        ("postgresql+psycopg://ada@db.example.org/p?sslmode=prefer", "could read"),
        ("postgresql+psycopg://ada@10.0.0.1/p?sslmode=allow", "could read"),
    ],
)
def test_what_cannot_be_used_is_told_without_what_was_typed(
    typed: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AIJRI_STORE", typed)
    assert run(["clients"]) == exits.UNUSABLE
    out, err = capsys.readouterr()
    assert said in err
    assert "hunter2" not in err
    assert not out
    assert "Traceback" not in err


def test_a_password_comes_from_a_descriptor_once_and_never_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"hunter2\nmore")
    os.close(writing)
    monkeypatch.setenv("AIJRI_STORE_PASSWORD_FD", str(reading))
    assert addresses.password() == "hunter2"
    assert "AIJRI_STORE_PASSWORD_FD" not in os.environ
    assert addresses.password() == "hunter2"


PASSED = {
    "no number": "its value is not the number",
    "": "its value is not the number",
    "-1": "its value is not the number",
    "9" * 30: "its value is not the number",
    "987654": "file descriptor 987654 is not open for reading",
    "nothing": "file descriptor [0-9]+ gives no line, or an empty one",
    "an empty line": "file descriptor [0-9]+ gives no line, or an empty one",
    "no text": "what is passed there is not text in UTF-8",
    "only to be written": "file descriptor [0-9]+ is not open for reading",
}
CONTENT = {"nothing": b"", "an empty line": b"\nmore\n", "no text": b"\xff\xfe\n"}


def descriptor(passed: str) -> tuple[str, str]:
    """What a variable names, and what is said of it."""
    reading, writing = os.pipe()
    os.write(writing, CONTENT.get(passed, b""))
    if passed == "only to be written":
        os.close(reading)
        return str(writing), PASSED[passed]
    os.close(writing)
    if passed in CONTENT:
        return str(reading), PASSED[passed]
    os.close(reading)
    return passed, PASSED[passed]


@pytest.mark.parametrize("passed", PASSED)
def test_a_descriptor_that_gives_none_is_told(passed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    named, why = descriptor(passed)
    monkeypatch.setenv("AIJRI_STORE_PASSWORD_FD", named)
    with pytest.raises(UnusableStore, match=f"no password could be read: {why}"):
        addresses.password()
    monkeypatch.setenv("AIJRI_PASSPHRASE_FD", descriptor(passed)[0])
    with pytest.raises(UnusableError, match=f"AIJRI_PASSPHRASE_FD: no passphrase could be read: {why}"):
        from_descriptor()


def test_a_folder_that_is_named_is_opened_whatever_the_environment_says(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIJRI_STORE", "postgresql+psycopg://ada@db.example.org/p")
    with Store.open(str(tmp_path)) as store:
        assert not store.server


def test_nothing_that_is_not_there_hangs(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    address = address_of("postgresql+psycopg://ada@127.0.0.1:1/p")
    with pytest.raises(StoreError, match="cannot be reached") as told:
        Store.open(str(tmp_path), address=address)
    assert "ada@127.0.0.1:1/p" in str(told.value)
