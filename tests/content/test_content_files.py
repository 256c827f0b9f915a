"""Which files are read: regular ones of bounded size; every other kind is refused without waiting."""

import errno
import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aijri_engine.content import codes
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.safe_files import MOST_BYTES
from aijri_engine.content.yaml import read_yaml
from aijri_engine.files.whole_files import OURS, reason_of

DENIED = OURS[errno.EACCES]


def unreadable(path: str | Path) -> Problem:
    with pytest.raises(ContentError) as caught:
        read_yaml(path)
    (problem,) = caught.value.problems
    return problem


def test_regular_file(tmp_path: Path) -> None:
    path = tmp_path / "role.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    source = read_yaml(path)
    assert source.data == {"a": 1}
    assert source.name == str(path)
    assert source.lines == ("a: 1", "")


def test_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "welder.yaml").touch()
    assert unreadable(tmp_path / "wleder.yaml").text() == (
        f'{tmp_path}/wleder.yaml: Y101 no such file; did you mean "welder.yaml"?'
    )
    assert unreadable(tmp_path / "none" / "x.yaml").text() == f"{tmp_path}/none/x.yaml: Y101 no such file"
    assert unreadable(tmp_path / "welder.yaml" / "x.yaml").code == codes.MISSING_FILE


def test_folder(tmp_path: Path) -> None:
    assert unreadable(tmp_path).text() == f"{tmp_path}: Y102 this is a folder, not a regular file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this system's folders")
def test_pipe_never_waits(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert unreadable(path).text() == f"{path}: Y102 this is a pipe, not a regular file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero on this system")
def test_device() -> None:
    assert unreadable("/dev/zero").text() == "/dev/zero: Y102 this is a device, not a regular file"


@pytest.fixture
def socket_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.yaml")
        yield "s.yaml"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in this system's folders")
def test_socket(socket_path: str) -> None:
    assert unreadable(socket_path).text() == "s.yaml: Y102 this is a socket, not a regular file"


def test_large_sparse_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50 * MOST_BYTES)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("the file was read"))
    assert unreadable(path).text() == f"{path}: Y104 the file is larger than 1,048,576 bytes"


def test_file_that_grows_while_read_is_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "grows.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(os, "read", lambda _, size: b"#" * size)
    assert unreadable(path).code == codes.TOO_LARGE


def test_file_replaced_by_a_device_between_looking_and_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result((stat.S_IFCHR,) + (0,) * 9))
    assert unreadable(path).code == codes.NOT_A_FILE


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text("a: 1\n", encoding="utf-8")

    def denied(*_: Any) -> int:
        # Raised by hand: for the superuser no file is unreadable.
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert unreadable(path).text() == f"{path}: Y103 cannot read the file: {DENIED}"


def test_no_permission_for_real(tmp_path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("permissions do not bind the superuser")
    path = tmp_path / "secret.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    path.chmod(0)
    assert unreadable(path).text() == f"{path}: Y103 cannot read the file: {DENIED}"


def test_loop_of_links_and_impossible_names(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert unreadable(loop).code == codes.UNREADABLE
    assert unreadable("x" * 5000).code == codes.UNREADABLE
    assert (
        unreadable("a\0b.yaml").text()
        == "ab.yaml: Y103 cannot read the file: this is not a possible file name"
    )


@pytest.mark.parametrize("number", [name for name in vars(errno).values() if isinstance(name, int)])
def test_what_stands_in_the_way_of_a_file_is_told_in_our_words(number: int) -> None:
    """With what can be done, where it is not plain from the words; the system's never reach a person for the common."""
    told = reason_of(OSError(number, os.strerror(number)))
    assert told
    if number in OURS:
        assert os.strerror(number).casefold() not in told
        assert "; " in told or told.startswith(("there is no such", "this is a folder"))
    common = (
        errno.ENOSPC,
        errno.EDQUOT,
        errno.ENAMETOOLONG,
        errno.ENOENT,
        errno.EACCES,
        errno.EROFS,
        errno.EIO,
    )
    assert number in OURS or number not in common
