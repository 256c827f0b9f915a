"""For every test: sessions go to a folder of their own, never to the user's; drawn examples are the same every time.

Property tests draw the same examples in every run, so that a change is judged and not the luck of the day; new ones
with AIJRI_EXAMPLES=new.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
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
