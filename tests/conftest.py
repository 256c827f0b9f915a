"""For every test: sessions go to a folder of their own, never to the user's; drawn examples are the same every time.

Property tests draw the same examples in every run, so that a change is judged and not the luck of the day; new ones
with AIJRI_EXAMPLES=new.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from aijri_engine.content.library import content_folder

LONGEST_AT_A_TERMINAL, LONGEST_SOAK = 300, 7200
"""Seconds after which a test is ended and told as failed."""

settings.register_profile("same", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("new", deadline=None)
settings.load_profile(os.environ.get("AIJRI_EXAMPLES", "same"))


@pytest.fixture(autouse=True, scope="session")
def _data_folder_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("AIJRI_DATA")
    os.environ["AIJRI_DATA"] = str(tmp_path_factory.mktemp("data"))
    yield
    if before is None:
        del os.environ["AIJRI_DATA"]
    else:
        os.environ["AIJRI_DATA"] = before


@pytest.fixture(scope="session")
def older_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content as it might have been in March: growth rated lower, and years asked up to 80."""
    folder = tmp_path_factory.mktemp("older")
    shutil.copytree(content_folder(), folder, dirs_exist_ok=True)
    changed = {
        "roles/deep-learning-engineer.yaml": (
            (r'^version: "[-0-9]+"', 'version: "2026-03-01"'),
            (r'^as_of: "[-0-9]+"', 'as_of: "2026-03-01"'),
            (r"^growth:\n  score: 2", "growth:\n  score: 1"),
            (r"index: 64.6\n    what", "index: 61.4\n    what"),
            (
                r"index: 64.6\n(  zone: Green\n  label:) Green .Accelerated.",
                r"index: 61.4\n\1 Green (Transforming)",
            ),
        ),
        "interview.yaml": ((r"(id: years\n(?:  .*\n)+?) +maximum: 60", r"\1        maximum: 80"),),
    }
    for name, pairs in changed.items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for now, then in pairs:
            text, found = re.subn(now, then, text, count=1, flags=re.MULTILINE)
            assert found, now
        path.write_text(text, encoding="utf-8")
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests wait for a real terminal, or run for long on purpose: they get longer limits than the one of pyproject."""
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.timeout(LONGEST_SOAK))
        elif item.path.parent.name in ("terminal", "packaging"):
            item.add_marker(pytest.mark.timeout(LONGEST_AT_A_TERMINAL))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With several workers, one that has nothing left takes over half of what another still has to do."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler.worksteal import WorkStealingScheduling

    return WorkStealingScheduling(config, log)
