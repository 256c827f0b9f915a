"""What is said of emergency files of other stores, and of those that do not say whose they are."""

from pathlib import Path

import pytest
from cli_driver import run_here

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_engine.store.emergency import free_name, owner_of


def test_each_emergency_file_is_named_with_whose_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    another = owner_of(tmp_path / "another")
    signed, unsigned = free_name(tmp_path, another), free_name(tmp_path, "")
    assert signed
    assert unsigned
    for path in (signed, unsigned):
        with Store.at(path) as store:
            store.start(Interview.start(Library.open(), "deep-learning-engineer"))
            if path == signed:
                store.stand_in_for(another)
    listed = run_here("sessions").err
    assert f"aijri sessions resume {unsigned}" in listed
    assert f"{signed} belongs to another store" in listed
    assert f"(not there any more). `aijri sessions resume {signed}` takes it in here" in listed
    (tmp_path / "another").mkdir()
    (tmp_path / "another" / "aijri.db").touch()
    assert str(signed) not in run_here("sessions").err
    (tmp_path / "another" / "aijri.db").unlink()
    asked = run_here("erase", "everything", typed="n\n")
    assert f"name no store (move away what is not yours):\n{unsigned}\n" in asked.err
    assert unsigned.exists()
    gone = run_here("erase", "everything", "--yes")
    assert (gone.code, unsigned.exists(), signed.exists()) == (0, False, True)
    assert f"did not say of which store:\n{unsigned}\n" in gone.err
    way = f"`AIJRI_DATA={tmp_path / 'another'} aijri erase everything` erases it with that one."
    assert (
        f"{signed} belongs to another store: {tmp_path / 'another' / 'aijri.db'} (not there any more). `aijri sessions "
        f"resume {signed}` takes it in here; {way}" in gone.err
    )
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "another"))
    assert str(signed) in run_here("sessions").err
    assert run_here("erase", "everything", "--yes").code == 0
    assert not signed.exists()
