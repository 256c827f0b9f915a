"""For every test: sessions go to a folder of their own, never to the user's."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _data_folder_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("AIJRI_DATA")
    os.environ["AIJRI_DATA"] = str(tmp_path_factory.mktemp("data"))
    yield
    if before is None:
        del os.environ["AIJRI_DATA"]
    else:
        os.environ["AIJRI_DATA"] = before
